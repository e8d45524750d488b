"""From an item to its document: decoded, extracted, dated by its metadata, told in which language, parted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from dragoman.knowledge.tables import LANGUAGES
from dragoman.model import UNDATED, Document, LeftOut, Published, Sentence, short_id
from dragoman.reading import days, languages, webpages
from dragoman.reading.borders import borders
from dragoman.reading.decoding import binary_kind, clean, decode
from dragoman.reading.inputs import items
from dragoman.reading.item import Item, Read
from dragoman.reading.options import ReadOptions
from dragoman.reading.segments import segments, title_in

_NO_OPTIONS = ReadOptions()
_CONTROLS = frozenset(map(chr, (*range(9), *range(14, 32), 127)))


def read(inputs: Iterable[str], options: ReadOptions = _NO_OPTIONS) -> Iterator[Document | LeftOut]:
    """All documents of the inputs, and one line for each thing that was left out, guessed or mended."""
    for found in items(inputs, options):
        result = document(found) if isinstance(found, Item) else found
        if isinstance(result, Read):
            yield from result.notes
            yield result.document
        else:
            yield result


def document(item: Item) -> Read | LeftOut:
    """The document of an item, with notes on what was guessed; or why there is none. It raises nothing."""
    if (kind := binary_kind(item.raw)) is not None:
        return LeftOut(item.uri, "binary", f"{item.uri}: {kind}, no text; convert it to text first")
    metadata = dict(item.metadata)
    declared = metadata.get("declared") or (webpages.declared_encoding(item.raw) if item.media == "html" else None)
    decoded = decode(item.raw, item.uri, declared)
    page = _page(item, decoded.text, metadata)
    told = page.metadata | metadata
    title = " ".join(clean(told.get("title", "")).split()) or None
    text, comments_at = _stored(item, page, title)
    if not text.strip():
        return LeftOut(item.uri, "empty", f"{item.uri}: no text in it")
    language, refuted = _language(text[:comments_at], told)
    published, doubts = _published(item.uri, told.get("published"))
    parts = segments(text, language, title, comments_at)
    notes = (
        *decoded.notes,
        *_controls(item.uri, decoded.text),
        *doubts,
        *_language_notes(item.uri, language, refuted, told),
    )
    return Read(
        Document(
            id=short_id("d", item.key),
            uri=item.uri,
            sha256=metadata.get("sha256") or hashlib.sha256(item.raw).hexdigest(),
            captured=days.captured(told.get("captured", "")),
            language=language,
            title=title or title_in(text, parts),
            outlet=clean(told.get("outlet", "")).strip() or None,
            published=published,
            segments=parts,
            text=text,
        ),
        notes,
    )


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document in order, each within one segment and with its role."""
    return tuple(
        Sentence(start, end, part.role)
        for part in document.segments
        for start, end in borders(document.text, part.start, part.end, document.language)
    )


def _page(item: Item, text: str, metadata: dict[str, str]) -> webpages.Page:
    if item.media == "html":
        return webpages.page(text, metadata.get("url"))
    return webpages.Page(webpages.fragment(text) if item.media == "fragment" else text)


def _stored(item: Item, page: webpages.Page, title: str | None) -> tuple[str, int | None]:
    """The text as it is stored, and where a page's comments begin. A page's title is part of what it says."""
    text = clean(page.text)
    if item.media != "text" and title and title not in text[: 2 * len(title) + 200]:
        text = f"{title}\n\n{text}"
    if not page.comments:
        return text, None
    return f"{text}\n\n{clean(page.comments)}", len(text)


def _language(text: str, told: dict[str, str]) -> tuple[str, bool]:
    chosen = languages.normal(told["set_language"], text) if "set_language" in told else None
    return (chosen, False) if chosen else languages.settled(text, told.get("language"))


def _language_notes(uri: str, language: str, refuted: bool, told: dict[str, str]) -> Iterator[LeftOut]:
    if refuted:
        detail = f"{uri}: metadata say language `{told['language']}`, the text is `{language}`; read as that"
        yield LeftOut(uri, "wrong_language", detail)
    if language == languages.UNKNOWN:
        yield LeftOut(uri, "no_language", f"{uri}: its language cannot be told; no claims are read from it")
    elif language not in LANGUAGES:
        detail = f"{uri}: its language is `{language}`, for which there is no pack; no claims are read from it"
        yield LeftOut(uri, "no_pack", detail)


def _published(uri: str, value: str | None) -> tuple[Published, tuple[LeftOut, ...]]:
    """The publication day by the metadata; the text's own evidence is weighed later, by `dates`."""
    if not value:
        return UNDATED, ()
    try:
        day = days.published(value)
    except days.AmbiguousDayError as error:
        detail = f"{uri}: published `{value}` is {error}; write it as YYYY-MM-DD"
        return UNDATED, (LeftOut(uri, "ambiguous_day", detail),)
    if day is not None:
        return day, ()
    detail = f"{uri}: published `{value}` is no day that can be read; write it as YYYY-MM-DD"
    return UNDATED, (LeftOut(uri, "no_day", detail),)


def _controls(uri: str, text: str) -> Iterator[LeftOut]:
    count = sum(text.count(sign) for sign in sorted(_CONTROLS & set(text)))
    if count:
        yield LeftOut(uri, "control_signs", f"{uri}: {count} control signs (such as NUL); each stands as a space")
