"""The targets of an incident as slots of MUC-4: what each is, how many, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.evaluation.muc4.reading import Filler
from dragoman.evaluation.muc4.setlists import capitals, head, item, stem, words_of
from dragoman.evaluation.muc4.slots import (
    DESCRIPTION,
    HUMAN_EFFECT,
    HUMAN_NUMBER,
    HUMAN_TYPE,
    NAME,
    PHYSICAL,
    PHYSICAL_EFFECT,
    PHYSICAL_NUMBER,
    PHYSICAL_TYPE,
)
from dragoman.model import Claim, Count

_HARM = {"killed": "DEATH", "injured": "INJURY"}
_TYPED_HARM = {"killing": "DEATH", "injury": "INJURY"}
_FORMER = frozenset({"FORMER", "RETIRED", "EX"})
_PLURALS = frozenset({"PEOPLE", "MEN", "WOMEN", "CHILDREN", "POLICE", "POLICEMEN", "NEWSMEN"})
# Words of a count that tell how many and not who.
_AMOUNTS = frozenset(
    [
        *("A", "AN", "THE", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN"),
        *("TWELVE", "DOZEN", "DOZENS", "HUNDRED", "HUNDREDS", "THOUSAND", "SEVERAL", "SOME", "MANY", "ABOUT", "AROUND"),
        *("AT", "LEAST", "MORE", "THAN", "OVER", "NEARLY", "ANOTHER", "OTHER", "UP", "TO", "OF"),
    ]
)


@dataclass(frozen=True, slots=True)
class Target:
    """One target: a person's name or none, the words that describe it, how many, and what became of it."""

    name: str
    description: str
    number: str
    effect: str | None

    @property
    def tag(self) -> str:
        """What the other slots call it by: the name, else the description."""
        return self.name or self.description


def fillers(claims: Sequence[Claim], kidnapping: bool = False) -> dict[int, tuple[Filler, ...]]:
    """The slots of physical and human targets; a kidnapping has no physical ones."""
    found = {target.tag: target for target in _targets(claims)}.values()
    things = [t for t in found if is_thing(t) and not kidnapping]
    persons = [t for t in found if not is_thing(t)]
    return {
        PHYSICAL: tuple(Filler((t.tag,)) for t in things),
        PHYSICAL_TYPE: tuple(Filler((item("physical", t.tag) or "OTHER",), (t.tag,)) for t in things),
        PHYSICAL_NUMBER: tuple(Filler((t.number,), (t.tag,)) for t in things),
        PHYSICAL_EFFECT: tuple(Filler((effect,), (t.tag,)) for t in things if (effect := _damage(claims))),
        NAME: tuple(Filler((t.name,)) for t in persons if t.name),
        DESCRIPTION: tuple(Filler((t.description,), (t.name,) if t.name else ()) for t in persons if t.description),
        HUMAN_TYPE: tuple(Filler((human_type(t.description),), (t.tag,)) for t in persons),
        HUMAN_NUMBER: tuple(Filler((t.number,), (t.tag,)) for t in persons),
        HUMAN_EFFECT: tuple(Filler((t.effect,), (t.tag,)) for t in persons if t.effect),
    }


def is_state(name: str) -> bool:
    """Whether words name a state's forces or government."""
    return any(item("perpetrator", word) == "state" for word in words_of(name))


def is_thing(target: Target) -> bool:
    """Whether a target is physical: the last listed word of its head is a thing's and no person's."""
    words = [] if target.name else reversed(head(target.description))
    return next((item("human", word) is None for word in words if _listed(word)), False)


def human_type(description: str) -> str:
    """The kind of a human target; who is not known to be anything else is a civilian."""
    kind = item("human", description) or "CIVILIAN"
    former = f"FORMER {kind}"
    held = former in ("FORMER GOVERNMENT OFFICIAL", "FORMER ACTIVE MILITARY") and _FORMER & set(words_of(description))
    return former if held else kind


def _targets(claims: Sequence[Claim]) -> Iterator[Target]:
    """The claims' targets, then those that only a count of victims tells of."""
    for claim in claims:
        named = []
        for party in claim.targets:
            name, description = _parted(capitals(party.text))
            count = next((c for c in claim.counts if c.start <= party.start < c.end), None)
            named.append(description)
            effect = _HARM.get(count.what) if count else None
            number = _number(count) if count else "1" if name else _guessed(description)
            yield Target(name, description, number, effect or _TYPED_HARM.get(claim.type))
        for count in claim.counts:
            words = _described(count)
            if count.what in _HARM and words and not any(words in each or each in words for each in named if each):
                yield Target("", words, _number(count), _HARM[count.what])


def _parted(text: str) -> tuple[str, str]:
    """A person's name and what stands before it; a text whose head is a listed word is a description alone."""
    words = text.split()
    if words and words[0] in ("A", "AN", "THE"):
        del words[0]
    listed = [at for at, word in enumerate(words) if _listed(word)]
    if not listed:
        return " ".join(words), ""
    after = words[listed[-1] + 1 :]
    if after and not any(word in ("OF", "IN", "FROM", "WHO", "AT", "FOR", "ON", "NEAR") for word in after):
        return " ".join(after), " ".join(words[: listed[-1] + 1])
    return "", " ".join(words)


def _described(count: Count) -> str:
    """Who is counted, in the count's own words."""
    words = capitals(count.text).split()
    kept = [word for word in words if word not in _AMOUNTS and not word[0].isdigit()]
    return " ".join(kept)


def _number(count: Count) -> str:
    if count.high is None:
        return f"{count.low} -"
    return str(count.low) if count.low == count.high else f"{count.low} - {count.high}"


def _guessed(description: str) -> str:
    """PLURAL or 1 by the form of the head."""
    words = words_of(description)
    noun = next((word for word in words if _listed(word)), words[-1] if words else "")
    return "PLURAL" if noun in _PLURALS or stem(noun) != noun else "1"


def _listed(word: str) -> bool:
    """Whether it is a word for a person or a thing."""
    return (item("human", word) or item("physical", word)) is not None


def _damage(claims: Sequence[Claim]) -> str | None:
    found = (item("damage", claim.trigger.text) for claim in claims)
    told = next((effect for effect in found if effect), None)
    return told or ("DESTROYED" if any(claim.type == "destruction" for claim in claims) else None)
