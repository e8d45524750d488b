"""Which language a text is in: a statistical model over the languages of reports, helped out by function
words.

Croatian, Bosnian, Serbian and Montenegrin in Latin letters are one language here, `hr`: they share one
pack. What is in another language is named, not forced into one that has a pack; `und` is said where
nothing tells.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from dragoman.knowledge.tables import LANGUAGES, language_table

UNKNOWN = "und"
# In so many words, the share of function words that the pack names (`plain_share`) leaves no doubt.
_FEW = 40

# National languages and their close neighbours; without this the model finds Pidgin or Ligurian in a short
# headline.
_CANDIDATES = [
    "ar",
    "az",
    "be",
    "bg",
    "bs",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fr",
    "ga",
    "gl",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "is",
    "it",
    "ja",
    "ka",
    "kk",
    "ko",
    "ku",
    "lt",
    "lv",
    "mk",
    "mt",
    "ms",
    "nl",
    "no",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "so",
    "sq",
    "sr",
    "sv",
    "sw",
    "th",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "zh",
]
_ONE = {"bs": "hr", "sr": "hr", "sh": "hr", "cnr": "hr", "me": "hr", "hbs": "hr", "scc": "hr", "scr": "hr"}
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LETTERS = re.compile(r"[^\W\d_]+")

# The model is sure from here on; below, function words may decide.
_SURE = 0.6
# What metadata say is only set aside against a long text in which the model sees another language so clearly.
_REFUTED = 0.9
_LONG = 200
# Three slices of this many characters tell the language of any report.
_SLICE = 300

_NAMES = {
    "english": "en", "eng": "en", "german": "de", "deutsch": "de", "deu": "de", "ger": "de",
    "croatian": "hr", "hrvatski": "hr", "hrv": "hr", "bosnian": "hr", "bosanski": "hr", "bos": "hr",
    "serbian": "sr", "srpski": "sr", "srp": "sr", "arabic": "ar", "ara": "ar", "russian": "ru", "rus": "ru",
    "ukrainian": "uk", "ukr": "uk", "french": "fr", "fra": "fr", "fre": "fr", "spanish": "es", "spa": "es",
    "turkish": "tr", "tur": "tr",
}  # fmt: skip


def language_of(text: str) -> tuple[str, float]:
    """The language of a text and how sure that is, from 0 to 1."""
    sample = _sample(text)
    scores = _scores(sample)
    best, sure = max(scores.items(), key=lambda pair: (pair[1], pair[0]), default=(UNKNOWN, 0.0))
    if sure >= _SURE:
        return best, sure
    worded = _by_words(sample)
    if worded is not None:
        return worded, _SURE
    return (best, sure) if sure >= _SURE / 2 else (UNKNOWN, sure)


def plain_language(text: str) -> str | None:
    """The language with a pack whose function words alone make it plain, so that no model need be loaded."""
    words = Counter(word.casefold() for word in _LETTERS.findall(_sample(text)))
    count = words.total()
    shares = {code: sum(words[word] for word in _function_words(code)) for code in LANGUAGES}
    best = max(shares, key=lambda code: (shares[code], code))
    plain = language_table(best, "sentences").get("plain_share", 1)
    return best if count >= _FEW and shares[best] >= plain * count else None


def settled(text: str, said: str | None) -> tuple[str, bool]:
    """The language in the light of what metadata say, and whether the text refutes these."""
    found, sure = language_of(text)
    code = normal(said, text) if said else None
    if code is None or code == found:
        return found, False
    if sure >= _REFUTED and len(text) >= _LONG:
        return found, True
    return code, False


def normal(said: str, text: str = "") -> str | None:
    """A language as metadata write it (`en-US`, `hrv`, `German`) as our code; None where it is none."""
    code = re.split(r"[-_,; ]", said.strip().casefold())[0]
    code = _NAMES.get(code, code)
    if not re.fullmatch(r"[a-z]{2,3}", code) or code == UNKNOWN:
        return None
    return code if code == "sr" and _CYRILLIC.search(text) else _ONE.get(code, code)


def _sample(text: str) -> str:
    if len(text) <= 3 * _SLICE:
        return text
    middle = len(text) // 2
    return f"{text[:_SLICE]} {text[middle : middle + _SLICE]} {text[-_SLICE:]}"


def _scores(sample: str) -> dict[str, float]:
    """The model's probabilities, those of one language in Latin letters added up."""
    letters = _LETTERS.findall(sample)
    if not letters:
        return {}
    cyrillic = len(_CYRILLIC.findall(sample)) * 2 > sum(map(len, letters))
    scores: dict[str, float] = {}
    for code, probability in _model().rank(" ".join(letters)):
        own = code if cyrillic else _ONE.get(code, code)
        scores[own] = scores.get(own, 0.0) + probability
    return scores


def _by_words(sample: str) -> str | None:
    """The language whose function words the text uses; None where there are none or two languages are
    even."""
    words = Counter(word.casefold() for word in _LETTERS.findall(sample))
    hits = {code: sum(words[word] for word in _function_words(code)) for code in LANGUAGES}
    ranked = sorted(hits.items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[0][0] if ranked[0][1] > ranked[1][1] else None


@cache
def _function_words(code: str) -> frozenset[str]:
    return frozenset(language_table(code, "sentences").get("function_words", ()))


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(_CANDIDATES)
    return model
