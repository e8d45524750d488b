"""What dragoman finds of who says what in a text, as attributions: every sentence, whether it tells a happening or not.

1. Each cue of a sentence with its speakers is one attribution; its content is what they answer for, without the words
   of speaker and cue and without the signs at the border.
2. Where no cue stands, a quotation or a reported mood (Konjunktiv I) goes on with the last speaker, as it does for
   claims; such an attribution has no cue. What goes on within the same quotation marks is the same attribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from dragoman.analysis import Analysis, Reader, tokens
from dragoman.claims.mentions import Mention, mentions
from dragoman.claims.resolving import Resolver
from dragoman.claims.tables import WordSet, grammar
from dragoman.claims.voices.attribution import sayings
from dragoman.claims.voices.hearing import in_mood, tellings
from dragoman.claims.voices.quotes import Quotes
from dragoman.claims.voices.saying import Saying
from dragoman.claims.voices.speech import speech
from dragoman.claims.voices.tellers import speaks
from dragoman.claims.voices.telling import Telling
from dragoman.claims.words import Word, words
from dragoman.evaluation.overlap import Attribution, Spans
from dragoman.knowledge.knowledge import Knowledge
from dragoman.knowledge.matching import Name
from dragoman.model import Document, Sentence, Speaker
from dragoman.reading import sentences

_SILENT = frozenset({"furniture", "byline", "caption"})  # no claim is read from these
_NEAR = 2  # sentences that a speaker goes on without a cue
_BETWEEN = 5  # words between two speakers of one cue
_QUOTES = frozenset("\"'“”„‘’‚«»‹›")


def attributions(read: Document, knowledge: Knowledge, model: Reader | None) -> list[Attribution]:
    """The attributions of a document in the order of its sentences; spans are code points of its text."""
    spoken = [(index, one) for index, one in enumerate(sentences(read)) if one.role not in _SILENT]
    listener = _Listener(read, knowledge)
    for (index, sentence), tree in zip(spoken, _trees(read, [one for _, one in spoken], model), strict=True):
        listener.hear(index, sentence, tree)
    return listener.found


def one_each_cue(found: Iterable[Attribution], text: str) -> list[Attribution]:
    """What PolNeAR's marks ask for: no word is marked twice, and a colon behind a cue is a part of it.

    What goes on without a cue is joined to what its speaker said before.
    """
    joined: list[Attribution] = []
    for one in _outermost(_with_colon(one, text) for one in found):
        if joined and not one.cue and one.source == joined[-1].source:
            joined[-1] = replace(joined[-1], content=joined[-1].content + one.content)
        else:
            joined.append(one)
    return joined


def _with_colon(one: Attribution, text: str) -> Attribution:
    end = one.cue[-1][1] if one.cue else len(text)
    return replace(one, cue=(*one.cue, (end, end + 1))) if text[end : end + 1] == ":" else one


def _outermost(found: Iterable[Attribution]) -> list[Attribution]:
    """Attributions without those whose cue is itself among the words that another one tells."""
    listed = list(found)
    return [one for one in listed if not any(_meets(one.cue, other.content) for other in listed if other is not one)]


def _meets(one: Spans, other: Spans) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)


def _trees(read: Document, spoken: Sequence[Sentence], model: Reader | None) -> Iterable[Analysis | None]:
    if model is None:
        return [None] * len(spoken)
    return model.analyse([tokens(read.text, s.start, s.end, read.language) for s in spoken], read.language)


@dataclass(frozen=True, slots=True)
class _Heard:
    """The last speaker, in which sentence he spoke, and the quotation that he was in at its end."""

    speaker: Speaker
    source: Spans
    sentence: int
    quoted: tuple[int, int] | None


class _Listener:
    """A document being heard, sentence by sentence; `found` is what was said so far."""

    def __init__(self, read: Document, knowledge: Knowledge) -> None:
        self.found: list[Attribution] = []
        self._read = read
        self._grammar = grammar(read.language)
        self._speech = speech(read.language)
        self._knowledge = knowledge
        self._quotes = Quotes(read.text, read.segments)
        self._last: _Heard | None = None
        self._open = False

    @cached_property
    def _named(self) -> tuple[tuple[Name, ...], Resolver]:
        """The names of the text, for sentences without a tree."""
        names = self._knowledge.names(self._read.text, self._read.language)
        return names, Resolver(self._read, names, self._knowledge)

    def hear(self, index: int, sentence: Sentence, tree: Analysis | None) -> None:
        """Adds what one sentence says; `index` is its number in the document."""
        text, grammar_ = self._read.text, self._grammar
        found = words(text, sentence.start, sentence.end)
        if not found:
            return
        if tree is not None:
            self._hear_tree(index, sentence, found, tree)
            return
        names, resolver = self._named
        inside = [name for name in names if sentence.start <= name.start and name.end <= sentence.end]
        named = mentions(text, found, inside, resolver, grammar_, {}, None, None)
        before = self._last.speaker if self._last else None
        told = sayings(text, found, named, list(self._triggers(found, named)), grammar_, before)
        if not told:
            self._carry(index, found)
            return
        self.found += spoken(found, told)
        speaker = told[-1].speaker
        self._last = _Heard(speaker, ((speaker.start, speaker.end),), index, self._quotes.around(found[-1].start))

    def _hear_tree(self, index: int, sentence: Sentence, found: Sequence[Word], tree: Analysis) -> None:
        """A sentence with a tree."""
        quotes = self._quotes.within(sentence.start, sentence.end)
        told = tellings(tree, self._speech, quotes)
        told = [one for one in told if not _quoted(tree, one, quotes)]
        near = self._last is not None and index - self._last.sentence <= _NEAR
        if self._speech.mood and near and _left_open(tree, told, self._grammar.reported_mood):
            self._go_on(index, ((found[0].start, found[-1].end),))
            return
        if not told:
            self._carry_tree(index, found, tree)
            return
        self.found += [
            Attribution(_node_spans(tree, one.content), _node_spans(tree, one.source), _node_spans(tree, one.cue))
            for one in told
        ]
        named = [one for one in told if one.source]
        if named:
            self._remember(index, found, _node_spans(tree, named[-1].source))
        elif self._last is not None:
            self._last = replace(self._last, sentence=index, quoted=self._quotes.around(found[-1].start))

    def _remember(self, index: int, found: Sequence[Word], source: Spans) -> None:
        speaker = Speaker(None, "", "", source[0][0], source[-1][1], "", "reports")
        self._last = _Heard(speaker, source, index, self._quotes.around(found[-1].start))
        self._open = False

    def _go_on(self, index: int, content: Spans) -> None:
        """The last speaker goes on without a cue."""
        assert self._last is not None
        if self._open and self._last.sentence == index - 1:
            self.found[-1] = replace(self.found[-1], content=self.found[-1].content + content)
        else:
            self.found.append(Attribution(content, self._last.source))
        self._last = replace(self._last, sentence=index)
        self._open = True

    def _carry_tree(self, index: int, found: Sequence[Word], tree: Analysis) -> None:
        last = self._last
        quoted = self._quoted(found)
        if quoted is None and (source := speaks(tree, self._speech)):
            self._remember(index, found, _node_spans(tree, source))
            return
        if last is None or index - last.sentence > _NEAR:
            return
        if quoted is not None and quoted == last.quoted and self.found:
            self.found[-1] = replace(self.found[-1], content=self.found[-1].content + _inside(found, quoted))
        elif quoted is not None:
            self.found.append(Attribution(_inside(found, quoted), last.source))
            self._last = replace(last, quoted=quoted)

    def _triggers(self, found: Sequence[Word], named: Sequence[Mention]) -> Iterator[int]:
        """Where the sentence's happenings begin, clear of the words that names hold."""
        inside = {i for mention in named for i in range(mention.first, mention.last + 1)}
        for frame in self._grammar.frames.find(found):
            yield from [index for index in frame.own if index not in inside][:1]

    def _carry(self, index: int, found: Sequence[Word]) -> None:
        """A sentence without a cue, that the last speaker may go on in."""
        last = self._last
        if last is None or index - last.sentence > _NEAR:
            return
        quoted = self._quoted(found)
        if quoted is not None and quoted == last.quoted and self.found:
            self.found[-1] = replace(self.found[-1], content=self.found[-1].content + _inside(found, quoted))
        elif quoted is not None:
            self.found.append(Attribution(_inside(found, quoted), last.source))
            self._last = replace(last, quoted=quoted)
        elif any(word.key in self._grammar.reported_mood for word in found):
            self.found.append(Attribution(((found[0].start, found[-1].end),), last.source))

    def _quoted(self, found: Sequence[Word]) -> tuple[int, int] | None:
        """The first quotation that words of the sentence stand in."""
        return next((quoted for word in found if (quoted := self._quotes.around(word.start))), None)


