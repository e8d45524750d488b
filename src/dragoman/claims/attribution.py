"""Who says it: chains of speakers and the words that they answer for.

1. Every cue of a sentence ("said", "laut", "prema", "quoting") looks for its speaker: in its own comma-bounded
   stretch, right after it where the language or a quotation inverts, else across an apposition to the left.
2. The cue's content is what follows it, or what stands before it where the cue ends the sentence.
3. A happening is said by all speakers whose content covers it, the one with the widest content first.
4. Without a cue, a quotation or a reported mood (Konjunktiv I) goes on with the last speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.speech import STANCES, speech
from dragoman.claims.tables import Cue, Grammar
from dragoman.claims.telling import Telling, hearers, tellings
from dragoman.claims.words import Word, first_at
from dragoman.model import Party, Speaker, Stance

_ACROSS = 16  # words that an apposition may put between a speaker and the verb of saying
_SAME = frozenset({"appos", "flat", "compound", "conj"})  # what a speaker's phrase names besides its head
_AFTER = 9  # words after "according to" in which its speaker is named


@dataclass(frozen=True, slots=True)
class Saying:
    """A speaker with the word range `content` that he answers for; `own` are the words of speaker and cue."""

    speaker: Speaker
    content: tuple[int, int]
    own: frozenset[int]
    cue: int
    quoted: bool = False  # "quoting X, Y said": X spoke to Y, so X stands inside
    told: frozenset[int] | None = None  # the very words where the tree knows them, which may have gaps
    handed: frozenset[int] = frozenset()  # the cue's words where the tree knows them

    def covers(self, index: int) -> bool:
        """Whether the speaker answers for a word."""
        inside = self.content[0] <= index <= self.content[1] if self.told is None else index in self.told
        return inside and index not in self.own


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    last: int
    party: Party
    reports: bool = False  # an agency or outlet
    harmless: bool = False  # victims rather than speakers, unless they stand right by the verb


def sayings(
    text: str,
    sentence: Sequence[Word],
    named: Sequence[Mention],
    triggers: Sequence[int],
    grammar: Grammar,
    before: Speaker | None,
    tree: Analysis | None = None,
    quoted: Sequence[tuple[int, int]] = (),
) -> list[Saying]:
    """The speakers of a sentence, widest content first.

    `triggers` are the word indexes of its happenings, of which one behind a cue is what the speaker tells;
    `before` is whom "he" means. A cue whose speaker the tree knows is read by the tree, others by their distance;
    `quoted` are the document's quotations in the sentence.
    """
    candidates = _candidates(text, sentence, named, grammar, before)
    cues = grammar.cues.find(sentence)
    heard = tellings(tree, speech(grammar.code), quoted) if tree else []
    by_tree = list(_by_tree(text, sentence, tree, heard, cues, candidates, grammar)) if tree else []
    known = {index for saying in by_tree for index in (*saying.handed, saying.cue)}
    found = _headline(sentence, candidates) + by_tree
    found += [
        saying
        for cue in cues
        if cue.payload.kind == "quoting" or known.isdisjoint(cue.own)
        for saying in _said(text, sentence, cue, cues, candidates, triggers, grammar, before)
    ]
    return sorted(found, key=lambda s: (s.quoted, -_width(s), s.cue, -s.speaker.start))


def _by_tree(
    text: str,
    sentence: Sequence[Word],
    tree: Analysis,
    heard: Iterable[Telling],
    cues: Sequence[Found[Cue]],
    candidates: Sequence[_Candidate],
    grammar: Grammar,
) -> Iterator[Saying]:
    """The sayings whose cue, speaker and words the tree has, with speakers that stand for somebody."""
    for one in heard:
        if one.kind == "colon" or one.manner == "attitude" or one.head is None:
            continue
        word = first_at(sentence, tree.nodes[one.word].start)
        cue = next((cue for cue in cues if word in cue.own), None)
        if (cue is None and one.kind != "according" and not one.clause) or (cue and cue.payload.kind == "quoting"):
            continue
        who = _named(text, sentence, tree, one, candidates)
        if who is None:
            continue
        told = _indexes(sentence, tree, one.content)
        own = _indexes(sentence, tree, one.cue) | _indexes(sentence, tree, one.source)
        own |= frozenset(range(who.first, who.last + 1))
        stance = cue.payload.stance if cue and one.manner != "denies" else STANCES.get(one.manner, "reports")
        handed = text[tree.nodes[min(one.cue)].start : tree.nodes[min(one.cue)].end] if not cue else ""
        words = text[sentence[cue.first].start : sentence[cue.last].end] if cue else handed
        p = who.party
        speaker = Speaker(p.id, p.name, p.text, p.start, p.end, words, stance)
        content = (min(told), max(told)) if told else (word, word)
        spoke = Saying(speaker, content, own, word, told=told, handed=_indexes(sentence, tree, one.cue))
        hearer = _hearer(sentence, tree, one, candidates, grammar)
        if hearer and hearer.party.name != p.name:
            h = hearer.party
            yield replace(spoke, speaker=Speaker(h.id, h.name, h.text, h.start, h.end, words, stance))
        yield spoke


def _hearer(
    sentence: Sequence[Word], tree: Analysis, one: Telling, candidates: Sequence[_Candidate], grammar: Grammar
) -> _Candidate | None:
    """The agency or outlet to which somebody spoke: it hands the words on, so it stands outermost."""
    if one.kind != "verb" or one.manner in ("accuses", "denies"):
        return None
    nodes = (
        inner
        for node in hearers(tree, one.word, speech(grammar.code))
        if node not in one.content
        for inner in (node, *(c for c in tree.children[node] if tree.nodes[c].universal in _SAME))
    )
    return next((c for node in nodes for c in candidates if c.reports and _holds(sentence, tree, c, node)), None)


def _indexes(sentence: Sequence[Word], tree: Analysis, nodes: Iterable[int]) -> frozenset[int]:
    """Words of the tree as words of the sentence."""
    starts = (tree.nodes[node].start for node in nodes)
    return frozenset(index for start in starts if (index := first_at(sentence, start)) < len(sentence))


def _named(
    text: str, sentence: Sequence[Word], tree: Analysis, one: Telling, candidates: Sequence[_Candidate]
) -> _Candidate | None:
    """Who a speaker's phrase means: who is named by its head, else whose it is ("a spokesman for …"), else its words."""
    head = one.head if one.head is not None else one.word
    head = _meant(tree, one, head)
    close = [head, *(c for c in tree.children[head] if tree.nodes[c].universal in _SAME)]
    owners = [c for c in tree.children[head] if tree.nodes[c].universal == "nmod"]
    owners += [c for owner in close[1:] for c in tree.children[owner] if tree.nodes[c].universal == "nmod"]
    behind = max(tree.below(head)) + 1
    if behind < len(tree.nodes) and tree.nodes[behind].features.get("Case") == "Gen":
        owners.append(behind)  # "glasnogovornik pobunjenika", whom the tree hung on the verb
    found = [c for node in (*close, *owners) for c in candidates if _holds(sentence, tree, c, node)]
    known = next((c for c in found if c.party.id is not None), None)
    if known or found:
        proper = next((c for node in close for c in candidates if _is_proper(tree, node) and _holds(sentence, tree, c, node)), None)
        return known or proper or found[0]
    if tree.nodes[head].upos not in ("NOUN", "PROPN") or one.kind == "according":
        return None
    inner = [head, *(c for c in tree.children[head] if tree.nodes[c].universal in ("amod", "compound", "flat"))]
    first, last = min(_run(inner, head)), max(_run(inner, head))
    start, end = tree.nodes[first].start, tree.nodes[last].end
    party = Party(None, text[start:end], text[start:end], start, end)
    return _Candidate(first_at(sentence, start), first_at(sentence, end - 1), party)


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
    if tree.nodes[head].upos in ("PRON", "DET") and node.relation == "acl:relcl" and node.head >= 0:
        return node.head
    return head


