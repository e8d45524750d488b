"""Stories of the past, which hang on their own dates: years, eras, sections and what is counted from the last date.

Each row holds a text and the values of its expressions in order; the texts are invented.
"""

from datetime import date

import pytest

from dragoman.dates import find
from dragoman.dates.timeml import timexes
from dragoman.model import Published

PAGE = Published(date(2011, 2, 16), date(2011, 2, 16), "day", "metadata")

SIEGES = {
    "de": (
        "Die Belagerung begann am 4. Mai 1862. Am 18. Juni fiel die Mauer, und zwei Tage später zog die Besatzung ab. "
        "Im Dezember fror der Fluss zu. Im Januar griffen die Belagerer an. Im folgenden Frühjahr kam Entsatz."
    ),
    "en": (
        "The siege began on 4 May 1862. On 18 June the wall fell, and two days later the garrison withdrew. "
        "In December the river froze. In January the besiegers attacked. The following spring relief came."
    ),
    "hr": (
        "Opsada je počela 4. svibnja 1862. Dana 18. lipnja pao je zid, a dva dana kasnije posada se povukla. "
        "U prosincu se rijeka zaledila. U siječnju su opsjedatelji napali. Sljedećeg proljeća stigla je pomoć."
    ),
}
SIEGE = ["1862-05-04", "1862-06-18", "1862-06-20", "1862-12", "1863-01", "1863-SP"]

ASIDES = {
    "de": "Der Vertrag von 1839 galt noch. Im August 1914 brach der Krieg aus. Am 4. August wurde er erklärt.",
    "en": "The treaty of 1839 still held. In August 1914 war broke out. On 4 August it was declared.",
    "hr": "Ugovor iz 1839. još je vrijedio. U kolovozu 1914. izbio je rat. Dana 4. kolovoza je objavljen.",
}

ERAS = {
    "de": "480 v. Chr. kam der König. Im September sank die Flotte. Ein Jahr später floh er; im selben Jahr war Ruhe.",
    "en": "In 480 BC the king came. In September the fleet sank. A year later he fled; the same year there was calm.",
    "hr": "Godine 480. pr. Kr. došao je kralj. U rujnu je potonula flota. Godinu dana kasnije pobjegao je; "
    "iste godine bio je mir.",
}

SECTIONS = {
    "de": "Kriegsjahr 1915\n\nIm Sommer fiel die Festung.\n\nIm Februar kam der Hunger.\n\n"
    "Kriegsjahr 1916\n\nIm Februar begann die Schlacht.",
    "en": "The year 1915\n\nIn the summer the fortress fell.\n\nIn February hunger came.\n\n"
    "The year 1916\n\nIn February the battle began.",
    "hr": "Ratna godina 1915.\n\nU ljeto je pala tvrđava.\n\nU veljači je došla glad.\n\n"
    "Ratna godina 1916.\n\nU veljači je počela bitka.",
}

NIGHTS = {
    "de": "In der Nacht vom 6. auf den 7. Juni 1944 fielen die Brücken. Am Morgen des 8. Juni kamen Panzer. "
    "Am selben Abend flohen sie.",
    "en": "On the night of 6 to 7 June 1944 the bridges fell. On the morning of 8 June tanks came. "
    "That same evening they fled.",
}
NIGHT = ["1944-06-06TNI", "1944-06-07", "1944-06-08TMO", "1944-06-08TEV"]

SHARED = {
    "de": "Im Mai und Juni 1940 brach die Front. Am 10. Juni brannte die Stadt. Im gleichen Monat sank die Flotte.",
    "en": "In May and June 1940 the front broke. On 10 June the city burned. In the same month the fleet sank.",
    "hr": "U svibnju i lipnju 1940. pukla je fronta. Dana 10. lipnja gorio je grad. Istog mjeseca potonula je flota.",
}

