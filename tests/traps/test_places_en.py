"""Which place a happening took place at, where names are shared, nested or of another clause."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "en"
Read = Callable[[str], list[Claim]]

ROWS: list[tuple[str, str, list[str | None]]] = [
    # one name, several places: what stands right behind it tells which
    ("A bomb exploded in the Salihiah neighbourhood of Hasakah city.", "bombing",
     ["salihiyah-hasakah"]),
    ("A suicide bomber blew himself up in the Salihiya neighbourhood of Damascus.", "suicide_attack",
     ["salhiya-damascus"]),
    # a region before the town that lies in it
    ("Jets bombed a camp in the Euphrates valley town of Tibni.", "airstrike", ["euphrates-valley", "tibni"]),
    ("Jets bombed a camp in the Salihin district of Aleppo.", "airstrike", ["salihin"]),
    # what another does elsewhere in the same breath
    ("Strikes killed 12 people while SDF fighters captured Manbij.", "killing", []),
    ("Strikes killed 12 people in Douma while SDF fighters captured Manbij.", "killing", ["douma"]),
    ("Strikes killed 12 people in Douma while SDF fighters captured Manbij.", "capture", ["manbij"]),
    # fields and their spellings
    ("The fighters took the Shaar oilfield at dawn.", "capture", ["shaer-gas-field"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "places"), ROWS, ids=[f"{k}: {t}" for t, k, _ in ROWS])
def test_a_happening_has_its_own_place(text: str, kind: str, places: list[str | None], claims_of: Read) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert [[where.id for where in claim.places] for claim in found] == [places]
