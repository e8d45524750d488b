"""Did it happen at all, in Croatian: free word order, clitics and reflexive passives."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "hr"
Read = Callable[[str], list[Claim]]

REAL: list[tuple[str, str, str]] = [
    # verbs that govern it
    ("Vojska je obećala da će zauzeti Khan Tuman.", "capture", "planned"),
    ("Vojska je nakon sastanka s ruskim časnicima u Damasku najavila da će zauzeti Khan Tuman.", "capture", "planned"),
    ("Vojska prijeti napadom na Homs.", "attack", "planned"),
    ("Predsjednik je naredio vojsci da zauzme Khan Tuman.", "capture", "planned"),
    ("Rusija je zatražila da se pobunjenici povuku iz Khan Tumana.", "withdrawal", "demanded"),
    ("Rusija zahtijeva povlačenje pobunjenika iz Khan Tumana.", "withdrawal", "demanded"),
    ("Rusija je pozvala pobunjenike u okolnim selima da se povuku iz Khan Tumana.", "withdrawal", "demanded"),
    ("Pobunjenici su najavili povlačenje iz Khan Tumana.", "withdrawal", "planned"),
    ("Stanovnici strahuju da će vojska napasti Homs.", "attack", "predicted"),
    ("Stanovnici se nadaju da će vojska zauzeti Khan Tuman.", "capture", "hypothetical"),
    ("Pobunjenici su pristali povući se iz Khan Tumana.", "withdrawal", "planned"),
    ("Rusija je najavila prekid vatre u Alepu.", "ceasefire", "planned"),
    # failed and prevented
    ("Vojska nije uspjela zauzeti Khan Tuman.", "capture", "failed"),
    ("Vojska u četvrtak ni nakon trećeg pokušaja nije uspjela zauzeti Khan Tuman.", "capture", "failed"),
    ("Zauzeti Khan Tuman vojska nije uspjela.", "capture", "failed"),
    ("Pobunjenici su spriječili vojsku da zauzme Khan Tuman.", "capture", "failed"),
    ("Pokušaj vojske da zauzme Khan Tuman je propao.", "capture", "failed"),
    ("Ofenziva vojske na Khan Tuman je propala.", "offensive", "failed"),
    ("Vojska nije mogla zauzeti Khan Tuman.", "capture", "failed"),
    ("Vojsci nije pošlo za rukom zauzeti Khan Tuman.", "capture", "failed"),
    ("Vojska je bezuspješno napala Homs.", "attack", "failed"),
    # implicatives
    ("Vojska je uspjela zauzeti Khan Tuman.", "capture", "happened"),
    ("Vojska je u četvrtak uspjela da zauzme Khan Tuman.", "capture", "happened"),
    ("Vojska je prisilila pobunjenike da se povuku iz Khan Tumana.", "withdrawal", "happened"),
    ("Pobunjenici su se morali povući iz Khan Tumana.", "withdrawal", "happened"),
    ("Pobunjenici nisu spriječili vojsku da zauzme Khan Tuman.", "capture", "happened"),
    ("Vojsci je pošlo za rukom zauzeti Khan Tuman.", "capture", "happened"),
    # refused, denied, not
    ("Pobunjenici su u četvrtak odbili povući se iz Khan Tumana.", "withdrawal", "denied"),
    ("Pobunjenici odbijaju da se povuku iz Khan Tumana.", "withdrawal", "denied"),
    ("Vojska je demantirala da je napala Homs.", "attack", "denied"),
    ("Vojska nije demantirala da je napala Homs.", "attack", "happened"),
    ("Vojska u četvrtak nije napala Homs.", "attack", "denied"),
    ("Vojska je napala ne samo Homs nego i Hamu.", "attack", "happened"),
    ("Nijedan civil nije ubijen u Homsu.", "killing", "denied"),
    ("Homs nije ni napadnut ni granatiran.", "attack", "denied"),
    ("U Homsu nije bilo napada.", "attack", "denied"),
    ("Vojska nije rekla tko je napao Homs.", "attack", "happened"),
    ("Vojska se nije oglasila, ali pobunjenici su zauzeli Khan Tuman.", "capture", "happened"),
    ("Konvoj nije stigao jer je vojska napala Homs.", "attack", "happened"),
    ("Pobunjenici koji nisu pobjegli zauzeli su Khan Tuman.", "capture", "happened"),
    ("Vojska Khan Tuman nije zauzela.", "capture", "denied"),
    ("Napad na Homs nije se dogodio.", "attack", "denied"),
    ("Kada su pobunjenici zauzeli Khan Tuman, cesta je bila otvorena.", "capture", "happened"),
    ("Kad vojska zauzme Khan Tuman, cesta će biti otvorena.", "capture", "hypothetical"),
    # clauses that are their own assertion
    ("Nakon što je vojska zauzela Khan Tuman, pobunjenici su zaprijetili napadom na Homs.", "capture", "happened"),
    ("Nakon što je vojska zauzela Khan Tuman, pobunjenici su zaprijetili napadom na Homs.", "attack", "planned"),
    ("Pobunjenici će pregovarati jer je vojska zauzela Khan Tuman.", "capture", "happened"),
    ("Nakon napada na Homs vojska će poslati više vojnika.", "attack", "happened"),
    ("Unatoč napadu na Homs razgovori će se nastaviti.", "attack", "happened"),
    ("Pobunjenici, koji su u ponedjeljak zauzeli Khan Tuman, mogli bi izgubiti cestu.", "capture", "happened"),
    ("Vojska je zauzela Khan Tuman i sada će krenuti prema Homsu.", "capture", "happened"),
    ("Vojska je zauzela Khan Tuman dok su pobunjenici pokušavali doći do Homsa.", "capture", "happened"),
    ("Vijeće sigurnosti će osuditi napad na Homs.", "attack", "happened"),
    ("Rusija će raspravljati o napadu na Homs.", "attack", "happened"),
    # conditions, questions, purposes, wishes
    ("Ako vojska zauzme Khan Tuman, cesta će biti otvorena.", "capture", "hypothetical"),
    ("Ukoliko se pobunjenici ne povuku iz Khan Tumana, razgovori će propasti.", "withdrawal", "hypothetical"),
    ("Nije jasno je li vojska zauzela Khan Tuman.", "capture", "hypothetical"),
    ("Je li vojska zauzela Khan Tuman?", "capture", "hypothetical"),
    ("Da li je vojska na zapadnoj obali rijeke u posljednjih nekoliko dana zauzela Khan Tuman?", "capture",
     "hypothetical"),
    ("Vojska bi zauzela Khan Tuman da nije bilo kiše.", "capture", "hypothetical"),
    ("Vojska je poslala tenkove na jug kako bi zauzela Khan Tuman.", "capture", "planned"),
    ("Vojska je poslala tenkove da zauzme Khan Tuman.", "capture", "planned"),
    ("Vojska će zauzeti Khan Tuman u petak.", "capture", "planned"),
    ("Zauzet će vojska Khan Tuman u petak.", "capture", "planned"),
    ("Vojska neće zauzeti Khan Tuman.", "capture", "denied"),
    ("Khan Tuman se napada već tri dana.", "attack", "happened"),
    ("Khan Tuman je zauzet u petak.", "capture", "happened"),
    ("Pobunjenici i dalje granatiraju Homs.", "shelling", "ongoing"),
    ("Vojska nastavlja granatirati Homs.", "shelling", "ongoing"),
    ('"Zauzet ćemo Khan Tuman", rekao je zapovjednik pobunjenika.', "capture", "planned"),
    ("Vojska možda napadne Homs.", "attack", "hypothetical"),
]  # fmt: skip

PHASES: list[tuple[str, str, str | None]] = [
    ("Primirje u Alepu isteklo je u četvrtak.", "ceasefire", "end"),
    ("Primirje u Alepu je završilo u četvrtak.", "ceasefire", "end"),
    ("Vojska je obnovila zračne napade na Alep.", "airstrike", "start"),
    ("Zračni napadi na Alep nastavili su se u četvrtak.", "airstrike", "ongoing"),
    ("Vojska je počela granatirati Homs.", "shelling", "start"),
    ("Vojska je prestala granatirati Homs.", "shelling", "end"),
    ("Zračni napadi pogodili su Homs nakon što su počeli razgovori.", "airstrike", None),
]


@pytest.mark.parametrize(("text", "kind", "expected"), REAL, ids=[f"{r}: {t}" for t, _, r in REAL])
def test_whether_it_happened(text: str, kind: str, expected: str, claims_of: Read) -> None:
    assert [claim.realis for claim in claims_of(text) if claim.type == kind] == [expected]


@pytest.mark.parametrize(("text", "kind", "expected"), PHASES, ids=[f"{p}: {t}" for t, _, p in PHASES])
def test_its_phase(text: str, kind: str, expected: str | None, claims_of: Read) -> None:
    assert [claim.phase for claim in claims_of(text) if claim.type == kind] == [expected]