ROWS = [
    *((language, text, SIEGE) for language, text in SIEGES.items()),
    *((language, text, ["1839", "1914-08", "1914-08-04"]) for language, text in ASIDES.items()),
    *((language, text, ["BC0480", "BC0480-09", "BC0479", "BC0479"]) for language, text in ERAS.items()),
    *((language, text, ["1915", "1915-SU", "1915-02", "1916", "1916-02"]) for language, text in SECTIONS.items()),
    *((language, text, NIGHT) for language, text in NIGHTS.items()),
    *((language, text, ["1940-05", "1940-06", "1940-06-10", "1940-06"]) for language, text in SHARED.items()),
    # A span of years is its two ends, whatever the era.
    ("de", "Der Krieg (264–241 v. Chr.) endete zur See.", ["BC0264", "BC0241"]),
    ("en", "The war (264–241 BC) ended at sea.", ["BC0264", "BC0241"]),
    ("de", "Der Krieg von 1870/71 prägte ihn.", ["1870", "1871"]),
    ("en", "The war of 1870–71 shaped him.", ["1870", "1871"]),
    ("hr", "Rat 1870./71. obilježio ga je.", ["1870", "1871"]),
    # Years below a thousand, and of the era that the story is in.
    ("de", "Im Jahr 732 hielt das Heer stand. Am 14. Oktober 1066 fiel der König.", ["0732", "1066-10-14"]),
    ("en", "In the year 732 the army stood. On 14 October 1066 the king fell. In 1204 it burned.",
     ["0732", "1066-10-14", "1204"]),
    ("de", "218 v. Chr. kam Hannibal. Das Jahr 149 brachte den Krieg.", ["BC0218", "BC0149"]),
    ("en", "In 218 BC Hannibal came. The year 149 brought war.", ["BC0218", "BC0149"]),
    # A winter that two years share is of the first.
    ("de", "Der Winter 1916/17 war hart. Am 9. Januar fror der Hafen zu.", ["1916-WI", "1917-01-09"]),
    ("en", "The winter of 1916/17 was hard. On 9 January the port froze.", ["1916-WI", "1917-01-09"]),
    # A lone year, the day of a month told before, the end of the year, the next one.
    ("de", "Am 3. Mai 1882 landete man. Italien hatte 1885 Massaua besetzt.", ["1882-05-03", "1885"]),
    ("de", "Am 3. Mai 1882 landete man. Am 12. kam das Heer. Bis zum Jahresende war Ruhe.",
     ["1882-05-03", "1882-05-12", "1882"]),
    ("en", "On 3 May 1882 they landed. On the 12th the army came. By the end of the year it was quiet.",
     ["1882-05-03", "1882-05-12", "1882"]),
    ("de", "Im März 1915 ging man vor. Im Folgejahr, im Herbst, zog man ab. Im Mai desselben Jahres war Ruhe.",
     ["1915-03", "1916", "1916-FA", "1916-05"]),
    # Times that have no day of their own.
    ("de", "1914 war er damals Leutnant, wenig später Hauptmann; heute steht dort ein Museum.",
     ["1914", "PAST_REF", "FUTURE_REF", "PRESENT_REF"]),
    ("en", "In 1914 he was a clerk, shortly afterwards a captain; today there is a museum.",
     ["1914", "FUTURE_REF", "PRESENT_REF"]),
    # Lengths without a number, centuries, decades.
    ("de", "1914 begann er. In den folgenden Monaten und noch jahrelang hungerte man.", ["1914", "PXM", "PXY"]),
    ("en", "It began in 1914. In the following months people starved.", ["1914", "PXM"]),
    ("de", "Im 19. Jahrhundert und in den 1930er Jahren wurde gebaut.", ["18", "193"]),
]  # fmt: skip


def values(language: str, text: str, published: Published | None = None) -> list[str]:
    return [found.value for found in timexes(find(text, language, published))]


@pytest.mark.parametrize(("language", "text", "told"), ROWS)
def test_a_story_gives_its_dates_their_years(language, text, told):
    assert values(language, text) == told


TRAPS = [
    # Counts in the years of the story.
    ("de", "Am 3. Mai 1882 landeten 1880 Soldaten.", ["1882-05-03"]),
    ("en", "On 3 May 1882 they landed 1885 guns.", ["1882-05-03"]),
    ("hr", "Dana 3. svibnja 1882. iskrcano je 1885 topova.", ["1882-05-03"]),
    # An ordinal that is no day.
    ("de", "Am 3. Mai 1882 landete man. Am 12. Spieltag war Ruhe.", ["1882-05-03"]),
    ("en", "On 3 May 1882 they landed. On the 12th floor it was quiet.", ["1882-05-03"]),
    # An early number without a word that makes it a year.
    ("de", "Im Jahr 1882 hielten 732 Mann stand.", ["1882"]),
    ("en", "In 1882 some 732 men stood.", ["1882"]),
]


@pytest.mark.parametrize(("language", "text", "told"), TRAPS)
def test_what_is_no_date_of_a_story(language, text, told):
    assert values(language, text) == told


@pytest.mark.parametrize("language", SIEGES)
def test_a_story_with_a_day_of_publication_hangs_on_its_own_dates(language):
    years = {
        "de": "1861 und 1863 war Krieg.",
        "en": "In 1861 and 1863 there was war.",
        "hr": "Godine 1861. bio je rat.",
    }
    full = {
        "de": "Am 3. Mai 1861 und am 4. Mai 1861 stritt man. Am 5. Juli 1861 brannte die Stadt.",
        "en": "On 3 May 1861 and 4 May 1861 they argued. On 5 July 1861 the town burned.",
        "hr": "Dana 3. svibnja 1861. i 4. svibnja 1861. prepirali su se. Dana 5. srpnja 1861. gorio je grad.",
    }
    text = f"{years[language]} {full[language]} {SIEGES[language]}"
    assert values(language, text, PAGE) == values(language, text)
    assert values(language, text, PAGE)[-len(SIEGE) :] == SIEGE


NEWS = [
    ("de", "1991 fiel die Stadt. Am 5. Februar kamen neue Soldaten."),
    ("en", "In 1991 the town fell. On 5 February new soldiers came."),
    ("hr", "Godine 1991. pao je grad. Dana 5. veljače došli su novi vojnici."),
]


@pytest.mark.parametrize(("language", "text"), NEWS)
def test_a_report_with_one_old_year_is_no_story(language, text):
    assert values(language, text, PAGE) == ["1991", "2011-02-05"]


def test_years_before_our_era_have_no_days():
    (found,) = find("Im Jahr 218 v. Chr. kam Hannibal.", "de", None)
    assert (found.low, found.high, found.value, found.precision) == (None, None, "BC0218", "year")


def test_a_year_that_the_story_gives_is_no_statement_of_the_words():
    first, second = find("The siege began on 4 May 1862. On 18 June the wall fell.", "en", None)
    assert (first.basis, second.basis, second.anchor) == ("stated", "anchored", "1862")
    assert second.low == second.high == date(1862, 6, 18)
