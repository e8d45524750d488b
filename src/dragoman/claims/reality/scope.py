"""What a happening stands under in the sentence's tree: the words that govern it, up to where its assertion ends.

From the trigger one climbs rung by rung: to the verb whose object it is ("*launched* an attack"), to the noun or verb
that it completes ("an *attempt* to capture", "*vowed* to capture"). Each rung has the words that qualify it ("did not",
"will", "if"). Climbing ends where the happening is asserted by itself: in a relative clause, behind "after" or
"because", at the verb of saying, at the sentence's root. A cue on no rung but in another clause does not reach it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dragoman.analysis.sentence import Analysis, Node
from dragoman.claims.lexicon import Found
from dragoman.claims.tables import Frame, Grammar, ScopeWords
from dragoman.claims.words import Word

_QUALIFYING = frozenset(
    {"advmod", "aux", "mark", "det", "amod", "cop", "cc", "case", "punct", "discourse", "expl", "compound"}
)
_CLAUSES = frozenset({"advcl", "acl", "ccomp", "xcomp", "csubj", "parataxis", "conj", "appos", "list"})
_PARTS = frozenset({"obj", "iobj", "nsubj", "obl", "flat", "fixed", "compound", "nmod", "aux", "cop", "det", "amod"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj"})
_LOOSE = frozenset({"dep", "advmod", "orphan", "discourse", "reparandum", "goeswith", "dislocated", "vocative"})
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
    fact: bool = False  # the rung below is a clause in the past: "announced that it had attacked"
    purpose: bool = False  # the rung below is an infinitive that tells what it is for: "a road to retreat"
    around: bool = False  # the rung below only stands around it: "halted the strikes for a pause"
    far: bool = False  # behind a word that tells no realis ("the fifth day of the attack") reach decides, not the tree
    manner: bool = False  # the rung below is a participle that carries on: "could attack the town, cutting the road"
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
    words: ScopeWords
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
            if number and rung.governs and not rung.far and rung.node in nodes:
                return Place(number, own=True)
        for number, rung in enumerate(self.rungs):
            if rung.sure and not rung.far and not rung.words.isdisjoint(nodes):
                return Place(number, own=False)
        return None

    def _is_infinitive_mark(self, node: int) -> bool:
        return self.tree.nodes[node].upos == "PART"

    @property
    def is_known(self) -> bool:
        """Whether the trigger is a noun that is known: "whether the attack …" doubts something else than the attack."""
        node = self.rungs[0].node
        below = (self.tree.nodes[child] for child in self.tree.children[node])
        return self.tree.nodes[node].upos == "NOUN" and any(word.text.lower() in self.words.definite for word in below)

    @property
    def is_open(self) -> bool:
        """Whether the trigger is an infinitive that no clause was found to govern, so that the tree may be wrong."""
        verb = self.tree.nodes[self.rungs[0].node]
        below = [self.tree.nodes[child] for child in self.tree.children[self.rungs[0].node]]
        told = "Mood" in verb.features or any(word.universal == "aux" for word in below)
        aims = any(word.text.lower() in self.words.purpose for word in below if word.universal == "mark")
        return verb.upos == "VERB" and not told and not aims and len(self.rungs) == 1

    def is_joined(self, place: Place) -> bool:
        """Whether the trigger is only joined to what a cue governs: "continued to advance and captured"."""
        return any(not rung.governs for rung in self.rungs[1 : place.rung + 1])

    def carries_on(self, place: Place) -> bool:
        """Whether the trigger is a participle that carries on the verb that a cue means."""
        return any(rung.manner for rung in self.rungs[1 : place.rung + 1])

    def is_aim(self, number: int) -> bool:
        """Whether the trigger is what a clause aims at, up to a rung's number: its verb, or an object not yet known.

        "To launch an attack"; not "to visit the victims of the attack".
        """
        if number == 0:
            return True
        joined = all(not rung.governs for rung in self.rungs[1 : number + 1])
        return joined or (number == 1 and self.rungs[1].sure and not self.rungs[1].subject and not self.is_known)

    def opens(self, nodes: Sequence[int]) -> bool:
        """Whether a cue opens its clause, so that it holds all that is said there: "if they do not leave"."""
        return any(self.tree.nodes[node].universal == "mark" for node in nodes)

    def is_elsewhere(self, nodes: Sequence[int]) -> bool:
        """Whether a cue opens another clause than the trigger's: the "to" of "fought to extend …"."""
        marks = (node for node in nodes if self.tree.nodes[node].relation == "mark" and self._is_infinitive_mark(node))
        return any(self.tree.nodes[mark].head not in self._at for mark in marks)

    def is_hearsay(self, nodes: Sequence[int]) -> bool:
        """Whether a cue only says that others say so: "soll … erobert haben"."""
        tree, words = self.tree, self.words
        verb = tree.nodes[nodes[0]].head
        if verb < 0 or not any(tree.nodes[node].text.lower() in words.evidential for node in nodes):
            return False
        helpers = (tree.nodes[child] for child in tree.children[verb] if tree.nodes[child].universal == "aux")
        return any(w.text.lower() in words.perfect and w.features.get("VerbForm") != "Fin" for w in helpers)

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
        return len(path) > 1  # within the phrase of another noun


