"""From a document to its claims: every sentence in order, with what the passage so far makes clear.

1. Names of the whole document are matched and resolved once; dates are found once.
2. Each sentence of the report's own voice, of quotations and of readers' comments is read for triggers.
3. Each trigger gets speakers, reality, roles, days and counts; what a slot lacks the passage may lend, marked so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.analysis import Analysis, Reader, tokens
from dragoman.analysis.casing import in_capitals, recased
from dragoman.analysis.vectors import packed
from dragoman.claims.assembling import Draft, claim, quoted_from
from dragoman.claims.counted.counts import Bound, counts
from dragoman.claims.counted.losses import losses, of_periods, summed
from dragoman.claims.joining import accused, alike, asked, by_nobody, by_the_same, once, searched
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention, mentions
from dragoman.claims.particles import rejoined, strange
from dragoman.claims.reality.realis import reality
from dragoman.claims.references import antecedent, of_owner
from dragoman.claims.resolving import Resolver
from dragoman.claims.scene import Scene, scene
from dragoman.claims.seating.befalling import befalls
from dragoman.claims.seating.roles import roles
from dragoman.claims.tables import Frame, Grammar, Shade, grammar
from dragoman.claims.timing import of_announcing, planned, told_before
from dragoman.claims.voices.attribution import sayings
from dragoman.claims.voices.deeds import done_by_speaker
from dragoman.claims.voices.hearing import in_mood
from dragoman.claims.voices.quotes import Quotes
from dragoman.claims.voices.saying import Saying, carried, covering
from dragoman.claims.voices.speech import speech
from dragoman.claims.when import Dated, by_expression, by_publication, stated
from dragoman.claims.when import carried as day_carried
from dragoman.claims.words import Word, first_at, words
from dragoman.dates import DateExpression, find
from dragoman.knowledge.knowledge import Knowledge
from dragoman.knowledge.matching import Name
from dragoman.knowledge.tables import LANGUAGES
from dragoman.model import Claim, Document, Party, Realis, Sentence, Speaker, Where

_SILENT = frozenset({"furniture", "byline", "caption"})
_LONGEST = 250  # words: a "sentence" beyond this is a table or a page without stops, read in pieces


@dataclass(slots=True)
class Passage:
    """What the document has made clear so far."""

    speaker: Speaker | None = None
    speaker_sentence: int = -9
    actor: Party | None = None
    group: Party | None = None
    place: Where | None = None
    place_sentence: int = -9
    town: Where | None = None
    dated: Dated | None = None
    dated_sentence: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a part of one that is too long, with the triggers in it."""

    index: int
    sentence: Sentence
    words: tuple[Word, ...]
    triggers: tuple[Found[Frame], ...]

    @property
    def span(self) -> tuple[int, int]:
        """Its offsets into the document."""
        return self.words[0].start, self.words[-1].end


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with all that its claims are made from."""

    index: int
    sentence: Sentence
    words: tuple[Word, ...]
    named: tuple[Mention, ...]
    scene: Scene
    sayings: tuple[Saying, ...]
    counts: tuple[Bound, ...]
    expressions: tuple[DateExpression, ...]
    shades: tuple[Found[Shade], ...]
    hearsay: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """The claims of a document, and the packed vectors of the sentences that were read, by their first character."""

    claims: tuple[Claim, ...] = ()
    vectors: Mapping[int, bytes] = field(default_factory=dict)


def extract(
    document: Document, sentences: Sequence[Sentence], knowledge: Knowledge, model: Reader | None
) -> Iterator[Claim]:
    """The claims of a document, in the order of their triggers; see `read`."""
    yield from read(document, sentences, knowledge, model).claims


def read(document: Document, sentences: Sequence[Sentence], knowledge: Knowledge, model: Reader | None) -> Extract:
    """The claims of a document, in the order of their triggers, with the vectors of their sentences.

    A document in a language without a pack has none. Without a model, typed names in reach fill every seat. Offsets
    are code points into `document.text`.
    """
    if document.language not in LANGUAGES:
        return Extract()
    if not in_capitals(document.text):
        reader = _Reader(document, sentences, knowledge)
        return Extract(tuple(reader.claims(sentences, model)), reader.vectors)
    text = recased(document.text, (sentence.start for sentence in sentences), document.language, knowledge)
    reader = _Reader(replace(document, text=text), sentences, knowledge)
    claims = tuple(quoted_from(document.text, found) for found in reader.claims(sentences, model))
    return Extract(claims, reader.vectors)


class _Reader:
    """A document being read: its names, dates and quotations, and the passage so far."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], knowledge: Knowledge) -> None:
        self._document = document
        self._knowledge = knowledge
        self._grammar: Grammar = grammar(document.language)
        self._names: tuple[Name, ...] = knowledge.names(document.text, document.language)
        self._resolver = Resolver(document, self._names, knowledge)
        self._dates = find(document.text, document.language, document.published, sentences)
        self._quotes = Quotes(document.text, document.segments)
        self.vectors: dict[int, bytes] = {}

    def claims(self, sentences: Iterable[Sentence], model: Reader | None) -> Iterator[Claim]:
        passage, comments = Passage(), Passage()
        pieces = list(self._pieces(sentences))
        for piece, tree in zip(pieces, self._trees(pieces, model), strict=True):
            own = comments if piece.sentence.role == "comment" else passage
            if tree is not None and tree.vector.any():
                self.vectors[piece.span[0]] = packed(tree.vector)
            yield from self._sentence(piece, tree, own)

    def _pieces(self, sentences: Iterable[Sentence]) -> Iterator[Piece]:
        """The sentences that speak, those that are too long in parts."""
        for index, sentence in enumerate(sentences):
            if sentence.role in _SILENT:
                continue
            found = words(self._document.text, sentence.start, sentence.end)
            for first in range(0, len(found), _LONGEST):
                part = found[first : first + _LONGEST]
                yield Piece(index, sentence, part, tuple(_triggers(part, self._grammar)))

    def _trees(self, pieces: Sequence[Piece], model: Reader | None) -> Iterator[Analysis | None]:
        """The trees of the pieces that can hold a claim, because a trigger stands in them."""
        if model is None:
            yield from (None for _ in pieces)
            return
        text, language = self._document.text, self._document.language
        read = iter(
            model.analyse([tokens(text, *piece.span, language) for piece in pieces if piece.triggers], language)
        )
        yield from (next(read) if piece.triggers else None for piece in pieces)

    def _sentence(self, piece: Piece, tree: Analysis | None, passage: Passage) -> Iterator[Claim]:
        reading = self._read(piece, tree, passage)
        drafts = [self._draft(reading, trigger, passage) for trigger in reading.scene.triggers]
        meant = searched(
            by_nobody((draft for draft in drafts if _stands(draft, reading.scene, self._knowledge)), self._grammar)
        )
        standing = asked(alike(meant, self._grammar), self._grammar)
        kept = once(by_the_same(accused(standing), self._grammar))
        for draft in kept:
            yield claim(self._document, draft, self._knowledge)
        _remember(passage, reading, self._outside(reading), kept)

    def _read(self, piece: Piece, tree: Analysis | None, passage: Passage) -> Reading:
        text, grammar_, found = self._document.text, self._grammar, piece.words
        start, end = piece.span
        names = _within(self._names, start, end)
        expressions = tuple(_within(self._dates, start, end))
        quoted = self._quotes.within(start, end)
        named = tuple(mentions(text, found, names, self._resolver, grammar_, _lent(passage), passage.group, tree))
        own = [t for t in piece.triggers if not strange(t, found, tree, grammar_)]
        triggers = _clear_of_names(found, own, named, grammar_)
        return Reading(
            piece.index, piece.sentence, found, named,
            scene(text, found, named, triggers, grammar_, tree),
            tuple(sayings(text, found, named, [t.first for t in triggers], grammar_, passage.speaker, tree, quoted)),
            self._counts(found, named, expressions, tree) if triggers else (),
            expressions,
            tuple(grammar_.shades.find(found)) if triggers else (),
            tuple(h.pattern for h in grammar_.hearsay.find(found)) if triggers else (),
        )  # fmt: skip

    def _counts(
        self,
        found: Sequence[Word],
        named: Sequence[Mention],
        expressions: Sequence[DateExpression],
        tree: Analysis | None,
    ) -> tuple[Bound, ...]:
        dated = [(first_at(found, e.start), first_at(found, e.end - 1)) for e in expressions]
        bounds = counts(self._document.text, found, named, dated, self._grammar, tree)
        return tuple(of_periods(bounds, expressions, self._document.published))

    def _draft(self, reading: Reading, trigger: Found[Frame], passage: Passage) -> Draft:
        speakers, voice = self._speakers(reading, trigger, passage)
        verbs = [t.first for t in reading.scene.triggers if t.payload.form == "verb" and t is not trigger]
        real = reality(reading.words, trigger, reading.shades, speakers, verbs, self._grammar, reading.scene.tree)
        filled = roles(reading.scene, trigger, _speaking(reading, trigger))
        own = losses(reading.scene, reading.counts, trigger)
        dated = summed(own, reading.expressions, self._document.published) or self._dated(
            reading, trigger, real.realis, passage
        )
        draft = Draft(
            reading=(reading.words[0].start, reading.words[-1].end),
            trigger=trigger,
            words=reading.words,
            voice=voice,
            reality=real,
            roles=filled,
            places=tuple(m.where for m in filled.places if m.where),
            actors=tuple(m.party for m in filled.actors if m.party),
            targets=tuple(m.party for m in filled.targets if m.party),
            dated=dated,
            counts=tuple(b.count for b in own),
            speakers=speakers,
            hearsay=reading.hearsay,
            language=self._document.language,
        )
        return self._lent(draft, reading, passage)

    def _speakers(self, reading: Reading, trigger: Found[Frame], passage: Passage) -> tuple[tuple[Speaker, ...], str]:
        """The chain of speakers of a trigger and its voice."""
        quoted = self._quotes.around(reading.words[trigger.first].start)
        chain = covering(_telling_of(reading, trigger), trigger.own[-1])
        voice = "comment" if reading.sentence.role == "comment" else "quote" if quoted else "report"
        if chain or passage.speaker is None:
            return chain, voice
        near = reading.index - passage.speaker_sentence <= 2
        if quoted and near:
            return (carried(passage.speaker, self._document.text[quoted[0]]),), voice
        mood = self._mood(reading) if near else None
        return ((carried(passage.speaker, mood),) if mood else ()), voice

    def _outside(self, reading: Reading) -> list[Saying]:
        """The sayings in the report's own words: who speaks within a quotation is spoken of."""
        return [saying for saying in reading.sayings if not self._quotes.around(reading.words[saying.cue].start)]

    def _mood(self, reading: Reading) -> str | None:
        """The verb that shows reported speech without a cue: that of the main clause where there is a tree."""
        tree, reported = reading.scene.tree, self._grammar.reported_mood
        if tree is not None and speech(tree.language).mood:
            verb = in_mood(tree, reported)
            return None if verb is None else tree.nodes[verb].text
        return next((w.text for w in reading.words if w.key in reported), None)

    def _dated(self, reading: Reading, trigger: Found[Frame], realis: Realis, passage: Passage) -> Dated:
        found = self._of_plan(reading, trigger) if realis == "planned" else self._stated(reading, trigger)
        if found is None and passage.dated is not None and trigger.payload.type not in _IN_WORDS:
            found = day_carried(passage.dated, reading.index - passage.dated_sentence, self._document.published)
        return told_before(reading.scene, trigger, found or by_publication(self._document.published))

    def _stated(self, reading: Reading, trigger: Found[Frame]) -> Dated | None:
        return stated(reading.words, trigger, reading.scene.triggers, reading.expressions, self._grammar.breaks)

    def _of_plan(self, reading: Reading, trigger: Found[Frame]) -> Dated | None:
        """The days of what is announced: any of the sentence before that of the announcement itself."""
        announced = of_announcing(reading.scene, trigger, reading.expressions)
        if not announced:
            return self._stated(reading, trigger)
        ahead = [e for e in reading.expressions if e not in announced]
        return planned(stated(reading.words, trigger, (trigger,), ahead, self._grammar.breaks), announced)

    def _lent(self, draft: Draft, reading: Reading, passage: Passage) -> Draft:
        """Empty seats filled by the passage: a pronoun's actor, the place that the report is about."""
        draft = _in_first_person(draft, reading, self._grammar)
        draft = done_by_speaker(draft, reading.scene, reading.sayings)
        rules, flags = list(draft.rules), list(draft.flags)
        pronoun = draft.roles.pronoun
        if pronoun is None:
            pronoun = of_owner(reading.scene, draft.roles.actors)
        if pronoun is not None:
            thing = draft.trigger.payload.form != "verb"
            meant = antecedent(reading.scene, pronoun, passage.actor, thing=thing)
            if meant is not None:
                actor, word = meant.party, reading.words[pronoun]
                draft = replace(draft, actors=(Party(actor.id, actor.name, word.text, word.start, word.end),))
                rules.append("actor.pronoun")
                flags.extend([] if meant.sure else ["ambiguous_actor"])
        if not draft.places and _goes_on_there(draft, reading, passage) and passage.place is not None:
            draft = replace(draft, places=(passage.place,))
            rules.append("place.passage")
            flags.append("ambiguous_place")
        if any(m.reference for m in (*draft.roles.actors, *draft.roles.targets)):
            flags.append("ambiguous_actor")
        if any(m.ambiguous for m in draft.roles.places):
            flags.append("ambiguous_place")
        return replace(draft, rules=tuple(rules), flags=tuple(flags))


