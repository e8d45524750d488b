"""What a verb of saying tells: a clause, an infinitive, a thing, what stands around it, or a quotation beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from dragoman.analysis.sentence import Analysis
from dragoman.claims.voices.clauses import child, clause_of, is_passive, mark
from dragoman.claims.voices.speech import AS, CLAUSE, INFINITIVE, OBJECT, Said, Speech
from dragoman.claims.voices.tellers import is_reflexive, under
from dragoman.claims.voices.telling import Span, Words

_SIGNS = frozenset(",\"“”„«»'`;:-–—)(")
_OF_SAYING = ("obl", "advmod", "nsubj", "iobj", "obj", "mark", "advcl", "cc")
_QUOTES = frozenset('"“”„«»')


def told(tree: Analysis, verb: int, said: Said, more: Sequence[int], speech: Speech, quoted: Sequence[Span]) -> Words:
    """The words that a verb of saying tells; none where it has nothing of what it takes.

    `more` are the words that make one verb with it, `quoted` quotations in offsets of the document.
    """
    ways: tuple[Callable[[], set[int]], ...] = (
        lambda: _with_quotation(tree, verb, _clausal(tree, verb, said, more, speech), quoted),
        lambda: _infinitive(tree, verb, more, speech) if INFINITIVE in said.takes else set(),
        lambda: _quotation(tree, verb, quoted) if CLAUSE in said.takes else set(),
        lambda: _judged(tree, verb, speech) if AS in said.takes else set(),
        lambda: _thing(tree, verb, more, speech) if OBJECT in said.takes else set(),
        lambda: _governed(tree, verb, said),
    )
    found = (trimmed_content(tree, way()) for way in ways)
    return frozenset(next(filter(None, found), ()))


def _clausal(tree: Analysis, verb: int, said: Said, more: Sequence[int], speech: Speech) -> set[int]:
    """A clause of the verb's own, else what stands around it."""
    if CLAUSE not in said.takes:
        return set()
    own = below(tree, [c for c in _clauses(tree, verb, speech) if _allowed(tree, c, said)])
    return own | _through(tree, more) or _around(tree, verb, said, speech)


def _clauses(tree: Analysis, verb: int, speech: Speech) -> Iterator[int]:
    yield from tree.hanging(verb, "ccomp")
    yield from _parataxes(tree, verb)
    if is_passive(tree, verb) or is_reflexive(tree, verb):
        yield from tree.hanging(verb, "csubj")
    yield from (c for c in tree.hanging(verb, "advcl", "acl", "xcomp") if mark(tree, c) in speech.that)


def _allowed(tree: Analysis, clause: int, said: Said) -> bool:
    """An infinitive in the seat of a clause counts where the verb takes one."""
    bare = tree.nodes[clause].features.get("VerbForm") in ("Inf", "Ger") and child(tree, clause, "nsubj", "aux") is None
    return not bare or INFINITIVE in said.takes or tree.nodes[clause].universal == "ccomp"


def _parataxes(tree: Analysis, verb: int) -> Iterator[int]:
    """What is told beside the verb, behind a colon or a quotation mark."""
    for other in tree.hanging(verb, "parataxis", "appos", "dislocated"):
        first = min(tree.below(other))
        before = [tree.nodes[i].text for i in (first - 1, first) if i >= 0]
        if first > verb and (":" in before or _QUOTES & set(before)):
            yield other


def _through(tree: Analysis, more: Sequence[int]) -> set[int]:
    """A clause that hangs on the verb's other half: "gab bekannt, dass …"."""
    return below(tree, [c for part in more for c in tree.hanging(part, "ccomp", "xcomp", "csubj")])


def _around(tree: Analysis, verb: int, said: Said, speech: Speech) -> set[int]:
    """What stands around a verb of saying without a complement: an aside, or at the end of what it tells."""
    node = tree.nodes[verb]
    if node.head < 0:
        return set()
    own = set(tree.below(verb))
    if node.universal == "advcl" and mark(tree, verb) in speech.as_marks:
        return set(tree.below(node.head)) - own
    relative = node.relation == "acl:relcl" and not _is_pronominal(tree, verb, speech)
    if relative and (said.manner == "denies" or tree.lemma(node.head) in speech.nouns):
        return set()  # "a claim the rebels denied"
    if node.universal not in ("parataxis",) and not relative and not (node.universal == "conj" and _ends(tree, own)):
        return set()
    inverted = min(i for i in own if tree.nodes[i].text[0].isalnum()) == verb
    busy = child(tree, verb, "obj") is not None and not inverted
    if not aside(tree, own) or busy or said.manner == "accuses":
        return set()
    top = clause_of(tree, node.head)
    return set(tree.below(top)) - own


def _is_pronominal(tree: Analysis, verb: int, speech: Speech) -> bool:
    """Whether a relative pronoun opens the clause, so that it is none of the asides."""
    return any(tree.nodes[c].features.get("PronType") == "Rel" or tree.nodes[c].text.lower() in speech.who
               for c in tree.children[verb])  # fmt: skip


def aside(tree: Analysis, own: set[int]) -> bool:
    """Whether signs part the words from the rest."""
    first, last = min(own), max(own)
    before = tree.nodes[first - 1].text if first else ","
    inside = tree.nodes[first].text
    after = tree.nodes[last + 1].text if last + 1 < len(tree.nodes) else "."
    return bool({before, inside} & _SIGNS) and (not after[0].isalnum() or bool({tree.nodes[last].text} & _SIGNS))


