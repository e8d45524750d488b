"""One expression of the ledger that is several of TimeML: lists and stretches of days, hours and years."""

from datetime import date

import pytest

from dragoman.dates import find
from dragoman.dates.timeml import timexes
from dragoman.model import Published

TODAY = Published(date(2016, 11, 12), date(2016, 11, 12), "day", "metadata")

SINGLE = [
    ("de", "Der Markt war am 2., 4. und 7. November offen.", ["2016-11-02", "2016-11-04", "2016-11-07"]),
    ("de", "Der Markt war vom 2. bis 7. November offen.", ["2016-11-02", "2016-11-07"]),
    ("de", "Am Freitag um 20.30 Uhr kam man an.", ["2016-11-11", "2016-11-11T20:30"]),
    ("de", "Die Brücke ist gestern von 9 bis 12 Uhr offen gewesen.",
     ["2016-11-11", "2016-11-11T09:00", "2016-11-11T12:00"]),
    ("de", "Der Bau (1898-1976) fiel.", ["1898", "1976"]),
    ("en", "The gates stood open from 9am to 7pm.", ["2016-11-12T09:00", "2016-11-12T19:00"]),
    ("en", "On Friday at 8 a.m. they left.", ["2016-11-11", "2016-11-11T08:00"]),
    ("en", "On 5-7 November all was quiet.", ["2016-11-05", "2016-11-07"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "values"), SINGLE)
def test_the_single_expressions(language, text, values):
    found = timexes(find(text, language, TODAY))
    assert [timex.value for timex in found] == values


def test_the_ledger_keeps_them_together():
    (found,) = find("Der Markt war am 2., 4. und 7. November offen.", "de", TODAY)
    assert (found.text, found.low, found.high) == ("2., 4. und 7. November", date(2016, 11, 2), date(2016, 11, 7))
    assert [part.text for part in found.parts] == ["2", "4", "7. November"]


def test_days_that_do_not_rise_are_no_list():
    assert all("/" not in found.value for found in find("Rang 7. und 4. November", "de", TODAY))
