"""Who says what in one sentence, by its tree: every word of saying with its speaker and the words told.

The rules are over constructions of Universal Dependencies, the words in the packs (`speech.py`):

1. A verb with a clause, an infinitive, an object or a noun under a preposition, as the pack says; the verb may stand
   behind what it tells ("…, X said"), inside it, or open an aside ("as X said"). Its speaker is its subject, in the
   passive its agent, and nobody where it has none.
2. A noun or an adjective with a clause of its own: "the claim that …", "X is sure that …".
3. An adposition: "according to X", "laut X", "nach Angaben von X"; and what else hands over without a verb: ", so X".
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.analysis.sentence import Analysis
from dragoman.claims.clauses import (
    adverbs, cases, child, children, clause_of, is_passive, mark, phrase, subject, trimmed, verb_words,
)  # fmt: skip
from dragoman.claims.speech import AS, CLAUSE, INFINITIVE, OBJECT, Manner, Said, Speech

_SIGNS = frozenset(',"“”„«»\'`;:-–—)(')
_QUOTES = frozenset("\"“”„«»")
_CLAUSES = frozenset({"ccomp", "parataxis", "root", "csubj", "advcl"})
Words = frozenset[int]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """Words of the tree: `cue` with its head `word`, the speaker's phrase with its head, and what he says.

    `head` is None and `source` empty where nobody is named. `kind` is verb, noun, according or colon.
    """

    word: int
    cue: Words
    head: int | None
    source: Words
    content: Words
    manner: Manner
    kind: str
    clause: bool = False  # whether a clause of its own is told, and no thing


def tellings(tree: Analysis, speech: Speech, quoted: Sequence[Span] = ()) -> list[Telling]:
    """All attributions of a sentence, in the order of their cues; `quoted` are the quotations, in offsets of the text."""
    found = [*_by_verbs(tree, speech, quoted), *_by_nouns(tree, speech), *_handed(tree, speech), *_headed(tree)]
    kept = [one for one in found if one.content]
    return sorted(kept, key=lambda one: (one.word, min(one.content)))


# Verbs


def _by_verbs(tree: Analysis, speech: Speech, quoted: Sequence[Span]) -> Iterator[Telling]:
    for node, word in enumerate(tree.nodes):
        if word.upos not in ("VERB", "ADJ", "AUX") or (known := speech.verb(tree, node)) is None:
            continue
        said, more = known
        if word.upos != "VERB" and not _participle(tree, node):
            continue
        content = _told(tree, node, said, more, speech, quoted)
        if not content:
            continue
        clause = any(tree.nodes[c].universal in _CLAUSES for c in content) and CLAUSE in said.takes
        clause = clause and not any(tree.nodes[c].universal == "obj" for c in tree.children[node] if c in content)
        cue = verb_words(tree, node) | set(more) | _as(tree, node, speech) | _opened(tree, node) | _leading(tree, node, content)
        if speech.adverbs_inside:
            cue |= adverbs(tree, node)
        issued = _issued(tree, node)
        head = _speaker(tree, node if issued is None else issued, speech)
        if issued is not None:
            cue |= {tree.nodes[node].head, *verb_words(tree, issued)}
        if head is not None and (head in cue or head in content):
            head = None
        source = phrase(tree, head, [node] if node != head else []) if head is not None else frozenset()
        cue, source = frozenset(cue) - source, source
        yield Telling(node, cue, head, source, _filled(tree, node, content - cue - source, cue | source), said.manner, "verb", clause)


def _issued(tree: Analysis, node: int) -> int | None:
    """The verb of "issued a statement saying that …": whoever issues it says it."""
    word = tree.nodes[node]
    if word.relation != "acl" or mark(tree, node) or tree.nodes[word.head].universal != "obj":
        return None
    above = tree.nodes[word.head].head
    return above if tree.nodes[above].upos == "VERB" and child(tree, above, "nsubj") is not None else None


def _as(tree: Analysis, node: int, speech: Speech) -> set[int]:
    """The "as" of "as X said"."""
    return {c for c in children(tree, node, "mark") if tree.nodes[c].text.lower() in speech.as_marks}


def _opened(tree: Analysis, node: int) -> set[int]:
    """The verb that opens on a verb of saying: "went on to say", "declined to say"."""
    word = tree.nodes[node]
    if word.universal != "xcomp" or tree.nodes[word.head].upos != "VERB" or word.features.get("VerbForm") == "Fin":
        return set()
    return verb_words(tree, word.head) | set(children(tree, node, "mark"))


def _leading(tree: Analysis, node: int, content: Words) -> set[int]:
    """The preposition between a word of saying and what it tells: "spoke of", "called for"."""
    return {
        case
        for other in children(tree, node, "obl", "nmod", "advcl")
        if other in content
        for case in children(tree, other, "case")
        if case == min(tree.below(other))
    }


def _participle(tree: Analysis, node: int) -> bool:
    features = tree.nodes[node].features
    return features.get("VerbForm") == "Part" or features.get("Voice") == "Pass"


def _speaker(tree: Analysis, verb: int, speech: Speech) -> int | None:
    """The head of who says it: the subject, in the passive the agent, with "it says" the paper where it stands."""
    if is_passive(tree, verb) or _reflexive(tree, verb):
        return _under(tree, verb, speech.agents) if is_passive(tree, verb) else _under(tree, verb, speech.in_documents)
    found = subject(tree, verb)
    if found is None or tree.nodes[found].text.lower() not in speech.empty:
        return found
    return _under(tree, verb, speech.in_documents)


def hearers(tree: Analysis, verb: int, speech: Speech) -> Iterator[int]:
    """To whom it is said: "told Reuters", "sagte der Agentur", "für den Sender", "in an interview with X"."""
    yield from children(tree, verb, "iobj")
    for other in children(tree, verb, "obj", "obl"):
        if tree.lemma(other) in speech.talks:
            yield from (inner for inner in children(tree, other, "nmod", "appos") if inner > other)
        elif tree.nodes[other].universal == "obj" or tree.nodes[other].relation == "obl:arg":
            yield other
        elif cases(tree, other) in speech.hearing:
            yield other


def _reflexive(tree: Analysis, verb: int) -> bool:
    """ "Navodi se": said of nobody."""
    bare = child(tree, verb, "nsubj") is None
    return bare and any(tree.nodes[c].relation in ("expl:pv", "expl:pass", "expl") and tree.nodes[c].text.lower() == "se"
                        for c in tree.children[verb])  # fmt: skip


def _under(tree: Analysis, verb: int, prepositions: Iterable[str]) -> int | None:
    agents = [c for c in children(tree, verb, "obl") if tree.nodes[c].relation == "obl:agent"]
    led = [c for c in children(tree, verb, "obl") if cases(tree, c) in prepositions]
    return next(iter([*agents, *led]), None)


def _told(
    tree: Analysis, verb: int, said: Said, more: Sequence[int], speech: Speech, quoted: Sequence[Span]
) -> Words:
    """The words that a verb of saying tells; none where it has nothing of what it takes."""
    inner = _below(tree, [c for c in _clauses(tree, verb) if _allowed(tree, verb, c, said)])
    if CLAUSE in said.takes:
        inner |= _through(tree, more)
        if not inner:
            inner = _around(tree, verb, said, speech)
        if inner:
            return frozenset(trimmed_content(tree, _with_quotation(tree, verb, inner, quoted)))
    if not inner and INFINITIVE in said.takes:
        inner = _infinitive(tree, verb, more)
    if not inner and CLAUSE in said.takes:
        inner = _quotation(tree, verb, quoted)
    if not inner and AS in said.takes:
        inner = _judged(tree, verb)
    if not inner and OBJECT in said.takes and (not is_passive(tree, verb) or _under(tree, verb, speech.agents)):
        inner = _below(tree, [c for c in _things(tree, verb) if c not in more and not _speaks_on(tree, c, speech)])
    if not inner:
        inner = _below(tree, [c for c in children(tree, verb, "obl", "advcl", "ccomp") if _first_word(tree, c) in said.takes])
        if inner:
            inner -= set(next(iter(_runs(sorted(inner))))[:1]) if AS in said.takes else set()
    return frozenset(trimmed_content(tree, inner))


def _clauses(tree: Analysis, verb: int) -> list[int]:
    passive = is_passive(tree, verb) or _reflexive(tree, verb)
    found = [*children(tree, verb, "ccomp"), *_parataxes(tree, verb), *(children(tree, verb, "csubj") if passive else ())]
    found += [c for c in children(tree, verb, "advcl", "acl", "xcomp") if mark(tree, c) in ("that", "dass", "daß", "da", "whether", "ob")]
    return found


def _allowed(tree: Analysis, verb: int, clause: int, said: Said) -> bool:
    """An infinitive in the seat of a clause counts where the verb takes one."""
    bare = tree.nodes[clause].features.get("VerbForm") in ("Inf", "Ger") and child(tree, clause, "nsubj", "aux") is None
    return CLAUSE in said.takes and (not bare or INFINITIVE in said.takes or tree.nodes[clause].universal == "ccomp")


def _parataxes(tree: Analysis, verb: int) -> Iterator[int]:
    """What is told beside the verb, behind a colon or a quotation mark."""
    for other in children(tree, verb, "parataxis", "appos", "dislocated"):
        first = min(tree.below(other))
        before = [tree.nodes[i].text for i in (first - 1, first) if i >= 0]
        if first > verb and (":" in before or _QUOTES & set(before)):
            yield other


def _through(tree: Analysis, more: Sequence[int]) -> set[int]:
    """A clause that hangs on the verb's other half: "gab bekannt, dass …"."""
    return _below(tree, [c for part in more for c in children(tree, part, "ccomp", "xcomp", "csubj")])


