"""A ledger with a small story, and events told in one line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.chronology.making import PAPER, WIRE, Tell, claim, document, event, party, place, sentences, told

from dragoman.ledger import Ledger, Outcome, ShardResult


@pytest.fixture
def tell() -> Tell:
    """The sentence of an event in a language, from ids of parties and places."""

    def telling(
        code: str, type: str, who: str = "", whom: str = "", where: str = "", *, voice: Any = None, **slots: Any
    ) -> str:
        realis, phase = slots.pop("realis", "happened"), slots.pop("phase", None)
        told = claim(document("d", "told", None), "told", type, realis=realis, phase=phase)
        made = event(
            type, [told],
            actors=tuple(map(party, who.split())), targets=tuple(map(party, whom.split())),
            places=tuple(map(place, where.split())), **slots,
        )  # fmt: skip
        return sentences(code).of(made, [told], voice)

    return telling


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    claims, story = told()
    with Ledger.create(tmp_path / "story.db") as made:
        made.set_meta({"run": "1", "theatres": '["syria"]'})
        outcomes = tuple(
            Outcome(one.sha256, one.uri, one, "[]", tuple(claim for claim in claims if claim.document == one.id))
            for one in (WIRE, PAPER)
        )
        made.add(ShardResult(outcomes), [(one.sha256, one.uri) for one in (WIRE, PAPER)], 1)
        made.replace_story(story)
        yield made
