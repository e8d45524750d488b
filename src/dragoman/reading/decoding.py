"""From bytes to the text that is stored: the encoding, the normal form, the line ends.

The order of trust: a byte order mark, the declared encoding, UTF-8, UTF-8 with a few broken bytes, a
guess. What was guessed or mended is said.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from dragoman.model import LeftOut

# Longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The 8-bit encodings in which reports of our languages were written; an open guess names exotic ones.
_GUESSES = ["cp1250", "cp1252", "iso8859_2", "cp1251", "koi8_r", "cp1256", "cp1254", "cp1253"]

# A guess from this much is as good as one from all, and takes bounded time.
_SAMPLE = 64 * 1024

# One broken byte in so many: a damaged UTF-8 text and not one in another encoding.
_DAMAGE = 50

_BINARY = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive or office file", b"\xd0\xcf\x11\xe0": "an office file",
    b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip archive", b"BZh": "a bzip2 archive", b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "an archive", b"SQLite format 3": "a database",
}  # fmt: skip

# Signs without width break words that search and matching need whole; separators of lines and pages end
# lines.
_DROPPED = dict.fromkeys((0xAD, 0xFEFF, 0x200B, 0x2060), None)
_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}
_CLEAN = _CONTROLS | _LINE_ENDS | _DROPPED
_UNCLEAN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what had to be guessed or mended to get it."""

    text: str
    encoding: str
    notes: tuple[LeftOut, ...] = ()


def decode(raw: bytes, uri: str, declared: str | None = None) -> Decoded:
    """The bytes as text, whatever they are; `declared` is believed where the bytes bear it out."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Decoded(raw[len(mark) :].decode(encoding, "replace"), encoding)
    if declared is None:
        return _undeclared(raw, uri)
    try:
        return Decoded(raw.decode(declared), declared)
    except (LookupError, ValueError):
        found = _undeclared(raw, uri)
    detail = f"{uri}: the declared encoding `{declared}` does not fit; read as {found.encoding}"
    return Decoded(found.text, found.encoding, (LeftOut(uri, "wrong_encoding", detail), *found.notes))


def _undeclared(raw: bytes, uri: str) -> Decoded:
    wide = _wide(raw[:_SAMPLE])
    if wide is not None:
        return _guessed(raw, uri, wide)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        mended = raw.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if _is_damaged(mended, broken):
        detail = f"{uri}: {broken} places are not valid UTF-8; each stands as \ufffd"
        return Decoded(mended, "utf-8", (LeftOut(uri, "broken_bytes", detail),))
    return _guessed(raw, uri, guess(raw))


def _guessed(raw: bytes, uri: str, encoding: str) -> Decoded:
    detail = f"{uri}: no encoding is declared and it is not UTF-8; guessed {encoding}"
    return Decoded(raw.decode(encoding, "replace"), encoding, (LeftOut(uri, "guessed_encoding", detail),))


def _is_damaged(text: str, broken: int) -> bool:
    """Whether a text is UTF-8 with flaws: next to the broken places many whole ones stand beyond ASCII."""
    beyond = len(text) - broken - len(text.encode("ascii", "ignore"))
    return beyond > broken and broken * _DAMAGE < max(len(text), _DAMAGE + 1)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in a text of Latin letters every other byte is zero."""
    pairs = len(sample) // 2
    if pairs < 4 or not 0.35 < sample.count(0) / len(sample) <= 0.6:
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"


def guess(raw: bytes) -> str:
    """The likeliest 8-bit encoding, told from the lines that hold more than ASCII."""
    lines = [line for line in raw[: 4 * _SAMPLE].splitlines() if not line.isascii()]
    best = from_bytes(b"\n".join(lines)[:_SAMPLE], cp_isolation=_GUESSES).best()
    return best.encoding if best is not None else "cp1252"


def file_encoding(path: Path, name: str, declared: str | None) -> tuple[str, tuple[LeftOut, ...]]:
    """The encoding of a file too big to be decoded at once; one pass over it in pieces. Raises OSError."""
    with path.open("rb") as stream:
        head = stream.read(_SAMPLE)
        for mark, encoding in _MARKS:
            if head.startswith(mark):
                return {"utf-8": "utf-8-sig"}.get(encoding, encoding[:6]), ()
        encoding = declared or "utf-8"
        decoder = codecs.getincrementaldecoder(encoding)()
        piece = head
        try:
            while piece:
                decoder.decode(piece)
                sample, piece = piece, stream.read(2**20)
            decoder.decode(b"", final=True)
        except ValueError:
            return _fallback(piece or sample, name, declared)
    return encoding, ()


def _fallback(piece: bytes, name: str, declared: str | None) -> tuple[str, tuple[LeftOut, ...]]:
    found = decode(piece, name, declared)
    return found.encoding, found.notes


def binary_kind(raw: bytes) -> str | None:
    """What a file is that holds no text; None for text in whatever encoding."""
    for magic, kind in _BINARY.items():
        if raw.startswith(magic):
            return kind
    sample = raw[:_SAMPLE]
    if any(sample.startswith(mark) for mark, _ in _MARKS) or _wide(sample) is not None:
        return None
    controls = sum(map(sample.count, _CONTROL_BYTES))
    return "binary data" if controls * _DAMAGE > len(sample) else None


_CONTROL_BYTES = [bytes([code]) for code in (*range(9), *range(14, 27), *range(28, 32), 127)]


def clean(text: str) -> str:
    """The text as it is stored: NFC, line ends `\\n`, no control signs and none without width."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNCLEAN.search(text):
        text = text.translate(_CLEAN)
    return unicodedata.normalize("NFC", text)
