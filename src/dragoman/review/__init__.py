"""What people decide about a ledger, and what follows from it.

    decide, undo ─▶ judgements (only ever added) ─▶ standing ─▶ pairs, corrections, grades ─▶ events worked out anew
                                                  └▶ history, queue

Nothing here overwrites a claim: a correction stands beside it, and what is worked out from claims is worked out from
the corrected ones.
"""

from dragoman.review.deciding import ConflictError, Decision, decide, undo
from dragoman.review.entries import NewName, Written, add_entry
from dragoman.review.history import history
from dragoman.review.queue import QUEUES, Item, Queue, candidates, queue

__all__ = [
    "QUEUES", "ConflictError", "Decision", "Item", "NewName", "Queue", "Written", "add_entry", "candidates", "decide",
    "history", "queue", "undo",
]  # fmt: skip
