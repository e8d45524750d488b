"""The noun phrases around a happening, in full, by the tree of its sentence.

A ledger's claim names parties that a pack knows; MUC-4 asks for anybody and anything that was hit, in the report's
words. They are read here from the tree, in the seats of the claim's own trigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.analysis import Analysis
from dragoman.claims.counted.numbers import amounts
from dragoman.claims.tables import grammar
from dragoman.claims.words import words
from dragoman.evaluation.muc4.setlists import capitals, is_listed, item, words_of

_OWN = frozenset(["compound", "amod", "flat", "nummod", "nmod", "case", "det", "advmod", "fixed", "goeswith", "punct"])
_BARE = frozenset(["PRON", "DET", "NUM", "SYM", "PUNCT", "X", "ADV", "ADP"])
_PASSIVE = frozenset(["nsubj:pass", "csubj:pass", "aux:pass"])
_AT = frozenset(["on", "against", "at", "upon", "to", "toward", "towards", "into"])
_OF = frozenset(["of", "against", "on", "upon", "at", "to"])
_BY = frozenset(["by"])
_SITES = frozenset(
    ["at", "in", "inside", "near", "outside", "under", "against", "on", "front", "beside", "behind", "of"]
)
_LIGHT = frozenset(["nsubj", "nsubj:pass", "obj", "obl", "xcomp"])
_OWNER = re.compile(r"['’`]S?(?=\s*$)|[\[(][^\])]*$")
_SHORTEST = 2  # letters of a title
_BINDING = frozenset(["of", "for", "de", "del", "to"])
# Words for a day that a tree may hang on the noun before them.
_DAYS = frozenset(
    ["TODAY", "YESTERDAY", "TONIGHT", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
)
_ARTICLES = frozenset(["A", "AN", "THE", "THIS", "THAT", "THESE", "THOSE", "HIS", "HER", "ITS", "THEIR", "OUR"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in capitals: a person's name or none, what else its words say, and how many it speaks of."""

    name: str
    description: str
    start: int
    end: int
    plural: bool = False
    low: int | None = None
    high: int | None = None
    head: str = ""
    read: bool = True  # a noun, as against a name of a place or a group

    @property
    def text(self) -> str:
        """The name, else the description."""
        return self.name or self.description


@dataclass(slots=True)
class Seated:
    """The phrases in the seats of one trigger: who did it, to whom or what, and where it stood."""

    doers: list[Phrase] = field(default_factory=list)
    sufferers: list[Phrase] = field(default_factory=list)
    sites: list[Phrase] = field(default_factory=list)


def seated(text: str, tree: Analysis, start: int, end: int, inverse: bool) -> Seated:
    """The phrases in the seats of the trigger `text[start:end]`; `inverse` where its subject suffers it."""
    inner = [i for i, node in enumerate(tree.nodes) if node.start < end and start < node.end]
    verbs = [i for i in inner if tree.nodes[i].upos == "VERB"]
    nouns = [i for i in inner if tree.nodes[i].upos in ("NOUN", "PROPN", "ADJ")]
    if verbs:
        found = _verb(tree, max(verbs, key=lambda i: (tree.depth(i), -i)), inverse)
    elif nouns:
        found = _noun(tree, nouns[-1])
    else:
        return Seated()
    return Seated(*(list(_phrases(text, tree, nodes)) for nodes in (found["doer"], found["sufferer"], found["site"])))


def around(text: str, tree: Analysis, start: int, end: int) -> Iterator[Phrase]:
    """The phrases of a sentence from the nearest to the trigger `text[start:end]` to the farthest."""
    nouns = [
        at for at, node in enumerate(tree.nodes) if node.upos in ("NOUN", "PROPN") and node.universal not in _INNER
    ]
    nouns.sort(key=lambda at: (min(abs(tree.nodes[at].start - end), abs(start - tree.nodes[at].end)), at))
    for at in nouns:
        if not (tree.nodes[at].start < end and start < tree.nodes[at].end) and (phrase := _phrase(text, tree, at)):
            yield phrase


_INNER = frozenset(["compound", "flat", "amod", "appos"])
_Nodes = Mapping[str, list[int]]


