"""How much of a place a claim speaks of: the place as such, expressly all of it, a part, or what lies beside it.

"Most of X", "the western part of X", "X's eastern edge", "in X" are parts of X; "near X", "towards X" and an advance
give nothing of X away. The words around the name decide, by the language's `territory.toml`: from the name to the
left over articles and heads ("of the city of"), and a few words to the right of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.claims.words import Word, words
from dragoman.events.holding.territory import Territory, territory
from dragoman.model import Claim, Where

Share = Literal["whole", "plain", "part", "beside"]

# How many words before and behind a name may say how much of the place is meant.
_BEFORE, _BEHIND = 9, 4
_TOWN_OR_MORE = frozenset({"town", "district", "province", "country"})
_WIDE = frozenset({"district", "province", "country"})


@dataclass(frozen=True, slots=True)
class Extent:
    """A share of a place, and of a part the side on which it lies ("western"), where the words tell."""

    share: Share
    side: str | None = None


PLAIN, WHOLE, BESIDE = Extent("plain"), Extent("whole"), Extent("beside")


def extent(claim: Claim, where: Where, language: str) -> Extent:
    """How much of one of its places the claim speaks of."""
    table = territory(language)
    scene = _scene(claim, where, table)
    if scene is None:
        return _country(PLAIN, where)
    if any(word.key in table.advances for word in scene.deed()):
        return BESIDE
    found = scene.before() or scene.own() or scene.behind() or scene.beyond() or scene.measure()
    return found or _country(PLAIN, where)


def yields(claim: Claim, language: str) -> bool:
    """Does the claim's trigger say that those who leave make room for others ("handed over", "expelled by")?"""
    table = territory(language)
    return any(word.key in table.yielding for word in words(claim.trigger.text, 0, len(claim.trigger.text)))


def _country(found: Extent, where: Where) -> Extent:
    """Nobody holds a country as one holds a town: without a word that says all, a part of it is meant."""
    return Extent("part") if where.precision == "country" else found


