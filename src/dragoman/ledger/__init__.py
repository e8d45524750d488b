"""The ledger: one SQLite file that holds what was read, what was claimed, and what was worked out from it."""

from dragoman.ledger.check import check
from dragoman.ledger.judgements import Judgement
from dragoman.ledger.queries import Filters
from dragoman.ledger.results import Outcome, Reckoning, ShardResult
from dragoman.ledger.store import Ledger

__all__ = ["Filters", "Judgement", "Ledger", "Outcome", "Reckoning", "ShardResult", "check"]
