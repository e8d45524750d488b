"""A report without a day: weekdays look back, "today" goes with the newest day, its top may hold a day."""

from datetime import date
from types import SimpleNamespace

import pytest

from dragoman.dates import dated, find
from dragoman.model import UNDATED

TOWN = SimpleNamespace(name="River Front", since=date(2016, 7, 28), until=date(2017, 1, 28), parent=None)


class Known:
    """A stand-in for the knowledge: one actor that held for half a year."""

    actors = {"front": TOWN}  # noqa: RUF012

    def names(self, text, _language):
        at = text.find("River Front")
        return () if at < 0 else (SimpleNamespace(start=at, actors=("front",), places=()),)

    def lineage(self, actor):
        return (actor,)


def _window(document):
    published = dated(document, (), Known()).published
    return published.start, published.end


TODAY_AND_NEWEST = [
    (
        "de",
        "Seit heute Morgen brennt die Mühle wieder. Die River Front zündete sie am Sonntag, dem 30. Oktober, "
        "an. Der Streit hatte am Freitag, dem 28. Oktober, begonnen. Am Samstag gab der Müller das zu.",
        (date(2016, 10, 30), date(2016, 10, 31)),
    ),
    (
        "hr",
        "River Front je u ponedjeljak, 28. studenoga, uzeo mlin. Most je u subotu pao. Od subote nitko "
        "ne prolazi. Danas nije stigao kruh.",
        (date(2016, 11, 28), date(2016, 11, 29)),
    ),
    (
        "en",
        "The River Front took the mill on Monday, 28 November. The bridge had fallen on Saturday. "
        "Nobody has crossed since Saturday. The baker stayed shut today.",
        (date(2016, 11, 28), date(2016, 11, 29)),
    ),
]


@pytest.mark.parametrize(("language", "text", "window"), TODAY_AND_NEWEST)
def test_today_goes_with_the_newest_day_and_weekdays_push_nothing(report, language, text, window):
    assert _window(report(text, language)) == window


def test_a_weekday_in_the_lead_is_the_newest(report):
    text = "The River Front lost the mill on Saturday. It had taken it on Wednesday 2 November."
    assert _window(report(text)) == (date(2016, 11, 5), date(2016, 11, 6))


def test_a_weekday_told_later_moves_nothing(report):
    text = "The River Front took the mill on Wednesday 2 November. The bridge had fallen on Saturday."
    assert _window(report(text)) == (date(2016, 11, 2), date(2016, 11, 9))


DATELINES = [
    ("de", "Flussstadt, 13. November. Die River Front hat die Mühle am Samstag verloren."),
    ("en", "RIVERTOWN, Nov 13 (Desk) - The River Front lost the mill on Saturday."),
    ("en", "Rivertown (Desk) - 13 November\nThe River Front lost the mill on Saturday."),
    ("hr", "Mlinište, 13. studenoga – River Front je u subotu izgubio mlin."),
]


@pytest.mark.parametrize(("language", "text"), DATELINES)
def test_a_date_line_without_a_year(report, language, text):
    assert _window(report(text, language)) == (date(2016, 11, 13), date(2016, 11, 13))


def test_a_day_in_a_sentence_is_no_date_line(report):
    text = "Am 13. November: Die River Front verlor die Mühle und schwieg."
    assert _window(report(text, "de")) == (date(2016, 11, 13), date(2016, 11, 20))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The River Front left yesterday (12 November), the miller said.", date(2016, 11, 13)),
        ("de", "Die River Front zog gestern, 12. November, ab.", date(2016, 11, 13)),
        ("hr", "River Front je jučer, 12. studenoga, otišao.", date(2016, 11, 13)),
        ("en", "The River Front left today, 12 November.", date(2016, 11, 12)),
    ],
)
def test_a_day_beside_yesterday_or_today(report, language, text, day):
    assert _window(report(text, language)) == (day, day)


def test_what_is_planned_for_a_day_is_not_told_as_past(report):
    text = "Am 2. November rief die River Front für den 4. November eine Pause aus. Heute Morgen war es still."
    assert _window(report(text, "de")) == (date(2016, 11, 2), date(2016, 11, 2))


def test_nothing_is_collected_before_it_came_out(report):
    text = "On Wednesday 2 November the mill burned. On Saturday 5 November it fell."
    assert dated(report(text), ()).published == UNDATED
    document = report(text)
    fields = {name: getattr(document, name) for name in document.__slots__}
    early = type(document)(**{**fields, "captured": "1905-01-01T00:00:00"})
    assert dated(early, ()).published.start == date(1904, 11, 5)


NARRATIVES = [
    # Told in the past: the last such day on or before the newest day.
    (
        "en",
        "The fort fell on Sunday 30 October 2016. On Saturday the garrison had fled.",
        date(2016, 10, 29),
    ),
    (
        "de",
        "Am Sonntag, dem 30. Oktober 2016, fiel das Fort. Am Samstag bestätigte sie den Rückzug.",
        date(2016, 10, 29),
    ),
    (
        "hr",
        "Utvrda je pala 28. studenoga 2016. godine. Postrojbe su u subotu ušle u grad.",
        date(2016, 11, 26),
    ),
    # Forward only where the words say so.
    (
        "en",
        "The fort fell on Sunday 30 October 2016. The following Saturday the garrison fled.",
        date(2016, 11, 5),
    ),
    (
        "de",
        "Am Sonntag, dem 30. Oktober 2016, fiel das Fort. Am Samstag darauf floh der Rest.",
        date(2016, 11, 5),
    ),
    (
        "de",
        "Am Sonntag, dem 30. Oktober 2016, fiel das Fort. Am folgenden Samstag floh der Rest.",
        date(2016, 11, 5),
    ),
    (
        "en",
        "On Sunday 30 October 2016 it fell. The bridge will be opened on Saturday.",
        date(2016, 11, 5),
    ),
]


@pytest.mark.parametrize(("language", "text", "day"), NARRATIVES)
def test_a_bare_weekday_without_a_day_of_publication(language, text, day):
    found = find(text, language, None)[-1]
    assert (found.low, found.high, found.basis) == (day, day, "anchored")


def test_what_hangs_on_a_doubted_date_inherits_the_doubt():
    text = "It went on through Saturday 30 October 2016. Most of Saturday's fighting was near the mill."
    found = find(text, "en", None)
    assert [item.flags for item in found] == [("weekday_conflict",), ("weekday_conflict",)]
    assert (found[1].low, found[1].alternative) == (date(2016, 10, 30), (date(2016, 10, 29),) * 2)


def test_a_clock_time_inherits_the_doubt_too():
    found = find("They met on Saturday 30 October 2016. At 9:30 they left.", "en", None)
    assert found[1].low == date(2016, 10, 30)
    assert found[1].flags == ("weekday_conflict",)
