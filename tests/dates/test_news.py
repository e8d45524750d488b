"""Constructions of news: parts of weeks, nights, weekends, stretches until now, what is planned for a day."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.dates import find
from dragoman.dates.scan import engine
from dragoman.model import Published

# A Thursday.
TODAY = date(2016, 11, 10)
ON_TODAY = Published(TODAY, TODAY, "day", "metadata")

ROWS = [
    ("en", "The mill has burned since the end of last week.", "since the end of last week", 4, 10, "open"),
    ("de", "Seit Ende voriger Woche brennt die Mühle.", "Seit Ende voriger Woche", 4, 10, "open"),
    ("hr", "Mlin gori od kraja prošlog tjedna.", "od kraja prošlog tjedna", 4, 10, "open"),
    ("en", "The mill has burned since Friday.", "since Friday", 4, 10, "open"),
    ("de", "Die Mühle brennt seit Freitag.", "seit Freitag", 4, 10, "open"),
    ("hr", "Mlin gori od petka.", "od petka", 4, 10, "open"),
    ("en", "The mill fell earlier this week.", "earlier this week", 7, 10, "week"),
    ("en", "The mill will open later this week.", "later this week", 10, 13, "week"),
    ("de", "Anfang der Woche fiel die Mühle.", "Anfang der Woche", 7, 9, "week"),
    ("hr", "Početkom ovog tjedna pao je mlin.", "Početkom ovog tjedna", 7, 9, "week"),
    ("en", "They met over the weekend.", "the weekend", 5, 6, "week"),
    ("de", "Sie trafen sich am Wochenende.", "Wochenende", 5, 6, "week"),
    ("hr", "Sastali su se za vikend.", "vikend", 5, 6, "week"),
    ("en", "They hope to meet over the coming weekend.", "the coming weekend", 12, 13, "week"),
    ("en", "They met last weekend.", "last weekend", 5, 6, "week"),
    ("en", "They will meet over the weekend.", "the weekend", 12, 13, "week"),
    ("en", "Ten were killed in the past 24 hours.", "the past 24 hours", 9, 10, "open"),
    ("de", "In den vergangenen 24 Stunden fielen zehn.", "den vergangenen 24 Stunden", 9, 10, "open"),
    ("hr", "U posljednja 24 sata palo je deset.", "posljednja 24 sata", 9, 10, "open"),
    ("en", "Ten were killed in the past week.", "the past week", 3, 10, "open"),
    ("en", "Ten were killed in the last week.", "the last week", 3, 10, "open"),
    ("en", "Ten were killed overnight, he said.", "overnight", 9, 10, "part_of_day"),
    ("en", "Shells fell overnight Wednesday.", "overnight Wednesday", 9, 9, "part_of_day"),
    ("en", "At dawn on Saturday they left.", "dawn on Saturday", 5, 5, "part_of_day"),
    ("de", "Am Samstag im Morgengrauen gingen sie.", "Samstag im Morgengrauen", 5, 5, "part_of_day"),
    ("hr", "U zoru u subotu su otišli.", "zoru u subotu", 5, 5, "part_of_day"),
    ("en", "It fell in the early hours of Monday.", "the early hours of Monday", 7, 7, "part_of_day"),
    ("en", "The mill fell on Thursday.", "Thursday", 10, 10, "day"),
    ("en", "Ten were hurt in Tuesdays attack.", "Tuesdays", 8, 8, "day"),
    ("en", "The post was attacked late on Monday.", "late on Monday", 7, 7, "day"),
    ("en", "It may end by the end of the week.", "the end of the week", 11, 13, "week"),
    ("hr", "Hrane ima do kraja tjedna.", "kraja tjedna", 11, 13, "week"),
]


@pytest.mark.parametrize(("language", "text", "words", "low", "high", "precision"), ROWS)
def test_days_of_this_november(language, text, words, low, high, precision):
    (found,) = find(text, language, ON_TODAY)
    days = (date(2016, 11, low), date(2016, 11, high))
    assert (found.text, found.low, found.high, found.precision) == (words, *days, precision)


AHEAD = [
    ("en", "A pause was announced for Friday.", date(2016, 11, 11)),
    ("de", "Für Freitag wurde eine Pause angekündigt.", date(2016, 11, 11)),
    ("hr", "Za petak je najavljena stanka.", date(2016, 11, 11)),
    ("en", "The truce was set to begin on Saturday.", date(2016, 11, 12)),
    ("en", "The ministry said that gates would be opened on Saturday.", date(2016, 11, 12)),
    ("en", "The gates will be opened on Friday.", date(2016, 11, 11)),
]


@pytest.mark.parametrize(("language", "text", "day"), AHEAD)
def test_what_is_planned_lies_ahead(language, text, day):
    (found,) = find(text, language, ON_TODAY)
    assert (found.low, found.high, found.ahead) == (day, day, True)


BEHIND = [
    ("Nobody took responsibility for Friday's attack.", date(2016, 11, 4)),
    ("The minister spoke on Tuesday, saying he would push for talks.", date(2016, 11, 8)),
    ("The gate was opened on Saturday.", date(2016, 11, 5)),
]


@pytest.mark.parametrize(("text", "day"), BEHIND)
def test_what_only_looks_planned_lies_behind(text, day):
    (found,) = find(text, "en", ON_TODAY)
    assert (found.low, found.high, found.ahead) == (day, day, False)


def test_what_was_said_on_a_day_looks_ahead_from_it():
    said, planned = find("He said on Monday that the gates would open on Wednesday.", "en", ON_TODAY)
    assert (said.low, planned.low) == (date(2016, 11, 7), date(2016, 11, 9))


NEAR_YEARS = [
    (
        "en",
        "In August last year a bridge fell.",
        "August last year",
        date(2015, 8, 1),
        date(2015, 8, 31),
    ),
    (
        "en",
        "It began on 30 September of last year.",
        "30 September of last year",
        date(2015, 9, 30),
        None,
    ),
    (
        "en",
        "In early July this year it fell.",
        "early July this year",
        date(2016, 7, 1),
        date(2016, 7, 10),
    ),
    (
        "de",
        "Im August vergangenen Jahres fiel sie.",
        "August vergangenen Jahres",
        date(2015, 8, 1),
        date(2015, 8, 31),
    ),
    (
        "hr",
        "U kolovozu prošle godine pao je most.",
        "kolovozu prošle godine",
        date(2015, 8, 1),
        date(2015, 8, 31),
    ),
]


@pytest.mark.parametrize(("language", "text", "words", "low", "high"), NEAR_YEARS)
def test_a_month_of_last_year_is_one_expression(language, text, words, low, high):
    (found,) = find(text, language, ON_TODAY)
    assert (found.text, found.low, found.high) == (words, low, high or low)


SAME_DAY = [
    ("en", "On 3 November they came. That same day they left."),
    ("de", "Am 3. November kamen sie. Noch am selben Abend gingen sie."),
    ("hr", "Došli su 3. studenoga. Istog dana su otišli."),
]


@pytest.mark.parametrize(("language", "text"), SAME_DAY)
def test_the_same_day_is_the_day_told(language, text):
    _, found = find(text, language, ON_TODAY)
    assert (found.low, found.high, found.basis) == (date(2016, 11, 3), date(2016, 11, 3), "anchored")


NO_DAYS = [
    ("en", "It was the last day of fighting."),
    ("en", "On the fourth day of the offensive they left."),
    ("en", "The mill burned for three days."),
    ("en", "In three days 84 people died."),
    ("de", "Dritter Tag der Offensive."),
    ("de", "Nach einer zehntägigen Pause kam Regen."),
    ("hr", "Nakon desetodnevne stanke pala je kiša."),
    ("hr", "Četvrti dan ofenzive."),
]


@pytest.mark.parametrize(("language", "text"), NO_DAYS)
def test_lengths_and_counted_days_are_no_dates(language, text):
    assert all(found.low is None and found.type == "DURATION" for found in find(text, language, ON_TODAY))


@pytest.mark.parametrize("language", ["en", "de", "hr"])
def test_every_pattern_of_a_pack_compiles(language):
    grammar = engine(language).grammar
    gaps = "~ ,_.-=/:#"
    tried = [grammar.at(begin + gap) for begin in sorted(grammar.begins) for gap in gaps]
    assert any(tried)


def test_without_a_day_of_publication_nothing_is_guessed():
    for _, text, *_ in ROWS:
        found = find(text, "en", replace(ON_TODAY, start=None, end=None))
        assert all(item.low is None and item.high is None for item in found)


REFERENCES = [
    ("en", "They now hold the mill.", "now", "PRESENT_REF"),
    ("de", "Sie halten derzeit die Mühle.", "derzeit", "PRESENT_REF"),
    ("hr", "Nedavno su uzeli mlin.", "Nedavno", "PAST_REF"),
]


@pytest.mark.parametrize(("language", "text", "words", "value"), REFERENCES)
def test_now_and_recently_have_no_days(language, text, words, value):
    (found,) = find(text, language, ON_TODAY)
    assert (found.text, found.value, found.low, found.high) == (words, value, None, None)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Talks are to resume in mid-December.", date(2016, 12, 11)),
        ("The bridge was closed in December.", date(2015, 12, 1)),
        ("The bridge was closed in October.", date(2016, 10, 1)),
    ],
)
def test_the_month_after_this_one_is_coming_unless_told_in_the_past(text, low):
    (found,) = find(text, "en", ON_TODAY)
    assert found.low == low


FAR_BACK = [
    ("en", "He said on Wednesday 2 November that the gates open on Friday. He said no more. Nobody came. It rained.",
     " They had to go by Friday evening.", "Friday evening"),
    ("de",
     "Er sagte am Mittwoch, dem 2. November, dass die Tore am Freitag aufgehen. Mehr sagte er nicht. Wer kam? Es goss.",
     " Sie mussten bis Freitagabend gehen.", "Freitagabend"),
    ("hr",
     "Rekao je u srijedu, 2. studenoga, da će se vrata otvoriti u petak. Šutio je. Nitko nije došao. Kišilo je.",
     " Morali su otići do petka navečer.", "petka navečer"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "then", "words"), FAR_BACK)
def test_a_weekday_told_with_its_date_is_meant_until_another_day_is_told(language, before, then, words):
    published = Published(date(2016, 11, 12), date(2016, 11, 12), "day", "metadata")
    same = find(before + then, language, published)[-1]
    assert (words in same.text, same.low) == (True, date(2016, 11, 4))
    other = {
        "en": " On 9 November it began anew.",
        "de": " Am 9. November begann es neu.",
        "hr": " Ponovno je počelo 9. studenoga.",
    }
    newer = find(before + other[language] + then, language, published)[-1]
    assert newer.low == date(2016, 11, 11)
