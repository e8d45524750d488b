"""The incidents of a report as templates of MUC-4.

By the task's definition of relevance (1.0) fighting between armed forces is left out, and so is what befell nobody and
nothing that the report names, what lies more than two months back, and what happened outside the nine countries.
Which item of a list a word stands for is `setlists.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.claims.tables import grammar
from dragoman.claims.words import first_at, words
from dragoman.evaluation.muc4 import perpetrators, targets
from dragoman.evaluation.muc4.incidents import STAGES, Incident, incidents
from dragoman.evaluation.muc4.places import Kinds, in_question, location
from dragoman.evaluation.muc4.reading import Filler, Template
from dragoman.evaluation.muc4.setlists import capitals, items
from dragoman.evaluation.muc4.slots import (
    DATE,
    INSTRUMENT,
    INSTRUMENT_TYPE,
    LOCATION,
    STAGE,
    TYPE,
)
from dragoman.evaluation.muc4.told import Told
from dragoman.knowledge.knowledge import Knowledge
from dragoman.model import Claim, Published

_STAGE_ORDER = ("ACCOMPLISHED", "ATTEMPTED", "THREATENED")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_BY = 2  # words
_WEEKDAYS = frozenset(["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"])

_Slots = dict[int, tuple[Filler, ...]]


def templates(told: Told, knowledge: Knowledge, kinds: Kinds) -> list[Template]:
    """The templates of one report, numbered from 1.

    A report without any has one empty template, as the format asks for.
    """
    message = told.report.message
    found = [slots for one in incidents(told, knowledge) if (slots := _slots(one, told, knowledge, kinds))]
    numbered = [Template(message, number, slots) for number, slots in enumerate(found, start=1)]
    return numbered or [Template(message, None, {})]


def _slots(incident: Incident, told: Told, knowledge: Knowledge, kinds: Kinds) -> _Slots:
    """The slots of one incident that are not empty; none at all where it is not relevant."""
    claims, type_, published = incident.claims, incident.type, told.document.published
    found = targets.targets(incident, told)
    if not _relevant(found):
        return {}
    slots = {
        DATE: _one(_date(claims, published)),
        LOCATION: _one(location(claims, told, knowledge, kinds)),
        TYPE: _one(type_),
        STAGE: _one(_stage(claims)),
        **(_instruments(claims) if type_ not in ("ARSON", "KIDNAPPING") else {}),
        **perpetrators.fillers(incident, told, knowledge),
        **targets.fillers(incident, found),
    }
    if slots[LOCATION] and not in_question(slots[LOCATION][0].values[0]):
        return {}
    return {slot: filled for slot, filled in slots.items() if filled}


def _one(value: str | None) -> tuple[Filler, ...]:
    return (Filler((value,)),) if value else ()


def _relevant(found: Sequence[targets.Target]) -> bool:
    """Whether the incident has a target that belongs to no armed force and that the report tells from others (1.0)."""
    return any(not targets.is_military(one) and not targets.is_vague(one) for one in found)


def _stage(claims: Sequence[Claim]) -> str:
    stages = {"THREATENED" if claim.type == "threat" else STAGES[claim.realis] for claim in claims}
    return next(stage for stage in _STAGE_ORDER if stage in stages)


def _date(claims: Sequence[Claim], published: Published) -> str | None:
    """The first stated day or days; where there is none, or a weekday alone (7.3), all days up to the report's."""
    own = [claim for claim in claims if "when:passage" not in claim.rules]
    lent = [claim for claim in claims if "when:passage" in claim.rules]
    for claim in (*own, *lent):
        when = claim.when
        if _of_saying(claim) and published.end == when.end:
            continue
        if when.basis not in ("stated", "anchored") or not when.end:
            continue
        if when.text and _WEEKDAYS & set(capitals(when.text).split()) and published.end:
            return f"- {_day(published.end)}"
        if when.start is None:
            return f"- {_day(when.end)}"
        return _day(when.end) if when.start == when.end else f"{_day(when.start)} - {_day(when.end)}"
    return f"- {_day(published.end)}" if published.end else None


def _of_saying(claim: Claim) -> bool:
    """Whether the words for the day stand right by a verb of saying: it was said on that day."""
    start, end = claim.when.span_start, claim.when.span_end
    if start is None or end is None or not claim.sentence.start <= start < claim.sentence.end:
        return False
    offset = claim.sentence.start
    sentence = words(claim.sentence.text, 0, len(claim.sentence.text))
    first, last = first_at(sentence, start - offset), first_at(sentence, end - offset - 1)
    cues = (cue for cue in grammar("en").cues.find(sentence) if cue.payload.kind == "verb")
    return any(-_BY <= cue.first - last <= _BY or -_BY <= first - cue.last <= _BY for cue in cues)


def _day(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year % 100:02}"


def _instruments(claims: Sequence[Claim]) -> _Slots:
    """What the sentences name that one strikes with, and its kind."""
    found: dict[str, str] = {}
    for claim in claims:
        found.update(items("instrument", claim.sentence.text))
    return {
        INSTRUMENT: tuple(Filler((word,)) for word in found),
        INSTRUMENT_TYPE: tuple(Filler((kind,), (word,)) for word, kind in found.items()),
    }
