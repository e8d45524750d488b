"""What hands over without a verb of saying: nouns and adjectives with a clause, adpositions, a headline's colon.

"The claim that …", "X is sure that …", "according to X", "nach Angaben von X", ", so X", "Monitor: …".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.analysis.sentence import Analysis
from dragoman.claims.voices.clauses import cases, child, clause_of, mark, phrase, subject, trimmed, verb_words
from dragoman.claims.voices.speech import CLAUSE, INFINITIVE, Manner, Said, Speech
from dragoman.claims.voices.tellers import teller
from dragoman.claims.voices.telling import Telling, Words
from dragoman.claims.voices.told import aside, below, first_word, trimmed_content
from dragoman.claims.voices.verbs import leading

_BEFORE_SO = frozenset(",\"“”„«»'`;:-–—)(")
_OPENERS = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON"})
_SEATS = frozenset({"obl", "nmod", "advcl", "appos", "parataxis", "conj", "obj", "nsubj", "dep", "root"})


def by_nouns(tree: Analysis, speech: Speech) -> Iterator[Telling]:
    """The tellings of nouns and adjectives."""
    for node, word in enumerate(tree.nodes):
        table = speech.nouns if word.upos == "NOUN" else speech.adjectives if word.upos in ("ADJ", "VERB") else {}
        said = table.get(tree.lemma(node)) if table else None
        content = _noun_content(tree, node, said, speech) if said else frozenset()
        if said and content:
            yield _telling(tree, node, said, content, speech)


def _telling(tree: Analysis, node: int, said: Said, content: Words, speech: Speech) -> Telling:
    support = _support(tree, node)
    rejected = support is not None and speech.rejects(tree, support)
    manner: Manner = "denies" if rejected else said.manner
    cue = {node, *leading(tree, node, content)}
    if tree.nodes[node].upos != "NOUN":
        cue |= verb_words(tree, node)
    head = None if rejected else _owner(tree, node, speech)
    if head is None and support is not None:
        head = teller(tree, support, speech)
        cue |= verb_words(tree, support)
    if head in content or head in cue:
        head = None
    source: Words = frozenset() if head is None else phrase(tree, head, [node])
    own = frozenset(cue) - source
    clause = bool(_noun_clauses(tree, node, said, speech))
    return Telling(node, own, head, source, content - own - source, manner, "noun", clause)


def _noun_content(tree: Analysis, node: int, said: Said, speech: Speech) -> Words:
    inner = below(tree, _noun_clauses(tree, node, said, speech))
    if not inner:
        inner = below(tree, [c for c in tree.hanging(node, "nmod", "obl") if first_word(tree, c) in said.takes])
    return frozenset(trimmed_content(tree, inner))


def _noun_clauses(tree: Analysis, node: int, said: Said, speech: Speech) -> list[int]:
    """The clauses of a noun that it tells; the tree may hang them on its verb ("weist den Vorwurf zurück, …")."""
    own = list(tree.hanging(node, "acl", "ccomp", "xcomp", "advcl", "csubj"))
    above = tree.nodes[node].head
    if not own and tree.nodes[node].universal == "obj":
        own = [c for c in tree.hanging(above, "ccomp", "acl", "xcomp", "advcl") if c > node and mark(tree, c)]
    return [c for c in own if _told_by_noun(tree, c, said, speech)]


def _told_by_noun(tree: Analysis, clause: int, said: Said, speech: Speech) -> bool:
    node = tree.nodes[clause]
    opening = mark(tree, clause)
    if node.relation == "acl:relcl":
        return False
    if opening in speech.that:
        return CLAUSE in said.takes
    if opening in speech.infinitives:
        return INFINITIVE in said.takes
    finite = node.features.get("VerbForm") == "Fin" or child(tree, clause, "aux", "nsubj") is not None
    return finite and node.universal == "ccomp" and CLAUSE in said.takes


def _owner(tree: Analysis, node: int, speech: Speech) -> int | None:
    """Whose word a noun is: "Russia's claim", "Angaben der Armee", "a statement by X"; of an adjective its subject."""
    if tree.nodes[node].upos != "NOUN":
        return subject(tree, node)
    for other in tree.children[node]:
        relation = tree.nodes[other].relation
        owned = relation in ("nmod:poss", "det:poss")
        if owned or (relation.startswith("nmod") and cases(tree, other) in speech.owners):
            return other
    return None


def _support(tree: Analysis, node: int) -> int | None:
    """The verb that a noun of saying makes one with: "issued a statement that", "expressed hope that"."""
    word = tree.nodes[node]
    sits = word.universal in ("obj", "obl") or word.relation == "nsubj:pass"
    if sits and word.head >= 0 and tree.nodes[word.head].upos in ("VERB", "ADJ"):
        return word.head
    return None


def handed(tree: Analysis, speech: Speech) -> Iterator[Telling]:
    """The tellings of adpositions and adverbs."""
    for node, word in enumerate(tree.nodes):
        text = word.text.lower()
        if word.universal in _SEATS and _hands(tree, node, speech):
            yield from _according(tree, node)
        elif text in speech.so and node and tree.nodes[node - 1].text in _BEFORE_SO:
            yield from _so(tree, node)
        elif text in speech.adverbs:
            own = frozenset([node])
            top = clause_of(tree, node)
            content = frozenset(trimmed_content(tree, set(tree.below(top)) - own))
            yield Telling(node, own, node, own, content, "reports", "according")


def _hands(tree: Analysis, node: int, speech: Speech) -> bool:
    case = cases(tree, node)
    if not case:
        return False
    if case in speech.according:
        return True
    if case not in speech.sided:
        return False
    if not {tree.lemma(node).lower(), tree.nodes[node].text.lower()}.isdisjoint(speech.sided[case]):
        return True
    named = any(name.first <= node <= name.last and name.type != "LOC" for name in tree.names)
    own = set(tree.below(node))
    first = min(i for i in own if tree.nodes[i].text[0].isalnum())
    return named and (first == 0 or aside(tree, own))


def _according(tree: Analysis, node: int) -> Iterator[Telling]:
    own = set(tree.below(node))
    cue = {inner for case in tree.hanging(node, "case") for inner in (case, *tree.hanging(case, "fixed"))}
    source = phrase(tree, node, cue) - cue
    above = tree.nodes[node].head
    if above < 0:
        return
    top = clause_of(tree, above)
    content = frozenset(trimmed_content(tree, set(tree.below(top)) - own))
    yield Telling(min(cue), frozenset(cue), node, source, content, "reports", "according")


def _so(tree: Analysis, node: int) -> Iterator[Telling]:
    """ "…", so der Minister: a name right behind a sign and "so", up to the next sign or the end."""
    last = node + 1
    while last < len(tree.nodes) and tree.nodes[last].text[0].isalnum():
        last += 1
    inside = range(node + 1, last)
    if not inside or tree.nodes[node + 1].upos not in _OPENERS or _has(tree, inside, "VERB", "AUX", "SCONJ"):
        return
    heads = [i for i in inside if tree.nodes[i].upos in ("NOUN", "PROPN", "PRON")]
    if not heads:
        return
    head = min(heads, key=lambda i: (tree.depth(i), i))
    source = frozenset(trimmed(tree, [i for i in sorted(tree.below(head)) if i in inside])) | {head}
    content = frozenset(trimmed_content(tree, set(range(len(tree.nodes))) - set(range(node, last))))
    yield Telling(node, frozenset([node]), head, source, content, "reports", "according")


def headed(tree: Analysis) -> Iterator[Telling]:
    """ "Monitor: raids kill ten": a name before the colon of a headline says the rest."""
    colon = next((i for i, node in enumerate(tree.nodes[:9]) if node.text == ":"), None)
    if not colon or colon + 2 >= len(tree.nodes):
        return
    before = range(colon)
    if _has(tree, before, "VERB", "AUX", "PUNCT", "NUM") or not _has(tree, before, "PROPN"):
        return
    head = min(before, key=lambda i: (tree.depth(i), i))
    content = frozenset(trimmed_content(tree, set(range(colon + 1, len(tree.nodes)))))
    yield Telling(colon, frozenset([colon]), head, frozenset(before), content, "reports", "colon")


def _has(tree: Analysis, words: Iterable[int], *tags: str) -> bool:
    return any(tree.nodes[index].upos in tags for index in words)
