"""The slots of a MUC-4 template: their numbers, their labels, the rows of the score report, and how each is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "date", "location", "set", "string", "number"]
Section = Literal["", "inc", "perp", "phys-tgt", "hum-tgt"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot: its number and label in the files, its row in a report, and the kind of its fillers.

    A filler of a slot that is `tagged` may name the filler of another slot that it speaks of (`DEATH: "A PRIEST"`).
    """

    number: int
    label: str
    row: str
    kind: Kind
    tagged: bool = False

    @property
    def section(self) -> Section:
        """The part of a template that the slot's score goes into; none for the numbers of report and template."""
        sections: tuple[Section, ...] = ("inc", "perp", "phys-tgt", "hum-tgt")
        return next((name for name in sections if self.row.startswith(f"{name}-")), "")


MESSAGE, TEMPLATE, DATE, LOCATION, TYPE, STAGE = range(6)
INSTRUMENT, INSTRUMENT_TYPE, CATEGORY, INDIVIDUAL, ORGANIZATION, CONFIDENCE = range(6, 12)
PHYSICAL, PHYSICAL_TYPE, PHYSICAL_NUMBER, PHYSICAL_NATION, PHYSICAL_EFFECT, PHYSICAL_TOTAL = range(12, 18)
NAME, DESCRIPTION, HUMAN_TYPE, HUMAN_NUMBER, HUMAN_NATION, HUMAN_EFFECT, HUMAN_TOTAL = range(18, 25)

SLOTS: Mapping[int, Slot] = {
    slot.number: slot
    for slot in (
        Slot(MESSAGE, "MESSAGE: ID", "message-id", "id"),
        Slot(TEMPLATE, "MESSAGE: TEMPLATE", "template-id", "id"),
        Slot(DATE, "INCIDENT: DATE", "inc-date", "date"),
        Slot(LOCATION, "INCIDENT: LOCATION", "inc-loc", "location"),
        Slot(TYPE, "INCIDENT: TYPE", "inc-type", "set"),
        Slot(STAGE, "INCIDENT: STAGE OF EXECUTION", "inc-stage", "set"),
        Slot(INSTRUMENT, "INCIDENT: INSTRUMENT ID", "inc-instr-id", "string"),
        Slot(INSTRUMENT_TYPE, "INCIDENT: INSTRUMENT TYPE", "inc-instr-type", "set", tagged=True),
        Slot(CATEGORY, "PERP: INCIDENT CATEGORY", "perp-inc-cat", "set"),
        Slot(INDIVIDUAL, "PERP: INDIVIDUAL ID", "perp-ind-id", "string"),
        Slot(ORGANIZATION, "PERP: ORGANIZATION ID", "perp-org-id", "string"),
        Slot(CONFIDENCE, "PERP: ORGANIZATION CONFIDENCE", "perp-org-conf", "set", tagged=True),
        Slot(PHYSICAL, "PHYS TGT: ID", "phys-tgt-id", "string"),
        Slot(PHYSICAL_TYPE, "PHYS TGT: TYPE", "phys-tgt-type", "set", tagged=True),
        Slot(PHYSICAL_NUMBER, "PHYS TGT: NUMBER", "phys-tgt-num", "number", tagged=True),
        Slot(PHYSICAL_NATION, "PHYS TGT: FOREIGN NATION", "phys-tgt-nation", "set", tagged=True),
        Slot(PHYSICAL_EFFECT, "PHYS TGT: EFFECT OF INCIDENT", "phys-tgt-effect", "set", tagged=True),
        Slot(PHYSICAL_TOTAL, "PHYS TGT: TOTAL NUMBER", "phys-tgt-total-num", "number"),
        Slot(NAME, "HUM TGT: NAME", "hum-tgt-name", "string"),
        Slot(DESCRIPTION, "HUM TGT: DESCRIPTION", "hum-tgt-desc", "string", tagged=True),
        Slot(HUMAN_TYPE, "HUM TGT: TYPE", "hum-tgt-type", "set", tagged=True),
        Slot(HUMAN_NUMBER, "HUM TGT: NUMBER", "hum-tgt-num", "number", tagged=True),
        Slot(HUMAN_NATION, "HUM TGT: FOREIGN NATION", "hum-tgt-nation", "set", tagged=True),
        Slot(HUMAN_EFFECT, "HUM TGT: EFFECT OF INCIDENT", "hum-tgt-effect", "set", tagged=True),
        Slot(HUMAN_TOTAL, "HUM TGT: TOTAL NUMBER", "hum-tgt-total-num", "number"),
    )
}

# The slots whose counts are scored; the number of the template is not.
SCORED = tuple(number for number, slot in SLOTS.items() if slot.section)

# The slots that a ledger of claims holds, too: what happened, when, where, how far it got, who did it and by whose
# word, how many people it befell and what became of them.
LEDGER = (DATE, LOCATION, TYPE, STAGE, ORGANIZATION, CONFIDENCE, HUMAN_NUMBER, HUMAN_EFFECT)
