"""The reports of MUC-4 as a build would get them."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluation.muc4.reports import Report, reports

TEXT = """DEV-MUC3-9001 (OWN)

   SAN QUERTILLO (UTOPIA), 7 JUN 89 (RADIO LUNA (NIGHT SHIFT)) -- [REPORT]
[ANA ROJO] [TEXT] THE BRIDGE FELL.

   NOBODY WAS HURT.


DEV-MUC3-9002

   NO CITY, NO DATE -- [TEXT] [ROJO] "WE SAW IT."
"""


def _read(tmp_path: Path) -> list[Report]:
    path = tmp_path / "own"
    path.write_text(TEXT, "latin-1")
    return list(reports(path))


def test_dateline_and_remarks_are_metadata(tmp_path: Path) -> None:
    first, second = _read(tmp_path)
    assert (first.message, first.place) == ("DEV-MUC3-9001", "SAN QUERTILLO (UTOPIA)")
    assert first.item.raw == b"THE BRIDGE FELL.\n\n   NOBODY WAS HURT."
    assert dict(first.item.metadata) == {
        "outlet": "RADIO LUNA (NIGHT SHIFT)",
        "published": "1989-06-07",
        "set_language": "en",
    }
    assert second.item.raw == b'[ROJO] "WE SAW IT."'
    assert dict(second.item.metadata) == {"set_language": "en"}


def test_a_file_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it should hold reports"):
        list(reports(tmp_path / "absent"))
    path = tmp_path / "letter"
    path.write_text("DEAR READER", "latin-1")
    with pytest.raises(InputError, match="no line begins with an id"):
        list(reports(path))