def _holds(sentence: Sequence[Word], tree: Analysis, candidate: _Candidate, node: int) -> bool:
    start, end = sentence[candidate.first].start, sentence[candidate.last].end
    return tree.nodes[node].start < end and start < tree.nodes[node].end


def _headline(sentence: Sequence[Word], candidates: Sequence[_Candidate]) -> list[Saying]:
    """ "Monitor: raids kill ten": who stands before the colon of a headline says the rest."""
    colon = next((i for i, w in enumerate(sentence[:8]) if w.text == ":"), None)
    if colon is None or not candidates or candidates[0].first > 1 or candidates[0].last >= colon:
        return []
    who = candidates[0]
    p = who.party
    speaker = Speaker(p.id, p.name, p.text, p.start, p.end, ":", "reports")
    own = frozenset(range(who.first, colon + 1))
    return [Saying(speaker, (colon, len(sentence) - 1), own, colon)]


def covering(found: Sequence[Saying], index: int) -> tuple[Speaker, ...]:
    """The chain of speakers who answer for the word at `index`, outermost first, nobody twice."""
    chain: list[Speaker] = []
    for saying in found:
        if saying.covers(index) and all((s.id, s.name) != (saying.speaker.id, saying.speaker.name) for s in chain):
            chain.append(saying.speaker)
    return tuple(chain)


