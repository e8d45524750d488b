"""The hand-made ledger of tests/ledger, for the exports."""

import importlib.util
from pathlib import Path

_spec = importlib.util.spec_from_file_location("ledger_by_hand", Path(__file__).parents[1] / "ledger" / "conftest.py")
assert _spec is not None
assert _spec.loader is not None
_by_hand = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_by_hand)

ledger = _by_hand.ledger