def _triggers(sentence: Sequence[Word], grammar_: Grammar) -> list[Found[Frame]]:
    return grammar_.frames.find(sentence, rejoined(sentence, grammar_))


def _telling_of(reading: Reading, trigger: Found[Frame]) -> Sequence[Saying]:
    """The sayings that can tell of a trigger: who demands something does so, and does not say that they do."""
    if trigger.payload.type not in _SPOKEN:
        return reading.sayings
    return [saying for saying in reading.sayings if saying.cue not in trigger.own]


def _within(items: Sequence[object], start: int, end: int) -> list:  # type: ignore[type-arg]
    return [item for item in items if start <= item.start and item.end <= end]  # type: ignore[attr-defined]


def _clear_of_names(
    sentence: Sequence[Word], triggers: Sequence[Found[Frame]], named: Sequence[Mention], grammar_: Grammar
) -> list[Found[Frame]]:
    """Triggers with the words that no name holds: none of "Southern Front", "struck" of "warplanes struck"."""
    inside = {i for m in named for i in range(m.first, m.last + 1)}
    clear: list[Found[Frame]] = []
    for trigger in triggers:
        own = tuple(index for index in trigger.own if index not in inside)
        trimmed = len(own) < len(trigger.own)
        if own and not (trimmed and all(grammar_.is_small(sentence[index].key) for index in own)):
            clear.append(Found(own[0], own[-1], own, trigger.pattern, trigger.payload))
    return clear