def _around(tree: Analysis, verb: int, said: Said, speech: Speech) -> set[int]:
    """What stands around a verb of saying without a complement: an aside, or at the end of what it tells."""
    node = tree.nodes[verb]
    if node.head < 0:
        return set()
    own = set(tree.below(verb))
    if node.universal == "advcl" and mark(tree, verb) in speech.as_marks:
        return set(tree.below(node.head)) - own
    relative = node.relation == "acl:relcl" and not _is_pronominal(tree, verb)
    if node.universal not in ("parataxis",) and not relative and not (node.universal == "conj" and _ends(tree, own)):
        return set()
    inverted = min(i for i in own if tree.nodes[i].text[0].isalnum()) == verb
    busy = child(tree, verb, "obj") is not None and not inverted
    if not _aside(tree, own) or busy or said.manner == "accuses":
        return set()
    top = clause_of(tree, node.head)
    return set(tree.below(top)) - own


def _is_pronominal(tree: Analysis, verb: int) -> bool:
    """Whether a relative pronoun opens the clause, so that it is none of the asides."""
    return any(tree.nodes[c].features.get("PronType") == "Rel" or tree.nodes[c].text.lower() in ("who", "which", "that")
               for c in tree.children[verb])  # fmt: skip


def _aside(tree: Analysis, own: set[int]) -> bool:
    """Whether signs part the words from the rest."""
    first, last = min(own), max(own)
    before = tree.nodes[first - 1].text if first else ","
    inside = tree.nodes[first].text
    after = tree.nodes[last + 1].text if last + 1 < len(tree.nodes) else "."
    return bool({before, inside} & _SIGNS) and (not after[0].isalnum() or bool({tree.nodes[last].text} & _SIGNS))


