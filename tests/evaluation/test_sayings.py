"""What dragoman hears in a text, as spans: with a cue, in a headline, and where a quotation goes on without one."""

import pytest

from dragoman.evaluation.overlap import Attribution, Spans
from dragoman.evaluation.plain import document
from dragoman.evaluation.sayings import attributions, one_each_cue
from dragoman.knowledge.knowledge import Knowledge, load
from dragoman.model import Segment


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(("syria",))


def heard(text: str, language: str, knowledge: Knowledge) -> list[Attribution]:
    return attributions(document(text, language, [Segment("body", 0, len(text))]), knowledge, None)


def told(text: str, found: list[Attribution]) -> list[tuple[list[str], list[str], list[str]]]:
    """Source, cue and content in their words."""

    def words(spans: Spans) -> list[str]:
        return [text[start:end] for start, end in spans]

    return [(words(one.source), words(one.cue), words(one.content)) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        # No happening is told: the cue is enough.
        ("en", "Russia said that winters are long.", (["Russia"], ["said"], ["that winters are long"])),
        (
            "en",
            "“Winters are long,” Russia said, “and summers are rather short.”",
            (["Russia"], ["said"], ["“Winters are long,”", "“and summers are rather short.”"]),
        ),
        ("en", "Monitor: winters are long", (["Monitor"], [":"], ["winters are long"])),
        ("de", "Die Winter sind lang, sagte Anna Beispiel.", (["Anna Beispiel"], ["sagte"], ["Die Winter sind lang"])),
        (
            "en",
            "Winters are long, according to Russia and Turkey.",
            (["Russia and Turkey"], ["according to"], ["Winters are long"]),
        ),
    ],
)
def test_a_cue_with_its_speakers_is_one_attribution(
    language: str, text: str, wanted: tuple[list[str], list[str], list[str]], knowledge: Knowledge
) -> None:
    assert told(text, heard(text, language, knowledge)) == [wanted]


def test_a_text_without_a_speaker_says_nothing(knowledge: Knowledge) -> None:
    assert heard("Winters are long. “So they are, as ever.”", "en", knowledge) == []


def test_what_goes_on_in_the_same_marks_is_the_same_attribution(knowledge: Knowledge) -> None:
    text = "Russia said: “Winters are long. Summers are short.” “Autumns are rather wet.”"
    found = heard(text, "en", knowledge)
    assert told(text, found) == [
        (["Russia"], ["said", ":"], ["“Winters are long", "Summers are short.”"]),
        (["Russia"], [], ["“Autumns are rather wet.”"]),
    ]
    assert told(text, one_each_cue(found, text)) == [
        (["Russia"], ["said", ":"], ["“Winters are long", "Summers are short.”", "“Autumns are rather wet.”"])
    ]


def test_a_reported_mood_goes_on_with_the_last_speaker_for_two_sentences(knowledge: Knowledge) -> None:
    text = "Die Winter sind lang, sagte Anna Beispiel. Der Sommer sei kurz. Es regnet. Der Herbst sei nass."
    assert told(text, heard(text, "de", knowledge))[1:] == [(["Anna Beispiel"], [], ["Der Sommer sei kurz."])]


def test_furniture_does_not_speak(knowledge: Knowledge) -> None:
    text = "Russia said that winters are long."
    read = document(text, "en", [Segment("furniture", 0, len(text))])
    assert attributions(read, knowledge, None) == []


def test_another_speaker_is_not_joined() -> None:
    one, other = Attribution(((0, 1),), ((2, 3),), ((4, 5),)), Attribution(((6, 7),), ((8, 9),))
    assert one_each_cue([one, other], "0 2 4 6 8 ") == [one, other]
