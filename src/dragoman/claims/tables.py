"""What a language pack says about claims, parsed once: grammar words, triggers, cues and counted nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from dragoman.claims.lexicon import REMEMBERED, Lexicon, elements
from dragoman.knowledge.tables import language_table
from dragoman.model import Phase, Realis, Stance

# What stands in the object's seat of a frame where the entry does not say: a place for happenings about ground.
_PLACE_OBJECTS = frozenset(
    [
        "capture",
        "control",
        "withdrawal",
        "siege",
        "siege_broken",
        "route_cut",
        "route_opened",
        "corridor",
        "destruction",
    ]
)


# What befalls people, of all that can be counted.
HARMS = frozenset({"killed", "injured", "missing", "detained", "displaced", "besieged"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What a trigger means and who sits where around it."""

    type: str
    form: str  # verb | noun | state
    rule: str
    subject: str = "actor"  # actor | target: who an active verb's subject is
    object: str = "target"  # target | place | none
    phase: Phase | None = None
    realis: Realis | None = None
    class_: str | None = None  # what the words tell beyond the type: see `finer` in vocabulary.toml
    needs: str | None = None  # the claim stands only with this slot filled: see docs/packs.md


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that hands over to a speaker, or that qualifies what is said."""

    kind: str
    stance: Stance = "reports"


@dataclass(frozen=True, slots=True)
class Shade:
    """A word that tells whether the happening is real: its realis or phase, and how far it reaches on each side.

    `before` and `after` are counted in words; None where the pattern does not stand on that side of a trigger.
    """

    realis: Realis | None
    phase: Phase | None
    before: int | None
    after: int | None
    types: frozenset[str] = frozenset()  # the happenings that it is said of; empty for all


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """Words that decide how far a cue of realis reaches in a tree."""

    granted: WordSet  # what their objects tell happened: "condemned the attack"
    asserting: WordSet  # open what is asserted by itself: "after", "because"
    adverse: WordSet  # join without sharing a negation: "but"
    undoing: WordSet  # turn what they govern around: "prevented", so that "did not prevent" says that it happened
    achieving: WordSet  # what they govern happened, and failed where they are denied: "managed to"
    when: WordSet  # with a verb in the present, the clause is still to come: "when the army captures …"
    purpose: WordSet  # open what is yet to be done: "to", "um … zu"
    conditions: WordSet  # what depends on their clause is not certain either: "if"
    evidential: WordSet  # with a perfect infinitive they tell hearsay: "soll … erobert haben"
    definite: WordSet  # with them a noun is known: "the attack", "its advance"
    occurring: WordSet  # verbs that say of their subject that it happens: "take place"
    perfect: WordSet  # the auxiliaries of that infinitive: "haben"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a counted noun or participle stands for."""

    what: str
    who: str | None


class WordSet:
    """A set of word patterns of one word each."""

    def __init__(self, patterns: Iterable[str]) -> None:
        parts = [element for pattern in patterns for element in elements(pattern)]
        self._exact = frozenset(word for part in parts for word in part.exact)
        self._prefixes = tuple(prefix for part in parts for prefix in part.prefixes)
        self._suffixes = tuple(suffix for part in parts for suffix in part.suffixes)
        self._inner = tuple(inner for part in parts for inner in part.inner)
        self._known: dict[str, bool] = {}

    def __contains__(self, key: str) -> bool:
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._holds(key)
        return known

    def _holds(self, key: str) -> bool:
        return (
            key in self._exact
            or key.startswith(self._prefixes)
            or key.endswith(self._suffixes)
            or any(inner in key for inner in self._inner)
        )


