"""A report without a day is dated by its date line, else by its own evidence, else not at all."""

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

import pytest

from dragoman.dates import dated
from dragoman.model import UNDATED, Published

DATELINES = [
    ("Sun 10 Jul 2016 Mill burns near the river. Guards saw it on 8 July 2016.", date(2016, 7, 10)),
    (
        "Mill burns near the river\n4 min read\n28 October, 2016\nThe mill had stood since 3 May 1990.",
        date(2016, 10, 28),
    ),
    ("Published July 2 2016 Mill burns near the river.", date(2016, 7, 2)),
    ("Posted on August 3 2016 by the desk. Mill burns.", date(2016, 8, 3)),
    ("Last updated at Aug 142016 RIVERTOWN The mill burned.", date(2016, 8, 14)),
    ("05-04-2013 Mill Burns near River. It was old.", date(2013, 4, 5)),
    ("21.02.2015 The mill burned.", date(2015, 2, 21)),
    ("12 February 2015 Casualties mount after the mill burned.", date(2015, 2, 12)),
    ("Mill burns AFP Tuesday 29 Apr 2014 Print Share The mill burned.", date(2014, 4, 29)),
    ("Mill burns near river 6 October 2016 Rivertown, Desk – The mill burned.", date(2016, 10, 6)),
]


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_the_date_line(report, text, day):
    # A numeric line of an English page is read with the day first where hyphens or stops part it.
    published = dated(report(text), ()).published
    assert (published.start, published.end, published.precision, published.basis) == (
        day,
        day,
        "day",
        "dateline",
    )
    assert len(published.reasons) == 1


def test_a_date_told_in_the_first_sentence_is_no_date_line(report):
    text = "The mill, which burned on 28 October 2016, had been shut since 3 May 2014. It stood by the river."
    assert dated(report(text), ()).published == UNDATED


def test_a_day_that_came_with_the_document_stays(report):
    document = report("28 October 2016\nThe mill burned.")
    known = Published(date(2016, 11, 1), date(2016, 11, 1), "day", "metadata")
    kept = type(document)(**{**{name: getattr(document, name) for name in document.__slots__}, "published": known})
    assert dated(kept, ()).published == known


@dataclass(frozen=True)
class Known:
    """A stand-in for the knowledge: one actor that held for half a year."""

    name: str = "River Front"
    since: date | None = date(2016, 7, 28)
    until: date | None = date(2017, 1, 28)

    @property
    def actors(self):
        return {"front": SimpleNamespace(name=self.name, since=self.since, until=self.until)}

    def names(self, text, _language):
        at = text.find(self.name)
        return () if at < 0 else (SimpleNamespace(start=at, actors=("front",), places=()),)


def test_today_beside_a_date_and_an_actors_years(report):
    text = "Am 2. November griff die River Front das Dorf an. Seit heute Morgen gibt es dort Kämpfe."
    published = dated(report(text, "de"), (), Known()).published
    assert (published.start, published.end, published.basis) == (
        date(2016, 11, 2),
        date(2016, 11, 2),
        "inferred",
    )
    assert "River Front held until 2017-01-28" in published.reasons


def test_without_the_actor_the_year_stays_open(report):
    text = "Am 2. November griff die River Front das Dorf an. Seit heute Morgen gibt es dort Kämpfe."
    assert dated(report(text, "de"), ()).published == UNDATED


def test_two_weeks_into_what_began_on_a_date(report):
    text = (
        "The River Front lost the mill on Saturday, two weeks into its push. "
        "The push started on 29 October at dawn. On Wednesday 2 November a pause was called."
    )
    published = dated(report(text), (), Known()).published
    assert (published.start, published.end) == (date(2016, 11, 12), date(2016, 11, 13))


def test_wrong_weekdays_in_a_row_are_one_witness_against_the_year(report):
    text = (
        "The River Front lost the mill, two weeks into its push. On Friday 29 October the push started. "
        "It went on through Saturday 30 October. On Sunday 31 October it slowed. "
        "On Wednesday 2 November a pause was called."
    )
    published = dated(report(text), (), Known()).published
    assert published.start is not None
    assert published.start.year == 2016


def test_a_readers_date_and_last_year_are_weak_evidence_with_a_reason(report):
    body = "On Wednesday the army reopened the road. Villages beside it had been lost in early October.\n\n"
    comment = (
        "I went there twice last year. In April and June 2014 all was calm. The film was shown on november the 4th."
    )
    published = dated(report(body, comment=comment), ()).published
    assert (published.start, published.end, published.basis) == (
        date(2015, 11, 4),
        date(2015, 11, 6),
        "inferred",
    )
    assert any("comment" in reason for reason in published.reasons)


def test_several_years_fit_so_none_is_guessed(report):
    text = "On 22 September the army began a push. On 18 October it stopped."
    assert dated(report(text), ()).published == UNDATED
