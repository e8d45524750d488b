"""Did it happen at all: realis and phase of a trigger from the words in its reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.claims.lexicon import Found
from dragoman.claims.tables import Frame, Grammar, Shade
from dragoman.claims.words import Word
from dragoman.model import Phase, Realis, Speaker

# Where several shades reach a trigger, the one that takes most away wins: what is denied did not also happen.
_ORDER: tuple[Realis, ...] = (
    "denied",
    "failed",
    "hypothetical",
    "demanded",
    "planned",
    "predicted",
    "ongoing",
    "happened",
)
_SAYING_NO = frozenset({"denial", "rejection"})  # who denies or rejects does so, and does not deny doing it
_SIGN_COST = 3  # words that a comma counts for
_BREAK_COST = 6  # words that "while", "but", "after" count for
_VERB_COST = 4  # words that a verb of another happening counts for


@dataclass(frozen=True, slots=True)
class Reality:
    """What the words say about a happening's being real, and which words said so."""

    realis: Realis
    phase: Phase | None
    rules: tuple[str, ...]


def reality(
    sentence: Sequence[Word],
    trigger: Found[Frame],
    shades: Sequence[Found[Shade]],
    speakers: Sequence[Speaker],
    verbs: Sequence[int],
    grammar: Grammar,
) -> Reality:
    """The realis and phase of a trigger: its own, else by the nearest cues, else happened."""
    near = [shade for shade in shades if _reaches(sentence, shade, trigger, verbs, grammar)]
    said = [shade.payload.realis for shade in near if shade.payload.realis]
    if speakers and speakers[-1].stance == "denies" and trigger.payload.type not in _SAYING_NO:
        said.append("denied")
    if speakers and speakers[-1].stance == "hopes":
        said.append("hypothetical")
    if trigger.payload.realis:
        said.append(trigger.payload.realis)
    realis = min(said, key=_ORDER.index) if said else "happened"
    phases = [shade.payload.phase for shade in near if shade.payload.phase]
    phase = trigger.payload.phase or (phases[-1] if phases else None)
    if realis == "happened" and phase == "ongoing":
        realis = "ongoing"
    return Reality(realis, phase, tuple(sorted(f"realis:{shade.pattern}" for shade in near)))


def _reaches(
    sentence: Sequence[Word],
    shade: Found[Shade],
    trigger: Found[Frame],
    verbs: Sequence[int],
    grammar: Grammar,
) -> bool:
    if not set(shade.own).isdisjoint(trigger.own):
        return False
    if trigger.first < shade.first and shade.last < trigger.last:
        return True  # "electricity [will be] restored"
    if shade.first < trigger.first and trigger.last < shade.last:
        return True  # "setzte … die Offensive … fort"
    if shade.last < trigger.first:
        between, wanted = range(shade.last + 1, trigger.first), "before"
    else:
        between, wanted = range(trigger.last + 1, shade.first), "after"
    return shade.payload.side in (wanted, "both") and _cost(sentence, between, verbs, grammar) <= shade.payload.reach


def _cost(sentence: Sequence[Word], between: range, verbs: Sequence[int], grammar: Grammar) -> int:
    """The words between a shade and a trigger; another verb between takes the shade for itself as a rule."""
    cost = len(between) + sum(_VERB_COST for verb in verbs if verb in between)
    for index in between:
        if sentence[index].text in ',;:–—()"“”„':
            cost += _SIGN_COST
        elif sentence[index].key in grammar.breaks:
            cost += _BREAK_COST
    return cost
