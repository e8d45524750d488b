"""How much of an input is read at once: what bounds the memory and the time that one report may take."""

from __future__ import annotations

# A report of a million words is no report; a book-length dossier still has room below this.
REPORT_BYTES = 16 * 2**20

# A record of a table or of JSON lines carries a report and its metadata.
RECORD_BYTES = 2 * REPORT_BYTES

# Feeds and pretty-printed JSON cannot be streamed: they are read whole, up to here.
WHOLE_BYTES = 64 * 2**20

# Browsers and libxml2 give up near here as well; real pages stay below 60.
NESTING = 200

# The longest sentence that later steps must bear; longer ones are cut at a clause or a space.
SENTENCE_CHARS = 1200


def megabytes(count: int) -> str:
    """A byte limit in words, as "16 MB"."""
    return f"{count // 2**20} MB"