def _quoted(tree: Analysis, one: Telling, quotes: Iterable[tuple[int, int]]) -> bool:
    """Whether somebody is told of within a quotation: the one who is quoted tells it."""
    start = tree.nodes[one.word].start
    return any(first < start < last for first, last in quotes)


def _left_open(tree: Analysis, told: Iterable[Telling], reported: WordSet) -> bool:
    """Whether the main clause is in the mood of reported speech, and nobody in the sentence says it."""
    root = next((i for i, node in enumerate(tree.nodes) if node.head < 0), None)
    said = any(root in one.content or root == one.word or root in one.cue for one in told)
    return not said and in_mood(tree, reported) is not None


def _node_spans(tree: Analysis, chosen: Iterable[int]) -> Spans:
    return tuple((tree.nodes[run[0]].start, tree.nodes[run[-1]].end) for run in _stretches(sorted(chosen)))


def spoken(found: Sequence[Word], told: Iterable[Saying]) -> Iterator[Attribution]:
    """The sayings of a sentence, in the order of their cues.

    Speakers of one cue with one content ("according to X and Y") are one attribution, and so are cues of one speaker
    with one content ("X said:").
    """
    cues: dict[tuple[Spans, Spans], Spans] = {}
    for one in _by_cue(found, told):
        known = cues.get((one.content, one.source), ())
        cues[one.content, one.source] = tuple(sorted({*known, *one.cue}))
    yield from (Attribution(content, source, cue) for (content, source), cue in cues.items())


