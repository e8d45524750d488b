"""A ledger of five reports in four scripts, three events, control, tolls and sources, made by hand."""

from dataclasses import replace
from datetime import date

from tests.ledger.conftest import PLACES, Link, Story, at, claim, document, where

from dragoman.ledger import Ledger, Outcome, ShardResult
from dragoman.ledger.results import KnownPlace
from dragoman.model import (
    NO_DAY,
    Claim,
    Control,
    Count,
    Disagreement,
    Document,
    Event,
    EventCount,
    Named,
    Party,
    Reading,
    Segment,
    Source,
    SourceCount,
    Speaker,
    Toll,
    When,
    short_id,
)  # fmt: skip

WIRE = "It rained. Troops took Minyan on Friday. The monitor said that shells killed 7 civilians in Homs. Nobody slept."
DAN = "Pobunjenici su zauzeli Džabal u Alepu."
ARABIC = "قصفت الطائرات حلب يوم الجمعة. لم ينم أحد."
RUSSIAN = "Войска взяли Миньян 28 октября."
PAPER = "State media: no shell fell on Homs. <script>alert(1)</script>"
FRIDAY = When(date(2016, 10, 28), date(2016, 10, 28), "day", "stated", None, None, None)
NEXT = When(date(2016, 10, 30), date(2016, 10, 30), "day", "stated", None, None, None)


def fill(ledger: Ledger) -> None:
    """Everything into the ledger."""
    ledger.set_meta({"run": "1", "theatres": '["syria"]', "version": "0.1.0"})
    outcomes = tuple(_outcome(one, told) for one, told in _told())
    ledger.add(ShardResult(outcomes), [(one.key, one.uri) for one in outcomes], 1)
    places = (*PLACES, KnownPlace("old", "Old Town", "aleppo"))
    ledger.replace_story(story([claim for _, told in _told() for claim in told]), places)


def reports() -> list[Document]:
    """Wire, Dan, an Arabic, a Russian and a state report."""
    made = [
        document(WIRE, "en", date(2016, 10, 28), "Wire"),
        document(DAN, "hr", date(2016, 11, 1), "Dan"),
        document(ARABIC, "ar", date(2016, 10, 29), None),
        document(RUSSIAN, "ru", date(2016, 10, 29), "Vesti"),
        document(PAPER, "en", None, "State Paper"),
    ]
    title = "Homs quiet"
    return [*(one for _, one in made[:4]), replace(made[4][1], title=title, segments=(Segment("body", 0, len(PAPER)),))]


def _outcome(report: Document, told: list[Claim]) -> Outcome:
    return Outcome(report.sha256, f"{report.language}/{report.id}.txt", report, "[]", tuple(told))


def _told() -> list[tuple[Document, list[Claim]]]:
    wire, dan, arabic, russian, paper = reports()
    army = Party("syrian-arab-army", "Syrian Arab Army", *at(WIRE, "Troops"))
    took = claim(
        wire, "Troops took Minyan on Friday.", "took", "capture",
        replace(FRIDAY, text="on Friday", span_start=WIRE.index("on Fr"), span_end=WIRE.index("on Fr") + 9),
        actors=(army,), places=(where(WIRE, "Minyan", "minyan", "aleppo"),),
    )  # fmt: skip
    monitor = Speaker("sohr", "Syrian Observatory for Human Rights", *at(WIRE, "The monitor"), "said", "reports")
    shells = claim(
        wire, "The monitor said that shells killed 7 civilians in Homs.", "shells", "shelling", FRIDAY,
        places=(where(WIRE, "Homs", "homs", "homs-province"),),
        counts=(Count("killed", "civilians", 7, 7, False, *at(WIRE, "7 civilians")),), attribution=(monitor,),
    )  # fmt: skip
    rebels = claim(
        dan, DAN, "zauzeli", "capture", NEXT, actors=(Party(None, "Pobunjenici", *at(DAN, "Pobunjenici")),),
        places=(where(DAN, "Džabal", None, None), where(DAN, "Alepu", "aleppo", "aleppo-province")),
    )  # fmt: skip
    planes = claim(
        arabic, "قصفت الطائرات حلب يوم الجمعة.", "قصفت", "airstrike", NO_DAY,
        places=(where(ARABIC, "حلب", "aleppo", "aleppo-province"),),
    )  # fmt: skip
    entered = claim(
        russian, RUSSIAN, "взяли", "capture", FRIDAY, places=(where(RUSSIAN, "Миньян", "minyan", "aleppo"),)
    )
    denied = replace(
        claim(paper, "State media: no shell fell on Homs.", "shell", "shelling", FRIDAY,
              places=(where(PAPER, "Homs", "homs", "homs-province"),)),
        realis="denied", attribution=(Speaker(None, "State media", *at(PAPER, "State media"), ":", "denies"),),
        confidence=0.5,
    )  # fmt: skip
    return [(wire, [took, shells]), (dan, [rebels]), (arabic, [planes]), (russian, [entered]), (paper, [denied])]


def story(claims: list[Claim]) -> Story:
    """Minyan taken (two reports), Homs shelled (contested), Aleppo bombed (undated), Džabal taken."""
    took, shells, rebels, planes, entered, denied = claims
    taken = _event([took, entered], "corroborated", [Named(None, "Wire"), Named(None, "Vesti")])
    shelled = replace(
        _event([shells, denied], "contested", [Named("sohr", "Syrian Observatory for Human Rights")]),
        counts=(EventCount("killed", "civilians", 7, 7, 7, (SourceCount("sohr", 7, 7, (shells.id,)),)),),
        disagreements=(
            Disagreement("when", (Reading("2016-10-28", (shells.id,)), Reading("2016-10-29", (denied.id,)))),
        ),
    )
    other = _event([rebels], "single", [Named(None, "Dan")])
    bombed = _event([planes], "single", [Named(None, "Wire")])
    events = sorted((taken, shelled, other, bombed), key=lambda event: event.id)
    held = Control(
        Named("minyan", "Minyan"), Named("syrian-arab-army", "Syrian Arab Army"), date(2016, 10, 28), None, False,
        (took.id,),
    )  # fmt: skip
    tolls = (
        Toll(shelled.id, "killed", "civilians", 7, 7, False, FRIDAY.start, FRIDAY.end, "sohr", (shells.id,)),
        Toll("homs", "killed", "people", 90, None, True, None, FRIDAY.end, "sohr", (shells.id,)),
    )
    sources = (
        Source("sohr", "Syrian Observatory for Human Rights", None, "monitor", ("Wire",), 1, 0, 1),
        Source("Wire", "Wire", None, None, (), 1, 1, 0),
    )
    links = (Link(*sorted((took.id, entered.id)), 0.9, ("both are a capture",)),)
    return Story(tuple(events), (held,), tolls, sources, links, {taken.id: ("two voices",)}, ("one block was cut",))


def _event(claims: list[Claim], grade: str, voices: list[Named]) -> Event:
    first = claims[0]
    ids = tuple(sorted(one.id for one in claims))
    return Event(
        short_id("e", *ids), first.type, first.when, first.places, first.actors, first.targets, (), ids, tuple(voices),
        grade, (),
    )  # fmt: skip