class Grammar:
    """The tables of one language as the claims engine asks for them."""

    def __init__(self, code: str) -> None:
        self.code = code
        triggers = language_table(code, "triggers")
        self._read_words(language_table(code, "mentions"))
        self._read_voice(triggers.get("voice", {}))
        self.frames = Lexicon(_frames(triggers.get("trigger", ())))
        self._read_cues(language_table(code, "attribution"))
        realis = language_table(code, "realis")
        self.shades = Lexicon(_shades(realis))
        self.scope = _scope(realis.get("scope", {}))
        self._read_numbers(language_table(code, "counts"))

    def _read_words(self, words: Mapping[str, Any]) -> None:
        self._locatives = WordSet(words.get("locatives", ()))
        self._prepositions = WordSet(words.get("prepositions", ()))
        self._place_heads = WordSet(words.get("place_heads", ()))
        self._people_heads = WordSet(words.get("people_heads", ()))
        self._common = WordSet(words.get("common", ()))
        self.articles = WordSet(words.get("articles", ()))
        self.links = WordSet(words.get("links", ()))
        self.pronouns = WordSet(words.get("pronouns", ()))
        self.drops_pronouns = bool(words.get("drops_pronouns", False))
        self.capital_nouns = bool(words.get("capital_nouns", False))
        self.genitives = WordSet(words.get("genitives", ()))
        self.directions = frozenset(words.get("directions", ()))
        self.owning = WordSet(words.get("owning", ()))
        self.asked = WordSet(words.get("asked", ()))
        self.first_person = WordSet(words.get("first_person", ()))
        self.impersonal = WordSet(words.get("impersonal", ()))
        self.possessives = WordSet(words.get("possessives", ()))
        self.references = Lexicon(_tagged(words.get("references", {})))
        self.armed_groups = Lexicon((pattern, True) for pattern in words.get("groups", ()))
        self.coordination = WordSet(words.get("coordination", ()))
        self.breaks = WordSet(words.get("breaks", ()))

    def _read_voice(self, voice: Mapping[str, Any]) -> None:
        self.auxiliaries = WordSet(voice.get("auxiliaries", ()))
        self.participles = WordSet(voice.get("participles", ()))
        self.gerunds = WordSet(voice.get("gerunds", ()))
        self.infinitive_marks = WordSet(voice.get("infinitive_marks", ()))
        self.particles = WordSet(voice.get("particles", ()))
        self._helpers = WordSet(voice.get("helpers", ()))
        self.agents = Lexicon((pattern, True) for pattern in voice.get("agents", ()))
        self.inversion = bool(voice.get("inversion", False))
        self.accidents = Lexicon((pattern, True) for pattern in voice.get("accidents", ()))
        self.objects_of_nouns = WordSet(voice.get("objects_of_nouns", ()))
        self.light_verbs = frozenset(voice.get("light_verbs", ()))
        self.light_cases = frozenset(voice.get("light_cases", ()))
        self.means = frozenset(voice.get("means", ()))
        self.deed_cases = frozenset(voice.get("deed_cases", ()))
        self.answerable = frozenset(voice.get("answerable", ()))
        self.verbal_nouns = WordSet(voice.get("verbal_nouns", ()))

    def _read_cues(self, attribution: Mapping[str, Any]) -> None:
        self.cues = Lexicon(_cues(attribution))
        self.speaker_nouns = Lexicon((pattern, True) for pattern in attribution.get("speakers", ()))
        self.back = Lexicon((pattern, True) for pattern in attribution.get("back", ()))
        self.told = WordSet(attribution.get("told", ()))
        self.that = WordSet(attribution.get("that", ()))
        self.reported_mood = WordSet(attribution.get("reported_mood", ()))
        self.hearsay = Lexicon((pattern, True) for pattern in attribution.get("hearsay", ()))

    def _read_numbers(self, counts: Mapping[str, Any]) -> None:
        self.numbers: Mapping[str, int] = counts.get("numbers", {})
        self.scales: Mapping[str, int] = counts.get("scales", {})
        self.fractions: Mapping[str, list[int]] = counts.get("fractions", {})
        self.vague: Mapping[str, list[int]] = counts.get("vague", {})
        self.number_glue: str = counts.get("glue", "")
        bounds = counts.get("bounds", {})
        self.bounds = Lexicon(_tagged(bounds))
        self.range_words = WordSet(bounds.get("to", ()))
        self.range_openers = WordSet(bounds.get("between", ()))
        self.counted = Lexicon(_counted(counts.get("counted", ())))
        self.between_number_and_noun = WordSet(counts.get("between", ()))
        self.parts = WordSet(counts.get("parts", ()))
        self.wholes = WordSet(counts.get("wholes", ()))
        self.count_links = WordSet(counts.get("of", ()))
        self.reaching = WordSet(counts.get("reaching", ()))
        self.counted_groups = WordSet(counts.get("groups", ()))
        self.units = WordSet(counts.get("units", ()))
        self.measures = WordSet(counts.get("measures", ()))
        self.cumulative = Lexicon((pattern, True) for pattern in counts.get("cumulative", ()))

    def locative(self, key: str) -> bool:
        """Whether the word is a preposition of place."""
        return key in self._locatives

    def preposition(self, key: str) -> bool:
        """Whether the word governs a phrase, so that what follows is no subject."""
        return key in self._prepositions or key in self._locatives

    def place_head(self, key: str) -> bool:
        """Whether the word is a common noun of places ("district")."""
        return key in self._place_heads

    def people_head(self, key: str) -> bool:
        """Whether the word is a common noun of actors ("regime", "forces")."""
        return key in self._people_heads

    def common(self, key: str) -> bool:
        """Whether a capitalised word is no name (a month, an article at the head of a sentence)."""
        return key in self._common or key in self.articles or key in self._place_heads

    def is_small(self, key: str) -> bool:
        """Whether the word only holds others together and tells no happening by itself."""
        small = key in self.auxiliaries or key in self.coordination or key in self.articles
        return small or self.preposition(key)

    def verbal(self, key: str) -> bool:
        """Whether the word is an auxiliary, so that a phrase does not reach across it."""
        return key in self.auxiliaries or key in self._helpers


