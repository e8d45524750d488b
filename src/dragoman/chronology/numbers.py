"""Numbers in the reader's language: ranges, and how many of whom by CLDR's plurals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from dragoman.chronology.phrases import Gender, Phrase, fixed
from dragoman.chronology.wording import Wording
from dragoman.model import What

# What is counted of people who suffered it: told in the sentence of an event; other numbers stand below it.
SUFFERED = ("killed", "injured", "missing", "detained", "displaced", "besieged")
# A party's name in brackets.
Party = Callable[[str], str]


class Number(Protocol):
    """How many of whom suffered what, in an event or over a period."""

    @property
    def what(self) -> What: ...
    @property
    def who(self) -> str | None: ...
    @property
    def low(self) -> int: ...
    @property
    def best(self) -> int: ...
    @property
    def high(self) -> int | None: ...


_Number = TypeVar("_Number", bound=Number)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers are told in one language; `party` names one that is counted."""

    wording: Wording
    party: Party

    def plain(self, number: int) -> str:
        """A number with the language's separators."""
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=self.wording.locale))

    def span(self, low: int, high: int | None) -> str:
        """A number, a range, or "at least"."""
        words = self.wording.words["numbers"]
        if high is None:
            return str(words["least"]).format(low=self.plain(low))
        if low == high:
            return self.plain(low)
        return str(words["between"]).format(low=self.plain(low), high=self.plain(high))

    def plural(self, number: int) -> str:
        """CLDR's class of a number: one, few, other."""
        from babel import Locale

        return str(Locale.parse(self.wording.locale).plural_form(number))

    def of(self, table: Mapping[str, str], number: int) -> str:
        """ "1 event", "5 events"."""
        return table[self.plural(number)].format(n=self.plain(number))

    def counted(self, count: Number) -> Phrase:
        """ "15 to 20 civilians", with the number and gender that a verb takes."""
        form = self.plural(_last(count))
        entry = self._who(count)
        words = str(entry.get(form, entry["other"])).format(n=self.span(count.low, count.high))
        if count.who is not None and count.who not in self.wording.words["who"]:
            words = str(self.wording.words["who"]["_of"]).format(who=words, party=self.party(count.who))
        gender: Gender = entry.get("gender", "m")
        # Two to four men take a form of their own, which looks like the neuter: "ubijena su 2 civila".
        few = form == "few" and gender == "m"
        return fixed(words, plural=form != "one", gender="n" if few else gender)

    def happened(self, count: Number) -> str:
        """The template of what became of those who are counted."""
        forms = self.wording.words["happened"][count.what]
        return str(forms.get(self.plural(_last(count)), forms["other"]))

    def label(self, count: Number) -> str:
        """What is counted, as the beginning of a line of figures: "Killed, civilians"."""
        return self.thing(count.what, count.who)

    def thing(self, what: str, who: str | None) -> str:
        """The same for the two words of a disagreement's field."""
        label = str(self.wording.words["counted"][what])
        if who is None or who == "people":
            return label
        entry = self.wording.words["who"].get(who)
        name = str(entry.get("label", entry["other"])).format(n="").strip() if entry else self.party(who)
        return f"{label} ({name})"

    def _who(self, count: Number) -> Mapping[str, Any]:
        table = self.wording.words["who"]
        found: Mapping[str, Any] = table.get(count.who or "people", table["people"])
        return found


def told(counts: Iterable[_Number]) -> dict[str, _Number]:
    """For each thing that people suffer the widest number: parts are never added to it."""
    found: dict[str, _Number] = {}
    for count in counts:
        if count.what in SUFFERED and (count.what not in found or _weight(count) > _weight(found[count.what])):
            found[count.what] = count
    return {what: found[what] for what in SUFFERED if what in found}


def _weight(count: Number) -> tuple[int, int, bool]:
    return count.best, count.low, count.who in (None, "people")


def _last(count: Number) -> int:
    return count.low if count.high is None else count.high
