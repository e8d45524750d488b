"""Who says what by a sentence's tree: the speaker's phrase, the words that hand over, and what is told."""

import pytest

from dragoman import analysis
from dragoman.analysis import Analysis, tokens
from dragoman.claims.tables import grammar
from dragoman.claims.voices.hearing import in_mood, tellings
from dragoman.claims.voices.quotes import Quotes
from dragoman.claims.voices.speech import speech
from dragoman.model import Segment


def read(text: str, language: str) -> Analysis:
    return analysis.model().analyse([tokens(text, 0, len(text), language)], language)[0]


def heard(text: str, language: str) -> list[tuple[str, str, str]]:
    tree = read(text, language)
    quoted = Quotes(text, (Segment("body", 0, len(text)),)).within(0, len(text))

    def words(nodes: frozenset[int]) -> str:
        return " ".join(tree.nodes[index].text for index in sorted(nodes) if tree.nodes[index].text[0].isalnum())

    return [(words(one.source), words(one.cue), words(one.content)) for one in tellings(tree, speech(language), quoted)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The bridge is closed, a spokesman for the city said.",
         ("a spokesman for the city", "said", "The bridge is closed")),
        ("en", "The farmers, the mayor said, had left the valley.",
         ("the mayor", "said", "The farmers had left the valley")),
        ("en", "According to the ministry, the harvest was poor.",
         ("the ministry", "According to", "the harvest was poor")),
        ("en", "The board issued a statement saying that it would pay.",
         ("The board", "issued statement saying", "that it would pay")),
        ("en", "It was reported by the radio that the harvest was poor.",
         ("the radio", "was reported", "that the harvest was poor")),
        ("en", "The president urged farmers to stay home.", ("The president", "urged", "farmers to stay home")),
        ("en", "The mayor spoke of a success.", ("The mayor", "spoke of", "a success")),
        ("de", "Die Ernte sei schlecht, teilte ein Sprecher des Ministeriums mit.",
         ("ein Sprecher des Ministeriums", "teilte mit", "Die Ernte sei schlecht")),
        ("de", "Dem Ministerium zufolge war die Ernte schlecht.",
         ("Dem Ministerium", "zufolge", "war die Ernte schlecht")),
        ("de", "Die Bauern hätten, so der Bürgermeister, das Tal verlassen.",
         ("der Bürgermeister", "so", "Die Bauern hätten das Tal verlassen")),
        ("de", "Wie die Zeitung berichtet, ist die Brücke gesperrt.",
         ("die Zeitung", "Wie berichtet", "ist die Brücke gesperrt")),
        ("hr", "Prema riječima ministra, žetva je loša.", ("riječima ministra", "Prema", "žetva je loša")),
        ("hr", "Most je zatvoren, kaže gradonačelnik.", ("gradonačelnik", "kaže", "Most je zatvoren")),
        ("hr", "U priopćenju se navodi da je most zatvoren.", ("priopćenju", "navodi", "da je most zatvoren")),
    ],
)  # fmt: skip
def test_one_telling(language: str, text: str, wanted: tuple[str, str, str]) -> None:
    assert heard(text, language) == [wanted]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The farmers left the valley after the harvest."),
        ("de", "Die Bauern verließen nach der Ernte das Tal."),
        ("hr", "Seljaci su krenuli prema dolini."),
    ],
)
def test_nobody_says_it(language: str, text: str) -> None:
    assert heard(text, language) == []


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Die Ernte sei schlecht.", "sei"),
        ("Dafür bestehe kein Anlass.", "bestehe"),
        ("Die Ernte war schlecht.", None),
        ("Der Minister sagte es gestern.", None),
        ("Ich gehe nach Hause.", None),
    ],
)
def test_the_mood_of_reported_speech(text: str, verb: str | None) -> None:
    tree = read(text, "de")
    found = in_mood(tree, grammar("de").reported_mood)
    assert (None if found is None else tree.nodes[found].text) == verb


@pytest.mark.parametrize(("language", "fewest"), [("en", 150), ("de", 150), ("hr", 100)])
def test_the_packs_know_many_words_of_saying(language: str, fewest: int) -> None:
    assert speech(language).size >= fewest