def _width(saying: Saying) -> int:
    if saying.told is not None:
        return len(saying.told)
    return saying.content[1] - saying.content[0]


def _candidates(
    text: str, sentence: Sequence[Word], named: Sequence[Mention], grammar: Grammar, before: Speaker | None
) -> list[_Candidate]:
    """Who could speak: named actors, unnamed sources ("activists"), unknown people by their capitals, pronouns."""
    found = [_Candidate(m.first, m.last, m.party, m.reports, m.harmless) for m in named if m.party and not m.adjective]
    taken = {i for c in found for i in range(c.first, c.last + 1)}
    taken |= {i for m in named if m.party is None for i in range(m.first, m.last + 1)}
    if before is not None:
        found.extend(_going_back(text, sentence, taken, grammar, before))
        taken |= {i for c in found for i in range(c.first, c.last + 1)}
    for noun in grammar.speaker_nouns.find(sentence):
        if taken.isdisjoint(range(noun.first, noun.last + 1)):
            found.append(_words(text, sentence, noun.first, noun.last))
            taken.update(range(noun.first, noun.last + 1))
    found.extend(_strangers(text, sentence, taken, grammar))
    if before is not None:
        found.extend(_pronouns(sentence, grammar, before))
    return sorted(found, key=lambda c: c.first)


def _going_back(
    text: str, sentence: Sequence[Word], taken: set[int], grammar: Grammar, before: Speaker
) -> list[_Candidate]:
    """ "The ministry", "the group": common nouns that go back to the speaker before."""
    return [
        _Candidate(noun.first, noun.last, replace(words.party, id=before.id, name=before.name))
        for noun in grammar.back.find(sentence)
        if taken.isdisjoint(range(noun.first, noun.last + 1))
        for words in [_words(text, sentence, noun.first, noun.last)]
    ]


def _words(text: str, sentence: Sequence[Word], first: int, last: int) -> _Candidate:
    start, end = sentence[first].start, sentence[last].end
    return _Candidate(first, last, Party(None, text[start:end], text[start:end], start, end))


def _strangers(text: str, sentence: Sequence[Word], taken: set[int], grammar: Grammar) -> list[_Candidate]:
    """Runs of two or three capitalised words that no pack knows: a person's name as a rule."""
    found: list[_Candidate] = []
    index = 0
    while index < len(sentence):
        last = index
        while last < len(sentence) and last not in taken and _proper(sentence[last], grammar):
            last += 1
        if 2 <= last - index <= 4:
            found.append(_words(text, sentence, index, last - 1))
        index = max(last, index + 1)
    return found


def _proper(word: Word, grammar: Grammar) -> bool:
    return not word.is_sign and word.is_capital and not grammar.common(word.key) and not word.text[0].isdigit()


def _pronouns(sentence: Sequence[Word], grammar: Grammar, before: Speaker) -> list[_Candidate]:
    return [
        _Candidate(i, i, Party(before.id, before.name, word.text, word.start, word.end))
        for i, word in enumerate(sentence)
        if word.key in grammar.pronouns
    ]


