"""What a happening stands under in the sentence's tree: the words that govern it, up to where its assertion ends.

From the trigger one climbs rung by rung: to the verb whose object it is ("*launched* an attack"), to the noun or verb
that it completes ("an *attempt* to capture", "*vowed* to capture"). Each rung has the words that qualify it ("did not",
"will", "if"). Climbing ends where the happening is asserted by itself: in a relative clause, behind "after" or
"because", at the verb of saying, at the sentence's root. A cue on no rung but in another clause does not reach it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.tables import Frame, Grammar
from dragoman.claims.words import Word

_QUALIFYING = frozenset(
    {"advmod", "aux", "mark", "det", "amod", "cop", "cc", "case", "punct", "discourse", "expl", "compound"}
)
_CLAUSES = frozenset({"advcl", "acl", "ccomp", "xcomp", "csubj", "parataxis", "conj", "appos", "list"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj"})
_COMPLETING = frozenset({"xcomp", "csubj"})
_LOOSE = frozenset({"dep", "advmod", "orphan", "discourse", "reparandum", "goeswith", "dislocated", "vocative"})
_NAMING = frozenset({"flat", "fixed", "compound", "nmod", "aux", "cop", "det", "amod"})
_OPENING = frozenset({"mark", "case", "advmod"})


@dataclass(frozen=True, slots=True)
class Rung:
    """A word above the trigger (or itself) and what qualifies it.

    `governs`: a cue that is this word governs the trigger. `sure`: so do those that qualify it; else the words between
    decide, except that "nobody died in the attack" denies no attack.
    """

    node: int
    words: frozenset[int]
    governs: bool = True
    sure: bool = True
    subject: bool = False  # the rung below is its subject: "the attack failed"
    last: bool = False  # nothing above it holds for the trigger


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cue stands: the rung's number, and whether it is the rung's own word or qualifies it."""

    rung: int
    own: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """The rungs above a trigger; `loose` where the tree is too odd to say what does not reach it."""

    tree: Analysis
    rungs: tuple[Rung, ...]
    loose: bool = False
    _at: dict[int, int] = field(default_factory=dict)

    @property
    def top(self) -> int:
        """The highest word whose clause the trigger shares."""
        return self.rungs[-1].node

    def place(self, nodes: Sequence[int]) -> Place | None:
        """The rung on which a cue of these words surely governs the trigger."""
        for number, rung in enumerate(self.rungs):
            if number and rung.governs and rung.node in nodes:
                return Place(number, own=True)
        for number, rung in enumerate(self.rungs):
            if rung.sure and not rung.words.isdisjoint(nodes):
                return Place(number, own=False)
        return None

    def apart(self, nodes: Sequence[int], *, negative: bool) -> bool:
        """Whether a cue belongs to another clause or another word, so that it cannot mean the trigger."""
        head = min(nodes, key=lambda node: (self.tree.depth(node), node))
        path, node = [], head
        while node not in self._at:
            path.append(node)
            node = self.tree.nodes[node].head
            if node < 0:
                return not self.loose
        rung = self.rungs[self._at[node]]
        if not path:
            return not rung.governs
        if any(self.tree.nodes[step].universal in _CLAUSES for step in path):
            return not self.loose
        if self.tree.nodes[head].universal in _QUALIFYING:
            return len(path) > 1 or not rung.governs or (negative and not rung.sure)
        return False


def scope(
    tree: Analysis, sentence: Sequence[Word], trigger: Found[Frame], cues: Iterable[int], grammar: Grammar
) -> Scope | None:
    """The scope of a trigger; `cues` are the tree's words that tell realis. None where no word of it is in the tree."""
    own = [node for index in trigger.own for node in covered(tree, sentence, index)]
    if not own:
        return None
    head = min(own, key=lambda node: (tree.nodes[node].upos in ("AUX", "ADP", "DET"), tree.depth(node), node))
    climb = _Climb(tree, frozenset(cues), grammar)
    rungs = [Rung(head, climb.qualifying(head), governs=False)]
    rungs += climb.above(head)
    return Scope(tree, tuple(rungs), climb.loose, {rung.node: number for number, rung in enumerate(rungs)})


def covered(tree: Analysis, sentence: Sequence[Word], index: int) -> Iterator[int]:
    """The tree's words that share a letter with a word of the sentence; a sign has none, except a question mark."""
    word = sentence[index]
    if word.is_sign and word.text != "?":
        return
    first = tree.at(word.start, word.end)
    while first is not None and first < len(tree.nodes) and tree.nodes[first].start < word.end:
        yield first
        first += 1


