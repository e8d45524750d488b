"""English: every kind of expression, in own sentences, seen from Saturday 12 November 2016."""

from datetime import date

import pytest

from dragoman.dates import find
from dragoman.model import Published

DAY = [
    ("The convoy left on 28 October 2016 at last.", "28 October 2016", "2016-10-28"),
    ("The convoy left on October 28, 2016 at last.", "October 28, 2016", "2016-10-28"),
    ("It was posted Fri Oct 28 2016 by the desk.", "Fri Oct 28 2016", "2016-10-28"),
    ("Talks opened on Friday, October 28, 2016, in Geneva.", "Friday, October 28, 2016", "2016-10-28"),
    ("The file is named 2016-10-28 in the archive.", "2016-10-28", "2016-10-28"),
    ("The stamp reads 28-10-2016 in red.", "28-10-2016", "2016-10-28"),
    ("The stamp reads 28.10.2016Get in red.", "28.10.2016", "2016-10-28"),
    ("The form says 25/12/2015 twice.", "25/12/2015", "2015-12-25"),
    ("The form says 12/25/2015 twice.", "12/25/2015", "2015-12-25"),
    ("The page was changed Oct 282016 by hand.", "Oct 282016", "2016-10-28"),
    ("It fell on the 4th of July.", "the 4th of July", "2016-07-04"),
    ("It fell on september the 2nd.", "september the 2nd", "2016-09-02"),
    ("On 20 December last the bridge was blown up.", "20 December", "2015-12-20"),
    ("Votes will be cast on 20 December.", "20 December", "2016-12-20"),
    ("Shells hit the mill on Thursday.", "Thursday", "2016-11-10"),
    ("Shells hit the mill on Saturday.", "Saturday", "2016-11-12"),
    ("The gate will be shut on Monday.", "Monday", "2016-11-14"),
    ("They met last Saturday.", "last Saturday", "2016-11-05"),
    ("The mill burned yesterday.", "yesterday", "2016-11-11"),
    ("It happened three days ago.", "three days ago", "2016-11-09"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAY)
def test_a_single_day(rows, text, words, day):
    assert rows(text, "en") == [(words, day, day, "day")]


STRETCH = [
    ("Fog came in early September.", "early September", "2016-09-01", "2016-09-10", "month"),
    ("Fog came in mid-October.", "mid-October", "2016-10-11", "2016-10-20", "month"),
    ("Fog came at the end of August 2015.", "the end of August 2015", "2015-08-21", "2015-08-31", "month"),
    ("The road was open for the month of August.", "the month of August", "2016-08-01",
     "2016-08-31", "month"),
    ("A blockade was laid in July.", "July", "2016-07-01", "2016-07-31", "month"),
    ("It resembles the push of last August.", "last August", "2016-08-01", "2016-08-31", "month"),
    ("Nothing moved in 2014.", "2014", "2014-01-01", "2014-12-31", "year"),
    ("Nothing moved by mid-2012.", "mid-2012", "2012-05-01", "2012-08-31", "year"),
    ("The ring closed this summer.", "this summer", "2016-06-01", "2016-08-31", "season"),
    ("The ring closed in the winter of 2013.", "the winter of 2013", "2013-12-01", "2014-02-28", "season"),
    ("The army advanced this week.", "this week", "2016-11-07", "2016-11-12", "week"),
    ("The hill fell last month.", "last month", "2016-10-01", "2016-10-31", "month"),
    ("They came two weeks ago.", "two weeks ago", "2016-10-26", "2016-11-01", "week"),
    ("Hundreds died in recent weeks.", "recent weeks", "2016-10-15", "2016-11-12", "open"),
    ("Since 19 September the bakery is shut.", "Since 19 September", "2016-09-19", "2016-11-12", "open"),
    ("Guards stood there from 5 to 7 November.", "5 to 7 November", "2016-11-05", "2016-11-07", "day"),
    ("It lasted from 30 October to 2 November.", "from 30 October to 2 November", "2016-10-30",
     "2016-11-02", "day"),
    ("Between 5 March and 7 April 2014 it rained.", "Between 5 March and 7 April 2014",
     "2014-03-05", "2014-04-07",
     "day"),
    ("He wrote from 2011 to 2014.", "2011 to 2014", "2011-01-01", "2014-12-31", "year"),
    ("Yesterday evening jets came.", "Yesterday evening", "2016-11-11", "2016-11-11", "part_of_day"),
    ("Lights are out tonight.", "tonight", "2016-11-12", "2016-11-12", "part_of_day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "low", "high", "precision"), STRETCH)
def test_a_stretch_of_days(rows, text, words, low, high, precision):
    assert rows(text, "en") == [(words, low, high, precision)]


def test_a_duration_has_no_days_of_its_own(rows):
    assert rows("A food convoy came after 13 days of siege.", "en") == [("13 days", None, None, "day")]


def test_a_full_sentence_of_several(rows):
    text = "The road was cut on 3 May 2013, reopened two days later and cut again in June 2013."
    assert rows(text, "en") == [
        ("3 May 2013", "2013-05-03", "2013-05-03", "day"),
        ("two days later", "2013-05-05", "2013-05-05", "day"),
        ("June 2013", "2013-06-01", "2013-06-30", "month"),
    ]


def test_the_day_of_publication_may_be_a_plain_date():
    day = date(2016, 11, 12)
    text = "The mill fell on Friday."
    assert find(text, "en", day) == find(text, "en", Published(day, day, "day", "metadata")) != ()
