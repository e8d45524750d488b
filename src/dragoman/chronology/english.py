"""English names in sentences: whether they take an article, and whether they are one or several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.chronology.phrases import Phrase, fixed


def phrase(name: str, table: Mapping[str, Any], *, person: bool = False) -> Phrase:
    """The name with its article; a person's has none."""
    if person:
        return fixed(name)
    core = _core(name.split(), table)
    last = core[-1].lower()
    plural = _plural(last, table)
    ends = {last, " ".join(core[-2:]).lower()}
    takes = not ends.isdisjoint(table["the"])
    article = takes and not _bare(name, table) and name[:1] != name[:1].lower()
    proper_several = plural and len(core) > 1 and core[-1][:1].isupper()
    lower_one = takes and not plural and name[:1] == name[:1].lower()
    said = f"the {name}" if (article or proper_several or lower_one) and not name.lower().startswith("the ") else name
    return fixed(said, plural=plural)


def _core(words: list[str], table: Mapping[str, Any]) -> list[str]:
    """The words up to what only qualifies them: "Union" of "Union of Relief Organizations"."""
    tails = table["tails"]
    end = next((at for at, word in enumerate(words) if at and (word in tails or word[0] == "(")), len(words))
    return words[:end]


def _plural(last: str, table: Mapping[str, Any]) -> bool:
    if last in table["plural"]:
        return True
    ends = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return ends and "-" not in last and last not in table["singular"]


def _bare(name: str, table: Mapping[str, Any]) -> bool:
    return name.lower() in table["bare"]
