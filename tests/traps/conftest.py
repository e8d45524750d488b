"""A sentence read as a report of one day: its claims, and the fields of a claim as short values."""

from collections.abc import Callable
from datetime import date

import pytest

from dragoman import analysis, reading
from dragoman.claims import extract
from dragoman.knowledge.knowledge import Knowledge, load
from dragoman.model import Claim, Document, Published, Segment

DAY = date(2016, 11, 4)  # a Friday


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(("syria",))


@pytest.fixture
def claims_of(request: pytest.FixtureRequest, knowledge: Knowledge) -> Callable[[str], list[Claim]]:
    """The claims of a text in the language that the test file names as LANGUAGE."""

    def read(text: str) -> list[Claim]:
        published = Published(DAY, DAY, "day", "metadata")
        segments = (Segment("body", 0, len(text)),)
        language = request.module.LANGUAGE
        document = Document("d_trap", "trap.txt", "0" * 64, None, language, None, None, published, segments, text)
        return list(extract(document, reading.sentences(document), knowledge, analysis.model()))

    return read


@pytest.fixture
def facts() -> Callable[[Claim, dict[str, object]], dict[str, object]]:
    return _facts


def _facts(claim: Claim, asked: dict[str, object]) -> dict[str, object]:
    """The asked fields of a claim, as short values."""
    known: dict[str, object] = {
        "realis": claim.realis,
        "phase": claim.phase,
        "actors": [p.id for p in claim.actors],
        "targets": [p.id for p in claim.targets],
        "places": [w.name for w in claim.places],
        "counts": [(c.what, c.who, c.low, c.high) for c in claim.counts],
        "summed": [c.cumulative for c in claim.counts],
        "speakers": [(s.id, s.stance) for s in claim.attribution],
        "names": [s.name for s in claim.attribution],
        "flags": list(claim.flags),
        "trigger": claim.trigger.text,
        "voice": claim.voice,
        "day": (str(claim.when.start), str(claim.when.end)),
        "basis": claim.when.basis,
    }
    return {name: known[name] for name in asked}
