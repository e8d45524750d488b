"""The story of a ledger in order, told in the reader's language.

    ledger, events ─▶ phrases (names, places, numbers) ─▶ sentences ─▶ headings, entries, sources

Sentences are made from an event's slots by the templates of `languages/<code>/types.toml`; no words of a report are
copied but the titles in the list of sources.
"""

from dragoman.chronology.references import Reports
from dragoman.chronology.teller import Entry, Teller, Telling
from dragoman.chronology.telling import chronicle
from dragoman.chronology.wording import LANGUAGES

__all__ = ["LANGUAGES", "Entry", "Reports", "Teller", "Telling", "chronicle"]