class _Climb:
    """The way up from a trigger."""

    def __init__(self, tree: Analysis, cues: frozenset[int], grammar: Grammar) -> None:
        self._tree = tree
        self._cues = cues
        self._grammar = grammar
        self._words = grammar.scope
        self.loose = False

    def above(self, node: int) -> Iterator[Rung]:
        """The rungs above a word, until its assertion ends."""
        while (rung := self._next(node)) is not None:
            yield rung
            node = rung.node
            if rung.last:
                return

    def qualifying(self, node: int) -> frozenset[int]:
        """What says of a word whether it is real: its small words, and who is nobody among its arguments."""
        return frozenset(self._qualifying(node))

    def _qualifying(self, node: int) -> Iterator[int]:
        for child in self._tree.children[node]:
            relation, upos = self._tree.nodes[child].universal, self._tree.nodes[child].upos
            if relation in _QUALIFYING:
                yield child
                yield from (inner for inner in self._tree.children[child] if self._is(inner, "fixed", "advmod"))
            elif relation in _ARGUMENTS:
                yield from (child,) if upos in ("PRON", "DET") else ()
                yield from (inner for inner in self._tree.children[child] if self._is(inner, "det", "cc", "advmod"))

    def _next(self, node: int) -> Rung | None:
        word = self._tree.nodes[node]
        if word.head < 0:
            return None
        relation = word.universal
        if relation != "conj" and self._is_own_assertion(node):
            return None
        if relation == "conj":
            return self._joined(node, word.head)
        if relation in _COMPLETING:
            return Rung(word.head, self.qualifying(word.head))
        if relation in ("ccomp", "advcl", "acl"):
            return Rung(word.head, self.qualifying(word.head)) if self._completes(node) else None
        if self._key(word.head) in self._words.granted:
            return None
        if relation in ("obj", "iobj") or word.relation in ("nsubj:pass", "csubj:pass"):
            return Rung(word.head, self.qualifying(word.head))
        if relation == "nsubj":
            free = all(self._tree.nodes[child].universal != "obj" for child in self._tree.children[word.head])
            verb = self._tree.nodes[word.head].upos in ("VERB", "AUX") or word.head in self._cues
            return Rung(word.head, self.qualifying(word.head), sure=free and verb, subject=True)
        if relation == "obl" or relation in _NAMING:
            plain = relation != "nmod" and not any(self._is(child, "case") for child in self._tree.children[node])
            return Rung(word.head, self.qualifying(word.head), sure=plain or self._operates(word.head))
        self.loose = relation in _LOOSE
        return None

    def _joined(self, node: int, head: int) -> Rung:
        """The word that another is joined to: they share what qualifies it, if the second has nothing of its own."""
        children = self._tree.children[node]
        own = any(self._is(child, "nsubj", "aux") for child in children)
        but = any(self._is(child, "cc") and self._key(child) in self._words.adverse for child in children)
        verbs = all(self._tree.nodes[joined].upos in ("VERB", "AUX") for joined in (node, head))
        breaks_off = verbs and self._finite(node) and not self._finite(head)
        if own or but or breaks_off:
            opening = (child for child in self._tree.children[head] if self._is(child, "mark"))
            return Rung(head, frozenset(() if breaks_off else opening), governs=False, last=breaks_off)
        return Rung(head, self.qualifying(head), governs=False)

    def _completes(self, node: int) -> bool:
        """Whether a clause fills out what a cue says ("vowed that …"); of any other verb it is its own assertion."""
        head = self._tree.nodes[node].head
        if not self._operates(head):
            return False
        word, marks = self._tree.nodes[node], [c for c in self._tree.children[node] if self._is(c, "mark")]
        if word.universal == "ccomp":
            return True
        if not self._finite(node):
            return bool(marks) or word.features.get("VerbForm") == "Inf"
        return word.relation != "acl:relcl" and any(self._key(mark) in self._grammar.that for mark in marks)

    def _is_own_assertion(self, node: int) -> bool:
        opening = (child for child in self._tree.children[node] if self._is(child, *_OPENING))
        return any(self._key(child) in self._words.asserting for child in opening)

    def _operates(self, node: int) -> bool:
        key = self._key(node)
        return node in self._cues or key in self._words.undoing or key in self._words.achieving

    def _finite(self, node: int) -> bool:
        """Whether a verb or its auxiliary is finite: "captured", "had captured", not "to have captured"."""
        helpers = (child for child in self._tree.children[node] if self._is(child, "aux", "cop"))
        return any(self._tree.nodes[verb].features.get("VerbForm") == "Fin" for verb in (node, *helpers))

    def _is(self, node: int, *relations: str) -> bool:
        return self._tree.nodes[node].universal in relations

    def _key(self, node: int) -> str:
        return self._tree.nodes[node].text.lower()