def _ends(tree: Analysis, own: set[int]) -> bool:
    """Whether only signs stand behind, and no conjunction joins."""
    behind = tree.nodes[max(own) + 1 :]
    return all(not node.text[0].isalnum() for node in behind) and not any(tree.nodes[i].upos == "CCONJ" for i in sorted(own)[:2])


def _infinitive(tree: Analysis, verb: int, more: Sequence[int]) -> set[int]:
    """ "To leave", "rebels to leave": whoever shall do it is told as well."""
    found = [c for c in children(tree, verb, "xcomp", "advcl", "acl") if c not in more and _loose(tree, c)]
    if not found:
        return set()
    pushed = list(children(tree, verb, "obj", "iobj")) if tree.nodes[found[0]].universal == "xcomp" else []
    if is_passive(tree, verb):
        pushed = list(children(tree, verb, "nsubj"))
    return _below(tree, [*pushed, *found])


def _loose(tree: Analysis, clause: int) -> bool:
    features = tree.nodes[clause].features
    own = child(tree, clause, "mark") is not None and mark(tree, clause) in ("to", "zu", "da")
    return (own or tree.nodes[clause].universal == "xcomp") and features.get("VerbForm") != "Fin"


def _judged(tree: Analysis, verb: int) -> set[int]:
    """ "Called it a lie", "bezeichnete es als Lüge": what is judged and how."""
    how = [*children(tree, verb, "xcomp"), *(c for c in children(tree, verb, "obl", "advcl", "xcomp") if _first_word(tree, c) in ("as", "als", "to", "with"))]
    what = [*children(tree, verb, "obj"), *(children(tree, verb, "nsubj") if is_passive(tree, verb) else ())]
    return _below(tree, [*what, *how]) if what and how else set()


def _things(tree: Analysis, verb: int) -> list[int]:
    passive = is_passive(tree, verb)
    return list(children(tree, verb, "nsubj" if passive else "obj"))


