"""German: which way a weekday, a day or a month without a year lies, by the tense of its clause.

Seen from Saturday 12 November 2016.
"""

from datetime import date

import pytest

from dragoman.dates import find
from dragoman.model import Published

TODAY = Published(date(2016, 11, 12), date(2016, 11, 12), "day", "metadata")

WAYS = [
    # The present tense announces, the past tells.
    ("Am Freitag beginnt das Fest.", "2016-11-18"),
    ("Am Freitag begann das Fest.", "2016-11-11"),
    ("Am Freitag wird gewählt.", "2016-11-18"),
    ("Am Freitag wurde gewählt.", "2016-11-11"),
    ("Das Treffen am Freitag dauerte lange.", "2016-11-11"),
    # The verb at the end of its clause.
    ("Am Freitag hat im Rathaus eine Sitzung stattgefunden.", "2016-11-11"),
    ("Die Sitzung, die am Freitag stattfindet, wurde verlegt.", "2016-11-18"),
    ("Er sagte, am Freitag beginne das Fest.", "2016-11-18"),
    # What lasts since a day has begun on it.
    ("Seit Freitag wird geschossen.", "2016-11-11"),
    ("Ab Montag ist die Straße gesperrt.", "2016-11-14"),
    ("Ab Montag war die Straße gesperrt.", "2016-11-07"),
    # Months and days over the New Year.
    ("Im März wird gebaut.", "2017-03"),
    ("Im März hat man gebaut.", "2016-03"),
    ("Die Kasse übernimmt ab Februar die Kosten.", "2017-02"),
    ("Am 24. Jänner wird gewählt.", "2017-01-24"),
    ("Am 24. Jänner wurde gewählt.", "2016-01-24"),
    ("Seit Dezember wird hier gebaut.", "2015-12"),
]


@pytest.mark.parametrize(("text", "value"), WAYS)
def test_the_tense_tells_the_way(text, value):
    (found,) = find(text, "de", TODAY)
    assert (found.parts or (found,))[0].value == value


def test_without_a_publication_the_present_tense_tells_the_past():
    first, second = find("Am 3. Mai 1943 fiel die Stadt. Am 5. Mai beginnt der Rückzug.", "de", None)
    assert (first.ahead, second.ahead, second.low) == (False, False, date(1943, 5, 5))
