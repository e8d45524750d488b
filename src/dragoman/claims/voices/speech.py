"""What a language pack says about words of saying, by dictionary form, for sentences that have a tree.

A word of saying is known by the stance that it lends its speaker and by what it takes for the words told: a clause, an
infinitive, an object, or a noun under a preposition. Words of thinking and feeling attribute as well, and lend no
stance (`attitude`): no claim is made from them, and none is denied by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dragoman.analysis.sentence import Analysis
from dragoman.knowledge.tables import language_table
from dragoman.model import Stance

Manner = Stance | Literal["attitude"]

CLAUSE, INFINITIVE, OBJECT, AS = "clause", "infinitive", "object", "as"
STANCES: Mapping[str, Stance] = {
    stance: stance for stance in ("reports", "claims", "confirms", "denies", "accuses", "hopes")
}
_PARTICLES = frozenset({"compound:prt", "xcomp", "advmod", "obj", "obl", "compound", "case", "mark"})


@dataclass(frozen=True, slots=True)
class Said:
    """A word of saying: how it colours what is said, and what it takes."""

    manner: Manner
    takes: frozenset[str]

    @property
    def stance(self) -> Stance:
        """The contract's stance; words of thinking merely report."""
        return STANCES.get(self.manner, "reports")


class Speech:
    """The words of saying of one language."""

    def __init__(self, code: str) -> None:
        table = language_table(code, "attribution")
        entries = table.get("saying", ())
        self._verbs = _said(entries, "verbs")
        self.nouns = _said(entries, "nouns")
        self.adjectives = _said(entries, "adjectives")
        tree = table.get("tree", {})
        self.according = frozenset(tree.get("according", ()))
        self.sided: Mapping[str, frozenset[str]] = {
            word: frozenset(noun.lower() for noun in nouns) for word, nouns in tree.get("sided", {}).items()
        }
        self.so = frozenset(tree.get("so", ()))
        self.adverbs = frozenset(tree.get("adverbs", ()))
        self.as_marks = frozenset(tree.get("as", ()))
        self.in_documents = frozenset(tree.get("in", ()))
        self.agents = frozenset(tree.get("by", ()))
        self.that = frozenset(tree.get("that", ()))
        self.infinitives = frozenset(tree.get("infinitive", ()))
        self.who = frozenset(tree.get("who", ()))
        self.how = frozenset(tree.get("how", ()))
        self.owners = frozenset(tree.get("owner", ()))
        self.hearing = frozenset(tree.get("to", ()))
        self.negations = frozenset(tree.get("negations", ()))
        self.talks = frozenset(tree.get("talks", ()))
        self.rejecting = frozenset(tree.get("rejecting", ()))
        self.empty = frozenset(tree.get("it", ()))
        self.adverbs_inside = bool(tree.get("adverbs_inside", False))
        self.mood = bool(tree.get("mood", False))

    @property
    def size(self) -> int:
        """How many words of saying there are."""
        return len(self._verbs) + len(self.nouns) + len(self.adjectives)

    def rejects(self, tree: Analysis, node: int) -> bool:
        """Whether a verb with a claim for its object denies it: "rejects the claim", "weist den Vorwurf zurück"."""
        lemma = tree.lemma(node).lower()
        halves = (f"{tree.nodes[child].text.lower()}{lemma}" for child in tree.children[node])
        return lemma in self.rejecting or any(whole in self.rejecting for whole in halves)

    def verb(self, tree: Analysis, node: int) -> tuple[Said, tuple[int, ...]] | None:
        """A word as a word of saying, with the words that make one with it ("teilte … mit", "pointed … out")."""
        lemma = tree.lemma(node).lower()
        for child in tree.children[node]:
            if tree.nodes[child].relation in _PARTICLES:
                word = tree.nodes[child].text.lower()
                found = self._verbs.get(f"{lemma} {word}") or self._verbs.get(f"{word}{lemma}")
                if found:
                    return found, (child,)
        found = self._verbs.get(lemma) or self._verbs.get(tree.nodes[node].text.lower())
        return (found, ()) if found else None


@cache
def speech(code: str) -> Speech:
    """The words of saying of a language, parsed once in a process."""
    return Speech(code)


def _said(entries: Iterable[Mapping[str, Any]], part: str) -> Mapping[str, Said]:
    """The words of one part of speech; of a word that stands in several entries the first stance holds."""
    found: dict[str, Said] = {}
    for word, said in _words(entries, part):
        known = found.get(word)
        found[word] = Said(known.manner, known.takes | said.takes) if known else said
    return found


def _words(entries: Iterable[Mapping[str, Any]], part: str) -> Iterator[tuple[str, Said]]:
    for entry in entries:
        said = Said(entry["stance"], frozenset(entry.get("takes", (CLAUSE,))))
        yield from ((word, said) for word in entry.get(part, ()))
