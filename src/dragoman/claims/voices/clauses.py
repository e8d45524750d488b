"""Clauses of a sentence's tree, as word numbers: a verb's subject, the words that make one verb, a noun's phrase."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.analysis.sentence import Analysis, Node

_VERB_WORDS = frozenset({"aux", "cop"})
_PARTICIPLES = frozenset({"Part", "Ger", "Inf", "Conv"})
_PERSONS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM", "VERB"})
_AS = "as"  # "quoted X as saying"
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")


def child(tree: Analysis, node: int, *relations: str) -> int | None:
    """The first of them."""
    return next(tree.hanging(node, *relations), None)


def cases(tree: Analysis, node: int) -> str:
    """What stands before or behind a noun and governs it, in small letters: "according to", "laut", ""."""
    words = [
        inner
        for case in tree.hanging(node, "case")
        for inner in (case, *tree.hanging(case, "fixed"))
    ]  # fmt: skip
    return " ".join(tree.nodes[index].text.lower() for index in sorted(words))


def mark(tree: Analysis, verb: int) -> str:
    """The conjunction that opens a clause, or ""."""
    return " ".join(tree.nodes[index].text.lower() for index in tree.hanging(verb, "mark"))


def is_passive(tree: Analysis, verb: int) -> bool:
    """Whether a verb's subject is not who does it."""
    return any(tree.nodes[c].relation in ("nsubj:pass", "aux:pass", "csubj:pass") for c in tree.children[verb])


def subject(tree: Analysis, verb: int) -> int | None:
    """Who does what an active verb tells: its own subject, or that of the verb that it is joined to or serves."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        own = _own_subject(tree, verb)
        if own is not None:
            return own
        node = tree.nodes[verb]
        if node.head < 0:
            return None
        if _qualifies(tree, verb):
            return node.head if tree.nodes[node.head].upos in _PERSONS else None
        if not _shares_subject(tree, verb):
            return None
        if node.universal == "advcl" and mark(tree, verb) == _AS:
            other = child(tree, node.head, "obj")
            return child(tree, node.head, "nsubj") if other is None else other
        if node.universal == "xcomp" and (other := child(tree, node.head, "obj", "iobj")) is not None:
            return other
        verb = node.head
    return None


def _own_subject(tree: Analysis, verb: int) -> int | None:
    """A verb's own subject; of two the one nearer to it that is no relative pronoun's double."""
    own = [index for index in tree.hanging(verb, "nsubj") if tree.nodes[index].relation != "nsubj:outer"]
    return min(own, key=lambda index: (abs(index - verb), index), default=None)


def _qualifies(tree: Analysis, verb: int) -> bool:
    """Whether a participle hangs on the noun that does it: "a statement saying", "officials citing"."""
    node = tree.nodes[verb]
    return node.universal in ("acl", "amod") and node.relation != "acl:relcl" and not mark(tree, verb)


def _shares_subject(tree: Analysis, verb: int) -> bool:
    node = tree.nodes[verb]
    if node.universal in ("conj", "xcomp"):
        return True
    loose = node.features.get("VerbForm") in _PARTICIPLES or not node.features.get("VerbForm")
    return node.universal == "advcl" and loose


def verb_words(tree: Analysis, verb: int) -> set[int]:
    """A verb with its auxiliaries and its negation."""
    words = {verb, *tree.hanging(verb, *_VERB_WORDS)}
    return words | {c for c in tree.hanging(verb, "advmod") if tree.nodes[c].upos == "PART" and not tree.children[c]}


def adverbs(tree: Analysis, verb: int) -> set[int]:
    """The bare adverbs among a verb's words and right before them: "has repeatedly said", "also said"."""
    words = verb_words(tree, verb)
    first, last = min(words), max(words)
    return {
        c
        for c in tree.hanging(verb, "advmod")
        if tree.nodes[c].upos == "ADV" and not tree.children[c] and (first < c < last or c in (first - 1, verb - 1))
    }


def phrase(tree: Analysis, head: int, without: Iterable[int] = ()) -> frozenset[int]:
    """A noun's phrase, without what hangs on the words `without`, and without signs and prepositions at its border."""
    whole = set(tree.below(head))
    cut = {index for verb in without if verb in whole for index in tree.below(verb)}
    words = sorted(whole - cut)
    return frozenset(trimmed(tree, _about(words, head)))


def _about(words: list[int], head: int) -> list[int]:
    """The run of words around a head; what a gap parts from it is misread as a rule."""
    place = words.index(head)
    first = last = place
    while first and words[first - 1] >= words[first] - 2:
        first -= 1
    while last + 1 < len(words) and words[last + 1] <= words[last] + 2:
        last += 1
    return list(range(words[first], words[last] + 1))


def trimmed(tree: Analysis, words: list[int]) -> list[int]:
    """Words in order without the signs, conjunctions and prepositions at their border."""
    while words and _outer(tree.nodes[words[0]], opening=True):
        words = words[1:]
    while words and _outer(tree.nodes[words[-1]], opening=False):
        words = words[:-1]
    return words


def _outer(node: Node, *, opening: bool) -> bool:
    if node.upos == "PUNCT" or not node.text[0].isalnum():
        return node.text not in (_OPEN if opening else _CLOSE)
    return opening and node.universal in ("case", "cc", "mark") and node.upos in ("ADP", "CCONJ", "SCONJ")


def clause_of(tree: Analysis, node: int) -> int:
    """The head of the clause that a word stands in, the word itself if it heads one."""
    while tree.nodes[node].head >= 0 and not is_clause(tree, node):
        node = tree.nodes[node].head
    return node


def is_clause(tree: Analysis, node: int) -> bool:
    """Whether a word heads a clause: a verb that no other one serves, or a predicate with a subject or a copula."""
    word = tree.nodes[node]
    if word.universal in ("root", "ccomp", "advcl", "acl", "parataxis", "csubj"):
        return True
    verbal = word.upos == "VERB" or child(tree, node, "cop", "nsubj", "csubj") is not None
    return verbal and word.universal in ("conj", "xcomp")


def told_by_doer(tree: Analysis, verb: int, *, drops: bool) -> int | None:
    """The verb above whose subject does what a clause without a subject tells: "denied shelling", "claims to have …".

    `drops` is whether the language leaves a pronoun out in a finite clause too ("potvrdila da se povukla"); both verbs
    then have the same number.
    """
    node = tree.nodes[verb]
    while node.universal == "conj" and not _sits(tree, verb):
        verb = node.head
        node = tree.nodes[verb]
    if node.universal not in ("ccomp", "xcomp", "advcl") or _sits(tree, verb) or is_passive(tree, verb):
        return None
    if any(
        tree.nodes[i].features.get("VerbForm") in ("Inf", "Ger", "Conv") for i in (verb, *tree.hanging(verb, "aux"))
    ):
        return None if child(tree, node.head, "obj", "iobj") is not None else node.head
    same = _number(tree, verb) == _number(tree, node.head)
    return node.head if drops and node.universal == "ccomp" and same else None


def _sits(tree: Analysis, verb: int) -> bool:
    return child(tree, verb, "nsubj", "csubj") is not None


def _number(tree: Analysis, verb: int) -> str:
    words = (verb, *tree.hanging(verb, "aux"))
    return next((number for i in words if (number := tree.nodes[i].features.get("Number"))), "")