def _verb(tree: Analysis, verb: int, inverse: bool) -> _Nodes:
    passive = _passive(tree, verb)
    subject, objects = _subject(tree, verb, passive), _children(tree, verb, "obj", "iobj")
    doers, sufferers = ([], subject) if passive or inverse else (subject, objects)
    sites: list[int] = []
    for child in _children(tree, verb, "obl"):
        led = _cases(tree, child)
        if not led.isdisjoint(_BY) and (passive or inverse):
            doers = [*doers, child]
        elif not led.isdisjoint(_AT) and not sufferers and not passive:
            sufferers = [*sufferers, child]
        elif not led.isdisjoint(_SITES):
            sites.append(child)
    return {"doer": doers, "sufferer": sufferers, "site": sites}


def _noun(tree: Analysis, noun: int) -> _Nodes:
    found: dict[str, list[int]] = {"doer": [], "sufferer": [], "site": []}
    _below_noun(tree, noun, found)
    above = tree.nodes[noun].head
    relation = tree.nodes[noun].relation
    if above >= 0 and relation in _LIGHT and tree.nodes[above].upos == "VERB":
        if relation in ("obj", "obl") and not found["doer"] and not _passive(tree, above):
            found["doer"] += _subject(tree, above, False)
        for child in _children(tree, above, "obl"):
            led = _cases(tree, child)
            if child == noun:
                continue
            if not led.isdisjoint(_BY) and _passive(tree, above):
                found["doer"].append(child)
            elif not led.isdisjoint(_AT) and not found["sufferer"]:
                found["sufferer"].append(child)
            elif not led.isdisjoint(_SITES):
                found["site"].append(child)
    return found


def _below_noun(tree: Analysis, noun: int, found: dict[str, list[int]]) -> None:
    for child in tree.children[noun]:
        node = tree.nodes[child]
        led = _cases(tree, child)
        if node.universal == "nmod" and "poss" in node.relation:
            found["sufferer" if tree.nodes[noun].text.lower() in _DONE_TO else "doer"].append(child)
        elif node.universal == "nmod" and not led.isdisjoint(_BY):
            found["doer"].append(child)
        elif node.universal == "nmod" and not led.isdisjoint(_OF):
            found["sufferer"].append(child)
        elif node.universal == "nmod" and not led.isdisjoint(_SITES):
            found["site"].append(child)
        elif node.universal in ("compound", "amod") and item("perpetrator", node.text):
            found["doer"].append(child)
        elif node.universal == "acl":
            inner = _verb(tree, child, False)
            for seat in ("doer", "site"):
                found[seat] += [one for one in inner[seat] if one != noun]
            if not found["sufferer"]:
                found["sufferer"] += [one for one in inner["sufferer"] if one != noun]


# Nouns whose owner suffered: "the priest's murder".
_DONE_TO = frozenset(
    [
        *("murder", "murders", "assassination", "assassinations", "killing", "killings", "kidnapping", "kidnappings"),
        *("abduction", "abductions", "death", "deaths", "execution", "capture", "slaying"),
    ]
)


def _passive(tree: Analysis, verb: int) -> bool:
    below = {tree.nodes[child].relation for child in tree.children[verb]}
    word = tree.nodes[verb]
    attribute = word.universal == "acl" and word.features.get("VerbForm") == "Part" and "obj" not in below
    return (
        not below.isdisjoint(_PASSIVE)
        or (word.features.get("Voice") == "Pass" and "obj" not in below)
        or (attribute and word.features.get("Tense") == "Past")
    )


def _subject(tree: Analysis, verb: int, passive: bool) -> list[int]:
    """The subject of a verb, or of the one that it is joined to, or the noun that it qualifies."""
    word = tree.nodes[verb]
    own = _children(tree, verb, "nsubj")
    if own:
        relative = tree.nodes[own[0]].upos in ("PRON", "DET") and word.universal == "acl" and word.head >= 0
        return [word.head] if relative and "Person" not in tree.nodes[own[0]].features else own[:1]
    if word.head < 0:
        return []
    if word.universal == "acl":
        return [word.head]
    if word.universal in ("conj", "xcomp", "advcl") and tree.nodes[word.head].upos in ("VERB", "AUX"):
        if word.universal == "advcl" and word.features.get("VerbForm") not in ("Ger", "Part", "Inf", None):
            return []
        above = _passive(tree, word.head)
        if above and not passive and word.universal == "conj":
            return []
        return _subject(tree, word.head, passive)
    return []


def _children(tree: Analysis, node: int, *relations: str) -> list[int]:
    return [child for child in tree.children[node] if tree.nodes[child].universal in relations]


def _cases(tree: Analysis, node: int) -> frozenset[str]:
    """The prepositions of a phrase; of "in front of" each word."""
    found = [child for child in tree.children[node] if tree.nodes[child].universal == "case"]
    found += [inner for child in found for inner in tree.children[child]]
    return frozenset(tree.nodes[one].text.lower() for one in found)


