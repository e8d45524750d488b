"""What people decide counts from the next relating or build on, and leaves the claims as they are."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import fake_steps
import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, check
from dragoman.model import Claim, Event
from dragoman.review import Decision, decide, undo
from dragoman.running import BuildOptions, Progress, build, related, running
from dragoman.running.steps import Collection, Steps

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
REPORTS = {
    "one.txt": "2016-10-01\nArmy captured in Minyan\nRebels attacked in Homs\n",
    "two.txt": "2016-10-01\nTroops captured in Minyan\n",
    "three.txt": "2016-10-02\nArmy captured in Dahiya\n",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    build([str(folder)], tmp_path / "a.db", maker=fake_steps.make)
    return tmp_path / "a.db"


def claims(path: Path) -> dict[str, Claim]:
    """The claims by their sentences."""
    with Ledger.open(path) as ledger:
        assert check(ledger) == []
        return {claim.sentence.text: claim for claim in ledger.claims()}


def events(path: Path) -> list[Event]:
    with Ledger.open(path) as ledger:
        return sorted(ledger.events(), key=lambda event: (event.type, event.places[0].name))


def decided(path: Path, kind: str, subject: str, verdict: str, **more: object) -> int:
    with Ledger.create(path) as ledger:
        return decide(ledger, Decision(kind, subject, verdict, "Ana", NOON, "read it", **more)).id  # type: ignore[arg-type]


def test_a_rejected_claim_tells_no_event_until_it_is_taken_back(path: Path) -> None:
    found, before = claims(path), events(path)
    number = decided(path, "claim", found["Rebels attacked in Homs"].id, "rejected")
    related(path, maker=fake_steps.make)
    assert [event.type for event in events(path)] == ["captured", "captured"]
    assert claims(path) == found
    with Ledger.create(path) as ledger:
        undo(ledger, number, user="Ben", time=NOON)
    related(path, maker=fake_steps.make)
    assert events(path) == before


def test_events_are_made_of_corrected_slots(path: Path) -> None:
    found = claims(path)
    dahiya = found["Army captured in Dahiya"]
    place = replace(dahiya.places[0], id="minyan", name="Minyan")
    decided(path, "slot", dahiya.id, "corrected", object="places", value=[fields(place)])
    decided(path, "slot", dahiya.id, "corrected", object="when", value=fields(found["Troops captured in Minyan"].when))
    related(path, maker=fake_steps.make)
    assert [len(event.claims) for event in events(path)] == [1, 3]
    assert claims(path) == found


def test_a_merge_and_a_grade_count_in_the_next_build_too(path: Path, tmp_path: Path) -> None:
    decided(path, "merge", "dahiya", "same", object="minyan", value={"what": "place"})
    homs = events(path)[0]
    decided(path, "grade", homs.id, "corroborated", value={"claims": list(homs.claims)})
    (tmp_path / "reports" / "four.txt").write_text("2016-10-02\nMilitia captured in Dahiya\n")
    build([str(tmp_path / "reports")], path, maker=fake_steps.make)
    told = [(event.places[0].name, len(event.claims), event.grade) for event in events(path)]
    assert told[0] == ("Homs", 1, "corroborated")
    assert [(name, number) for name, number, _ in told[1:]] == [("Minyan", 2), ("Minyan", 2)]
    with Ledger.open(path) as ledger:
        assert ledger.meta()["judged_until"] == "2"
        assert [claim.places[0].name for claim in ledger.claims() if "Militia" in claim.sentence.text] == ["Dahiya"]


def test_relating_again_without_a_new_decision_does_nothing(path: Path) -> None:
    def never(_: BuildOptions) -> Steps:
        def fail(_: Collection) -> fake_steps.FakeStory:
            raise AssertionError

        return replace(fake_steps.make(_), relate=fail)

    related(path, maker=never)
    decided(path, "claim", claims(path)["Rebels attacked in Homs"].id, "rejected")
    with pytest.raises(AssertionError):
        related(path, maker=never)


def test_it_stays_known_which_claims_a_former_event_had(path: Path) -> None:
    before = next(event for event in events(path) if len(event.claims) == 2)
    decided(path, "claim", before.claims[0], "rejected")
    related(path, maker=fake_steps.make)
    with Ledger.create(path) as ledger:
        (former,) = ledger.rows("SELECT claims FROM former_event WHERE id = ?", before.id)
        assert json.loads(former["claims"]) == list(before.claims)
        undo(ledger, 1, user="Ana", time=NOON)
    related(path, maker=fake_steps.make)
    with Ledger.open(path) as ledger:
        assert list(ledger.rows("SELECT 1 FROM former_event WHERE id = ?", before.id)) == []


def test_a_pack_that_gained_names_is_related_with_and_read_with_later(path: Path, tmp_path: Path) -> None:
    def richer(options: BuildOptions) -> Steps:
        return replace(fake_steps.make(options), fingerprint="fakes and more")

    decided(path, "claim", claims(path)["Rebels attacked in Homs"].id, "rejected")
    related(path, maker=richer)
    assert [event.type for event in events(path)] == ["captured", "captured"]
    with Ledger.open(path) as ledger:
        assert (ledger.meta()["packs"], ledger.meta()["related_with"]) == ("fakes", "fakes and more")
    with pytest.raises(LedgerError, match="built with other packs"):
        build([str(tmp_path / "reports")], path, maker=richer)
    build([str(tmp_path / "reports")], path, maker=fake_steps.make)
    with Ledger.open(path) as ledger:
        assert ledger.meta()["related_with"] == "fakes"


def test_a_build_says_in_the_ledger_how_far_it_is(path: Path, tmp_path: Path) -> None:
    seen = []

    def look(news: Progress) -> None:
        with Ledger.open(path) as ledger:
            seen.append((news.step, running(ledger)))

    (tmp_path / "reports" / "four.txt").write_text("2016-10-02\nMilitia captured in Dahiya\n")
    build([str(tmp_path / "reports")], path, maker=fake_steps.make, progress=look)
    told = [now for step, now in seen if step in ("date", "relate")]
    read = {"step": "read", "done": 4, "total": 4, "by": os.getpid()}
    assert told == [read, {"step": "date", "done": 0, "total": None, "by": os.getpid()}]
    with Ledger.open(path) as ledger:
        assert running(ledger) is None


def test_news_of_a_killed_build_is_no_news(path: Path) -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    with Ledger.create(path) as ledger:
        ledger.set_meta({"progress": json.dumps({"step": "read", "done": 1, "total": 9, "by": int(gone.stdout)})})
        assert running(ledger) is None


def fields(record: object) -> dict[str, object]:
    from dragoman.model import plain

    found: dict[str, object] = plain(record)
    return found
