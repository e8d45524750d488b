"""German news: what its constructions are worth in TimeML, seen from Saturday 12 November 2016; traps beside them."""

from datetime import date

import pytest

from dragoman.dates import find
from dragoman.dates.timeml import timexes
from dragoman.model import Published

TODAY = Published(date(2016, 11, 12), date(2016, 11, 12), "day", "metadata")

VALUES = [
    # Times without days of their own.
    ("Damals war das anders, heutzutage nicht.", ["PAST_REF", "PRESENT_REF"]),
    ("Bald ist es so weit.", ["FUTURE_REF"]),
    ("Das wird so bald nichts.", []),
    ("In Zukunft werde man sparen.", ["FUTURE_REF"]),
    ("Das ist auch heute noch so.", ["PRESENT_REF"]),
    ("Bei der gestrigen Sitzung gab es Streit.", ["2016-11-11"]),
    ("Am morgigen Sonntag wird gefeiert.", ["2016-11-13"]),
    ("Morgen wird gefeiert.", ["2016-11-13"]),
    ("Ein kalter Morgen war es.", []),
    # How often.
    ("Der Zug fährt täglich, der Bus jährlich.", ["P1D", "P1Y"]),
    ("Jeden Montagabend wird geprobt.", ["XXXX-WXX-1TEV"]),
    ("An jedem dritten Mittwoch im Monat ist offen.", ["P1M"]),
    ("Das kostet 400 Euro im Monat.", ["P1M"]),
    ("Das Amt ist freitags zu.", ["XXXX-WXX-5"]),
    # Lengths.
    ("Vor zwei Wochen kam man.", ["P2W"]),
    ("Er arbeitet seit Jahren dort, sie lange Jahre hier.", ["PXY", "PXY"]),
    ("Das dauert sechs bis acht Monate.", ["P6M", "P8M"]),
    ("Nach eineinhalb Stunden war Schluss, nach einer halben Stunde auch.", ["PT1H30M", "PT30M"]),
    ("In den kommenden Jahren wird gebaut.", ["FUTURE_REF"]),
    ("In den kommenden zwei Jahren wird gebaut.", ["P2Y"]),
    # Ages are no lengths.
    ("Der 38-jährige Lehrer und die 22-Jährige gingen.", []),
    ("Die 10-jährige Haftstrafe wurde bestätigt.", ["P10Y"]),
    ("Das Kind ist 31 und das andere 22 Jahre alt, ab 16 Jahren darf man.", []),
    ("Man sah an sechs Tagen junge Leute.", ["P6D"]),
    # Years beside nouns, and counts.
    ("Die Wahlen 2010 gewann man, 2013 führte man mehr aus.", ["2010", "2013"]),
    ("Dort stehen 2010 neue Wohnungen und 2009 Häuser.", []),
    # Parts of a year.
    ("Im ersten Halbjahr stieg der Absatz.", ["2016-H1"]),
    ("Erst in der zweiten Jahreshälfte 2015 stieg er.", ["2015-H2"]),
    ("Im dritten Quartal 2015 sank er.", ["2015-Q3"]),
    ("Heuer im Winter 2015 war es mild.", ["2016", "2015-WI"]),
    # Feasts, with a fixed day or one that moves.
    ("Am Karfreitag 2016 war es still.", ["2016-03-25"]),
    ("Zu Pfingsten kam er.", ["2016-05-15"]),
    ("Allerheiligen fiel auf einen Dienstag.", ["2016-11-01"]),
    ("In der Saison 2014/15 stieg man ab.", ["2014"]),
    ("Im Jahr 1809, nicht anno 1703, stehen 1800 Mann da.", ["1809", "1703"]),
    ("Am 30. April/1. Mai war zu.", ["2016-04-30", "2016-05-01"]),
    ("Im März 2009 fiel die Nase ab, im Juni fiel der Arm.", ["2009-03", "2009-06"]),
    ("Vorletzte Woche und übernächstes Jahr.", ["2016-W43", "2018"]),
    ("In letzter Zeit war es still, in absehbarer Zeit nicht mehr.", ["PAST_REF", "FUTURE_REF"]),
    ("Am kommenden Samstag, 19. November, beginnt das Fest.", ["2016-11-19"]),
    ("Um Mitternacht war Schluss, nach einer Viertelstunde auch.", ["2016-11-12T24:00", "PT15M"]),
    ("Im Mai des Vorjahres fiel er, am 5. Juni des Vorjahres auch.", ["2015-05", "2015-06-05"]),
    ("Zu Monatsende war Ruhe, am Vorabend nicht.", ["2016-11", "2016-11-11TEV"]),
    ("In den 1990ern war Ruhe.", ["199"]),
    ("Die Resolution 1973, der Block 1944 und das Modell E 2000 bleiben.", []),
    ("An einem Dienstag kam er.", []),
    ("Um 20.15 beginnt es, um 2.50 Euro ist man dabei.", ["2016-11-12T20:15"]),
    ("In den Sechzigern baute man, Ende der Achtzigerjahre auch.", ["196", "198"]),
    ("Am Montag kam er, am nächsten Morgen ging er.", ["2016-11-07", "2016-11-08TMO"]),
    ("Am nächsten Montag geht er.", ["2016-11-14"]),
    ("Das geht nicht von heute auf morgen.", []),
    # A hyphen makes another word.
    ("Beim Winter-Biathlon siegte der Sommer-Meister.", []),
    ("Geöffnet ist von Montag-Freitag.", ["2016-11-07", "2016-11-11"]),
    # Clock times.
    ("Beginn ist um 20.30 Uhr.", ["2016-11-12T20:30"]),
    ("Offen ist von 8.30-12 und 14-16.30 Uhr.",
     ["2016-11-12T08:30", "2016-11-12T12:00", "2016-11-12T14:00", "2016-11-12T16:30"]),
    ("Um 8 Uhr abends war Schluss.", ["2016-11-12T20:00"]),
    ("Sie siegten mit 34:32.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_values(text, values):
    assert [timex.value for timex in timexes(find(text, "de", TODAY))] == values


def test_an_item_of_a_list_hangs_on_no_item_before():
    text = "Obertal: Markt im Hof, morgen ab 15 Uhr. Untertal: Konzert im Saal, 20 Uhr."
    assert [timex.value for timex in timexes(find(text, "de", TODAY))][-1] == "2016-11-12T20:00"


def test_a_story_goes_on_with_its_day():
    text = "Am Montag brannte ein Haus. Gegen 20 Uhr kam die Feuerwehr."
    assert [timex.value for timex in timexes(find(text, "de", TODAY))] == ["2016-11-07", "2016-11-07T20:00"]


def test_the_length_of_a_shift_keeps_its_days_in_the_ledger():
    (found,) = find("Vor zwei Wochen kam man.", "de", TODAY)
    assert (found.text, found.low, found.high) == ("Vor zwei Wochen", date(2016, 10, 26), date(2016, 11, 1))


def test_the_day_before_hangs_on_the_day_told_however_often_it_is_said():
    text = "Am Freitag siegte er. Das war schön. Am Tag zuvor war er Dritter. Den Lauf vom Vortag lobte er."
    assert [found.low for found in find(text, "de", TODAY)] == [
        date(2016, 11, 11), date(2016, 11, 10), date(2016, 11, 10),
    ]  # fmt: skip
