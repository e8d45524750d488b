"""The real steps, imported only when a build begins: each step's function with its packs and options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.ledger.records import from_json, to_json
from dragoman.ledger.results import KnownPlace, Reckoning
from dragoman.model import Document, LeftOut, Published
from dragoman.running.options import BuildOptions
from dragoman.running.steps import Collection, Extract, Item, Sentences, Steps

if TYPE_CHECKING:
    from dragoman import analysis
    from dragoman.knowledge import Knowledge


_WITHOUT = "seats were filled by the names in reach alone (claims say so in `rules`: roles.reach)"


def real_steps(options: BuildOptions) -> Steps:
    """The steps of this dragoman with the packs that the options name; PackError where one is wrong."""
    from dragoman import knowledge

    known = knowledge.load(options.theatres, tuple(Path(folder) for folder in options.packs))
    return _Real(known, options).steps()


class _Real:
    """The steps' functions with what they need besides their input."""

    def __init__(self, known: Knowledge, options: BuildOptions) -> None:
        self.known = known
        self.options = options

    def steps(self) -> Steps:
        from dragoman import analysis, reading

        absent = analysis.missing()
        return Steps(
            fingerprint=self.known.fingerprint,
            items=self.items,
            document=self.document,
            sentences=reading.sentences,
            dated=self.dated,
            evidence=self.evidence,
            claims=self.claims,
            by_neighbours=by_neighbours,
            relate=self.relate,
            places=self.places,
            model=analysis.fingerprint(),
            lacking=absent and f"{absent}; {_WITHOUT}",
        )

    def items(self, inputs: Sequence[str]) -> Iterator[Item | LeftOut]:
        from dragoman import reading

        asked = self.options
        options = reading.ReadOptions(dict(asked.columns), asked.encoding, asked.language)
        return reading.items(inputs, options)

    def document(self, item: Item) -> tuple[Document | None, tuple[LeftOut, ...]]:
        from dragoman import reading

        read = reading.document(item)  # type: ignore[arg-type]
        return (None, (read,)) if isinstance(read, LeftOut) else (read.document, read.notes)

    def dated(self, document: Document, sentences: Sentences) -> Document:
        from dragoman import dates

        return dates.dated(document, sentences, self.known)

    def evidence(self, document: Document, sentences: Sentences) -> str:
        from dragoman import dates

        expressions = dates.find(document.text, document.language, document.published, sentences)
        names = self.known.names(document.text, document.language)
        return to_json(dates.evidence(document, expressions, names))

    def claims(self, document: Document, sentences: Sentences) -> Extract:
        from dragoman import claims

        return claims.read(document, sentences, self.known, self.model())

    def model(self) -> analysis.Reader | None:
        """This process's language model, where there is one."""
        from dragoman import analysis

        return None if analysis.missing() else analysis.model()

    def relate(self, found: Collection) -> Reckoning:
        from dragoman import events

        return events.relate(found.claims, found.documents, self.known, found.vectors, found.judged)

    def places(self, ids: Iterable[str]) -> Iterator[KnownPlace]:
        """The places that are named, with all that they lie within."""
        chains = {one for key in ids for one in (key, *self.known.within(key))}
        for key in sorted(chains & self.known.places.keys()):
            place = self.known.places[key]
            yield KnownPlace(place.id, place.name, place.within)


def by_neighbours(evidence: Iterable[str]) -> Mapping[str, Published]:
    """The publication days that reports of the collection give to those that are undated by themselves."""
    from dragoman import dates

    return dates.dated_by_neighbours([from_json(dates.DocumentEvidence, one) for one in evidence])
