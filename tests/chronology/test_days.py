"""Days are written as exactly as they are known."""

from datetime import date

import pytest

from dragoman.chronology.days import Days
from dragoman.chronology.wording import wording
from dragoman.model import When

HEADINGS = [
    ((2016, 10, 28), (2016, 10, 28), "Friday, 28 October 2016",
     "Freitag, 28. Oktober 2016", "Petak, 28. listopada 2016."),
    ((2016, 11, 1), (2016, 11, 30), "In November 2016", "Im November 2016", "Tijekom studenoga 2016."),
    ((2016, 2, 1), (2016, 2, 29), "In February 2016", "Im Februar 2016", "Tijekom veljače 2016."),
    ((2016, 1, 1), (2016, 12, 31), "In 2016", "Im Jahr 2016", "Tijekom 2016."),
    ((2016, 11, 2), (2016, 11, 4), "Between 2 and 4 November 2016", "Zwischen dem 2. und dem 4. November 2016",
     "Između 2. i 4. studenoga 2016."),
    ((2016, 10, 30), (2016, 11, 4), "Between 30 October and 4 November 2016",
     "Zwischen dem 30. Oktober und dem 4. November 2016", "Između 30. listopada i 4. studenoga 2016."),
    ((2015, 12, 30), (2016, 1, 4), "Between 30 December 2015 and 4 January 2016",
     "Zwischen dem 30. Dezember 2015 und dem 4. Januar 2016", "Između 30. prosinca 2015. i 4. siječnja 2016."),
    (None, (2016, 1, 4), "By 4 January 2016", "Bis zum 4. Januar 2016", "Do 4. siječnja 2016."),
    ((2016, 1, 4), None, "From 4 January 2016 on", "Ab dem 4. Januar 2016", "Od 4. siječnja 2016. nadalje"),
    (None, None, "Day not known", "Tag nicht bekannt", "Dan nije poznat"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end", "english", "german", "croatian"), HEADINGS)
def test_headings(
    start: tuple[int, int, int] | None, end: tuple[int, int, int] | None, english: str, german: str, croatian: str
) -> None:
    days = (date(*start) if start else None, date(*end) if end else None)
    told = [Days(wording(code)).heading(*days) for code in ("en", "de", "hr")]
    assert told == [english, german, croatian]


TOTALS = [
    ((2016, 10, 2), (2016, 10, 6), "total from 2 to 6 October 2016", "insgesamt vom 2. bis zum 6. Oktober 2016",
     "ukupno od 2. do 6. listopada 2016."),
    ((2011, 1, 1), (2016, 10, 30), "total from 2011 to 30 October 2016",
     "insgesamt von 2011 bis zum 30. Oktober 2016", "ukupno od 2011. do 30. listopada 2016."),
    ((2016, 1, 1), (2016, 10, 30), "total from January 2016 to 30 October 2016",
     "insgesamt von Januar 2016 bis zum 30. Oktober 2016", "ukupno od siječnja 2016. do 30. listopada 2016."),
    ((2016, 11, 1), (2016, 11, 4), "total from 1 to 4 November 2016", "insgesamt vom 1. bis zum 4. November 2016",
     "ukupno od 1. do 4. studenoga 2016."),
    ((2016, 11, 1), (2016, 11, 30), "total of November 2016", "insgesamt im November 2016",
     "ukupno tijekom studenoga 2016."),
    ((2015, 1, 1), (2015, 12, 31), "total of 2015", "insgesamt im Jahr 2015", "ukupno tijekom 2015."),
    ((2016, 1, 4), (2016, 1, 4), "total up to 4 January 2016", "insgesamt bis zum 4. Januar 2016",
     "ukupno do 4. siječnja 2016."),
    (None, (2016, 1, 4), "total up to 4 January 2016", "insgesamt bis zum 4. Januar 2016",
     "ukupno do 4. siječnja 2016."),
    ((2016, 1, 4), None, "total since 4 January 2016", "insgesamt seit dem 4. Januar 2016",
     "ukupno od 4. siječnja 2016. nadalje"),
    (None, None, "total of a period", "insgesamt über einen Zeitraum", "ukupno za neko razdoblje"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end", "english", "german", "croatian"), TOTALS)
def test_sums(
    start: tuple[int, int, int] | None, end: tuple[int, int, int] | None, english: str, german: str, croatian: str
) -> None:
    days = (date(*start) if start else None, date(*end) if end else None)
    told = [Days(wording(code)).total(*days) for code in ("en", "de", "hr")]
    assert told == [english, german, croatian]


def test_hours() -> None:
    day = date(2016, 11, 4)
    span = When(day, day, "hour", "stated", None, None, None, ("09:00", "19:00"))
    about = When(day, day, "hour", "stated", None, None, None, ("19:00", "19:00"))
    told = [(Days(wording(code)).clock(span), Days(wording(code)).clock(about)) for code in ("en", "de", "hr")]
    assert told == [
        ("09:00 to 19:00", "about 19:00"),
        ("09:00 bis 19:00 Uhr", "gegen 19:00 Uhr"),
        ("od 09:00 do 19:00 sati", "oko 19:00 sati"),
    ]
