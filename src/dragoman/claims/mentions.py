"""The actors and places that a sentence names, typed by the frame that they stand in.

A name can be an actor and a place at once (a country, a capital that stands for its government). The words around
it decide: a locative preposition or a head noun ("district", "village") makes it a place, a head noun of people
("regime", "forces") or the seat of a subject makes it an actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.analysis.sentence import Analysis
from dragoman.claims.resolving import Resolver
from dragoman.claims.tables import Grammar
from dragoman.claims.words import Word, first_at
from dragoman.knowledge.matching import Name
from dragoman.model import Party, Where

# Kinds of actors that a place's name may stand for ("Damascus said"); an agency or a group is no place.
_TELLING = frozenset({"agency", "outlet", "monitor"})
_HARMLESS = frozenset({"people", "rescue", "ngo"})
_SEATED = frozenset({"government", "ministry", "military"})
_GROUPS = frozenset({"rebel", "jihadist", "militia", "coalition"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: word indexes `first..last`, what it can be, and how it is governed."""

    first: int
    last: int
    party: Party | None
    where: Where | None
    located: bool = False  # a locative preposition or a place's head noun stands by it
    governed: bool = False  # a preposition stands before its phrase, so that it is no subject
    adjective: bool = False  # a demonym or the like, that only qualifies the next noun
    generic: bool = False  # a common noun ("rebels"), weaker than a name
    ambiguous: bool = False
    reports: bool = False  # an agency, an outlet, a monitor: it tells what others do
    harmless: bool = False  # civilians, residents, medics: whom violence befalls
    reference: bool = False  # a common noun that goes back to a place named before
    read: bool = False  # a name that no pack has, read by the language model
    group: bool = False  # an armed group by its name, which "the group" may go back to


def mentions(
    text: str,
    sentence: Sequence[Word],
    names: Iterable[Name],
    resolver: Resolver,
    grammar: Grammar,
    lent: Mapping[str, Where],
    group: Party | None,
    tree: Analysis | None,
) -> list[Mention]:
    """The mentions of a sentence, in order.

    `names` are the matcher's names that lie inside it; `lent` are the places that "town" and "place" go back to, and
    `group` whom "the group" means; `tree` has the names that the language model reads, for what no pack knows.
    """
    known = [_known(text, sentence, name, resolver, grammar) for name in names]
    known = _compounded(sentence, [m for m in known if m.party or m.where], grammar)
    taken = {index for mention in known for index in range(mention.first, mention.last + 1)}
    unknown = list(_unknown_places(text, sentence, taken, grammar, lent.get("town"), tree))
    taken |= {index for mention in unknown for index in range(mention.first, mention.last + 1)}
    unknown += _read_places(text, sentence, taken, tree, grammar, lent.get("town")) if tree else ()
    taken |= {index for mention in unknown for index in range(mention.first, mention.last + 1)}
    back = [*_references(text, sentence, taken, grammar, lent), *_groups(text, sentence, known, grammar, group)]
    return _governed_together(sentence, sorted([*known, *unknown, *back], key=lambda m: m.first), grammar)


def _governed_together(sentence: Sequence[Word], named: Sequence[Mention], grammar: Grammar) -> list[Mention]:
    """ "Backed by Russia, Iran and Iraq": a preposition governs all that are joined to what follows it."""
    together: list[Mention] = []
    for mention in named:
        head = together[-1] if together else None
        if head and head.governed and head.party and mention.party and not mention.governed:
            between = sentence[head.last + 1 : mention.first]
            if 0 < len(between) <= 3 and all(_links(word, grammar) for word in between):
                mention = replace(mention, governed=True)
        together.append(mention)
    return together


def _links(word: Word, grammar: Grammar) -> bool:
    return word.text == "," or word.key in grammar.coordination or word.key in grammar.articles


def _compounded(sentence: Sequence[Word], known: Sequence[Mention], grammar: Grammar) -> list[Mention]:
    """ "Ahrar al-Sham fighters", "fighters of Ahrar al-Sham": the common noun is the name's own."""
    joined: list[Mention] = []
    for mention in known:
        head = joined[-1] if joined else None
        if head is None or head.party is None or mention.party is None:
            joined.append(mention)
        elif _is_common(mention) and _adjoins(sentence, head, mention, grammar):
            joined[-1] = replace(head, last=mention.last, where=None, adjective=False, located=False)
        elif not head.adjective and not mention.adjective and _belongs(sentence, head, mention, grammar):
            joined[-1] = replace(head, last=mention.last)
        elif _is_common(head) and not mention.generic and _owned(sentence, head, mention, grammar):
            joined[-1] = replace(mention, first=head.first, where=None, governed=head.governed, located=False)
        else:
            joined.append(mention)
    return joined


