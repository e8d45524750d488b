"""Whom the tree's speakers stand for: tellings (`hearing.py`) as sayings of parties, with who heard or quotes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.tables import Cue, Grammar
from dragoman.claims.voices.candidates import Candidate
from dragoman.claims.voices.saying import Saying
from dragoman.claims.voices.speech import STANCES, speech
from dragoman.claims.voices.tellers import hearers, is_undergone, negated, quoter
from dragoman.claims.voices.telling import Telling
from dragoman.claims.words import Word, first_at
from dragoman.model import Party, Speaker

_SAME = frozenset({"appos", "flat", "compound", "conj"})  # what a speaker's phrase names besides its head


def by_tree(
    text: str,
    sentence: Sequence[Word],
    tree: Analysis,
    heard: Iterable[Telling],
    cues: Sequence[Found[Cue]],
    candidates: Sequence[Candidate],
    grammar: Grammar,
) -> Iterator[Saying]:
    """The sayings whose cue, speaker and words the tree has, with speakers that stand for somebody."""
    for one in heard:
        if one.kind == "colon" or one.manner == "attitude" or one.head is None or silent_on(tree, one, grammar):
            continue
        word = first_at(sentence, tree.nodes[one.word].start)
        cue = next((cue for cue in cues if word in cue.own), None)
        thing = one.kind != "according" and not one.clause and one.manner != "confirms"
        if (cue is None and thing) or (cue and cue.payload.kind == "quoting"):
            continue
        who = _named(text, sentence, tree, one, candidates)
        if who is None:
            continue
        told = indexes(sentence, tree, _with_setting(tree, one))
        own = indexes(sentence, tree, one.cue) | indexes(sentence, tree, one.source)
        own |= frozenset(range(who.first, who.last + 1))
        stance = cue.payload.stance if cue and one.manner != "denies" else STANCES.get(one.manner, "reports")
        handed = text[tree.nodes[min(one.cue)].start : tree.nodes[min(one.cue)].end] if not cue else ""
        words = text[sentence[cue.first].start : sentence[cue.last].end] if cue else handed
        p = who.party
        speaker = Speaker(p.id, p.name, p.text, p.start, p.end, words, stance)
        content = (min(told), max(told)) if told else (word, word)
        spoke = Saying(speaker, content, own, word, told=told, handed=indexes(sentence, tree, one.cue))
        hearer = _hearer(sentence, tree, one, candidates, grammar)
        if hearer and hearer.party.name != p.name:
            h = hearer.party
            outlet = Speaker(h.id, h.name, h.text, h.start, h.end, words, stance)
            yield replace(spoke, speaker=outlet, outer=True)
        yield spoke


def _with_setting(tree: Analysis, one: Telling) -> Iterable[int]:
    """What is told with what the tree hung beside it: "spoke of ten dead in a raid on ..." tells of the raid too."""
    if one.kind != "verb" or one.clause:
        return one.content
    beside = (c for c in tree.children[one.word] if tree.nodes[c].universal == "obl" and c > max(one.content))
    own = one.cue | one.source
    return one.content | {index for other in beside for index in tree.below(other) if index not in own}


def silent_on(tree: Analysis, one: Telling, grammar: Grammar) -> bool:
    """Whether somebody does not say it, or it is said and not by whom."""
    unsaid = one.head is None and is_undergone(tree, one.word)
    return one.kind == "verb" and (unsaid or negated(tree, one.word, speech(grammar.code)))


def _hearer(
    sentence: Sequence[Word], tree: Analysis, one: Telling, candidates: Sequence[Candidate], grammar: Grammar
) -> Candidate | None:
    """The agency or outlet to which somebody spoke: it hands the words on, so it stands outermost."""
    if one.kind != "verb" or one.manner in ("accuses", "denies"):
        return None
    quoting = quoter(tree, one.word)
    nodes = (
        inner
        for node in (*hearers(tree, one.word, speech(grammar.code)), *([quoting] if quoting is not None else ()))
        if node not in one.content
        for inner in (node, *tree.hanging(node, *_SAME))
    )
    return next((c for node in nodes for c in candidates if c.reports and _holds(sentence, tree, c, node)), None)


def indexes(sentence: Sequence[Word], tree: Analysis, nodes: Iterable[int]) -> frozenset[int]:
    """Words of the tree as words of the sentence."""
    starts = (tree.nodes[node].start for node in nodes)
    return frozenset(index for start in starts if (index := first_at(sentence, start)) < len(sentence))


def _named(
    text: str, sentence: Sequence[Word], tree: Analysis, one: Telling, candidates: Sequence[Candidate]
) -> Candidate | None:
    """Who a speaker's phrase means: who its head names, else whose it is ("a spokesman for …"), else its words."""
    head = one.head if one.head is not None else one.word
    head = _meant(tree, one, head)
    close = [head, *tree.hanging(head, *_SAME)]
    owners = list(tree.hanging(head, "nmod"))
    owners += [c for owner in close[1:] for c in tree.children[owner] if tree.nodes[c].universal == "nmod"]
    behind = max(tree.below(head)) + 1
    if behind < len(tree.nodes) and tree.nodes[behind].features.get("Case") == "Gen":
        owners.append(behind)  # "glasnogovornik pobunjenika", whom the tree hung on the verb
    found = [c for node in (*close, *owners) for c in candidates if _holds(sentence, tree, c, node)]
    known = next((c for c in found if c.party.id is not None), None)
    if known or found:
        names = [node for node in close if _is_proper(tree, node)]
        proper = next((c for node in names for c in candidates if _holds(sentence, tree, c, node)), None)
        return known or proper or found[0]
    if tree.nodes[head].upos not in ("NOUN", "PROPN") or one.kind == "according":
        return None
    inner = [head, *tree.hanging(head, "amod", "compound", "flat")]
    first, last = min(_run(inner, head)), max(_run(inner, head))
    first, last = first_at(sentence, tree.nodes[first].start), first_at(sentence, tree.nodes[last].end - 1)
    start, end = sentence[first].start, sentence[last].end  # whole words: "al-Faris", of which the tree has three
    return Candidate(first, last, Party(None, text[start:end], text[start:end], start, end))


def _is_proper(tree: Analysis, node: int) -> bool:
    return tree.nodes[node].upos == "PROPN"


def _run(words: Iterable[int], head: int) -> list[int]:
    """The words that stand next to each other around a head."""
    listed = set(words)
    first = last = head
    while first - 1 in listed:
        first -= 1
    while last + 1 in listed:
        last += 1
    return list(range(first, last + 1))


def _meant(tree: Analysis, one: Telling, head: int) -> int:
    """The noun that a relative pronoun stands for."""
    node = tree.nodes[one.word]
    if tree.nodes[head].upos in ("PRON", "DET") and node.universal == "acl" and node.head >= 0:
        return node.head
    return head


def _holds(sentence: Sequence[Word], tree: Analysis, candidate: Candidate, node: int) -> bool:
    start, end = sentence[candidate.first].start, sentence[candidate.last].end
    return tree.nodes[node].start < end and start < tree.nodes[node].end
