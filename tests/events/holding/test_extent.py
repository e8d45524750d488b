"""How much of a place the words around its name mean, in three languages."""

from __future__ import annotations

import pytest

from dragoman.events.holding.extent import extent
from dragoman.events.holding.territory import Vocables, territory
from dragoman.knowledge.tables import LANGUAGES
from dragoman.model import Span, Where


def told(world, language, sentence, trigger, name, precision="town"):
    """The share and the side of a place, its name and the trigger given by their words."""
    at, start = sentence.index(name), sentence.index(trigger)
    where = Where(None, name, name, at, at + len(name), None, None, precision, None)
    words = Span(sentence, 0, len(sentence))
    claim = world.claim("capture", sentence=sentence, places=(where,))
    claim = type(claim)(
        **{field: getattr(claim, field) for field in claim.__slots__}
        | {"sentence": words, "trigger": Span(trigger, start, start + len(trigger))}
    )
    found = extent(claim, where, language)
    return found.share, found.side


EN = [
    ("The League seized Oakham on Monday.", "seized", "Oakham", "plain", None),
    ("The League seized the town of Oakham.", "seized", "Oakham", "plain", None),
    ("The League seized the western part of Oakham.", "seized", "Oakham", "part", "western"),
    ("The League now holds most of Oakham.", "holds", "Oakham", "part", None),
    ("The League took several districts of Oakham.", "took", "Oakham", "part", None),
    ("The League controls 40 percent of the town of Oakham.", "controls", "Oakham", "part", None),
    ("The League captured Oakham's northern edge.", "captured", "Oakham's", "part", "northern"),
    ("The League seized two buildings in Oakham.", "seized", "Oakham", "part", None),
    ("The League seized the north of Oakham.", "seized", "Oakham", "part", "northern"),
    ("The League seized hills north of Oakham.", "seized", "Oakham", "beside", None),
    ("The League seized a farm near Oakham.", "seized", "Oakham", "beside", None),
    ("The League advanced on Oakham.", "advanced on", "Oakham", "beside", None),
    ("The League made gains in Oakham.", "gains", "Oakham", "beside", None),
    ("The League took full control of Oakham.", "took full control", "Oakham", "whole", None),
    ("The League took the whole of Oakham.", "took", "Oakham", "whole", None),
    ("The League took nearly all of Oakham.", "took", "Oakham", "part", None),
    ("Oakham is mainly held by the League.", "held", "Oakham", "part", None),
    ("A market was hit in Oakham, which the League holds.", "holds", "Oakham", "plain", None),
    ("A market was hit in Oakham held by the League.", "held", "Oakham", "plain", None),
    ("Near Oakham, retaking surrounding villages, the League stopped.", "retaking", "Oakham", "beside", None),
    ("The League took parts of Oakham and Elmham.", "took", "Elmham", "plain", None),
]
DE = [
    ("Die Liga eroberte am Montag Oakham.", "eroberte", "Oakham", "plain", None),
    ("Die Liga eroberte den westlichen Teil von Oakham.", "eroberte", "Oakham", "part", "western"),
    ("Die Liga hält weite Teile der Stadt Oakham.", "hält", "Oakham", "part", None),
    ("Die Liga hat die Hälfte von Oakham eingenommen.", "eingenommen", "Oakham", "part", None),
    ("Die Liga hat Stellungen in Oakham erobert.", "erobert", "Oakham", "part", None),
    ("Die im Osten von Oakham eroberten Gebiete bleiben umkämpft.", "eroberten", "Oakham", "part", "eastern"),
    ("Die Liga eroberte einen Hof bei Oakham.", "eroberte", "Oakham", "beside", None),
    ("Die Liga eroberte Höfe nördlich von Oakham.", "eroberte", "Oakham", "beside", None),
    ("Die Liga rückte auf Oakham vor.", "rückte auf Oakham vor", "Oakham", "beside", None),
    ("Die Liga brachte ganz Oakham unter Kontrolle.", "unter Kontrolle", "Oakham", "whole", None),
    ("Die Liga nahm fast ganz Oakham ein.", "nahm", "Oakham", "part", None),
]
HR = [
    ("Liga je u ponedjeljak zauzela Oakham.", "zauzela", "Oakham", "plain", None),
    ("Liga je zauzela zapadni dio grada Oakhama.", "zauzela", "Oakhama", "part", "western"),
    ("Liga drži veći dio Oakhama.", "drži", "Oakhama", "part", None),
    ("Liga je zauzela nekoliko četvrti Oakhama.", "zauzela", "Oakhama", "part", None),
    ("Liga je zauzela polovicu Oakhama.", "zauzela", "Oakhama", "part", None),
    ("Liga je zauzela zgrade u Oakhamu.", "zauzela", "Oakhamu", "part", None),
    ("Liga je zauzela imanje kod Oakhama.", "zauzela", "Oakhama", "beside", None),
    ("Liga je zauzela brežuljak sjeverno od Oakhama.", "zauzela", "Oakhama", "beside", None),
    ("Liga napreduje prema Oakhamu.", "napreduje", "Oakhamu", "beside", None),
    ("Liga je zauzela cijeli Oakham.", "zauzela", "Oakham", "whole", None),
    ("Izbjeglice su stigle u Oakham, koji drži Liga.", "koji drži", "Oakham", "plain", None),
]


@pytest.mark.parametrize(
    ("language", "sentence", "trigger", "name", "share", "side"),
    [(code, *row) for code, rows in (("en", EN), ("de", DE), ("hr", HR)) for row in rows],
)
def test_how_much_is_meant(world, language, sentence, trigger, name, share, side):
    assert told(world, language, sentence, trigger, name) == (share, side)


def test_a_district_is_no_part_of_itself(world):
    """Nouns of a kind are a part of what is larger, and stand beside the name of their own kind."""
    sentence = "The League took the districts of Millside and Rosehill."
    assert told(world, "en", sentence, "took", "Millside", "neighbourhood") == ("plain", None)
    assert told(world, "en", "The League took villages of Shire.", "took", "Shire", "province") == ("part", None)


def test_nobody_holds_a_country_as_one_holds_a_town(world):
    assert told(world, "en", "The League controls Land.", "controls", "Land", "country") == ("part", None)
    assert told(world, "en", "The League controls all of Land.", "controls", "Land", "country") == ("whole", None)


def test_without_a_pack_a_place_is_meant_as_such(world):
    assert told(world, "xx", "La Liga tomó parte de Oakham.", "tomó", "Oakham") == ("plain", None)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_words(code):
    table = territory(code)
    assert len(table.sides) == 9
    for words in (table.parts, table.beside, table.inside, table.wholes, table.advances, table.yielding):
        assert any(word in words for word in ("part", "teil", "dio", "near", "bei", "kod", "in", "u", "whole", "ganz",
            "cijeli", "advance", "vor", "napreduje", "handed", "übergab", "predao"))  # fmt: skip


def test_words_by_their_beginning_or_end():
    words = Vocables(["held|*-held", "advanc*"])
    assert [word in words for word in ("held", "rebel-held", "advancing", "advice")] == [True, True, True, False]