def _speaks_on(tree: Analysis, thing: int, speech: Speech) -> bool:
    """Whether what is issued itself says something: "a statement saying that …"."""
    return any(
        tree.nodes[c].relation == "acl" and not mark(tree, c) and speech.verb(tree, c) is not None
        for c in children(tree, thing, "acl")
    )


def _first_word(tree: Analysis, node: int) -> str:
    governing = [c for c in children(tree, node, "case", "mark") if c < node]
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


# Nouns and adjectives


def _by_nouns(tree: Analysis, speech: Speech) -> Iterator[Telling]:
    for node, word in enumerate(tree.nodes):
        table = speech.nouns if word.upos == "NOUN" else speech.adjectives if word.upos in ("ADJ", "VERB") else {}
        said = table.get(tree.lemma(node)) if table else None
        if said is None:
            continue
        content = _noun_content(tree, node, said)
        if not content:
            continue
        support = _support(tree, node)
        manner: Manner = "denies" if support is not None and speech.rejects(tree, support) else said.manner
        head = _owner(tree, node, speech) if manner == said.manner else None
        cue = {node, *_leading(tree, node, content)} | (verb_words(tree, node) if word.upos != "NOUN" else set())
        if head is None and support is not None:
            head = _speaker(tree, support, speech)
            cue |= verb_words(tree, support)
        if head is not None and (head in content or head in cue):
            head = None
        source = phrase(tree, head, [node]) if head is not None and head != node else frozenset()
        yield Telling(node, frozenset(cue) - source, head, source, frozenset(content) - frozenset(cue) - source, manner, "noun", bool(_noun_clauses(tree, node, said)))


def _noun_content(tree: Analysis, node: int, said: Said) -> Words:
    inner = _below(tree, _noun_clauses(tree, node, said))
    if not inner:
        inner = _below(tree, [c for c in children(tree, node, "nmod", "obl") if _first_word(tree, c) in said.takes])
    return frozenset(trimmed_content(tree, inner))


def _noun_clauses(tree: Analysis, node: int, said: Said) -> list[int]:
    """The clauses of a noun that it tells; the tree may hang them on its verb ("weist den Vorwurf zurück, …")."""
    own = list(children(tree, node, "acl", "ccomp", "xcomp", "advcl", "csubj"))
    above = tree.nodes[node].head
    if not own and tree.nodes[node].universal == "obj":
        own = [c for c in children(tree, above, "ccomp", "acl", "xcomp", "advcl") if c > node and mark(tree, c)]
    return [c for c in own if _told_by_noun(tree, c, said)]


def _told_by_noun(tree: Analysis, clause: int, said: Said) -> bool:
    node = tree.nodes[clause]
    opening = mark(tree, clause)
    if node.relation == "acl:relcl":
        return False
    if opening in ("that", "dass", "daß", "da", "whether", "ob", "kako"):
        return CLAUSE in said.takes
    if opening in ("to", "zu"):
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
        if owned or (relation.startswith("nmod") and (cases(tree, other) in ("'s", "’s", "'", "’", "by", "from") or (cases(tree, other) == "" and tree.language != "en"))):
            return other
    return None


def _support(tree: Analysis, node: int) -> int | None:
    """The verb that a noun of saying makes one with: "issued a statement that", "expressed hope that"."""
    word = tree.nodes[node]
    sits = word.universal in ("obj", "obl") or word.relation == "nsubj:pass"
    if sits and word.head >= 0 and tree.nodes[word.head].upos in ("VERB", "ADJ"):
        return word.head
    return None


# Adpositions, "so" and headlines


def _handed(tree: Analysis, speech: Speech) -> Iterator[Telling]:
    for node, word in enumerate(tree.nodes):
        text = word.text.lower()
        if word.universal in ("obl", "nmod", "advcl", "appos", "parataxis", "conj", "obj", "nsubj", "dep", "root") and _hands(tree, node, speech):
            yield from _according(tree, node)
        elif text in speech.so and node and tree.nodes[node - 1].text in _SIGNS:
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
    return tree.lemma(node) in speech.sided[case] or tree.nodes[node].text in speech.sided[case]


