"""What a number counts and what befell the counted, by the sentence's tree.

A number hangs on its noun, the noun sits in a seat of a verb, and a verb of harm befell whoever sits in the seat that
suffers: "12 were killed", "killed 12", "the deaths of 12", "left 12 dead". The relations are those of Universal
Dependencies, so one reading serves every language. Where the tree ends before a verb, it leaves the number to reach.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from dragoman.analysis.sentence import Analysis
from dragoman.claims.counted.numbers import Amount
from dragoman.claims.lexicon import Found
from dragoman.claims.tables import HARMS, Counted, Grammar
from dragoman.claims.words import Word

_OF_NOUN = frozenset({"nummod", "det", "amod", "compound", "flat", "advmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "NUM", "SYM", "X", "DET"})
_SEATS = frozenset({"nsubj", "obj", "iobj", "obl", "csubj", "dislocated"})
_CLAUSES = frozenset({"conj", "advcl", "acl", "ccomp", "xcomp", "parataxis", "csubj", "root"})


class Seat(Enum):
    """Where the counted sit who suffer no harm: in another seat of the sentence, or where the tree does not tell."""

    ELSEWHERE = 1
    UNTOLD = 2


Fate = Found[Counted] | Seat


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence's tree with the words of its lexicon: `harms` and `nouns` by the words of the tree that they hold."""

    tree: Analysis
    sentence: Sequence[Word]
    grammar: Grammar
    harms: Mapping[int, Found[Counted]]
    nouns: Mapping[int, Found[Counted]]


def planted(
    tree: Analysis | None, sentence: Sequence[Word], found: Sequence[Found[Counted]], grammar: Grammar
) -> Tree | None:
    """The tree made ready for `noun` and `fate`; None without one."""
    if tree is None:
        return None
    by_node = [(node, one) for one in found for index in one.own for node in _nodes(tree, sentence, index, index)]
    harms = {node: one for node, one in by_node if one.payload.what in HARMS}
    return Tree(tree, sentence, grammar, harms, {node: one for node, one in by_node if node not in harms})


def head(planted: Tree, amount: Amount) -> int | None:
    """The word of the tree that a number counts: its noun, or the number itself where it stands alone."""
    tree = planted.tree
    inside = list(_nodes(tree, planted.sentence, amount.first, amount.last))
    if not inside:
        return None
    numbers = [node for node in inside if tree.nodes[node].upos not in ("ADP", "ADV", "SCONJ", "CCONJ")] or inside
    top = min(numbers, key=lambda node: (tree.depth(node), -node))
    while tree.nodes[top].universal in _OF_NOUN and tree.nodes[tree.nodes[top].head].upos in _NOMINAL:
        top = tree.nodes[top].head
    beside = _beside(planted, amount)
    return beside if (beside in planted.nouns or beside in planted.harms) and top < inside[0] else top


def _beside(planted: Tree, amount: Amount) -> int:
    """The word of the tree right behind a number, -1 where there is none."""
    after = amount.last + 1
    inside = _nodes(planted.tree, planted.sentence, after, after) if after < len(planted.sentence) else ()
    return next(iter(inside), -1)


def noun(planted: Tree, amount: Amount) -> Found[Counted] | None:
    """The lexicon's word for what a number counts: "12 people", "dozens of civilians", "five rebel fighters"."""
    top = head(planted, amount)
    if top is None:
        return None
    found = [planted.nouns[node] for node in _phrase(planted, top) if node in planted.nouns]
    exact = (one for one in found if one.payload.who != "people")
    return next(exact, None) or next(iter(found), None) or _tolled(planted, amount, top)


def belongs(planted: Tree, amount: Amount, first: int, last: int) -> bool:
    """Whether words in reach may be what a number counts: part of its phrase, or what is said of the number."""
    top = head(planted, amount)
    nodes = list(_nodes(planted.tree, planted.sentence, first, last))
    if top is None or not nodes:
        return True
    inside = {top, planted.tree.nodes[top].head, *planted.tree.below(top)}
    return any(node in inside for node in nodes)


