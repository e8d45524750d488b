"""What the parameters of an address ask, and one clear line for what cannot be asked."""

from datetime import date

import pytest

from dragoman.errors import QueryError
from dragoman.views import Question


def test_nothing_is_asked_where_nothing_is_given():
    assert Question.of({}) == Question()
    assert Question.of({"q": [" "], "type": [""], "from": [""], "page": [""]}) == Question()


def test_a_month_and_a_year_are_all_their_days(ask):
    asked = ask(from_="2016", to="2016-02")
    assert (asked.start, asked.end) == (date(2016, 1, 1), date(2016, 2, 29))


def test_several_values_of_a_field_are_kept_once_and_in_order(ask):
    assert ask(type=["shelling", "capture", "shelling"]).values("type") == ("capture", "shelling")
    assert ask(type="capture").values("actor") == ()


@pytest.mark.parametrize(
    ("parameters", "line"),
    [
        ({"typ": ["capture"]}, "typ: not a parameter"),
        ({"type": ["raid"]}, "type=raid: not known; use one of"),
        ({"grade": ["sure"]}, "grade=sure: not known"),
        ({"reviewed": ["maybe"]}, "reviewed=maybe: not known; use one of yes, no"),
        ({"from": ["28.10.2016"]}, "from=28.10.2016: not a day; write"),
        ({"to": ["2016-02-30"]}, "to=2016-02-30: not a day"),
        ({"from": ["2017"], "to": ["2016"]}, "it ends before it begins"),
        ({"page": ["0"]}, "page=0: not a number from 1 on"),
        ({"page": ["٣"]}, "not a number"),
        ({"size": ["501"]}, "size=501: not a number from 1 to 500"),
        ({"sort": ["name"]}, "sort=name: not known; use one of day, claims, grade, confidence"),
        ({"lang": ["fr"]}, "lang=fr: not known; use one of en, de, hr"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(parameters, line):
    with pytest.raises(QueryError, match=line.replace("(", r"\(")) as caught:
        Question.of(parameters)
    assert "\n" not in str(caught.value)