@cache
def grammar(code: str) -> Grammar:
    """The tables of a language, parsed once in a process."""
    return Grammar(code)


def _frames(entries: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, Frame | None]]:
    for entry in entries:
        type_ = entry["type"]
        for form in ("verb", "noun", "state"):
            for pattern in entry.get(form, ()):
                yield pattern, _frame(entry, type_, form, pattern)
        for pattern in entry.get("ignore", ()):
            yield pattern, None


def _frame(entry: Mapping[str, Any], type_: str, form: str, pattern: str) -> Frame:
    return Frame(
        type=type_,
        form=form,
        rule=f"{type_}.{form}:{pattern}",
        subject=entry.get("subject", "actor"),
        object=entry.get("object", "place" if type_ in _PLACE_OBJECTS else "target"),
        phase=entry.get("phase"),
        realis=entry.get("realis"),
        class_=entry.get("class"),
        needs=entry.get("needs"),
    )


def _cues(table: Mapping[str, Any]) -> Iterable[tuple[str, Cue | None]]:
    for stance, patterns in table.get("verbs", {}).items():
        for pattern in patterns:
            yield pattern, Cue("verb", stance)
    for kind in ("according", "after", "quoting"):
        for pattern in table.get(kind, ()):
            yield pattern, Cue(kind)
    for pattern in table.get("ignore", ()):
        yield pattern, None


def _shades(table: Mapping[str, Any]) -> Iterable[tuple[str, Shade | None]]:
    """The shades by pattern; what one pattern says on both sides, or in two entries, is one shade."""
    reaches: dict[tuple[str, Realis | None, Phase | None, frozenset[str]], dict[str, int]] = {}
    for entry in table.get("shade", ()):
        reach, types = int(entry.get("reach", 12)), frozenset(entry.get("types", ()))
        for side in ("before", "after"):
            for pattern in _single(entry.get(side, ())):
                sides = reaches.setdefault((pattern, entry.get("realis"), entry.get("phase"), types), {})
                sides[side] = max(reach, sides.get(side, 0))
    for (pattern, realis, phase, types), sides in reaches.items():
        yield pattern, Shade(realis, phase, sides.get("before"), sides.get("after"), types)
    for pattern in table.get("ignore", ()):
        yield pattern, None


def _single(patterns: Iterable[str]) -> Iterator[str]:
    """The patterns, those of one word each by itself: "fails|failed" on one side is "failed" on the other."""
    for pattern in patterns:
        yield from (pattern,) if " " in pattern else pattern.split("|")


def _scope(table: Mapping[str, Any]) -> ScopeWords:
    return ScopeWords(*(WordSet(table.get(field.name, ())) for field in fields(ScopeWords)))


def _tagged(table: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for tag, patterns in table.items():
        for pattern in patterns:
            yield pattern, tag


def _counted(entries: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, Counted | None]]:
    for entry in entries:
        for pattern in entry["words"]:
            yield pattern, Counted(entry["what"], entry.get("who"))
