"""Who says it, who hears it and who quotes it: the words that sit around a verb of saying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.analysis.sentence import Analysis
from dragoman.claims.voices.clauses import cases, child, is_passive, mark, phrase, subject
from dragoman.claims.voices.speech import Speech
from dragoman.claims.voices.telling import Words

_AS = "as"  # "quoted X as saying"


def teller(tree: Analysis, verb: int, speech: Speech) -> int | None:
    """The head of who says it: the subject, in the passive the agent, with "it says" the paper where it stands."""
    if is_passive(tree, verb) or is_undergone(tree, verb):
        return under(tree, verb, speech.agents)
    if is_reflexive(tree, verb):
        return under(tree, verb, speech.in_documents)
    found = subject(tree, verb)
    if found is None or tree.nodes[found].text.lower() not in speech.empty:
        return found
    return under(tree, verb, speech.in_documents)


def is_undergone(tree: Analysis, verb: int) -> bool:
    """Whether a participle says what was said of its noun: "rebels said to have …"."""
    node = tree.nodes[verb]
    participle = node.features.get("VerbForm") == "Part" and node.features.get("Tense") == "Past"
    return node.relation in ("acl", "amod") and participle


def negated(tree: Analysis, verb: int, speech: Speech) -> bool:
    """Whether it is said that somebody does not say it."""
    near = list(tree.hanging(verb, "advmod", "aux", "cc"))
    who = subject(tree, verb)
    if who is not None:
        near += [who, *tree.hanging(who, "det", "cc", "advmod")]
    return any(tree.nodes[i].text.lower() in speech.negations for i in near)


def quoter(tree: Analysis, verb: int) -> int | None:
    """Who quotes whoever says it: "Reuters quoted a commander as saying …"."""
    node = tree.nodes[verb]
    if node.head < 0 or mark(tree, verb) != _AS or child(tree, node.head, "obj") is None:
        return None
    return subject(tree, node.head)


def hearers(tree: Analysis, verb: int, speech: Speech) -> Iterator[int]:
    """To whom it is said: "told Reuters", "sagte der Agentur", "für den Sender", "in an interview with X"."""
    yield from tree.hanging(verb, "iobj")
    for other in tree.hanging(verb, "obj", "obl"):
        if tree.lemma(other) in speech.talks:
            yield from (inner for inner in tree.hanging(other, "nmod", "appos") if inner > other)
        elif (
            tree.nodes[other].universal == "obj"
            or tree.nodes[other].relation == "obl:arg"
            or cases(tree, other) in speech.hearing
        ):
            yield other


def is_reflexive(tree: Analysis, verb: int) -> bool:
    """ "Navodi se": said of nobody."""
    bare = child(tree, verb, "nsubj") is None
    return bare and any(tree.nodes[c].text.lower() == "se" for c in tree.hanging(verb, "expl"))


def under(tree: Analysis, verb: int, prepositions: Iterable[str]) -> int | None:
    agents = [c for c in tree.hanging(verb, "obl") if tree.nodes[c].relation == "obl:agent"]
    led = [c for c in tree.hanging(verb, "obl") if cases(tree, c) in prepositions]
    return next(iter([*agents, *led]), None)


def issued(tree: Analysis, node: int) -> int | None:
    """The verb of "issued a statement saying that …": whoever issues it says it."""
    word = tree.nodes[node]
    relative = child(tree, node, "nsubj") is not None
    if word.relation != "acl" or relative or mark(tree, node) or tree.nodes[word.head].universal != "obj":
        return None
    above = tree.nodes[word.head].head
    return above if tree.nodes[above].upos == "VERB" and child(tree, above, "nsubj") is not None else None


def speaks(tree: Analysis, speech: Speech) -> Words:
    """Who speaks in a sentence that does not tell what: the subject of its main verb, where that is one of saying."""
    root = next((i for i, node in enumerate(tree.nodes) if node.head < 0), None)
    if root is None or tree.nodes[root].upos != "VERB" or speech.verb(tree, root) is None:
        return frozenset()
    head = None if is_passive(tree, root) else subject(tree, root)
    return phrase(tree, head) if head is not None and tree.nodes[head].upos != "PRON" else frozenset()
