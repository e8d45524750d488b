"""Croatian, Bosnian and Serbian: both sets of months, all cases, seen from Saturday 12 November 2016."""

import pytest

FOUND = [
    ("Napad je počeo 28. listopada 2016. godine.", "28. listopada 2016. godine", "2016-10-28", "2016-10-28", "day"),
    ("Napad je počeo 28. oktobra 2016. godine.", "28. oktobra 2016. godine", "2016-10-28", "2016-10-28", "day"),
    ("Vojska je 22. rujna ušla u selo.", "22. rujna", "2016-09-22", "2016-09-22", "day"),
    ("U petak, 28. listopada, pao je most.", "petak, 28. listopada", "2016-10-28", "2016-10-28", "day"),
    ("Pismo nosi nadnevak 5. 11. 2016. na vrhu.", "5. 11. 2016", "2016-11-05", "2016-11-05", "day"),
    ("U četvrtak je pao most.", "četvrtak", "2016-11-10", "2016-11-10", "day"),
    ("Most će biti otvoren u ponedjeljak.", "ponedjeljak", "2016-11-14", "2016-11-14", "day"),
    ("Jučer je pao most.", "Jučer", "2016-11-11", "2016-11-11", "day"),
    ("Sinoć je pao most.", "Sinoć", "2016-11-11", "2016-11-11", "part_of_day"),
    ("Jutros je pao most.", "Jutros", "2016-11-12", "2016-11-12", "part_of_day"),
    ("Početkom listopada pao je most.", "Početkom listopada", "2016-10-01", "2016-10-10", "month"),
    ("Krajem rujna 2015. pao je most.", "Krajem rujna 2015", "2015-09-21", "2015-09-30", "month"),
    ("Prošli tjedan pao je most.", "Prošli tjedan", "2016-10-31", "2016-11-06", "week"),
    ("Prošle godine pao je most.", "Prošle godine", "2015-01-01", "2015-12-31", "year"),
    ("Prije dva tjedna pao je most.", "Prije dva tjedna", "2016-10-26", "2016-11-01", "week"),
    ("Lani je pao most.", "Lani", "2015-01-01", "2015-12-31", "year"),
    ("Ljetos je pao most.", "Ljetos", "2016-06-01", "2016-08-31", "season"),
    ("Most stoji od 2011. u rijeci.", "od 2011", "2011-01-01", "2016-11-12", "open"),
    ("Od 28. listopada do 2. studenoga padala je kiša.", "Od 28. listopada do 2. studenoga", "2016-10-28",
     "2016-11-02", "day"),
    ("Nakon desetodnevne stanke krenuli su.", "desetodnevne", None, None, "day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "low", "high", "precision"), FOUND)
def test_one_expression(rows, text, words, low, high, precision):
    assert rows(text, "hr") == [(words, low, high, precision)]


MONTHS = [
    ("siječnja", "januara", 1), ("veljače", "februara", 2), ("ožujka", "marta", 3), ("travnja", "aprila", 4),
    ("svibnja", "maja", 5), ("lipnja", "juna", 6), ("srpnja", "jula", 7), ("kolovoza", "avgusta", 8),
    ("rujna", "septembra", 9), ("listopada", "oktobra", 10), ("studenoga", "novembra", 11),
     ("prosinca", "decembra", 12),
]  # fmt: skip


@pytest.mark.parametrize(("slavic", "international", "number"), MONTHS)
def test_both_names_of_a_month(rows, slavic, international, number):
    day = f"2015-{number:02d}-03"
    for name in (slavic, international):
        assert rows(f"Bilo je to 3. {name} 2015.", "hr") == [(f"3. {name} 2015", day, day, "day")]