def _phrases(text: str, tree: Analysis, nodes: Iterable[int]) -> Iterator[Phrase]:
    """The phrases of nodes and of those joined to them, each once."""
    seen: set[int] = set()
    for node in nodes:
        for one in (node, *_joined(tree, node)):
            if one not in seen and (phrase := _phrase(text, tree, one)):
                seen.add(one)
                yield phrase


def _joined(tree: Analysis, node: int) -> Iterator[int]:
    for child in _children(tree, node, "conj"):
        if tree.nodes[child].upos in ("NOUN", "PROPN"):
            yield child
            yield from _joined(tree, child)


def _phrase(text: str, tree: Analysis, node: int) -> Phrase | None:
    word = tree.nodes[node]
    if word.upos in _BARE:
        return None
    first, last = _reach(tree, node)
    start, end = tree.nodes[first].start, tree.nodes[last].end
    name = _person(text, tree, first, last)
    others = [_reach(tree, child) for child in _children(tree, node, "appos")]
    aside = [(tree.nodes[a].start, tree.nodes[b].end) for a, b in others]
    if not name:
        name = next((found for a, b in others if (found := _person(text, tree, a, b))), "")
    described = _bare(text[start:end], name)
    if name and not described:
        described = next((found for a, b in aside if (found := _bare(text[a:b], name))), "")
    if not name and not described:
        return None
    counted = next(iter(amounts(words(text, start, end), grammar("en"))), None)
    plural = word.features.get("Number") == "Plur" and not name
    single = word.features.get("Number") == "Sing"
    plural = plural or bool(counted and counted.vague and not name and not single)
    known = counted is not None and not counted.vague and not name
    low, high = (counted.low, counted.high) if counted and known else (None, None)
    return Phrase(name, described, start, end, plural, low, high, capitals(word.text), word.upos == "NOUN")


def _reach(tree: Analysis, node: int) -> tuple[int, int]:
    """The first and last word of a noun's phrase, without what is joined to it, clauses and asides."""
    own = {node}
    for child in tree.children[node]:
        relation = tree.nodes[child].relation
        bound = relation != "nmod" or not _cases(tree, child).isdisjoint(_BINDING)
        if tree.nodes[child].universal in _OWN and bound:
            own.update(tree.below(child))
    first = last = node
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    while first < node and tree.nodes[first].universal in ("case", "punct") and tree.nodes[first].head == node:
        first += 1
    while last > node and (tree.nodes[last].upos == "PUNCT" or capitals(tree.nodes[last].text) in _DAYS):
        last -= 1
    return first, last


def _person(text: str, tree: Analysis, first: int, last: int) -> str:
    """The name of a person in a phrase, without titles."""
    for name in tree.names:
        if name.type == "PER" and first <= name.first and name.last <= last:
            own = words_of(_OWNER.sub("", text[tree.nodes[name.first].start : tree.nodes[name.last].end]))
            own = own[:-1] if own[-1:] == ["S"] else own
            while own and is_listed(own[0]):
                del own[0]
            if own:
                return " ".join(own)
    if any(name.first <= last and first <= name.last for name in tree.names):
        return ""
    return _unread(tree, first, last)


def names_in(text: str, tree: Analysis) -> Iterator[str]:
    """The names of the persons of a sentence, without titles."""
    yield from (
        own for name in tree.names if name.type == "PER" and (own := _person(text, tree, name.first, name.last))
    )


def _unread(tree: Analysis, first: int, last: int) -> str:
    """Two words or more with capitals at the end of a phrase that the model reads no name in, none of them listed."""
    own: list[str] = []
    for node in reversed(tree.nodes[first : last + 1]):
        if node.upos != "PROPN" or not node.text[:1].isupper() or node.text.isupper() or is_listed(node.text):
            break
        own.insert(0, capitals(node.text))
    return " ".join(own) if len(own) > 1 else ""


def _bare(text: str, name: str) -> str:
    """A phrase in capitals without its article and without the name."""
    said = _OWNER.sub("", capitals(text)).strip(" \"'[]()-,.")
    if name and name in said:
        before, _, after = said.partition(name)
        said = before.strip(" \"',[]()") or after.strip(" \"',[]().")
        said = "" if len(said) < _SHORTEST else said
    own = said.split()
    while own and own[0] in _ARTICLES:
        del own[0]
    return " ".join(own)
