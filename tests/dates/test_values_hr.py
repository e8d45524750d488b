"""Croatian, Bosnian and Serbian: the values of TimeML, each construction with a near-twin that is read otherwise.

Reports are seen from Saturday 12 November 2016; a story has no day of publication.
"""

import pytest
from tests.dates.conftest import ON_TODAY

from dragoman.dates import find
from dragoman.dates.timeml import timexes

# A sentence, and the words and values that TimeML has in it.
REPORT = [
    # Months in Roman numbers, shortened, numbered, in words; the capital I is a month only beside a day and a year.
    ("Pismo je od 12. IX. 1991. godine.", {"12. IX. 1991. godine": "1991-09-12"}),
    ("Pismo je od 5. stu. 2016. i leži ondje.", {"5. stu. 2016": "2016-11-05"}),
    ("Otišlo ih je 5. I nitko se nije vratio.", {}),
    ("Od njih 5. svi su otišli.", {}),
    ("Bilo je to 4. 11. i nikad više.", {"4. 11": "2016-11-04"}),
    ("To piše u točki 4. 11. Nitko to ne čita.", {}),
    ("Petog svibnja 1992. pao je most.", {"Petog svibnja 1992": "1992-05-05"}),
    ("Dvadeset i prvog maja 1993. pao je most.", {"Dvadeset i prvog maja 1993": "1993-05-21"}),
    ("Peti most je pao.", {}),
    # Lists and stretches of days; a house number is none of them.
    ("Pucalo se 5., 6. i 8. studenoga.", {"5": "2016-11-05", "6": "2016-11-06", "8. studenoga": "2016-11-08"}),
    ("Od 5. do 7. studenoga bilo je mirno.", {"5": "2016-11-05", "7. studenoga": "2016-11-07"}),
    ("Stanuje u broju 16. 4. studenoga se odselio.", {"4. studenoga": "2016-11-04"}),
    ("Bilo je mirno od petka do nedjelje.", {"petka": "2016-11-04", "nedjelje": "2016-11-06"}),
    # Nights belong to the day on which they begin.
    ("U noći s petka na subotu pao je most.", {"noći s petka na subotu": "2016-11-11TNI"}),
    ("U noći na nedjelju pao je most.", {"noći na nedjelju": "2016-11-05TNI"}),
    ("Most je pao u noći s 31. listopada na 1. studenoga.",
     {"noći s 31. listopada na 1. studenoga": "2016-10-31TNI"}),
    ("Most je pao u noći 3/4. studenoga.", {"noći 3/4. studenoga": "2016-11-03TNI"}),
    ("S petka na subotu.", {"petka": "2016-11-11", "subotu": "2016-11-12"}),
    ("Noćas su pucali.", {"Noćas": "2016-11-11TNI"}),
    ("Noćas će pucati.", {"Noćas": "2016-11-12TNI"}),
    # A Sunday is a week only where it is counted, or in Serbian beside "last" and "next".
    ("Bilo je to prošle nedelje.", {"prošle nedelje": "2016-W44"}),
    ("Bilo je to prošle nedjelje.", {"prošle nedjelje": "2016-11-06"}),
    ("Trajalo je dve nedelje.", {"dve nedelje": "P2W"}),
    ("Bilo je to u nedelju.", {"nedelju": "2016-11-06"}),
    # Weekdays: of that Friday, on Fridays, on the Friday of last week, until Friday.
    ("Petkov napad bio je žestok.", {"Petkov": "2016-11-11"}),
    ("Petkom ne rade.", {"Petkom": "XXXX-WXX-5"}),
    ("Bilo je to u petak prošlog tjedna.", {"petak prošlog tjedna": "2016-11-04"}),
    ("Škole ne rade do srijede.", {"srijede": "2016-11-16"}),
    ("Do srijede su palila svjetla.", {"srijede": "2016-11-09"}),
    ("Sastanak će biti u utorak.", {"utorak": "2016-11-15"}),
    ("Sastanak je bio u utorak.", {"utorak": "2016-11-08"}),
    # Clock times with their day; past midnight it is the next one.
    ("Most je pao u petak u 20.30 sati.", {"petak u 20.30 sati": "2016-11-11T20:30"}),
    ("Most je pao jučer ujutro.", {"jučer ujutro": "2016-11-11TMO"}),
    ("Most je pao jučer oko 5 ujutro.", {"jučer oko 5 ujutro": "2016-11-11T05:00"}),
    ("Most je pao u osam navečer.", {"osam navečer": "2016-11-12T20:00"}),
    ("Most je pao u subotu u podne.", {"subotu u podne": "2016-11-12T12:00"}),
    ("Zabrana vrijedi danas od 22 do 6 sati.",
     {"danas": "2016-11-12", "22": "2016-11-12T22:00", "6 sati": "2016-11-13T06:00"}),
    ("Voda stiže svake subote u podne.", {"svake subote u podne": "XXXX-WXX-6T12:00"}),
    ("Most je pao u 9 i 30 sati.", {"9 i 30 sati": "2016-11-12T09:30"}),
    ("Most je podignut za manje od 24 sata.", {"24 sata": "PT24H"}),
    ("Trajalo je 10-ak dana.", {"10-ak dana": "P10D"}),
    ("Voda je stigla u 20 sela.", {}),
    ("13:15 Pao je most.\n16:00 Napad je najavljen za utorak.",
     {"13:15": "2016-11-12T13:15", "16:00": "2016-11-12T16:00", "utorak": "2016-11-15"}),
    # Lengths, with numbers in words, stems and halves; an age is none.
    ("Trajalo je dvadeset četiri sata.", {"dvadeset četiri sata": "PT24H"}),
    ("Trajalo je tri i pol godine.", {"tri i pol godine": "P3Y6M"}),
    ("Trajalo je pola sata.", {"pola sata": "PT30M"}),
    ("Trajalo je pola godine.", {"pola godine": "P6M"}),
    ("Trajalo je tjedan dana.", {"tjedan dana": "P1W"}),
    ("Trajalo je godinama.", {"godinama": "PXY"}),
    ("Trodnevno primirje drži se.", {"Trodnevno": "P3D"}),
    ("Bio je to višegodišnji rat.", {"višegodišnji": "PXY"}),
    ("Umrla je dvogodišnja djevojčica.", {}),
    ("Umro je muškarac star 34 godine.", {}),
    ("Jednog dana vratit će se.", {}),
    ("Opsada je trajala 1425 dana.", {"1425 dana": "P1425D"}),
    # Counted from the report: before, behind, within.
    ("Bilo je to prije više od deset godina.", {"prije više od deset godina": "2006"}),
    ("Bilo je to prije godinu dana.", {"prije godinu dana": "2015"}),
    ("Bilo je to prije pola godine.", {"prije pola godine": "2016-05"}),
    ("Most će biti otvoren za tri dana.", {"za tri dana": "2016-11-15"}),
    ("Most je podignut za tri dana.", {"za tri dana": "P3D"}),
    ("Hrane ima dovoljno za tri dana, pa će je dijeliti.", {"tri dana": "P3D"}),
    ("U posljednja 24 sata pale su tri rakete.", {"posljednja 24 sata": "PT24H"}),
    ("Proteklih dana bilo je mirno.", {"Proteklih dana": "PXD"}),
    ("Posljednji dan sajma bio je miran.", {}),
    # Counted from what was told.
    ("Most je pao 4. studenoga. Tri dana kasnije pao je toranj.",
     {"4. studenoga": "2016-11-04", "Tri dana kasnije": "2016-11-07"}),
    ("Most je pao 4. studenoga. Sutradan je pao toranj.", {"4. studenoga": "2016-11-04", "Sutradan": "2016-11-05"}),
    ("Most je pao 4. studenoga, a noć ranije toranj.", {"4. studenoga": "2016-11-04", "noć ranije": "2016-11-03TNI"}),
    ("Bilo je to tri dana uoči izbora.", {"tri dana": "P3D"}),
    # Months, seasons, parts of them, years.
    ("Lani u svibnju pao je most.", {"Lani u svibnju": "2015-05"}),
    ("U maju je pao most.", {"maju": "2016-05"}),
    ("Maja je pala s mosta.", {}),
    ("Marta je vidjela Augusta.", {}),
    ("Krajem ljeta pao je most.", {"Krajem ljeta": "2016-SU"}),
    ("U prvoj polovici 1999. bilo je mirno.", {"prvoj polovici 1999": "1999-H1"}),
    ("U trećem tromjesečju 2015. bilo je mirno.", {"trećem tromjesečju 2015": "2015-Q3"}),
    ("Radili su 15. prošlog mjeseca.", {"15. prošlog mjeseca": "2016-10-15"}),
    ("Tokom zime 1993/94. bilo je hladno.", {"zime 1993/94": "1993-WI"}),
    ("Do kraja tjedna bit će mirno.", {"kraja tjedna": "2016-W45"}),
    ("Do kraja sela vodi put.", {}),
    ("1991. je počeo rat.", {"1991": "1991"}),
    ("Došlo je od 2000 do 3000 ljudi.", {}),
    ("Više od 2000 vojnika i 2014 kuća.", {}),
    # Decades, centuries, years before our era.
    ("Devedesetih godina prošlog stoljeća bilo je mirno.", {"Devedesetih godina prošlog stoljeća": "199"}),
    ("Krajem 1980-ih bilo je mirno.", {"Krajem 1980-ih": "198"}),
    ("Pjesma je iz sedamdesetih godina 19. stoljeća.", {"sedamdesetih godina 19. stoljeća": "187"}),
    ("Most je iz XX. vijeka.", {"XX. vijeka": "19"}),
    ("Most je iz devetnaestog stoljeća.", {"devetnaestog stoljeća": "18"}),
    ("Most je iz 480. godine pr. Kr.", {"480. godine pr. Kr.": "BC0480"}),
    ("Most je iz 5. stoljeća prije Krista.", {"5. stoljeća prije Krista": "BC04"}),
    ("Tvrđava je iz 1389. godine.", {"1389. godine": "1389"}),
    ("Ranjeno je 480. dana opsade.", {}),
    # Feasts; a name is none.
    ("Na Uskrs je bilo mirno.", {"Uskrs": "2016-03-27"}),
    ("Na Veliku Gospu 1995. bila je misa.", {"Veliku Gospu 1995": "1995-08-15"}),
    ("Na prošli Vaskrs bilo je mirno.", {"prošli Vaskrs": "2016-05-01"}),
    ("Bilo je to na Božić 2015. godine.", {"Božić 2015. godine": "2015-12-25"}),
    ("Ministar Božić bio je miran.", {}),
    # Sets.
    ("Svakodnevno pucaju.", {"Svakodnevno": "P1D"}),
    ("Pucaju svaka tri dana.", {"svaka tri dana": "P3D"}),
    ("Konvoj stiže dvaput tjedno.", {"dvaput tjedno": "P1W"}),
    ("Pucaju svake noći.", {"svake noći": "XXXX-XX-XXTNI"}),
    ("Pucaju svakog utorka i petka.", {"svakog utorka": "XXXX-WXX-2", "petka": "XXXX-WXX-5"}),
    ("Pucali su u utorak i petak.", {"utorak": "2016-11-08", "petak": "2016-11-11"}),
    ("Svaki put pucaju.", {}),
    # Times without days; countries, towns, newspapers and what is named after days are none.
    ("U ovom trenutku je mirno.", {"U ovom trenutku": "PRESENT_REF"}),
    ("SAD je mirna zemlja.", {}),
    ("Novi Sad je miran grad.", {}),
    ("Tako piše list Danas.", {}),
    ("Danas je mirno.", {"Danas": "2016-11-12"}),
    ("Došao je 5. korpus i 4. gardijska brigada.", {}),
    ("Stoje u Ulici 1. maja i na Trgu 29. novembra.", {}),
    ("Radi u školi „4. oktobar” kod mosta.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), REPORT)
def test_values_of_a_report(text, values):
    found = timexes(find(text, "hr", ON_TODAY))
    assert {text[item.start : item.end]: item.value for item in found} == values


STORIES = [
    ("Opsada je počela 25. kolovoza 1991. U rujnu je grad odsječen. Mjesec dana kasnije pala je obrana. Iduće godine "
     "stigli su promatrači.", ["1991-08-25", "1991-09", "1991-10", "1992"]),
    ("Rat je počeo 6. listopada 1941. Istoga jutra gorio je grad. Te zime bilo je hladno. Danas ondje stoji spomenik.",
     ["1941-10-06", "1941-10-06TMO", "1941-WI", "PRESENT_REF"]),
    ("Most je građen od 35. do 33. prije Krista. Srušen je 6. godine poslije Krista.", ["BC0035", "BC0033", "0006"]),
    ("Kralj je stigao u kolovozu 1593. i ostao do sljedećeg ljeta.", ["1593-08", "1594-SU"]),
    ("Grad je pao 1526. godine. U ljeto iste godine gorio je most.", ["1526", "1526-SU"]),
    ("Stigli su 1912. U gradu je bilo 1866 vojnika i 1805 konja.", ["1912"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), STORIES)
def test_values_of_a_story(text, values):
    assert [item.value for item in timexes(find(text, "hr", None))] == values