def _scene(claim: Claim, where: Where, table: Territory) -> _Scene | None:
    """The sentence around a place; None where the place does not stand in it."""
    sentence, origin = claim.sentence.text, claim.sentence.start
    if sentence[max(where.start - origin, 0) : where.end - origin] != where.text or where.start < origin:
        return None
    said = words(sentence, 0, len(sentence))
    places = [(place.start - origin, place.end - origin) for place in claim.places if place.start != where.start]
    trigger = (claim.trigger.start - origin, claim.trigger.end - origin)
    return _Scene(said, (where.start - origin, where.end - origin), trigger, places, where, table)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The words of a sentence, with the spans (offsets into it) of the name, the trigger and the other places."""

    words: Sequence[Word]
    name: tuple[int, int]
    trigger: tuple[int, int]
    others: Sequence[tuple[int, int]]
    where: Where
    table: Territory

    def deed(self) -> Sequence[Word]:
        """The words of the trigger, without those of the name."""
        return [word for word in self.words if _in(word, self.trigger) and not _in(word, self.name)]

    def before(self) -> Extent | None:
        """What the words to the left of the name say."""
        first = next(n for n, word in enumerate(self.words) if word.end > self.name[0])
        for n in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
            found = self._reading(n, adjacent=n == first - 1 and self.words[first].key not in self.table.between)
            if found is not None or not self._passable(n):
                return found
        return None

    def own(self) -> Extent | None:
        """What the words of the mention say ("the east of the city"), where no pack knows the part by a name."""
        inner = [n for n, word in enumerate(self.words) if _in(word, self.name)]
        if any(self._linked(n) and self._lies_beside(n) for n in inner[:-1]):
            return BESIDE
        if self.where.precision == "district":
            return None
        if any(self.words[n].key in self.table.parts for n in inner):
            return Extent("part", self._side_of(inner))
        sided = [n for n in inner[:-1] if self._linked(n)]
        return Extent("part", self._side_of(sided)) if sided else None

    def behind(self) -> Extent | None:
        """What the nouns behind the name say: "X's western edge", "im Osten von X eroberten Gebiete"."""
        side: str | None = None
        behind = [word for word in self.words if word.start >= self.name[1]]
        for word in behind[:_BEHIND]:
            if word.key in self.table.parts or self._is_division(word.key):
                return Extent("part", side)
            if word.key in self.table.outskirts:
                return BESIDE
            side = self.table.side(word.key) or side
            if self.table.side(word.key) is None and not _in(word, self.trigger):
                return None
        return None

    def beyond(self) -> Extent | None:
        """Is the trigger's object something else: "X, where they seized ground", "retaking surrounding villages"?"""
        following = next((word.key for word in self.words if word.start >= self.trigger[1]), None)
        if following is None or self.name[1] > self.trigger[0]:
            return None
        if following in self.table.parts:
            return Extent("part")
        return BESIDE if following in self.table.beside and not self.table.side(following) else None

    def measure(self) -> Extent | None:
        """What the trigger or a word next to it says of the whole: "full control", "mostly held"."""
        numbers = [n for n, word in enumerate(self.words) if _in(word, self.trigger)]
        near = [word.key for word in self.words[max(numbers[0] - 2, 0) : numbers[-1] + 2]] if numbers else []
        if any(key in self.table.partly for key in near):
            return Extent("part")
        return WHOLE if any(key in self.table.wholes for key in near) else None

    def _reading(self, n: int, *, adjacent: bool) -> Extent | None:
        """What the word says of the name to the right of it; None where it says nothing."""
        key, table = self.words[n].key, self.table
        if key in table.parts or key in table.shares or self._is_division(key):
            if self._key(n - 1) in table.every:
                return self._all(n - 1)
            return Extent("part", self._side_of((n - 1, n - 2)))
        if self._heads_a_part(n, adjacent=adjacent):
            return Extent("part", table.side(key))
        if key in table.wholes:
            return self._all(n)
        if self._goes_on() or _in(self.words[n], self.trigger):
            return None
        if key in table.beside or key in table.outskirts:
            return BESIDE
        return Extent("part") if key in table.inside else None

    def _key(self, n: int) -> str:
        return self.words[n].key if 0 <= n < len(self.words) else ""

    def _all(self, n: int) -> Extent:
        """All of it, or a part where the word before takes something away ("nearly all")."""
        return Extent("part") if self._key(n - 1) in self.table.partly else WHOLE

    def _linked(self, n: int) -> bool:
        return self.table.side(self._key(n)) is not None and self._key(n + 1) in self.table.links

    def _lies_beside(self, n: int) -> bool:
        """Does a word of direction tell where something lies ("north of X") and not which part it is?"""
        before = self._key(n - 1)
        named = before in self.table.articles or before in self.table.coordination
        return self._key(n) in self.table.beside and not named

    def _heads_a_part(self, n: int, *, adjacent: bool) -> bool:
        """Is it a word of direction that itself names the part: "the north of X", "western X", but not "north of X"?"""
        if adjacent:
            return self.table.side(self._key(n)) is not None
        return self._linked(n) and not self._lies_beside(n)

    def _goes_on(self) -> bool:
        """Does a clause that tells the deed follow the name: "in X, which they hold", "near X, held by them"?"""
        behind = [word for word in self.words if word.start >= self.name[1] and word.key != ","]
        if not behind or self.trigger[0] < self.name[1]:
            return False
        after = next((word.key for word in behind if word.start >= self.trigger[1]), "")
        return behind[0].key in self.table.relatives or (_in(behind[0], self.trigger) and after in self.table.agents)

    def _is_division(self, key: str) -> bool:
        """Is it a noun for something finer than the place: a district of a town, a village of a province?"""
        of_town = key in self.table.quarters and self.where.precision in _TOWN_OR_MORE
        return of_town or (key in self.table.settlements and self.where.precision in _WIDE)

    def _side_of(self, numbers: Sequence[int]) -> str | None:
        """The side that the words of these numbers name."""
        named = (self.table.side(self._key(n)) for n in numbers)
        return next((side for side in named if side is not None), None)

    def _passable(self, n: int) -> bool:
        """May the word stand between a name and the word that says how much of it is meant?"""
        word = self.words[n]
        if self._elsewhere(word) or word.key in self.table.between or self.table.side(word.key):
            return True
        joins = word.key in self.table.coordination or word.key == ","
        return joins and n > 0 and self._elsewhere(self.words[n - 1])

    def _elsewhere(self, word: Word) -> bool:
        return any(_in(word, span) for span in self.others)


def _in(word: Word, span: tuple[int, int]) -> bool:
    return word.start < span[1] and word.end > span[0]
