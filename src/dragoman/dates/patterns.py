"""The pack's patterns: a small notation over word classes, compiled to regular expressions when needed.

    <the>? day(~ordinal)?( of)? month(,year)?

A name is a class of words; any other word stands for itself; `<x>` is a macro of the pack; `( ) | ?` group.
Between two words stands what may part them in the text:

    space   white space                 ,   a comma or white space
    .       a full stop, or white space  !   a full stop and nothing else
    -       a hyphen or dash             =   a dash between white space
    /       a slash                      :   a colon
    ~       nothing                      ;   white space, a comma, a full stop or nothing

What stands before `^` must be there and is no part of the expression: `prep ^year`. It names no slots, and
its branches hold equally many words. What stands behind `&` must follow, and is no part of it either:
`the unit& ended`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.errors import PackError

# What stands between two words, as one character of the class string (see scan.gap_code).
GAPS = {
    " ": "[ ]",
    ",": "[ ,]",
    ".": "[ ._~]",
    "!": "[._]",
    "-": "-",
    "=": "=",
    ";": "[ ,._~]",
    "/": "/",
    ":": ":",
    "~": "~",
}
# What a pattern's words can be: see `finding`, which has a function for each.
KINDS = frozenset(
    {
        *("date", "numeric", "span", "month", "year", "year_span", "decade", "season", "holiday", "weekday"),
        *(
            "near",
            "relative",
            "shift",
            "told",
            "recent",
            "weekend",
            "reference",
            "part",
            "duration",
            "set",
            "clock",
            "hours",
            "none",
            "quarter",
            "week_of",
            "quarter_told",
            "century",
        ),
    }
)
_ITEM = re.compile(r"[^\W\d_][\w']*|[()|?^&]|[ ,.!/:;~=-]")
_MACRO = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of the pack: what kind of date its words are, and values that the pattern itself carries."""

    name: str
    kind: str
    form: str
    fixed: Mapping[str, Any]


def rules(table: Mapping[str, Any], where: str) -> tuple[Rule, ...]:
    """The pack's patterns in their order (an earlier one wins), macros written out."""
    macros: Mapping[str, str] = table.get("macros", {})
    return tuple(_rule(row, macros, where) for row in table.get("pattern", []))


def _rule(row: Mapping[str, Any], macros: Mapping[str, str], where: str) -> Rule:
    try:
        form, name, kind = str(row["form"]), str(row["name"]), str(row["kind"])
    except KeyError as missing:
        raise PackError(f"{where}: a pattern has no {missing.args[0]!r}: {dict(row)}") from None
    if kind not in KINDS:
        raise PackError(f"{where}: pattern {name!r}: no kind {kind!r}; the kinds are {', '.join(sorted(KINDS))}")
    if form.count("(") != form.count(")"):
        raise PackError(f"{where}: pattern {name!r}: a group is not closed: {form!r}")
    fixed = {key: value for key, value in row.items() if key not in ("form", "name", "kind")}
    written = _written_out(form, macros, where)
    return Rule(name, kind, f"({written})" if _branches(written) and "^" not in written else written, fixed)


def _branches(form: str) -> bool:
    """Whether a form has branches that no group holds."""
    depth = 0
    for character in form:
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            return True
    return False


def _written_out(form: str, macros: Mapping[str, str], where: str) -> str:
    # Macros may use macros; four rounds are deeper than any pack needs, and end a circle.
    for _ in range(4):
        unknown = [name for name in _MACRO.findall(form) if name not in macros]
        if unknown:
            raise PackError(f"{where}: no macro {unknown[0]!r} for pattern {form!r}")
        form = _MACRO.sub(lambda found: f"({macros[found[1]]})", form)
    return form


def literals(rules: Sequence[Rule], classes: frozenset[str]) -> frozenset[str]:
    """The plain words that the patterns name."""
    words = (word for rule in rules for word in _ITEM.findall(rule.form) if word[0].isalpha())
    return frozenset(word for word in words if word not in classes)


@dataclass(frozen=True, slots=True)
class Part:
    """A rule (or one way to begin it) as a regular expression over class characters.

    `names` are the classes of its groups; `first` the class characters with which it begins; `gaps` what may
    follow the first word (empty where nothing need follow).
    """

    rule: Rule
    source: str
    names: tuple[str, ...]
    first: frozenset[str]
    gaps: frozenset[str]


@dataclass(frozen=True, slots=True)
class Alternation:
    """Some rules as one regular expression; `slots[outer group]`: the rule and its (group, class) pairs."""

    regex: re.Pattern[str]
    slots: Mapping[int, tuple[Rule, tuple[tuple[int, str], ...]]]