def _said(
    text: str,
    sentence: Sequence[Word],
    cue: Found[Cue],
    cues: Sequence[Found[Cue]],
    candidates: Sequence[_Candidate],
    triggers: Sequence[int],
    grammar: Grammar,
    before: Speaker | None,
) -> list[Saying]:
    kind = cue.payload.kind
    if kind in ("according", "quoting"):
        speakers = _coordinated(sentence, _right(sentence, cue.last, candidates, _AFTER), candidates, grammar)
        content = (0, len(sentence) - 1)
        return [_saying(text, sentence, cue, speaker, content) for speaker in speakers]
    if kind == "after":
        speaker = _left(cue.first, candidates, 10)
        return [_saying(text, sentence, cue, speaker, (0, len(sentence) - 1))] if speaker else []
    speaker, inverted = _speaker(sentence, cue, cues, candidates, triggers, grammar)
    if speaker is None and before is not None and grammar.drops_pronouns:
        speaker = _silent(sentence, cue, before)
    if speaker is None:
        return []
    content = _content(sentence, cue, speaker, inverted, triggers, grammar)
    teller = _saying(text, sentence, cue, speaker, content)
    told = _told(sentence, cue, candidates, grammar)
    return [_saying(text, sentence, cue, told, content), teller] if told else [teller]


def _told(
    sentence: Sequence[Word], cue: Found[Cue], candidates: Sequence[_Candidate], grammar: Grammar
) -> _Candidate | None:
    """The agency or outlet to which somebody spoke ("told …"): it hands the words on, so it stands outermost."""
    if sentence[cue.last].key not in grammar.told:
        return None
    heard = _right(sentence, cue.last, candidates, 4)
    return heard if heard and heard.reports else None


def _saying(text: str, sentence: Sequence[Word], cue: Found[Cue], who: _Candidate, content: tuple[int, int]) -> Saying:
    words = text[sentence[cue.first].start : sentence[cue.last].end]
    p = who.party
    speaker = Speaker(p.id, p.name, p.text, p.start, p.end, words, cue.payload.stance)
    own = frozenset([*cue.own, *range(who.first, who.last + 1)])
    return Saying(speaker, content, own, cue.first, quoted=cue.payload.kind == "quoting")


def _speaker(
    sentence: Sequence[Word],
    cue: Found[Cue],
    cues: Sequence[Found[Cue]],
    candidates: Sequence[_Candidate],
    triggers: Sequence[int],
    grammar: Grammar,
) -> tuple[_Candidate | None, bool]:
    """The speaker of a verb of saying, and whether it stands after the verb."""
    stretch = _stretch_start(sentence, cue.first)
    near = [c for c in candidates if stretch <= c.first and c.last < cue.first]
    if near:
        return _head_of(near, sentence, grammar), False
    right = _right(sentence, cue.last, candidates, 5 if grammar.inversion else 3)
    if right is not None and not grammar.inversion and _acts(sentence, right, triggers, grammar):
        right = None  # "…, said militants had downed a plane"
    if right is not None and any(w.key in grammar.breaks for w in sentence[cue.last + 1 : right.first]):
        right = None  # "said that he …": whoever stands behind "that" is told of, and does not speak
    opens = cue.first == stretch and cue.payload.stance == "reports"
    if right is not None and (opens or grammar.inversion):
        return right, True
    earlier = [other.last for other in cues if other.last < cue.first]
    floor = max([cue.first - _ACROSS, *earlier])
    if grammar.drops_pronouns and not _sets_apart(sentence, cue.first):
        return None, False
    left = [c for c in candidates if floor < c.first and c.last < cue.first and not c.harmless]
    known = [c for c in left if c.party.id is not None]
    return ((known or left)[0], False) if left else (None, False)


def _acts(sentence: Sequence[Word], candidate: _Candidate, triggers: Sequence[int], grammar: Grammar) -> bool:
    """Whether a verb of its own stands right behind a name, so that it is told of."""
    after = candidate.last + 1
    return after < len(sentence) and (grammar.verbal(sentence[after].key) or after in triggers)


