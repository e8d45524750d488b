"""German: every kind of expression, in own sentences, seen from Saturday 12 November 2016."""

import pytest

FOUND = [
    ("Am 28. Oktober 2016 begann es.", "28. Oktober 2016", "2016-10-28", "2016-10-28", "day"),
    ("Am Freitag, dem 28. Oktober 2016, begann es.", "Freitag, dem 28. Oktober 2016", "2016-10-28",
     "2016-10-28", "day"),
    ("Am 02. November fiel ein Schuss.", "02. November", "2016-11-02", "2016-11-02", "day"),
    ("Der Brief trägt das Datum 28.10.2016 oben.", "28.10.2016", "2016-10-28", "2016-10-28", "day"),
    ("Am 24. Jänner soll gewählt werden.", "24. Jänner", "2017-01-24", "2017-01-24", "day"),
    ("Am Donnerstag fiel ein Schuss.", "Donnerstag", "2016-11-10", "2016-11-10", "day"),
    ("Die Brücke brach am Montagabend.", "Montagabend", "2016-11-07", "2016-11-07", "part_of_day"),
    ("Die Brücke brach gestern.", "gestern", "2016-11-11", "2016-11-11", "day"),
    ("Die Brücke brach heute Morgen.", "heute Morgen", "2016-11-12", "2016-11-12", "part_of_day"),
    ("Anfang Oktober war es ruhig.", "Anfang Oktober", "2016-10-01", "2016-10-10", "month"),
    ("Ende Oktober 2015 war es ruhig.", "Ende Oktober 2015", "2015-10-21", "2015-10-31", "month"),
    ("Seit dem 28. Oktober wird geschossen.", "Seit dem 28. Oktober", "2016-10-28", "2016-11-12", "open"),
    ("Man kam vor zwei Wochen.", "vor zwei Wochen", "2016-10-26", "2016-11-01", "week"),
    ("Man kam letzte Woche.", "letzte Woche", "2016-10-31", "2016-11-06", "week"),
    ("Im vergangenen Monat kam man.", "vergangenen Monat", "2016-10-01", "2016-10-31", "month"),
    ("Heuer ist es kalt.", "Heuer", "2016-01-01", "2016-12-31", "year"),
    ("Im Vorjahr war es kalt.", "Vorjahr", "2015-01-01", "2015-12-31", "year"),
    ("Im Jahr 2014 war es kalt.", "2014", "2014-01-01", "2014-12-31", "year"),
    ("Im Sommer 2013 war es heiß.", "Sommer 2013", "2013-06-01", "2013-08-31", "season"),
    ("Zwischen dem 5. und 7. November ruhte alles.", "5. und 7. November", "2016-11-05",
     "2016-11-07", "day"),
    ("Vom 28. Oktober bis zum 2. November 2016 ruhte alles.", "Vom 28. Oktober bis zum 2. November 2016",
     "2016-10-28", "2016-11-02", "day"),
    ("Nach der zehntägigen Pause ging es los.", "zehntägigen", None, None, "day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "low", "high", "precision"), FOUND)
def test_one_expression(rows, text, words, low, high, precision):
    assert rows(text, "de") == [(words, low, high, precision)]


def test_morgen_is_tomorrow_and_the_morning(rows):
    assert rows("Sie kommen morgen. Gestern Morgen kamen sie nicht, gestern morgen auch nicht.", "de") == [
        ("morgen", "2016-11-13", "2016-11-13", "day"),
        ("Gestern Morgen", "2016-11-11", "2016-11-11", "part_of_day"),
        ("gestern morgen", "2016-11-11", "2016-11-11", "part_of_day"),
    ]