def _is_common(mention: Mention) -> bool:
    return mention.generic and not mention.harmless and not mention.adjective


def _adjoins(sentence: Sequence[Word], name: Mention, noun: Mention, grammar: Grammar) -> bool:
    """Whether a common noun stands right behind a name, or behind its adjective's clitic: "turska je vojska …"."""
    between = sentence[name.last + 1 : noun.first]
    parted = name.adjective and len(between) == 1 and grammar.verbal(between[0].key)
    return parted or (not between and not name.generic)


def _belongs(sentence: Sequence[Word], part: Mention, whole: Mention, grammar: Grammar) -> bool:
    """ "The Tiger Forces of the Syrian army": whose a named force is, is no second actor."""
    between = [word.key for word in sentence[part.last + 1 : whole.first]]
    genitive = 0 < len(between) <= 2 and between[0] in grammar.genitives
    return genitive and not part.generic and all(key in grammar.genitives or key in grammar.articles for key in between)


def _owned(sentence: Sequence[Word], head: Mention, owner: Mention, grammar: Grammar) -> bool:
    """Whether "of", "from the", "von", "saveza" or nothing stands between a common noun and its owner."""
    between = sentence[head.last + 1 : owner.first]
    linking = all(w.key in grammar.owning or w.key in grammar.articles or grammar.people_head(w.key) for w in between)
    return len(between) <= 3 and linking and not owner.adjective


def _references(
    text: str, sentence: Sequence[Word], taken: set[int], grammar: Grammar, lent: Mapping[str, Where]
) -> Iterator[Mention]:
    """ "The city", "the area": common nouns that go back to a place which the passage has named."""
    for found in grammar.references.find(sentence):
        meant = lent.get(found.payload)
        after = found.last + 1
        named_next = after in taken or (after < len(sentence) and sentence[after].key in grammar.links)
        if meant is None or named_next or not taken.isdisjoint(range(found.first, found.last + 1)):
            continue
        start, end = sentence[found.first].start, sentence[found.last].end
        where = replace(meant, text=text[start:end], start=start, end=end)
        yield Mention(found.first, found.last, None, where, located=True, ambiguous=True, reference=True)


def _groups(
    text: str, sentence: Sequence[Word], known: Sequence[Mention], grammar: Grammar, last: Party | None
) -> Iterator[Mention]:
    """ "The group", "die Miliz": the armed group that was named last, in this sentence or before it."""
    taken = {index for mention in known for index in range(mention.first, mention.last + 1)}
    for found in grammar.armed_groups.find(sentence):
        before = [mention.party for mention in known if mention.group and mention.last < found.first]
        meant = before[-1] if before else last
        if meant is None or not taken.isdisjoint(range(found.first, found.last + 2)):
            continue
        start, end = sentence[found.first].start, sentence[found.last].end
        party = replace(meant, text=text[start:end], start=start, end=end)
        governed = _governed(sentence, found.first, grammar)
        yield Mention(found.first, found.last, party, None, governed=governed, ambiguous=True, reference=True)


def _known(text: str, sentence: Sequence[Word], name: Name, resolver: Resolver, grammar: Grammar) -> Mention:
    start, end = name.start, name.end
    first = first_at(sentence, start)
    last = max(first, first_at(sentence, end - 1))
    party, unsure_party = resolver.party(name)
    where, unsure_place = resolver.where(name)
    mention = _framed(sentence, Mention(first, last, party, where, ambiguous=unsure_party or unsure_place), grammar)
    if end < sentence[last].end and text[end] in "-‐‑":
        return replace(mention, where=None, adjective=True)  # "Britain-based", "regime-held"
    return _typed(mention, sentence, resolver, grammar)


def _framed(sentence: Sequence[Word], mention: Mention, grammar: Grammar) -> Mention:
    before = sentence[mention.first - 1].key if mention.first else ""
    after = sentence[mention.last + 1].key if mention.last + 1 < len(sentence) else ""
    located = (
        grammar.locative(before)
        or grammar.place_head(after)
        or _after_place_head(sentence, mention.first, grammar)
        or (before in grammar.articles and mention.first > 1 and grammar.locative(sentence[mention.first - 2].key))
    )
    return replace(mention, located=located, governed=_governed(sentence, mention.first, grammar))


def _after_place_head(sentence: Sequence[Word], first: int, grammar: Grammar) -> bool:
    """Whether "village of", "Stadtteil", "selo" stands right before the name."""
    index = first - 1
    while index >= 0 and sentence[index].key in grammar.links:
        index -= 1
    return index >= 0 and first - index <= 3 and grammar.place_head(sentence[index].key)