def _silent(sentence: Sequence[Word], cue: Found[Cue], before: Speaker) -> _Candidate:
    """The speaker before, whom a language without subject pronouns does not name again ("…, rekao je.")."""
    word = sentence[cue.first]
    return _Candidate(cue.first, cue.first, Party(before.id, before.name, word.text, word.start, word.end))


def _sets_apart(sentence: Sequence[Word], index: int) -> bool:
    """Whether an apposition's comma stands right before the verb of saying: its subject is further left."""
    quoted = index > 1 and sentence[index - 2].text in '"”“«»'
    return index > 0 and sentence[index - 1].text == "," and not quoted


def _head_of(near: Sequence[_Candidate], sentence: Sequence[Word], grammar: Grammar) -> _Candidate:
    """Among the names of one stretch the one that no preposition governs, else the nearest."""
    free = [c for c in near if c.first == 0 or not grammar.preposition(sentence[c.first - 1].key)]
    return free[-1] if free else near[-1]


def _stretch_start(sentence: Sequence[Word], index: int) -> int:
    while index > 0 and not sentence[index - 1].is_sign:
        index -= 1
    return index


def _left(index: int, candidates: Sequence[_Candidate], reach: int) -> _Candidate | None:
    near = [c for c in candidates if index - reach <= c.first and c.last < index]
    return near[-1] if near else None


def _right(sentence: Sequence[Word], index: int, candidates: Sequence[_Candidate], reach: int) -> _Candidate | None:
    for candidate in candidates:
        if index < candidate.first <= index + reach:
            between = sentence[index + 1 : candidate.first]
            return None if any(word.text in ",;:" for word in between) else candidate
    return None


def _coordinated(
    sentence: Sequence[Word], first: _Candidate | None, candidates: Sequence[_Candidate], grammar: Grammar
) -> list[_Candidate]:
    """A speaker and those joined to it by "and"."""
    joined = [first] if first else []
    for candidate in candidates:
        if joined and candidate.first > joined[-1].last:
            between = sentence[joined[-1].last + 1 : candidate.first]
            if (
                any(w.key in grammar.coordination for w in between)
                and len(between) <= 5
                and not any(w.is_sign for w in between)
            ):
                joined.append(candidate)
    return joined


def _content(
    sentence: Sequence[Word],
    cue: Found[Cue],
    speaker: _Candidate,
    inverted: bool,
    triggers: Sequence[int],
    grammar: Grammar,
) -> tuple[int, int]:
    """The words that the speaker answers for."""
    end = len(sentence) - 1
    last = max(cue.last, speaker.last)
    tail = [w for w in sentence[last + 1 :] if not w.is_sign]
    opening = min(cue.first, _stretch_start(sentence, speaker.first))
    head = [w for w in sentence[:opening] if not w.is_sign]
    within = sentence[speaker.last + 1 : cue.first]
    if grammar.inversion and not tail and not inverted and len(within) > 2 and not any(w.is_sign for w in within):
        return (speaker.last, cue.first)  # "hat die Einnahme … bestätigt"
    first = min(cue.first, speaker.first)
    if len(tail) <= 3 and not any(index > last for index in triggers):
        if head:
            return (0, opening)
        if not grammar.inversion and any(index < first for index in triggers):
            return (0, first - 1)  # where commas are lost: "… in the town a monitor said Thursday"
    follows = last + 1 <= end and (
        sentence[last + 1].key in grammar.that or not sentence[last + 1].is_sign or sentence[last + 1].text in ':"“„»«'
    )
    parenthetical = opening > 0 and sentence[opening - 1].text in ',"”“«»' and len(head) >= 3
    if parenthetical and (inverted or not follows or sentence[min(end, last + 1)].text == ","):
        return (0, end)
    return (last, end)


def carried(speaker: Speaker, cue: str) -> Speaker:
    """The last speaker going on, with the word that shows it (a quotation mark, a reported mood) as the cue."""
    stance: Stance = "reports"
    return Speaker(speaker.id, speaker.name, speaker.text, speaker.start, speaker.end, cue, stance)