def _speaking(reading: Reading, trigger: Found[Frame]) -> frozenset[int]:
    """The word indexes where speakers of this trigger begin: they speak and do not act."""
    return frozenset(index for saying in reading.sayings if saying.covers(trigger.first) for index in saying.own)


def _in_first_person(draft: Draft, reading: Reading, grammar_: Grammar) -> Draft:
    """ "We have asked …" in quotation marks: the speaker himself sits in the subject's seat."""
    trigger = draft.trigger
    if draft.voice != "quote" or not draft.speakers or trigger.payload.form != "verb":
        return draft
    near = reading.words[max(0, trigger.first - 4) : trigger.last + 3]
    if not any(word.key in grammar_.first_person for word in near):
        return draft
    s = draft.speakers[-1]
    speaker = Party(s.id, s.name, s.text, s.start, s.end)
    return replace(draft, actors=(speaker,), rules=(*draft.rules, "actor.first_person"))


def _stands(draft: Draft, scene: Scene, knowledge: Knowledge) -> bool:
    """Whether the slots that a frame needs are filled."""
    needs = draft.trigger.payload.needs
    own_place = bool(draft.roles.places)
    filled = {
        "actor": bool(draft.actors),
        "armed": any(_kind(party, knowledge) in _ARMED for party in draft.actors),
        "target": bool(draft.targets),
        "place": own_place,
        "near_place": any(0 < m.first - draft.trigger.last <= 4 and m.where for m in draft.roles.places),
        "place_subject": any(
            0 < draft.trigger.first - m.last <= 4 and m.where and not m.governed for m in draft.roles.places
        ),
        "count": bool(draft.counts),
        "party": bool(draft.actors or draft.targets),
        "party_or_place": bool(draft.actors or draft.targets or own_place),
        "any": bool(draft.actors or draft.targets or own_place or draft.counts),
    }
    if needs == "any" and draft.trigger.payload.type in _HARMS and not filled["any"]:
        return befalls(scene, draft.trigger)
    return needs is None or filled[needs]


