"""Who says it: chains of speakers and the words that they answer for.

1. Every cue of a sentence ("said", "laut", "prema", "quoting") looks for its speaker: in its own comma-bounded
   stretch, right after it where the language or a quotation inverts, else across an apposition to the left.
2. The cue's content is what follows it, or what stands before it where the cue ends the sentence.
3. A happening is said by all speakers whose content covers it, the one with the widest content first.
4. Without a cue, a quotation or a reported mood (Konjunktiv I) goes on with the last speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.tables import Cue, Grammar
from dragoman.claims.voices.candidates import Candidate, candidates_of
from dragoman.claims.voices.hearing import tellings
from dragoman.claims.voices.saying import Saying
from dragoman.claims.voices.speakers import by_tree, indexes, silent_on
from dragoman.claims.voices.speech import speech
from dragoman.claims.words import Word
from dragoman.model import Party, Speaker

_ACROSS = 16  # words that an apposition may put between a speaker and the verb of saying
_AFTER = 9  # words after "according to" in which its speaker is named


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
    candidates = candidates_of(text, sentence, named, grammar, before)
    cues = grammar.cues.find(sentence)
    heard = tellings(tree, speech(grammar.code), quoted) if tree else []
    read = list(by_tree(text, sentence, tree, heard, cues, candidates, grammar)) if tree else []
    known = {index for saying in read for index in (*saying.handed, saying.cue)}
    known |= {i for one in heard if tree and silent_on(tree, one, grammar) for i in indexes(sentence, tree, one.cue)}
    found = _headline(sentence, candidates) + read
    found += [
        saying
        for cue in cues
        if cue.payload.kind == "quoting" or known.isdisjoint(cue.own)
        for saying in _said(text, sentence, cue, cues, candidates, triggers, grammar, before)
    ]
    return sorted(found, key=lambda s: (s.quoted, -_width(s), s.cue, not s.outer, -s.speaker.start))


def _headline(sentence: Sequence[Word], candidates: Sequence[Candidate]) -> list[Saying]:
    """ "Monitor: raids kill ten": who stands before the colon of a headline says the rest."""
    colon = next((i for i, w in enumerate(sentence[:8]) if w.text == ":"), None)
    if colon is None or not candidates or candidates[0].first > 1 or candidates[0].last >= colon:
        return []
    who = candidates[0]
    p = who.party
    speaker = Speaker(p.id, p.name, p.text, p.start, p.end, ":", "reports")
    own = frozenset(range(who.first, colon + 1))
    return [Saying(speaker, (colon, len(sentence) - 1), own, colon)]


def _width(saying: Saying) -> int:
    if saying.told is not None:
        return len(saying.told)
    return saying.content[1] - saying.content[0]


def _said(
    text: str,
    sentence: Sequence[Word],
    cue: Found[Cue],
    cues: Sequence[Found[Cue]],
    candidates: Sequence[Candidate],
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
    sentence: Sequence[Word], cue: Found[Cue], candidates: Sequence[Candidate], grammar: Grammar
) -> Candidate | None:
    """The agency or outlet to which somebody spoke ("told …"): it hands the words on, so it stands outermost."""
    if sentence[cue.last].key not in grammar.told:
        return None
    heard = _right(sentence, cue.last, candidates, 4)
    return heard if heard and heard.reports else None


def _saying(text: str, sentence: Sequence[Word], cue: Found[Cue], who: Candidate, content: tuple[int, int]) -> Saying:
    words = text[sentence[cue.first].start : sentence[cue.last].end]
    p = who.party
    speaker = Speaker(p.id, p.name, p.text, p.start, p.end, words, cue.payload.stance)
    own = frozenset([*cue.own, *range(who.first, who.last + 1)])
    return Saying(speaker, content, own, cue.first, quoted=cue.payload.kind == "quoting")


def _speaker(
    sentence: Sequence[Word],
    cue: Found[Cue],
    cues: Sequence[Found[Cue]],
    candidates: Sequence[Candidate],
    triggers: Sequence[int],
    grammar: Grammar,
) -> tuple[Candidate | None, bool]:
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


def _acts(sentence: Sequence[Word], candidate: Candidate, triggers: Sequence[int], grammar: Grammar) -> bool:
    """Whether a verb of its own stands right behind a name, so that it is told of."""
    after = candidate.last + 1
    return after < len(sentence) and (grammar.verbal(sentence[after].key) or after in triggers)


def _silent(sentence: Sequence[Word], cue: Found[Cue], before: Speaker) -> Candidate:
    """The speaker before, whom a language without subject pronouns does not name again ("…, rekao je.")."""
    word = sentence[cue.first]
    return Candidate(cue.first, cue.first, Party(before.id, before.name, word.text, word.start, word.end))


def _sets_apart(sentence: Sequence[Word], index: int) -> bool:
    """Whether an apposition's comma stands right before the verb of saying: its subject is further left."""
    quoted = index > 1 and sentence[index - 2].text in '"”“«»'
    return index > 0 and sentence[index - 1].text == "," and not quoted


def _head_of(near: Sequence[Candidate], sentence: Sequence[Word], grammar: Grammar) -> Candidate:
    """Among the names of one stretch the one that no preposition governs, else the nearest."""
    free = [c for c in near if c.first == 0 or not grammar.preposition(sentence[c.first - 1].key)]
    return free[-1] if free else near[-1]


def _stretch_start(sentence: Sequence[Word], index: int) -> int:
    while index > 0 and not sentence[index - 1].is_sign:
        index -= 1
    return index


def _left(index: int, candidates: Sequence[Candidate], reach: int) -> Candidate | None:
    near = [c for c in candidates if index - reach <= c.first and c.last < index]
    return near[-1] if near else None


def _right(sentence: Sequence[Word], index: int, candidates: Sequence[Candidate], reach: int) -> Candidate | None:
    for candidate in candidates:
        if index < candidate.first <= index + reach:
            between = sentence[index + 1 : candidate.first]
            return None if any(word.text in ",;:" for word in between) else candidate
    return None


def _coordinated(
    sentence: Sequence[Word], first: Candidate | None, candidates: Sequence[Candidate], grammar: Grammar
) -> list[Candidate]:
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
    speaker: Candidate,
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
