"""A ledger whose reports try everything: markup, scripts, drawing, direction, letters without end."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.ledger.conftest import Link, Story, at, claim, document

from dragoman.ledger import Ledger, Outcome, ShardResult
from dragoman.model import (
    Claim,
    Control,
    Count,
    Disagreement,
    Event,
    EventCount,
    LeftOut,
    Named,
    Party,
    Reading,
    Source,
    SourceCount,
    Speaker,
    Toll,
    When,
    Where,
    short_id,
)

MARK = "document.documentElement.dataset.taken='1'"
ATTACKS = (
    f"<script>{MARK}</script>",
    f"<img src=x onerror={MARK}>",
    f"<svg onload={MARK}><circle r=9999></svg>",
    f"\"><iframe srcdoc='<script>parent.{MARK}</script>'></iframe>",
    f"</script><script>{MARK}</script>",
    "<style>*{display:none!important}</style><base href=//evil.example/>",
    f"<a href=\"javascript:{MARK}\">here</a>",
    "\u202eesrever\u202d \u2066isolate without an end \u2067",
    "Z" + "\u0301" * 10_000 + " rises",
    "A" * 5_000,
    "${7*7} {{7*7}} =HYPERLINK(\"http://evil.example\")",
    "line\u2028separator\u2029paragraph",
)  # fmt: skip
DAY = date(2016, 10, 28)


def hostile(path: Path) -> Path:
    """Writes the ledger: a report for each attack, with the attack in its title, its outlet and every slot."""
    with Ledger.create(path) as ledger:
        made = [_report(number, attack) for number, attack in enumerate(ATTACKS)]
        claims = [found for _, found in made]
        ledger.set_meta({"run": "1", "theatres": '["syria"]'})
        ledger.add(ShardResult(tuple(outcome for outcome, _ in made)), [(one.key, one.uri) for one, _ in made], 1)
        ledger.add_left_out([LeftOut(attack[:200], "binary", f"{attack}: no text") for attack in ATTACKS], 1)
        ledger.replace_story(_story(claims))
    return path


def _report(number: int, attack: str) -> tuple[Outcome, Claim]:
    arabic = number % 2 == 1
    words = f"قصف {attack} حلب" if arabic else f"{attack} shelled {attack} in Aleppo, {attack} said; 7 died."
    trigger = "قصف" if arabic else "shelled"
    key, report = document(f"{number} {words}", "ar" if arabic else "en", DAY, f"outlet {number} {attack}")
    report = replace(report, title=attack, uri=f"{number}/{attack[:100]}")
    text = report.text
    party = Party(None, attack, *at(text, attack))
    found = claim(
        report, text, trigger, "shelling", When(DAY, DAY, "day", "published", None, None, None),
        actors=(party,), targets=(party,),
        places=(Where(None if arabic else f"place-{number}", attack, *at(text, attack), 36.2, 37.1, "town", None),),
        counts=(Count("killed", attack[:50], 7, None, False, *at(text, attack)),),
        attribution=(Speaker(None, attack, *at(text, attack), attack[:50], "claims"),),
    )  # fmt: skip
    found = replace(found, rules=(attack[:80],))
    return Outcome(key, report.uri, report, "[]", (found,)), found


def _story(claims: list[Claim]) -> Story:
    ids = tuple(sorted(one.id for one in claims))
    told = [(attack, one, (one.id,)) for attack, one in zip(ATTACKS, claims, strict=True)]
    by_source = tuple(SourceCount(attack, 7, None, own) for attack, _, own in told)
    event = Event(
        short_id("e", *ids), "shelling", claims[0].when, tuple(one.places[0] for one in claims),
        tuple(one.actors[0] for one in claims), tuple(one.targets[0] for one in claims),
        (EventCount("killed", None, 7, 7, None, by_source),),
        ids, tuple(Named(None, attack) for attack in ATTACKS), "contested",
        (Disagreement("who", tuple(Reading(attack, own) for attack, _, own in told)),),
    )  # fmt: skip
    places = [one.places[0] for one in claims]
    return Story(
        events=(event,),
        control=tuple(
            Control(Named(place.id, place.name), Named(None, attack), DAY, None, True, own)
            for place, (attack, _, own) in zip(places, told, strict=True)
        ),
        tolls=tuple(Toll(event.id, "killed", None, 7, 9, False, DAY, DAY, attack, own) for attack, _, own in told),
        sources=tuple(
            Source(f"s{number:02} {attack[:60]}", attack, "neutral", "outlet", (attack,), 1, 0, 1)
            for number, (attack, _, _) in enumerate(told)
        ),
        links=(Link(ids[0], ids[1], 0.55, ATTACKS),),
        reasons={event.id: ATTACKS},
        notes=ATTACKS,
    )