def fate(planted: Tree, amount: Amount) -> Fate:
    """The word of harm that a number hangs on, or where else the counted sit."""
    top = head(planted, amount)
    if top is None:
        return Seat.UNTOLD
    own = frozenset(_nodes(planted.tree, planted.sentence, amount.first, amount.last))
    beside = planted.harms.get(_beside(planted, amount))
    if top in own and beside is not None and not _acts(planted, top, _beside(planted, amount)):
        return beside
    toll = _toll(planted, top)
    return toll if toll is not None else _fate(planted, top, own)


def together(planted: Tree, one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether words (by their indexes) stand in one clause; a participle's belongs to the clause of its noun."""
    tree = planted.tree
    first, second = (_anchor(planted, indexes) for indexes in (one, other))
    if first is None or second is None:
        return True
    if tree.nodes[first].universal == "nmod" and tree.nodes[first].head not in planted.harms:
        return False  # "in the deadliest attack this year" sums nothing
    return clause(tree, first) in {clause(tree, second), *_outer(tree, second)}


def apart(tree: Analysis, sentence: Sequence[Word], one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether words (by their indexes) stand in two clauses, one of which has a doer of its own for its deed."""
    first, second = _highest(tree, sentence, one), _highest(tree, sentence, other)
    if first is None or second is None:
        return False
    left, right = [first, *tree.above(first)], [second, *tree.above(second)]
    crossed = (*(node for node in left if node not in right), *(node for node in right if node not in left))
    return any(_does_its_own(tree, node) for node in crossed)


def _does_its_own(tree: Analysis, node: int) -> bool:
    """Whether a clause that is joined to another has its own subject and object: "…, while clashes killed 12"."""
    if tree.nodes[node].universal not in ("conj", "advcl", "parataxis"):
        return False
    seats = {tree.nodes[child].relation for child in tree.children[node] if tree.nodes[child].upos != "PRON"}
    return {"nsubj", "obj"} <= seats


def _anchor(planted: Tree, indexes: Sequence[int]) -> int | None:
    return _highest(planted.tree, planted.sentence, indexes)


def _highest(tree: Analysis, sentence: Sequence[Word], indexes: Sequence[int]) -> int | None:
    """The highest of the tree's words under some words of the sentence."""
    found = [node for index in indexes for node in _nodes(tree, sentence, index, index)]
    return min(found, key=lambda node: (tree.depth(node), node), default=None)


def _outer(tree: Analysis, node: int) -> Iterator[int]:
    """The clauses that a word's clause only completes: "the number of those killed rose", "was said to have been"."""
    inner = clause(tree, node)
    while tree.nodes[inner].universal in ("acl", "xcomp", "ccomp") and tree.nodes[inner].head >= 0:
        inner = clause(tree, tree.nodes[inner].head)
        yield inner


def clause(tree: Analysis, node: int) -> int:
    """The word at the head of the clause that a word stands in."""
    while tree.nodes[node].universal not in _CLAUSES and tree.nodes[node].head >= 0:
        node = tree.nodes[node].head
    return node


def _fate(planted: Tree, node: int, own: frozenset[int]) -> Fate:
    """What befell a noun: it is itself of harm, its verb befalls it, or a participle says so of it."""
    if node in planted.harms and not _counts_its_own(planted, node):
        return planted.harms[node]
    above = _from_above(planted, node, own)
    if isinstance(above, Found):
        return above
    inside = (child for one in _whole(planted, node) for child in planted.tree.children[one])
    said = next((planted.harms[child] for child in inside if _said(planted, child)), None)
    return said or above


def _whole(planted: Tree, node: int) -> Iterator[int]:
    """A noun, and the people that it sums up: "hundreds of people injured"."""
    yield node
    if _sums(planted, node):
        yield from (child for child in planted.tree.children[node] if planted.tree.nodes[child].universal == "nmod")


def _counts_its_own(planted: Tree, node: int) -> bool:
    """Whether a word of harm only describes a noun that is counted: "12 injured people", "12 dead rebels"."""
    word = planted.tree.nodes[node]
    return word.universal == "amod" and word.head in planted.nouns


def _said(planted: Tree, child: int) -> bool:
    """Whether a participle or clause of harm tells of its noun: "12 people killed in", not "gunmen killing four"."""
    tree, word = planted.tree, planted.tree.nodes[child]
    if child not in planted.harms or word.universal not in ("acl", "amod"):
        return False
    return _passive(tree, child) or not _has_object(planted, child)


def _from_above(planted: Tree, node: int, own: frozenset[int]) -> Fate:
    """What the word above a noun says of it; `own` are the words of the number, its bounds among them."""
    word = planted.tree.nodes[node]
    if word.head < 0:
        return Seat.UNTOLD
    relation, above = word.universal, word.head
    if relation in ("conj", "appos", "flat"):
        return _fate(planted, above, own) if _nominal(planted, above) else Seat.UNTOLD
    if relation == "nmod":
        return _owned(planted, node, above, own)
    if relation in _SEATS:
        return _seated(planted, node, above, own)
    return Seat.UNTOLD


def _owned(planted: Tree, node: int, above: int, own: frozenset[int]) -> Fate:
    """A noun that hangs on another: "the deaths of 12", "a group of 12", "people, including three children"."""
    cases = _cases(planted.tree, node, own)
    if any(case in planted.grammar.parts for case in cases):
        return _fate(planted, above, own)
    if not all(case in planted.grammar.count_links for case in cases):
        return Seat.ELSEWHERE
    if above in planted.harms:
        return planted.harms[above]
    return _fate(planted, above, own) if _is_group(planted, above) else Seat.ELSEWHERE


def _seated(planted: Tree, node: int, verb: int, own: frozenset[int]) -> Fate:
    """A noun in a seat of a verb; only the seat that suffers is one of harm."""
    tree = planted.tree
    harm, relation = planted.harms.get(verb), tree.nodes[node].universal
    if relation == "obl" and _cases(tree, node, own):
        return _beneath(planted, node, verb, own)
    if harm is not None:
        return Seat.ELSEWHERE if _acts(planted, node, verb) else harm
    outer = tree.nodes[verb].head if tree.nodes[verb].universal in ("xcomp", "advcl") else verb
    said = (child for child in tree.children[outer] if child > node and tree.nodes[child].universal == "xcomp")
    for child in (*tree.children[verb], *said):
        found = planted.harms.get(child)
        if found is not None and child not in (node, verb) and _completes(tree, child, relation, found):
            return found
    return Seat.ELSEWHERE


def _acts(planted: Tree, node: int, verb: int) -> bool:
    """Whether a noun is the subject of a verb of harm that befalls somebody else; who flees a place flees himself."""
    word = planted.tree.nodes[node]
    if word.universal != "nsubj" or word.head != verb or _passive(planted.tree, verb):
        return False
    return _has_object(planted, verb) and planted.harms[verb].payload.what != "displaced"


def _completes(tree: Analysis, child: int, relation: str, found: Found[Counted]) -> bool:
    """Whether a word of harm says what its verb did to a seat: "left 12 dead", "kamen ums Leben"."""
    own = tree.nodes[child].universal
    if own == "xcomp":
        return True
    return len(found.own) > 1 and own in ("obl", "obj", "nsubj") and own != relation


def _beneath(planted: Tree, node: int, verb: int, own: frozenset[int]) -> Fate:
    """A number under a preposition is of no harm, but for parts ("including three children") and in idioms."""
    tree = planted.tree
    if any(case in planted.grammar.parts for case in _cases(tree, node, own)):
        return _fate(planted, verb, own) if _nominal(planted, verb) else planted.harms.get(verb, Seat.UNTOLD)
    idiom = planted.harms.get(verb)
    words = tree.hanging(node, "case")
    return idiom if idiom is not None and any(planted.harms.get(word) is idiom for word in words) else Seat.ELSEWHERE


def _toll(planted: Tree, top: int) -> Found[Counted] | None:
    """The harm of a toll that a number tells: "the toll rose to 45", "the number of dead is 45", "a toll of 45"."""
    tally = _tally(planted, top)
    return None if tally is None else next((planted.harms[one] for one in _told(planted, tally)), None)


def _tolled(planted: Tree, amount: Amount, top: int) -> Found[Counted] | None:
    """Whom a toll counts: "the number of civilians killed rose to 45"."""
    tally = _tally(planted, top)
    if tally is None or top not in _nodes(planted.tree, planted.sentence, amount.first, amount.last):
        return None
    found = (planted.nouns[node] for node in planted.tree.below(tally) if node in planted.nouns)
    return next((one for one in found if one.payload.what == "person"), None)


def _tally(planted: Tree, top: int) -> int | None:
    """The noun of a toll that a number tells."""
    tree, word = planted.tree, planted.tree.nodes[top]
    cases = _cases(tree, top)
    if word.universal == "nmod" and all(case in planted.grammar.count_links for case in cases):
        return word.head if _is_group(planted, word.head) and any(True for _ in _told(planted, word.head)) else None
    reaching = word.universal == "obl" and any(case in planted.grammar.reaching for case in cases)
    if not reaching and word.upos != "NUM":
        return None
    said = word.head if reaching else top
    seats = tree.hanging(said, "nsubj", "obj")
    return next((one for one in seats if _is_group(planted, one) and any(True for _ in _told(planted, one))), None)


def _told(planted: Tree, tally: int) -> Iterator[int]:
    """The words of harm in a toll's own phrase: "death toll", "number of people killed"."""
    return (node for node in planted.tree.below(tally) if node in planted.harms)


def _sums(planted: Tree, top: int) -> bool:
    """Whether a noun is a number itself ("dozens of civilians", "petero djece") or sums up others."""
    key = planted.tree.nodes[top].text.lower()
    return key in planted.grammar.vague or key in planted.grammar.numbers or _is_group(planted, top)


def _is_group(planted: Tree, node: int) -> bool:
    """Whether a noun only sums up those that it is made of: "a total of", "the number of", "a family of"."""
    return planted.tree.nodes[node].text.lower() in planted.grammar.counted_groups


def _nominal(planted: Tree, node: int) -> bool:
    return planted.tree.nodes[node].upos in _NOMINAL


def _cases(tree: Analysis, node: int, own: Collection[int] = ()) -> list[str]:
    """The prepositions of a noun in lower case, without those of its number's own words ("between 10 and 15")."""
    cases = (child for child in tree.children[node] if tree.nodes[child].universal == "case" and child not in own)
    return [tree.nodes[child].text.lower() for child in cases]


def _phrase(planted: Tree, top: int) -> Iterator[int]:
    """The words that say what is counted: the noun, what it is made of, and what describes it."""
    yield top
    below = planted.tree.children[top]
    for child in below if planted.tree.nodes[top].upos == "NUM" or _sums(planted, top) else ():
        relation = planted.tree.nodes[child].universal
        if relation == "nmod" and all(case in planted.grammar.count_links for case in _cases(planted.tree, child)):
            yield child
    described = (child for child in below if planted.tree.nodes[child].universal in ("compound", "amod", "flat"))
    yield from (child for child in described if _tells(planted, child))


def _tells(planted: Tree, node: int) -> bool:
    """Whether an adjective says who somebody is: "civilian", "rebel", but not "local"."""
    found = planted.nouns.get(node)
    return found is not None and found.payload.who != "people"


def _passive(tree: Analysis, verb: int) -> bool:
    below = {tree.nodes[child].relation for child in tree.children[verb]}
    return tree.nodes[verb].features.get("Voice") == "Pass" or bool(below & {"nsubj:pass", "aux:pass"})


def _has_object(planted: Tree, verb: int) -> bool:
    """Whether a verb has an object of its own: none that belongs to its idiom, and no "of them"."""
    tree, idiom = planted.tree, planted.harms.get(verb)
    objects = tree.hanging(verb, "obj")
    return any(
        tree.nodes[one].upos != "PRON"
        and all(idiom is None or planted.harms.get(word) is not idiom for word in (one, *tree.children[one]))
        for one in objects
    )


def _nodes(tree: Analysis, sentence: Sequence[Word], first: int, last: int) -> Iterator[int]:
    start, end = sentence[first].start, sentence[last].end
    return (index for index, node in enumerate(tree.nodes) if node.start < end and start < node.end)
