"""Whose word it is, which texts are copies, and the record of each source."""

from __future__ import annotations

import pytest

WIRE = "The army of the crown said on Monday that its men had taken three villages near Oakham after heavy fighting"


def record(story, key):
    return next(source for source in story.sources if source.id == key)


def test_the_innermost_speaker_is_the_originator(world):
    claim = world.claim("attack", at=("oakham",), said_by=("crown-tv", "crown-army"))
    story = world.relate(claim, documents=(world.document("d_one", "Courier"),))
    assert [named.id for named in story.events[0].originators] == ["crown-army"]
    assert record(story, "crown-army").quoted_by == ("crown-tv",)
    assert record(story, "crown-tv").quoted_by == ("courier",)
    assert [record(story, key).claims for key in ("crown-army", "crown-tv", "courier")] == [1, 0, 0]


def test_an_outlet_that_no_pack_knows_keeps_its_name(world):
    claim = world.claim("attack", at=("oakham",))
    story = world.relate(claim, documents=(world.document("d_one", "Valley Echo"),))
    assert record(story, "Valley Echo").claims == 1
    assert story.events[0].originators[0].id is None


def test_without_an_outlet_the_host_speaks_else_nobody_named(world):
    from dataclasses import replace

    claim = world.claim("attack", at=("oakham",))
    online = replace(world.document("d_one"), uri="https://www.echo.example/story")
    assert world.relate(claim, documents=(online,)).events[0].originators[0].name == "echo.example"
    assert world.relate(claim).events[0].originators[0].name == "unnamed outlet of d_one"


@pytest.mark.parametrize("credit", ["OAKHAM (PU) - ", "/ Press Union / ", "[Press Union] "])
def test_a_credited_agency_is_the_originator(world, credit):
    claims = [world.claim("attack", d, by=("league",), at=("oakham",)) for d in ("d_one", "d_two")]
    documents = (
        world.document("d_one", "Courier", text=f"{credit}The town was attacked."),
        world.document("d_two", "Herald", text="The town was attacked.\nSource: Press Union\n"),
    )
    story = world.relate(*claims, documents=documents)
    assert (story.events[0].grade, story.events[0].originators[0].id) == ("repeated", "press")


def test_copies_count_once_for_the_earliest(world):
    role = {"by": ("crown-army",), "at": ("oakham",)}
    a = world.claim("capture", "d_one", sentence=WIRE, **role)
    b = world.claim("capture", "d_two", sentence=WIRE + ", officials say", **role)
    documents = (world.document("d_one", "Courier", days=3), world.document("d_two", "Herald", days=1))
    (event,) = world.relate(a, b, documents=documents).events
    assert (event.grade, [named.id for named in event.originators]) == ("repeated", ["herald"])


def test_short_sentences_are_alike_by_chance(world):
    role = {"by": ("crown-army",), "at": ("oakham",), "sentence": "The town fell."}
    claims = [world.claim("capture", d, **role) for d in ("d_one", "d_two")]
    assert world.relate(*claims).events[0].grade == "corroborated"


def test_agreement_and_contradiction_are_counted(world):
    def told(document, speaker, number):
        return world.claim(
            "airstrike",
            document,
            by=("crown-army",),
            at=("oakham",),
            said_by=(speaker,),
            counts=(world.count(number),),
        )

    agreeing = (told("d_one", "watch", 5), told("d_two", "league-office", 5))
    story = world.relate(*agreeing, told("d_three", "courier", 9))
    records = {key: record(story, key) for key in ("watch", "league-office", "courier")}
    assert {key: (r.claims, r.corroborated, r.contradicted) for key, r in records.items()} == {
        "watch": (1, 1, 1),
        "league-office": (1, 1, 1),
        "courier": (1, 0, 1),
    }
    assert (records["league-office"].side, records["league-office"].kind) == ("league", "political")
    assert records["watch"].side == "neutral"


def test_a_denial_contradicts(world):
    told = world.claim("chemical_attack", by=("crown-army",), at=("oakham",), said_by=("watch",))
    denial = world.claim(
        "chemical_attack", "d_two", by=("crown-army",), at=("oakham",), realis="denied", said_by=("crown-tv",)
    )
    story = world.relate(told, denial)
    assert [(record(story, key).corroborated, record(story, key).contradicted) for key in ("watch", "crown-tv")] == [
        (0, 1),
        (0, 1),
    ]
    assert [named.id for named in story.events[0].originators] == ["watch"]


@pytest.mark.parametrize("noun", ["The statement", "a spokeswoman", "officials"])
def test_a_mere_noun_speaks_for_whoever_passes_it_on(world, noun):
    claim = world.claim("attack", at=("oakham",), said_by=(noun,))
    story = world.relate(claim, documents=(world.document("d_one", "Courier"),))
    assert [named.id for named in story.events[0].originators] == ["courier"]
    quoted = world.claim("attack", at=("oakham",), said_by=("crown-office", noun))
    assert [named.id for named in world.relate(quoted).events[0].originators] == ["crown-office"]


def test_a_common_noun_may_stand_for_the_voice_beside_it(world):
    """The insurgents who say the same as the Northern League may be its men."""
    role = {"by": ("crown-army",), "at": ("oakham",)}
    claims = [
        world.claim("attack", d, said_by=(speaker,), **role)
        for d, speaker in (("d_one", "insurgents"), ("d_two", "league-north"))
    ]
    assert world.relate(*claims).events[0].grade == "repeated"