def scope(
    tree: Analysis, sentence: Sequence[Word], trigger: Found[Frame], cues: Iterable[int], grammar: Grammar
) -> Scope | None:
    """The scope of a trigger; `cues` are the tree's words that tell realis. None where no word of it is in the tree."""
    own = [node for index in trigger.own for node in covered(tree, sentence, index)]
    if not own:
        return None
    head = min(own, key=lambda node: (tree.nodes[node].upos in ("AUX", "ADP", "DET"), tree.depth(node), node))
    climb = _Climb(tree, head, frozenset(cues), grammar)
    rungs = (Rung(head, climb.qualifying(head), governs=False), *climb.above(head))
    return Scope(tree, grammar.scope, rungs, climb.loose, {rung.node: number for number, rung in enumerate(rungs)})


def covered(tree: Analysis, sentence: Sequence[Word], index: int) -> Iterator[int]:
    """The tree's words that share a letter with a word of the sentence; a sign has none."""
    word = sentence[index]
    if word.is_sign:
        return
    first = tree.at(word.start, word.end)
    while first is not None and first < len(tree.nodes) and tree.nodes[first].start < word.end:
        yield first
        first += 1


class _Climb:
    """The way up from a trigger."""

    def __init__(self, tree: Analysis, trigger: int, cues: frozenset[int], grammar: Grammar) -> None:
        self._tree = tree
        self._trigger = trigger
        self._cues = cues
        self._grammar = grammar
        self._words = grammar.scope
        self.loose = False

    def above(self, node: int) -> Iterator[Rung]:
        """The rungs above a word, until its assertion ends."""
        far = False
        while (rung := self._next(node)) is not None:
            yield replace(rung, far=far)
            if rung.last:
                return
            far = far or not (rung.sure or rung.subject)
            node = rung.node

    def qualifying(self, node: int) -> frozenset[int]:
        """What says of a word whether it is real: its small words, and who is nobody among its arguments."""
        return frozenset(self._qualifying(node))

    def _qualifying(self, node: int) -> Iterator[int]:
        for child in self._tree.children[node]:
            relation = self._tree.nodes[child].universal
            below = self._tree.children[child]
            if relation in _QUALIFYING and (relation != "case" or node == self._trigger):
                yield child
                yield from (inner for inner in below if self._is(inner, "fixed", "advmod"))
            elif relation == "conj":  # "neither … nor": what stands before the first of two
                yield from (inner for inner in below if inner < node and self._is(inner, "cc"))
            elif relation in _ARGUMENTS:
                yield from (child,) if self._tree.nodes[child].upos in ("PRON", "DET") else ()
                yield from (inner for inner in below if self._is(inner, "det", "cc", "advmod"))

    def _next(self, node: int) -> Rung | None:
        word = self._tree.nodes[node]
        if word.head < 0:
            return None
        if word.universal == "conj":
            return self._joined(node, word.head)
        if self._is_own_assertion(node):
            return None
        if word.universal in _CLAUSES:
            return self._clause(node, word.head)
        if self._key(word.head) in self._words.granted:
            return None
        if word.universal in _PARTS:
            return self._part(node, word.head)
        self.loose = word.universal in _LOOSE
        return None

    def _joined(self, node: int, head: int) -> Rung:
        """The word that another is joined to: they share what qualifies it, if the second has nothing of its own."""
        own = any(self._below(node, "nsubj", "aux"))
        but = any(self._key(link) in self._words.adverse for link in self._below(node, "cc"))
        apart = self._breaks_off(node, head)
        if own or but or apart:
            return Rung(head, frozenset(() if apart else self._below(head, "mark")), governs=False, last=apart)
        return Rung(head, self.qualifying(head), governs=False)

    def _breaks_off(self, node: int, head: int) -> bool:
        """Whether a joined verb is an assertion of its own: "vowed to leave and shelled", "attacked, killing"."""
        verb, other = (self._tree.nodes[joined].upos in ("VERB", "AUX") for joined in (node, head))
        if not verb or not other:
            return verb and any(self._below(head, "cop"))  # "was not responsible and accused"
        following = self._is_gerund(node) and not self._is_gerund(head) and not any(self._below(node, "cc"))
        return following or (self._finite(node) and not self._finite(head))

    def _clause(self, node: int, head: int) -> Rung | None:
        """The rung above a clause, if it fills out what that one says."""
        word, words = self._tree.nodes[node], self.qualifying(head)
        if word.universal in ("xcomp", "csubj"):
            aside = word.upos == "ADV" and self._is_gerund(node) and any(self._below(node, "punct"))
            return None if aside else Rung(head, words)
        if word.universal not in ("ccomp", "advcl", "acl"):
            return None
        if self._completes(node):
            return Rung(head, words, fact=self._is_past(node) or self._is_told(node))
        if word.universal == "advcl" and self._is_gerund(node) and not any(self._below(node, "mark")):
            return Rung(head, words, manner=True, governs=False)
        infinitive = self._is_infinitive(node)
        if word.universal != "acl" or not infinitive:
            return None
        above = self._tree.nodes[head].head
        forced = above >= 0 and self._key(above) in self._words.achieving  # "forced hundreds of people to flee"
        return Rung(head, words, purpose=not forced)

    def _completes(self, node: int) -> bool:
        """Whether a clause fills out what a cue says ("vowed that …"); of any other verb it is its own assertion."""
        word, marks = self._tree.nodes[node], list(self._below(node, "mark"))
        if not self._operates(word.head):
            return False
        if word.universal == "ccomp":
            return bool(marks) or node > word.head or not self._finite(node)
        if not self._finite(node):
            return bool(marks) or word.features.get("VerbForm") == "Inf"
        return word.relation != "acl:relcl" and any(self._key(mark) in self._grammar.that for mark in marks)

    def _part(self, node: int, head: int) -> Rung | None:
        """The rung above a word that is no clause of its own: an object, a subject, what belongs to a noun."""
        word, words = self._tree.nodes[node], self.qualifying(head)
        if word.universal in ("obj", "iobj"):
            return Rung(head, words)
        if word.universal == "nsubj":
            return self._subject(word, words)
        if word.universal == "amod" and node == self._trigger:
            return self._attribute(word)
        cased = any(self._below(node, "case"))
        plain = word.universal != "nmod" and not cased
        return Rung(head, words, sure=plain or self._operates(head), around=cased and word.universal == "obl")

    def _subject(self, word: Node, words: frozenset[int]) -> Rung:
        """The rung above a subject: "an attack is planned" is like an object, "an attack will kill talks" is not."""
        passive = word.relation.endswith(":pass")
        free = not any(self._below(word.head, "obj", "iobj", "ccomp"))
        says = self._tree.nodes[word.head].upos in ("VERB", "AUX") or word.head in self._cues
        opens = any(self._below(word.head, "xcomp"))
        return Rung(word.head, words, sure=passive or (free and says), subject=opens or not passive)

    def _attribute(self, word: Node) -> Rung | None:
        """None, as an adjective asserts what it tells; but "to take the town the army failed" may be read as one."""
        above = self._tree.nodes[word.head].head
        return Rung(above, self.qualifying(above)) if word.features.get("VerbForm") == "Inf" and above >= 0 else None

    def _is_own_assertion(self, node: int) -> bool:
        return any(self._key(child) in self._words.asserting for child in self._below(node, *_OPENING))

    def _operates(self, node: int) -> bool:
        key = self._key(node)
        return node in self._cues or key in self._words.undoing or key in self._words.achieving

    def _is_gerund(self, node: int) -> bool:
        return self._key(node) in self._grammar.gerunds

    def _is_infinitive(self, node: int) -> bool:
        """Whether a verb is an infinitive by its form, or by what stands before it."""
        if self._tree.nodes[node].features.get("VerbForm") == "Inf":
            return not self._is_gerund(node)
        marked = any(self._key(mark) in self._grammar.infinitive_marks for mark in self._below(node, "mark"))
        return marked and not self._finite(node) and not self._is_gerund(node)

    def _finite(self, node: int) -> bool:
        """Whether a verb or its auxiliary is finite: "captured", "had captured", not "to have captured"."""
        verbs = (node, *self._below(node, "aux", "cop"))
        return any(self._tree.nodes[verb].features.get("VerbForm") == "Fin" for verb in verbs)

    def _is_past(self, node: int) -> bool:
        """Whether a clause tells of the past: "captured", "has captured", "was captured", not "would have captured"."""
        verb, helpers = self._tree.nodes[node], [self._tree.nodes[child] for child in self._below(node, "aux", "cop")]
        finite = [word for word in (verb, *helpers) if word.features.get("VerbForm") == "Fin"]
        if any(word.features.get("Mood") in ("Sub", "Cnd") for word in finite):
            return False
        participle = verb.features.get("VerbForm") == "Part"
        perfect = any(word.relation == "aux" and word.features.get("Tense") == "Pres" for word in helpers)
        return (participle and perfect) or any(word.features.get("Tense") == "Past" for word in finite)

    def _is_told(self, node: int) -> bool:
        """Whether a finite clause in the present tells what is: "announced that fighting goes on".

        In German and behind "da" the present also tells what is to come.
        """
        to_come = any(self._key(mark) in self._words.purpose for mark in self._below(node, "mark"))
        return self._finite(node) and not to_come and not self._grammar.inversion

    def _below(self, node: int, *relations: str) -> Iterator[int]:
        return (child for child in self._tree.children[node] if self._is(child, *relations))

    def _is(self, node: int, *relations: str) -> bool:
        return self._tree.nodes[node].universal in relations

    def _key(self, node: int) -> str:
        return self._tree.nodes[node].text.lower()