class Grammar:
    """A language's rules, ready to match: only those are tried that a word and the gap after it allow.

    The regular expressions are compiled when they are first needed, so that a start costs little.
    """

    def __init__(self, rules: Sequence[Rule], chars: Mapping[str, str]) -> None:
        self._parts = [part for rule in rules for part in _parts(rule, chars)]
        self._by_key: dict[str, Alternation | None] = {}
        self._by_parts: dict[tuple[int, ...], Alternation] = {}
        self.begins = frozenset(char for part in self._parts for char in part.first)

    def at(self, key: str) -> Alternation | None:
        """The rules that fit a class character and the gap after it, the earlier winning; None: none fits."""
        if key not in self._by_key:
            self._by_key[key] = self._joined(key[0], key[1:])
        return self._by_key[key]

    def _joined(self, char: str, gap: str) -> Alternation | None:
        fitting = tuple(
            number
            for number, part in enumerate(self._parts)
            if char in part.first and (not part.gaps or gap in part.gaps)
        )
        if not fitting:
            return None
        if fitting not in self._by_parts:
            self._by_parts[fitting] = _alternation([self._parts[number] for number in fitting])
        return self._by_parts[fitting]


def _alternation(parts: Sequence[Part]) -> Alternation:
    slots: dict[int, tuple[Rule, tuple[tuple[int, str], ...]]] = {}
    group = 1
    for part in parts:
        slots[group] = (part.rule, tuple((group + 1 + i, name) for i, name in enumerate(part.names)))
        group += 1 + len(part.names)
    return Alternation(re.compile("|".join(f"({part.source})" for part in parts)), slots)


def _parts(rule: Rule, chars: Mapping[str, str]) -> Iterator[Part]:
    items = _ITEM.findall(rule.form)
    cut = items.index("^") + 1 if "^" in items else 0
    for variant in _variants(items[cut:]):
        source, names = _source([*items[:cut], *variant], chars)
        rest = variant[1:]
        gaps, nullable = _first([item for item in rest if item != "&"], chars)
        first = frozenset(_begins(variant[0], chars)) if variant else frozenset[str]()
        yield Part(rule, source, tuple(names), first, frozenset() if nullable or not rest else frozenset(gaps))


def _variants(items: list[str]) -> Iterator[list[str]]:
    """A form once for each way to begin it, in order, so that each variant begins with a plain word."""
    if len(items) > 1 and items[1] == "?":
        yield [items[0], *items[2:]]
        yield from _variants(items[2:])
    elif items and items[0] == "(":
        branches, rest, optional = _group(items)
        for branch in branches:
            yield from _variants([*branch, *rest])
        if optional:
            yield from _variants(rest)
    elif items:
        yield items


def _group(items: list[str]) -> tuple[list[list[str]], list[str], bool]:
    """The branches of a form's first group, what follows the group, and whether it may be missing."""
    depth, branches = 0, [list[str]()]
    for at, item in enumerate(items):
        depth += (item == "(") - (item == ")")
        if depth == 0:
            optional = items[at + 1 : at + 2] == ["?"]
            return branches, items[at + 1 + optional :], optional
        if item == "|" and depth == 1:
            branches.append([])
        elif not (item == "(" and depth == 1):
            branches[-1].append(item)
    raise PackError(f"a pattern's group is not closed: {''.join(items)!r}")


def _first(items: list[str], chars: Mapping[str, str]) -> tuple[set[str], bool]:
    """The characters with which a form can begin, and whether it can be empty; `items` is used up."""
    found: set[str] = set()
    branch: set[str] = set()
    empty_branch, empty = True, False
    while items:
        item = items.pop(0)
        if item == ")":
            break
        if item == "|":
            found, empty = found | branch, empty or empty_branch
            branch, empty_branch = set(), True
            continue
        begins, nullable = _first(items, chars) if item == "(" else (_begins(item, chars), False)
        if items and items[0] == "?":
            items.pop(0)
            nullable = True
        branch |= begins if empty_branch else set()
        empty_branch = empty_branch and nullable
    return found | branch, empty or empty_branch


def _begins(item: str, chars: Mapping[str, str]) -> set[str]:
    return set(GAPS[item].strip("[]") if item in GAPS else chars.get(f"w_{item}", chars.get(item, "")))


def _source(items: Sequence[str], chars: Mapping[str, str]) -> tuple[str, list[str]]:
    """The pattern as a regular expression, and the classes of its capturing groups in order."""
    out: list[str] = []
    names: list[str] = []
    if "&" in items:
        cut = items.index("&")
        source, names = _source(items[:cut], chars)
        return f"{source}(?={''.join(_plain(item, chars) for item in items[cut + 1 :])})", names
    if "^" in items:
        # A look-behind, so that the context stays free for an expression that begins in it.
        cut = items.index("^")
        source, names = _source(items[cut + 1 :], chars)
        return f"(?<={''.join(_plain(item, chars) for item in items[:cut])}){source}", names
    for item in items:
        if item in GAPS:
            out.append(GAPS[item])
        elif item == "(":
            out.append("(?:")
        elif item in ")|?":
            out.append(item)
        elif f"w_{item}" in chars:
            out.append(f"[{chars[f'w_{item}']}]")
        else:
            names.append(item)
            out.append(f"([{chars[item]}])" if chars.get(item) else "((?!))")
    return "".join(out), names


def _plain(item: str, chars: Mapping[str, str]) -> str:
    """An item of what must stand before or behind an expression: it names nothing."""
    if item in GAPS:
        return GAPS[item]
    if item in "()|?":
        return "(?:" if item == "(" else item
    begins = "".join(sorted(_begins(item, chars)))
    return f"[{begins}]" if begins else "(?!)"