def _kind(party: Party, knowledge: Knowledge) -> str | None:
    actor = knowledge.actors.get(party.id or "")
    return None if actor is None else actor.kind


# Whose "operation" is one of war: that of the police seldom is.
_ARMED = frozenset({"military", "rebel", "jihadist", "militia", "coalition"})
_HARMS = frozenset({"killing", "injury", "abduction", "destruction"})


# What is done in words: where it is done is seldom where what it is about happens.
_SPOKEN = frozenset({"demand", "statement", "threat", "accusation", "denial"})
_IN_WORDS = _SPOKEN | {"rejection", "talks", "agreement", "support", "sanction"}
_LENDS = 2  # sentences for which a place goes on


def _goes_on_there(draft: Draft, reading: Reading, passage: Passage) -> bool:
    """Whether a happening without a place is where the sentences right before it were."""
    type_ = draft.trigger.payload.type
    near = reading.index - passage.place_sentence <= _LENDS
    return near and type_ not in _OF_GROUND and type_ not in _IN_WORDS


# Happenings about ground: whose place is not named is not known, because the place is all that they tell.
_OF_GROUND = frozenset({"capture", "control", "withdrawal", "siege", "siege_broken", "route_cut", "route_opened"})


# Days that are the passage's already, or not known to be any.
_OF_NO_PASSAGE = frozenset({"when:passage", "when:before", "when:announced"})


