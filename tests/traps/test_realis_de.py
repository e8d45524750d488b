"""Did it happen at all, in German: the verb at the end, split or second, and the cue that governs it or does not."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "de"
Read = Callable[[str], list[Claim]]

REAL: list[tuple[str, str, str]] = [
    # verbs that govern it
    ("Die Armee kündigte an, Chan Tuman zu erobern.", "capture", "planned"),
    ("Die Armee kündigte nach einem Treffen mit russischen Offizieren in Damaskus an, Chan Tuman zu erobern.",
     "capture", "planned"),
    ("Die Armee drohte mit einem Angriff auf Homs.", "attack", "planned"),
    ("Die Armee drohte den Rebellen damit, Homs anzugreifen.", "attack", "planned"),
    ("Der Präsident befahl der Armee, Chan Tuman zu erobern.", "capture", "planned"),
    ("Russland forderte, dass die Rebellen sich aus Chan Tuman zurückziehen.", "withdrawal", "demanded"),
    ("Russland forderte die Rebellen in den Dörfern auf, sich aus Chan Tuman zurückzuziehen.", "withdrawal",
     "demanded"),
    ("Russland verlangte den Abzug der Rebellen aus Chan Tuman.", "withdrawal", "demanded"),
    ("Die Rebellen versprachen, sich aus Chan Tuman zurückzuziehen.", "withdrawal", "planned"),
    ("Die Bewohner befürchten, dass die Armee Chan Tuman angreift.", "attack", "predicted"),
    ("Die Bewohner hoffen, dass die Armee Chan Tuman erobert.", "capture", "hypothetical"),
    ("Russland hat eine Waffenruhe in Aleppo angekündigt.", "ceasefire", "planned"),
    # failed and prevented
    ("Die Armee scheiterte mit dem Versuch, Chan Tuman zu erobern.", "capture", "failed"),
    ("Die Armee konnte Chan Tuman nicht erobern.", "capture", "failed"),
    ("Es gelang der Armee am Donnerstag nicht, Chan Tuman zu erobern.", "capture", "failed"),
    ("Die Rebellen verhinderten, dass die Armee Chan Tuman erobert.", "capture", "failed"),
    ("Die Rebellen hinderten die Armee daran, Chan Tuman zu erobern.", "capture", "failed"),
    ("Der Versuch der Armee, Chan Tuman zu erobern, scheiterte.", "capture", "failed"),
    ("Die Armee vermochte Chan Tuman nicht zu erobern.", "capture", "failed"),
    ("Die Offensive der Armee auf Chan Tuman ist gescheitert.", "offensive", "failed"),
    # implicatives
    ("Es gelang der Armee, Chan Tuman zu erobern.", "capture", "happened"),
    ("Der Armee gelang es am Donnerstag, Chan Tuman zu erobern.", "capture", "happened"),
    ("Die Armee vermochte Chan Tuman zu erobern.", "capture", "happened"),
    ("Die Armee konnte Chan Tuman am Donnerstag erobern.", "capture", "happened"),
    ("Die Armee zwang die Rebellen, sich aus Chan Tuman zurückzuziehen.", "withdrawal", "happened"),
    ("Die Rebellen mussten sich aus Chan Tuman zurückziehen.", "withdrawal", "happened"),
    ("Die Rebellen konnten nicht verhindern, dass die Armee Chan Tuman eroberte.", "capture", "happened"),
    # refused, denied, not
    ("Die Rebellen weigerten sich am Donnerstag, sich aus Chan Tuman zurückzuziehen.", "withdrawal", "denied"),
    ("Die Armee bestreitet, dass sie Homs angegriffen hat.", "attack", "denied"),
    ("Die Armee bestritt nicht, dass sie Homs angegriffen hat.", "attack", "happened"),
    ("Die Armee griff Homs am Donnerstag nicht an.", "attack", "denied"),
    ("Die Armee griff nicht nur Homs an, sondern auch Hama.", "attack", "happened"),
    ("Kein Zivilist wurde in Homs getötet.", "killing", "denied"),
    ("In Homs wurden weder Soldaten noch Zivilisten getötet.", "killing", "denied"),
    ("Die Armee hat Homs weder angegriffen noch beschossen.", "attack", "denied"),
    ("Es gab keinen Angriff auf Homs.", "attack", "denied"),
    ("Die Armee äußerte sich nicht, doch Rebellen eroberten Chan Tuman.", "capture", "happened"),
    ("Der Konvoi kam nicht an, weil die Armee Homs angriff.", "attack", "happened"),
    ("Rebellen, die nicht geflohen waren, eroberten Chan Tuman.", "capture", "happened"),
    ("Die Armee sagte nicht, wer Homs angegriffen hat.", "attack", "happened"),
    ("Die Armee eroberte Chan Tuman erst am Freitag.", "capture", "happened"),
    ("Der Angriff auf Homs fand nicht statt.", "attack", "denied"),
    ("Der Angriff auf Homs musste abgebrochen werden.", "attack", "happened"),
    ("Soldaten rückten an und verletzten damit drei Zivilisten in Homs.", "injury", "happened"),
    ("Die Armee befürchtete Regen und griff Homs an.", "attack", "happened"),
    # clauses that are their own assertion
    ("Nachdem die Armee Chan Tuman erobert hatte, drohten die Rebellen mit einem Angriff auf Homs.", "capture",
     "happened"),
    ("Nachdem die Armee Chan Tuman erobert hatte, drohten die Rebellen mit einem Angriff auf Homs.", "attack",
     "planned"),
    ("Weil die Armee Chan Tuman erobert hat, wollen die Rebellen verhandeln.", "capture", "happened"),
    ("Nach dem Angriff auf Homs will die Armee mehr Soldaten schicken.", "attack", "happened"),
    ("Trotz des Angriffs auf Homs sollen die Gespräche weitergehen.", "attack", "happened"),
    ("Die Rebellen, die am Montag Chan Tuman eroberten, könnten die Straße verlieren.", "capture", "happened"),
    ("Die Armee eroberte Chan Tuman und will nun verhandeln.", "capture", "happened"),
    ("Die Armee eroberte Chan Tuman, während die Rebellen versuchten, Homs zu erreichen.", "capture", "happened"),
    ("Der Sicherheitsrat will den Angriff auf Homs verurteilen.", "attack", "happened"),
    ("Die von den Rebellen am Montag eroberte Stadt Chan Tuman soll neue Häuser bekommen.", "capture", "happened"),
    # conditions, questions, purposes, wishes
    ("Falls die Armee Chan Tuman erobert, ist die Straße frei.", "capture", "hypothetical"),
    ("Sollte die Armee Chan Tuman erobern, wäre die Straße frei.", "capture", "hypothetical"),
    ("Erobert die Armee Chan Tuman, ist die Straße frei.", "capture", "hypothetical"),
    ("Es ist unklar, ob die Armee Chan Tuman erobert hat.", "capture", "hypothetical"),
    ("Hat die Armee Chan Tuman erobert?", "capture", "hypothetical"),
    ("Ohne den Regen hätte die Armee Chan Tuman erobert.", "capture", "hypothetical"),
    ("Die Armee schickte Panzer nach Süden, um Chan Tuman zu erobern.", "capture", "planned"),
    ("Die Armee schickte Panzer, damit die Rebellen sich aus Chan Tuman zurückziehen.", "withdrawal", "planned"),
    ("Die Armee wird Chan Tuman am Freitag erobern.", "capture", "planned"),
    ("Chan Tuman wird derzeit von der Armee angegriffen.", "attack", "ongoing"),
    ("Chan Tuman wurde von der Armee erobert.", "capture", "happened"),
    ("Die Rebellen hätten Homs angegriffen, teilte die Armee mit.", "attack", "happened"),
    ("Die Armee werde Homs angreifen, sagte ein Sprecher.", "attack", "planned"),
    ("„Wir werden Chan Tuman erobern“, sagte ein Kommandeur der Rebellen.", "capture", "planned"),
    ("Die Rebellen beschießen Homs weiterhin.", "shelling", "ongoing"),
    ("Die Armee soll Homs nach Angaben von Aktivisten angegriffen haben.", "attack", "happened"),
]  # fmt: skip

PHASES: list[tuple[str, str, str | None]] = [
    ("Die Waffenruhe in Aleppo endete am Donnerstag.", "ceasefire", "end"),
    ("Die Waffenruhe in Aleppo ist am Donnerstag ausgelaufen.", "ceasefire", "end"),
    ("Die Armee nahm die Luftangriffe auf Aleppo wieder auf.", "airstrike", "start"),
    ("Die Luftangriffe auf Aleppo gingen am Donnerstag weiter.", "airstrike", "ongoing"),
    ("Die Armee begann am Donnerstag mit dem Beschuss von Homs.", "shelling", "start"),
    ("Die Armee stoppte die Luftangriffe auf Aleppo.", "airstrike", "end"),
    ("Luftangriffe trafen Homs, nachdem die Gespräche begonnen hatten.", "airstrike", None),
]


@pytest.mark.parametrize(("text", "kind", "expected"), REAL, ids=[f"{r}: {t}" for t, _, r in REAL])
def test_whether_it_happened(text: str, kind: str, expected: str, claims_of: Read) -> None:
    assert [claim.realis for claim in claims_of(text) if claim.type == kind] == [expected]


@pytest.mark.parametrize(("text", "kind", "expected"), PHASES, ids=[f"{p}: {t}" for t, _, p in PHASES])
def test_its_phase(text: str, kind: str, expected: str | None, claims_of: Read) -> None:
    assert [claim.phase for claim in claims_of(text) if claim.type == kind] == [expected]
