"""What is contested is told as contested, field by field, and who concedes or denies it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.chronology.making import PAPER, RUSSIA, SOHR, WIRE, Story, claim, event, party, place

from dragoman.chronology import chronicle
from dragoman.knowledge import load
from dragoman.ledger import Ledger, Outcome, ShardResult
from dragoman.model import Claim, Disagreement, Event, Reading

ONE = claim(WIRE, "one", "airstrike", actors=(RUSSIA,), places=(place("homs"),))
OTHER = claim(PAPER, "five", "airstrike", by=(SOHR,), actors=(party("syrian-air-force"),), places=(place("hama"),))


def remarks(folder: Path, code: str, made: Event, claims: Sequence[Claim], reasons: Sequence[str] = ()) -> list[str]:
    """The lines below an event, without their marks."""
    with Ledger.create(folder / "one.db") as ledger:
        outcomes = tuple(
            Outcome(one.sha256, one.uri, one, "[]", tuple(told for told in claims if told.document == one.id))
            for one in (WIRE, PAPER)
        )
        ledger.add(ShardResult(outcomes), [(one.sha256, one.uri) for one in (WIRE, PAPER)], 1)
        ledger.replace_story(Story((made,), reasons={made.id: tuple(reasons)}))
        lines = list(chronicle(ledger, [made], load(("syria",)), code))
    return [line.removeprefix("  - ") for line in lines if line.startswith("  - ")]


def disputed(field: str, *values: str) -> Event:
    readings = tuple(Reading(value, (told.id,)) for value, told in zip(values, (ONE, OTHER), strict=True))
    return event("airstrike", (ONE, OTHER), "contested", disagreements=(Disagreement(field, readings),))


@pytest.mark.parametrize(
    ("code", "field", "values", "line"),
    [
        ("en", "actors", ("Russia", "Syrian Arab Air Force"),
         "Disputed – who did it: Russia [1] / Syrian Arab Air Force [2]"),
        ("de", "actors", ("Russia", "Syrian Arab Air Force"),
         "Umstritten – wer es tat: Russland [1] / syrische Luftwaffe [2]"),
        ("hr", "actors", ("Russia", "Syrian Arab Air Force"),
         "Sporno – tko je to učinio: Rusija [1] / sirijsko ratno zrakoplovstvo [2]"),
        ("en", "when", ("2016-10-28", "2016-10-29/2016-10-30"),
         "Disputed – the day: 28 October 2016 [1] / 29 to 30 October 2016 [2]"),
        ("hr", "when", ("2016-10-28", "2016-10-29/2016-10-30"),
         "Sporno – dan: 28. listopada 2016. [1] / od 29. do 30. listopada 2016. [2]"),
        ("hr", "attribution", ("Russia", "Syrian Observatory for Human Rights"),
         "Sporno – tko je to najavio: Rusija [1] / Sirijski opservatorij za ljudska prava [2]"),
        ("de", "places", ("Homs", "Hama"), "Umstritten – der Ort: Homs [1] / Hama [2]"),
        ("en", "killed civilians", ("15+", "12-14"), "Disputed – killed (civilians): at least 15 [1] / 12 to 14 [2]"),
        ("de", "strikes people", ("2", "24+"), "Umstritten – Angriffe: 2 [1] / mindestens 24 [2]"),
    ],
)  # fmt: skip
def test_a_disagreement(tmp_path: Path, code: str, field: str, values: tuple[str, str], line: str) -> None:
    assert remarks(tmp_path, code, disputed(field, *values), (ONE, OTHER)) == [line]


@pytest.mark.parametrize(
    ("code", "line"),
    [("en", "Denied by Russia [2]"), ("de", "Bestritten von Russland [2]"), ("hr", "To poriče Rusija [2]")],
)
def test_a_denial(tmp_path: Path, code: str, line: str) -> None:
    denial = claim(WIRE, "two", "airstrike", by=(RUSSIA,), realis="denied")
    made = event("airstrike", (ONE, denial), "contested")
    assert remarks(tmp_path, code, made, (ONE, denial)) == [line]


def test_an_outcome_that_others_tell_otherwise(tmp_path: Path) -> None:
    rival = claim(PAPER, "six", "capture", by=(SOHR,), when=ONE.when)
    lost = claim(PAPER, "seven", "capture", by=(party("syrian-rebels"),), realis="failed")
    made = event("capture", (ONE,), "contested")
    reasons = [
        f"contested: X gives the place to another side ({rival.id})",
        f"contested: Y says that a capture failed ({lost.id})",
        f"conceded: Z confirms what is adverse to its own side ({ONE.id})",
        "single: on the word of Wire",
    ]
    assert sorted(remarks(tmp_path, "en", made, (ONE, rival, lost), reasons)) == [
        "Conceded in [1]",
        "It failed, according to Syrian rebels [3]",
        "The place was in the hands of another side, according to the Syrian Observatory for Human Rights",
    ]


def test_one_of_several_says_that_it_failed(tmp_path: Path) -> None:
    failed = claim(PAPER, "five", "attack", by=(SOHR,), realis="failed")
    told = claim(WIRE, "one", "attack")
    lines = remarks(tmp_path, "de", event("attack", (told, failed)), (told, failed))
    assert lines == ["Es scheiterte, so die Syrische Beobachtungsstelle für Menschenrechte [2]"]