def _remember(passage: Passage, reading: Reading, outside: Sequence[Saying], kept: Sequence[Draft]) -> None:
    """What the next sentence may take over; `outside` are the sayings that no quotation holds."""
    if outside:
        passage.speaker = outside[-1].speaker
        passage.speaker_sentence = reading.index
    for draft in kept:
        if draft.actors and "actor.pronoun" not in draft.rules:
            passage.actor = draft.actors[0]
        if draft.dated.when.basis in ("stated", "anchored") and draft.dated.rule not in _OF_NO_PASSAGE:
            passage.dated, passage.dated_sentence = draft.dated, reading.index
    if not kept and len(days := [e for e in reading.expressions if e.low is not None and e.precision == "day"]) == 1:
        passage.dated, passage.dated_sentence = by_expression(days[0]), reading.index
    passage.group = next((m.party for m in reversed(reading.named) if m.group), passage.group)
    near = [m for m in reading.named if not _gone_to(m, reading)]
    own = [m.where for m in near if m.where and not m.party and not m.reference]
    named = next((w for w in own if w.precision not in ("country", "unresolved")), None)
    if named is not None:
        passage.place, passage.place_sentence = named, reading.index
    passage.town = next((w for w in own if w.precision == "town"), passage.town)


def _gone_to(mention: Mention, reading: Reading) -> bool:
    """Whether a place is only one to which or from which a way leads."""
    words, directions = reading.words, reading.scene.grammar.directions
    before = words[max(0, mention.first - 3) : mention.first]
    led = next((word.key for word in reversed(before) if word.key not in reading.scene.grammar.articles), None)
    return led in directions


def _lent(passage: Passage) -> dict[str, Where]:
    """What "the city" and "the area" go back to."""
    lent = {"town": passage.town, "place": passage.place}
    return {kind: where for kind, where in lent.items() if where is not None}