def _governed(sentence: Sequence[Word], first: int, grammar: Grammar) -> bool:
    """Whether a preposition governs the phrase: one stands before it with only articles and adjectives between."""
    for index in range(first - 1, max(-1, first - 7), -1):
        word = sentence[index]
        if grammar.preposition(word.key) and not _bounding(sentence, index, grammar):
            return True
        if grammar.capital_nouns and word.is_capital and sentence[index + 1].key not in grammar.genitives:
            return False  # a noun ends the preposition's phrase, but for a genitive
        if word.is_sign or grammar.verbal(word.key) or word.key in grammar.breaks:
            return False
    return False


def _bounding(sentence: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a preposition only bounds a number: "mehr als hundert Zivilisten", "više od 40 civila"."""
    near = sentence[max(0, index - 2) : index + 2]
    word = sentence[index]
    return any(near[own] is word for found in grammar.bounds.find(near) if len(found.own) > 1 for own in found.own)


def _typed(mention: Mention, sentence: Sequence[Word], resolver: Resolver, grammar: Grammar) -> Mention:
    after = sentence[mention.last + 1].key if mention.last + 1 < len(sentence) else ""
    if mention.where and not mention.first and not mention.located and resolver.is_far(mention.where.id):
        mention = replace(mention, where=None)  # any word has a capital at the head of a sentence
    if mention.party is None:
        return mention
    actor = resolver.actor(mention.party.id)
    demonym = mention.where is None and resolver.is_adjective(mention.party, sentence[mention.last].text)
    generic = bool(actor and actor.generic)
    mention = replace(
        mention,
        generic=generic,
        adjective=demonym and not grammar.people_head(after),
        reports=bool(actor and actor.kind in _TELLING),
        harmless=generic and bool(actor and actor.kind in _HARMLESS),
        group=not generic and bool(actor and actor.kind in _GROUPS),
    )
    if mention.where is None:
        return mention
    if grammar.people_head(after) or (actor and actor.kind not in _SEATED and not mention.located):
        return replace(mention, where=None, located=False)
    if mention.located:
        return replace(mention, party=None)
    return mention


def _unknown_places(
    text: str,
    sentence: Sequence[Word],
    taken: set[int],
    grammar: Grammar,
    town: Where | None,
    tree: Analysis | None,
) -> Iterator[Mention]:
    """Capitalised words that no pack knows, in a frame that only places stand in ("the village of …", "… district").

    Where there is a tree they have to be nouns: no "Syrian city", no "Kurdish-majority town".
    """
    for first, last in _capital_runs(sentence, taken, grammar):
        after = sentence[last + 1].key if last + 1 < len(sentence) else ""
        framed = grammar.place_head(after) or (first and _after_place_head(sentence, first, grammar))
        if framed and last - first < 4 and (tree is None or _is_name(tree, sentence[last])):
            start, end = sentence[first].start, sentence[last].end
            name = text[start:end]
            where = Where(None, name, name, start, end, None, None, "unresolved", town.id if town else None)
            yield Mention(first, last, None, where, located=True)


def _is_name(tree: Analysis, word: Word) -> bool:
    """Whether the last word of a run of capitals is a name and not what qualifies the next noun."""
    nodes = [node for node in tree.nodes if node.start < word.end and word.start < node.end]
    return bool(nodes) and all(node.upos not in ("ADJ", "VERB", "AUX", "ADV") for node in nodes)


def _read_places(
    text: str, sentence: Sequence[Word], taken: set[int], tree: Analysis, grammar: Grammar, town: Where | None
) -> Iterator[Mention]:
    """Places that the language model reads and no pack knows, behind a preposition of place ("in Tell Rifaat")."""
    for first, last in read_names(sentence, tree, "LOC"):
        before = sentence[first - 1].key if first else ""
        if grammar.locative(before) and taken.isdisjoint(range(first, last + 1)) and sentence[first].is_capital:
            start, end = sentence[first].start, sentence[last].end
            name = text[start:end]
            where = Where(None, name, name, start, end, None, None, "unresolved", town.id if town else None)
            yield Mention(first, last, None, where, located=True, governed=True, read=True)


def read_names(sentence: Sequence[Word], tree: Analysis, type_: str) -> Iterator[tuple[int, int]]:
    """The names of a type that the language model reads, as indexes of the first and the last word."""
    for name in tree.names:
        if name.type == type_:
            yield first_at(sentence, tree.nodes[name.first].start), first_at(sentence, tree.nodes[name.last].end - 1)


def _capital_runs(sentence: Sequence[Word], taken: set[int], grammar: Grammar) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for index, word in enumerate([*sentence, None]):
        fits = (
            word is not None
            and index not in taken
            and not word.is_sign
            and (word.is_capital or word.key.startswith(("al-", "el-")))
            and not grammar.common(word.key)
            and word.key not in grammar.numbers
        )
        if fits and first is None:
            first = index
        elif not fits and first is not None:
            yield first, index - 1
            first = None
