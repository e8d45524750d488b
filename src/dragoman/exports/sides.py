"""Whose side an actor of a ledger is on: by the theatre packs with which the ledger was built."""

from __future__ import annotations

import json

from dragoman import knowledge
from dragoman.events.ground import Ground
from dragoman.ledger import Ledger


def ledger_ground(ledger: Ledger) -> Ground:
    """The knowledge of the theatres that the ledger names; packs of a project's own are not among them."""
    theatres = json.loads(ledger.meta().get("theatres", "[]"))
    return Ground(knowledge.load(tuple(theatres)))
