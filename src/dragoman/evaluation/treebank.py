"""Universal Dependencies and named entities as training sentences.

Words are what stands in the text: a word that a treebank takes apart ("im" = "in" + "dem") stays one where its parts
are not its very letters, with the part that hangs outside the word; "don't" = "do" + "n't" stays two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FEATURES: Mapping[str, tuple[str, ...]] = {
    "Case": ("Nom", "Gen", "Dat", "Acc", "Voc", "Loc", "Ins"),
    "Voice": ("Act", "Pass"),
    "Tense": ("Past", "Pres", "Fut", "Imp"),
    "Mood": ("Ind", "Sub", "Cnd", "Imp"),
    "Polarity": ("Pos", "Neg"),
    "Person": ("1", "2", "3"),
    "Number": ("Sing", "Plur"),
    "VerbForm": ("Fin", "Inf", "Part", "Conv", "Ger"),
}
# Languages whose clitics the program parts as the treebank does ("do" + "n't").
PARTED = frozenset({"en"})
TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


@dataclass(frozen=True)
class Word:
    """One word: its form, whether a space stands before it, and what the treebank says of it (head 0 is the root)."""

    form: str
    spaced: bool
    upos: str = ""
    features: Mapping[str, str] | None = None
    head: int = -1
    relation: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence of training data; `trees` and `names` say which of the two it carries, `happening` what it is like."""

    language: str
    words: tuple[Word, ...]
    trees: bool = False
    names: bool = False
    happening: str = ""

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return "".join(" " * word.spaced + word.form for word in self.words).strip()


def trees(path: Path, language: str, named: bool = False) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; where it is `named`, its last column says `Name=B-LOC`."""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        yield Sentence(
            language, tuple(_words([row for row in rows if "." not in row[0]], language in PARTED)), True, named
        )


def _words(rows: Sequence[list[str]], parted: bool) -> Iterator[Word]:
    """The surface words; heads are numbered anew."""
    units = list(_units(rows, parted))
    number = {int(row[0]): place for place, (_, members) in enumerate(units, start=1) for row in members} | {0: 0}
    spaced = False
    for place, (form, members) in enumerate(units, start=1):
        head = _outward(members)
        target = number[int(head[6])]
        relation = head[7] if target else "root"
        misc = dict(pair.partition("=")[::2] for pair in members[0][9].split("|"))
        features, tag = _features(members, head), misc.get("Name", "O")
        yield Word(form, spaced, head[3], features, target if target != place else 0, relation, tag)
        spaced = misc.get("SpaceAfter") != "No"


def _units(rows: Sequence[list[str]], parted: bool) -> Iterator[tuple[str, list[list[str]]]]:
    """Each surface word with the syntactic words that it stands for."""
    at = 0
    while at < len(rows):
        if "-" not in rows[at][0]:
            yield rows[at][1], [rows[at]]
            at += 1
            continue
        first, last = map(int, rows[at][0].split("-"))
        whole, parts = rows[at], rows[at + 1 : at + 2 + last - first]
        glued = "SpaceAfter=No" in whole[9]
        if parted and "".join(part[1] for part in parts) == whole[1]:
            for part in parts:
                inner = part is not parts[-1]
                yield part[1], [[*part[:9], "SpaceAfter=No" if inner or glued else "_"]]
        else:
            yield whole[1], [[*part[:9], "SpaceAfter=No" if glued else "_"] for part in parts]
        at += 1 + len(parts)


def _outward(members: Sequence[list[str]]) -> list[str]:
    """The part whose head lies outside the word."""
    own = {row[0] for row in members}
    return next((row for row in members if row[6] not in own), members[0])


def _features(members: Sequence[list[str]], head: list[str]) -> dict[str, str]:
    """The head part's features, and what other parts alone say ("zur": Dat; a clitic "not")."""
    found: dict[str, str] = {}
    for row in [head, *members]:
        for pair in row[5].split("|"):
            name, _, value = pair.partition("=")
            if name in FEATURES and value in FEATURES[name]:
                found.setdefault(name, value)
    return found


def names(path: Path, language: str) -> Iterator[Sentence]:
    """The sentences of a file of Universal NER (IOB2); spaces are read off the sentence's text."""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        yield Sentence(language, tuple(_named([(row[1], row[2]) for row in rows], text)), names=True)


def _named(rows: Sequence[tuple[str, str]], text: str) -> Iterator[Word]:
    at = 0
    for form, tag in rows:
        start = text.find(form, at)
        spaced = start < 0 or start > at or at == 0
        yield Word(form, spaced and at > 0, tag=tag if tag in TAGS else "O")
        at = start + len(form) if start >= 0 else at