def _by_cue(found: Sequence[Word], told: Iterable[Saying]) -> Iterator[Attribution]:
    ordered = sorted(told, key=lambda saying: (saying.cue, saying.content))
    for _, together in groupby(ordered, key=lambda saying: (saying.cue, saying.content)):
        same = list(together)
        own = frozenset(index for saying in same for index in saying.own)
        source = _sources(found, same, own)
        first, last = same[0].content
        said = [index for index in range(first, last + 1) if index not in own and not _in(found[index], source)]
        content = _runs(found, said)
        if content:
            yield Attribution(content, source, _spans(found, _cue(found, same[0], own, source)))


def _sources(found: Sequence[Word], same: Iterable[Saying], own: frozenset[int]) -> Spans:
    """The speakers' spans, as one where nothing but an "and" or the like stands between them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted({(saying.speaker.start, saying.speaker.end) for saying in same}):
        between = [i for i, word in enumerate(found) if joined and joined[-1][1] <= word.start and word.end <= start]
        if joined and len(between) <= _BETWEEN and not any(i in own or found[i].is_sign for i in between):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _cue(found: Sequence[Word], saying: Saying, own: Iterable[int], source: Spans) -> list[int]:
    """The words that hand over: of a headline the colon, else all that is not the speakers'."""
    if saying.speaker.cue == ":":
        return [saying.cue]
    return [index for index in sorted(own) if not _in(found[index], source)]


def _in(word: Word, spans: Spans) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)


def _inside(found: Sequence[Word], quoted: tuple[int, int]) -> Spans:
    return _spans(found, [i for i, word in enumerate(found) if quoted[0] <= word.start < quoted[1]])


def _runs(found: Sequence[Word], chosen: Sequence[int]) -> Spans:
    """Runs of words as spans, without the commas and stops at their borders; quotation marks stay."""
    kept = [_trimmed(found, run) for run in _stretches(chosen)]
    return tuple((found[run[0]].start, found[run[-1]].end) for run in kept if run)


def _spans(found: Sequence[Word], chosen: Sequence[int]) -> Spans:
    return tuple((found[run[0]].start, found[run[-1]].end) for run in _stretches(chosen))


def _stretches(chosen: Sequence[int]) -> Iterator[list[int]]:
    """Numbers in order, as runs without a gap."""
    for _, run in groupby(enumerate(chosen), key=lambda pair: pair[1] - pair[0]):
        yield [index for _, index in run]


def _trimmed(found: Sequence[Word], run: Sequence[int]) -> Sequence[int]:
    kept = [place for place, index in enumerate(run) if not found[index].is_sign or found[index].text in _QUOTES]
    spoken_ = any(not found[index].is_sign for index in run)
    return run[kept[0] : kept[-1] + 1] if spoken_ else []