def _ends(tree: Analysis, own: set[int]) -> bool:
    """Whether only signs stand behind, and no conjunction joins."""
    behind = tree.nodes[max(own) + 1 :]
    return all(not node.text[0].isalnum() for node in behind) and not any(
        tree.nodes[i].upos == "CCONJ" for i in sorted(own)[:2]
    )


def _infinitive(tree: Analysis, verb: int, more: Sequence[int], speech: Speech) -> set[int]:
    """ "To leave", "rebels to leave": whoever shall do it is told as well."""
    found = [c for c in tree.hanging(verb, "xcomp", "advcl", "acl") if c not in more and _loose(tree, c, speech)]
    if not found:
        return set()
    pushed = list(tree.hanging(verb, "obj", "iobj")) if tree.nodes[found[0]].universal == "xcomp" else []
    if is_passive(tree, verb):
        pushed = list(tree.hanging(verb, "nsubj"))
    return below(tree, [*pushed, *found])


def _loose(tree: Analysis, clause: int, speech: Speech) -> bool:
    features = tree.nodes[clause].features
    own = child(tree, clause, "mark") is not None and mark(tree, clause) in speech.infinitives | speech.that
    return (own or tree.nodes[clause].universal == "xcomp") and features.get("VerbForm") != "Fin"


def _judged(tree: Analysis, verb: int, speech: Speech) -> set[int]:
    """ "Called it a lie", "bezeichnete es als Lüge": what is judged and how."""
    how = [c for c in tree.hanging(verb, "obl", "advcl") if first_word(tree, c) in speech.how]
    how += tree.hanging(verb, "xcomp")
    what = [*tree.hanging(verb, "obj"), *(tree.hanging(verb, "nsubj") if is_passive(tree, verb) else ())]
    return below(tree, [*what, *how]) if what and how else set()


def _thing(tree: Analysis, verb: int, more: Sequence[int], speech: Speech) -> set[int]:
    """ "Denied the attack", "the attack was denied by X": in the passive only where somebody is named."""
    passive = is_passive(tree, verb)
    if passive and under(tree, verb, speech.agents) is None:
        return set()
    things = tree.hanging(verb, "nsubj" if passive else "obj")
    return below(tree, [c for c in things if c not in more and not _speaks_on(tree, c, speech)])


def _governed(tree: Analysis, verb: int, said: Said) -> set[int]:
    """ "Spoke of a victory", "accused X of shelling": a noun or a clause under one of the verb's prepositions."""
    found = tree.hanging(verb, "obl", "advcl", "ccomp")
    return below(tree, [c for c in found if first_word(tree, c) in said.takes])


def _speaks_on(tree: Analysis, thing: int, speech: Speech) -> bool:
    """Whether what is issued itself says something: "a statement saying that …"."""
    return any(
        tree.nodes[c].relation == "acl" and not mark(tree, c) and speech.verb(tree, c) is not None
        for c in tree.hanging(thing, "acl")
    )


def first_word(tree: Analysis, node: int) -> str:
    """The preposition or conjunction that opens a phrase or clause, or ""."""
    governing = [c for c in tree.hanging(node, "case", "mark") if c < node]
    return tree.nodes[min(governing)].text.lower() if governing else ""


def _quotation(tree: Analysis, verb: int, quoted: Sequence[Span]) -> set[int]:
    """The quotation next to a verb of saying that the tree has nothing to tell for."""
    if any(start <= tree.nodes[verb].start < end for start, end in quoted):
        return set()
    return {i for span in quoted for i in _inside(tree, span)}


def _with_quotation(tree: Analysis, verb: int, inner: set[int], quoted: Sequence[Span]) -> set[int]:
    """A quotation of which a part is told is told as a whole."""
    whole = set(inner)
    for span in quoted:
        words = _inside(tree, span)
        if words & inner and verb not in words:
            whole |= words
    return whole


def _inside(tree: Analysis, span: Span) -> set[int]:
    return {i for i, node in enumerate(tree.nodes) if span[0] <= node.start and node.end <= span[1]}


def filled(tree: Analysis, verb: int, content: Words, own: Words) -> Words:
    """The words told with those between them that the tree hung elsewhere, but for what tells of the saying itself."""
    if not content:
        return content
    kept = set(own)
    for other in tree.hanging(verb, *_OF_SAYING):
        if other not in content:
            kept |= set(tree.below(other)) - content
    first, last = min(content), max(content)
    if first < verb < last:
        kept |= {i for i in range(first, last) if not tree.nodes[i].text[0].isalnum()}
    return content | {i for i in range(first, last) if i not in kept}


def trimmed_content(tree: Analysis, words: Iterable[int]) -> list[int]:
    """Told words in order, each run without the commas and stops at its border; quotation marks stay."""
    kept: list[int] = []
    for run in runs(sorted(words)):
        inner = [i for i, index in enumerate(run) if _lasts(tree.nodes[index].text)]
        if inner and any(tree.nodes[index].text[0].isalnum() for index in run):
            kept += run[inner[0] : inner[-1] + 1]
    return kept


def _lasts(text: str) -> bool:
    return text[0].isalnum() or text[0] in "\"“”„«»'‘’‚()[]$€£@#%`"


def runs(words: Iterable[int]) -> list[list[int]]:
    """Numbers in order, as runs without a gap."""
    found: list[list[int]] = []
    for index in words:
        if found and found[-1][-1] == index - 1:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def below(tree: Analysis, heads: Iterable[int]) -> set[int]:
    """Words and all that hangs on them."""
    return {index for head in heads for index in tree.below(head)}