def _according(tree: Analysis, node: int) -> Iterator[Telling]:
    own = set(tree.below(node))
    cue = {inner for case in children(tree, node, "case") for inner in (case, *children(tree, case, "fixed"))}
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
    if not inside or any(tree.nodes[i].upos in ("VERB", "AUX", "SCONJ") for i in inside) or tree.nodes[node + 1].upos not in ("DET", "NOUN", "PROPN", "ADJ", "PRON"):
        return
    heads = [i for i in inside if tree.nodes[i].upos in ("NOUN", "PROPN", "PRON")]
    if not heads:
        return
    head = min(heads, key=lambda i: (tree.depth(i), i))
    source = frozenset(trimmed(tree, [i for i in sorted(tree.below(head)) if i in inside])) | {head}
    content = frozenset(trimmed_content(tree, set(range(len(tree.nodes))) - set(range(node, last))))
    yield Telling(node, frozenset([node]), head, source, content, "reports", "according")


def _headed(tree: Analysis) -> Iterator[Telling]:
    """ "Monitor: raids kill ten": a name before the colon of a headline says the rest."""
    colon = next((i for i, node in enumerate(tree.nodes[:9]) if node.text == ":"), None)
    if not colon or colon + 2 >= len(tree.nodes):
        return
    before = range(colon)
    if any(tree.nodes[i].upos in ("VERB", "AUX", "PUNCT", "NUM") for i in before) or not any(tree.nodes[i].upos == "PROPN" for i in before):
        return
    head = min(before, key=lambda i: (tree.depth(i), i))
    content = frozenset(trimmed_content(tree, set(range(colon + 1, len(tree.nodes)))))
    yield Telling(colon, frozenset([colon]), head, frozenset(before), content, "reports", "colon")


# What is told


def _filled(tree: Analysis, verb: int, content: Words, own: Words) -> Words:
    """The words told with those between them that the tree hung elsewhere, but for what tells of the saying itself."""
    if not content:
        return content
    kept = set(own)
    for other in tree.children[verb]:
        if tree.nodes[other].universal in ("obl", "advmod", "nsubj", "iobj", "obj", "mark", "advcl", "cc") and other not in content:
            kept |= set(tree.below(other)) - content
    first, last = min(content), max(content)
    if first < verb < last:
        kept |= {i for i in range(first, last) if not tree.nodes[i].text[0].isalnum()}
    return content | {i for i in range(first, last) if i not in kept}


def trimmed_content(tree: Analysis, words: Iterable[int]) -> list[int]:
    """Told words in order, each run without the commas and stops at its border; quotation marks stay."""
    kept: list[int] = []
    for run in _runs(sorted(words)):
        inner = [i for i, index in enumerate(run) if _lasts(tree.nodes[index].text)]
        if inner and any(tree.nodes[index].text[0].isalnum() for index in run):
            kept += run[inner[0] : inner[-1] + 1]
    return kept


def _lasts(text: str) -> bool:
    return text[0].isalnum() or text[0] in "\"“”„«»'‘’‚()[]$€£@#%`"


def _runs(words: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in words:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _below(tree: Analysis, heads: Iterable[int]) -> set[int]:
    return {index for head in heads for index in tree.below(head)}


# Without a cue


def in_mood(tree: Analysis, reported: Container[str]) -> int | None:
    """The main clause's verb that is in the mood of reported speech (Konjunktiv I, or what stands in for it).

    `reported` are verbs in that mood by their form; of the rest one that is its infinitive without the last letter and
    has no "I" for its subject, and what the tree reads so.
    """
    root = next((i for i, node in enumerate(tree.nodes) if node.head < 0), None)
    if root is None:
        return None
    finite = sorted([root, *children(tree, root, "aux", "cop")])
    return next((i for i in finite if _told_by_mood(tree, i, reported)), None)


def _told_by_mood(tree: Analysis, node: int, reported: Container[str]) -> bool:
    word = tree.nodes[node]
    if word.upos not in ("VERB", "AUX"):
        return False
    if word.features.get("Mood") == "Sub" or word.text.lower() in reported:
        return True
    own = child(tree, node, "nsubj")
    told = own is not None and tree.nodes[own].text.lower() != "ich" and word.features.get("Tense") != "Past"
    return told and f"{word.text.lower()}n" == tree.lemma(node)


def speaks(tree: Analysis, speech: Speech) -> Words:
    """Who speaks in a sentence that does not tell what: the subject of its main verb, where that is one of saying."""
    root = next((i for i, node in enumerate(tree.nodes) if node.head < 0), None)
    if root is None or tree.nodes[root].upos != "VERB" or speech.verb(tree, root) is None:
        return frozenset()
    head = None if is_passive(tree, root) else subject(tree, root)
    return phrase(tree, head) if head is not None and tree.nodes[head].upos != "PRON" else frozenset()
