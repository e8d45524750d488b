"""The Croatian, Bosnian and Serbian claims tables: which words are found, read as what."""

from __future__ import annotations

import pytest

from dragoman.claims.counted.numbers import amounts
from dragoman.claims.lexicon import Found
from dragoman.claims.tables import Frame, grammar
from dragoman.claims.words import Word, words

HR = grammar("hr")


def _words(text: str) -> tuple[Word, ...]:
    return words(text, 0, len(text))


def _own(sentence: tuple[Word, ...], found: Found[Frame]) -> str:
    return " ".join(sentence[index].text for index in found.own)


def _found(text: str) -> list[tuple[str, str]]:
    sentence = _words(text)
    return [(found.payload.type, _own(sentence, found)) for found in HR.frames.find(sentence)]


TRIGGERS = [
    ("Vojska je krenula u ofenzivu na sjeveru.", [("offensive", "krenula u ofenzivu")]),
    ("Pobunjenici su pokrenuli protuofenzivu.", [("offensive", "protuofenzivu")]),
    ("Počeo je kopneni napad na grad.", [("offensive", "kopneni napad")]),
    ("Armija je napala tri sela.", [("attack", "napala")]),
    ("Napadi na konvoje su učestali.", [("attack", "Napadi")]),
    ("Bolnica se našla pod teškom vatrom.", [("attack", "se našla pod teškom vatrom")]),
    ("Napadači su pobjegli.", [("displacement", "pobjegli")]),
    ("Branitelji su odbili napad na bazu.", [("attack_repelled", "odbili napad")]),
    ("Napad je odbijen.", [("attack_repelled", "Napad odbijen")]),
    ("Osujećen je pokušaj prodora.", [("attack_repelled", "Osujećen pokušaj")]),
    ("Vode se žestoke borbe kod mosta.", [("clash", "žestoke borbe")]),
    ("U sukobima kod sela nema pobjednika.", [("clash", "sukobima")]),
    ("Nije riječ o sukobu interesa.", []),
    ("Zrakoplovi su izveli zračne udare.", [("airstrike", "izveli zračne udare")]),
    ("Vazdušni napadi traju danima.", [("airstrike", "Vazdušni napadi")]),
    ("Grad su bombardirali cijelu noć.", [("airstrike", "bombardirali")]),
    ("Bombardovanje je trajalo satima.", [("airstrike", "Bombardovanje")]),
    (
        "Helikopteri su bacili bačve s eksplozivom.",
        [("airstrike", "Helikopteri bacili"), ("airstrike", "bačve s eksplozivom")],
    ),
    ("Lavina je stigla do zračne luke.", []),
    ("Naselje je granatirano iz topova.", [("shelling", "granatirano")]),
    ("Topnički napadi pogodili su tržnicu.", [("shelling", "Topnički napadi"), ("attack", "pogodili")]),
    ("Ispalili su desetke raketa na četvrt.", [("shelling", "Ispalili raketa")]),
    ("Artiljerijska vatra ne prestaje.", [("shelling", "Artiljerijska vatra")]),
    ("Zasuli su naselje raketama.", [("shelling", "Zasuli raketama")]),
    ("Obnavlja se raketni sustav.", []),
    ("Autobomba je eksplodirala na trgu.", [("bombing", "Autobomba"), ("bombing", "eksplodirala")]),
    ("Nagazili su na minu.", [("bombing", "Nagazili su na minu")]),
    ("Most je dignut u zrak.", [("bombing", "dignut u zrak")]),
    (
        "Bombaš samoubojica raznio se na trgu.",
        [("suicide_attack", "Bombaš samoubojica"), ("suicide_attack", "raznio se")],
    ),
    (
        "U samoubilačkom napadu nitko nije stradao.",
        [("suicide_attack", "samoubilačkom napadu"), ("killing", "stradao")],
    ),
    ("Govori se o uporabi kemijskog oružja.", [("chemical_attack", "uporabi kemijskog oružja")]),
    (
        "Ljudi su se gušili zbog otrovnog gasa.",
        [("chemical_attack", "se gušili"), ("chemical_attack", "otrovnog gasa")],
    ),
    ("Zabrana kemijskog oružja je na snazi.", []),
    ("Postrojbe su zauzele selo.", [("capture", "zauzele")]),
    ("Selo je zauzeto u zoru.", [("capture", "zauzeto")]),
    ("Brdo je palo u ruke pobunjenika.", [("capture", "palo u ruke")]),
    ("Vojska je uspostavila kontrolu nad cestom.", [("capture", "uspostavila kontrolu")]),
    ("Borci su ovladali brdom.", [("capture", "ovladali")]),
    ("Osvojio je zlatnu medalju.", []),
    ("Četvrt je pod nadzorom vlade.", [("control", "pod nadzorom")]),
    ("Kurdi kontroliraju sjever grada.", [("control", "kontroliraju")]),
    ("Snage su se povukle iz baze.", [("withdrawal", "povukle")]),
    ("Povlačenje trupa je završeno.", [("withdrawal", "Povlačenje")]),
    ("Povukao je izjavu.", []),
    ("Grad je opkoljen od ljeta.", [("siege", "opkoljen")]),
    ("Vojska drži enklavu pod opsadom.", [("siege", "drži pod opsadom")]),
    ("Pobunjenici su probili opsadu.", [("siege_broken", "probili opsadu")]),
    ("Deblokada baze je uspjela.", [("siege_broken", "Deblokada")]),
    ("Presjekli su cestu prema jugu.", [("route_cut", "Presjekli cestu")]),
    ("Vojska je ponovno otvorila cestu.", [("route_opened", "otvorila cestu")]),
    ("Poginulo je pet civila.", [("killing", "Poginulo")]),
    ("Ubijeno je najmanje šest ljudi.", [("killing", "Ubijeno")]),
    ("Dvojica su izgubila život.", [("killing", "izgubila život")]),
    ("Smrtna kazna je ukinuta.", []),
    ("Ranjeno je devet osoba.", [("injury", "Ranjeno")]),
    ("Zadobila je teške ozljede.", [("injury", "Zadobila ozljede")]),
    ("Policija je uhitila trojicu aktivista.", [("detention", "uhitila")]),
    ("Uhapšeni su bez naloga.", [("detention", "Uhapšeni")]),
    ("Oteta su dva novinara.", [("abduction", "Oteta")]),
    ("Iz grada je pobjeglo 200 obitelji.", [("displacement", "pobjeglo")]),
    ("Stanovništvo je protjerano.", [("displacement", "protjerano")]),
    ("Škola je sravnjena sa zemljom.", [("destruction", "sravnjena sa zemljom")]),
    ("Oboren je vojni helikopter.", [("destruction", "Oboren")]),
    ("Primirje je stupilo na snagu.", [("ceasefire", "Primirje")]),
    ("Stranke su dogovorile prekid vatre.", [("agreement", "dogovorile"), ("ceasefire", "prekid vatre")]),
    ("Počela je dvodnevna stanka.", [("ceasefire", "dvodnevna stanka")]),
    ("Obustava neprijateljstava nije održana.", [("ceasefire", "Obustava neprijateljstava")]),
    ("Mirovni pregovori su u zastoju.", [("talks", "Mirovni pregovori")]),
    ("Izaslanik se sastao s ministrom.", [("talks", "se sastao")]),
    ("Potpisan je sporazum o primirju.", [("agreement", "sporazum o"), ("ceasefire", "primirju")]),
    ("Vlada je zatražila hitnu sjednicu.", [("demand", "zatražila")]),
    ("Pozivajući se na izvore, list piše o svemu.", []),
    ("Moskva je odbacila prijedlog.", [("rejection", "odbacila")]),
    ("Nije pravo vrijeme za ustupke.", [("rejection", "Nije pravo vrijeme za")]),
    ("Ankara je optužila Damask.", [("accusation", "optužila")]),
    ("Ministarstvo je demantiralo navode.", [("denial", "demantiralo")]),
    ("Zaprijetili su odmazdom.", [("threat", "Zaprijetili")]),
    ("Stožer je izdao priopćenje.", [("statement", "izdao priopćenje")]),
    ("Teheran podupire vladu.", [("support", "podupire")]),
    ("Unija je uvela nove sankcije.", [("sanction", "uvela sankcije")]),
    ("Otvorena su tri humanitarna koridora.", [("corridor", "humanitarna koridora")]),
    ("Konvoj s pomoći stigao je u grad.", [("aid_delivery", "Konvoj s pomoći")]),
    ("Vojska ne propušta konvoje.", [("aid_blocked", "ne propušta konvoje")]),
    ("Evakuacija ranjenika je počela.", [("evacuation", "Evakuacija")]),
    ("Stanovnici u enklavi gladuju.", [("besieged", "gladuju")]),
    ("Četvrti su ostale bez struje.", [("service_cut", "ostale bez struje")]),
    ("Opskrba vodom ponovno je uspostavljena.", [("service_restored", "Opskrba uspostavljena")]),
    ("Poslali su pojačanja na front.", [("deployment", "Poslali pojačanja")]),
    ("Na trgu su održani prosvjedi.", [("protest", "prosvjedi")]),
]


@pytest.mark.parametrize(("text", "expected"), TRIGGERS)
def test_triggers(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


AMOUNTS = [
    ("pet civila", (5, 5)),
    ("najmanje sedam osoba", (7, None)),
    ("najmanje 12 civila", (12, None)),
    ("više od 40 boraca", (40, None)),
    ("više od 1.300 ljudi", (1300, None)),
    ("preko stotinu ljudi", (100, None)),
    ("oko 2500 obitelji", (2500, 2500)),
    ("gotovo 10.000 stanovnika", (10000, 10000)),
    ("do 60 vozila", (0, 60)),
    ("najviše deset tenkova", (0, 10)),
    ("manje od 20 vojnika", (0, 20)),
    ("dvoje djece", (2, 2)),
    ("trojica vojnika", (3, 3)),
    ("petero ljudi", (5, 5)),
    ("petorica boraca", (5, 5)),
    ("dvadeset i pet osoba", (25, 25)),
    ("trideset dva civila", (32, 32)),
    ("sto dvadeset raketa", (120, 120)),
    ("dvjesto boraca", (200, 200)),
    ("tri tisuće ljudi", (3000, 3000)),
    ("dvije hiljade izbjeglica", (2000, 2000)),
    ("15 tisuća vojnika", (15000, 15000)),
    ("1,5 milijuna stanovnika", (1500000, 1500000)),
    ("dva miliona ljudi", (2000000, 2000000)),
    ("između 30 i 50 militanata", (30, 50)),
    ("od 5 do 10 raketa", (5, 10)),
    ("20-30 granata", (20, 30)),
    ("desetine granata", (20, None)),
    ("stotine civila", (200, None)),
    ("nekoliko projektila", (3, None)),
    ("dvadesetak boraca", (20, 20)),
    ("ne manje od 9 žrtava", (9, None)),
    ("barem četvero djece", (4, None)),
    ("jedanaest granata", (11, 11)),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_amounts(text: str, expected: tuple[int, int | None]) -> None:
    assert [(amount.low, amount.high) for amount in amounts(_words(text), HR)] == [expected]


COUNTED = [
    ("poginulih", "killed", None),
    ("usmrćeno", "killed", None),
    ("ranjenih", "injured", None),
    ("nestalih", "missing", None),
    ("uhapšenih", "detained", None),
    ("raseljenih", "displaced", None),
    ("izbeglica", "displaced", None),
    ("civila", "person", "civilians"),
    ("djece", "person", "children"),
    ("dece", "person", "children"),
    ("žena", "person", "women"),
    ("vojnika", "person", "fighters"),
    ("ljudi", "person", "people"),
    ("granata", "strikes", None),
    ("tenkova", "vehicles", None),
    ("koridora", "corridors", None),
]


@pytest.mark.parametrize(("word", "what", "who"), COUNTED)
def test_counted_words(word: str, what: str, who: str | None) -> None:
    found = HR.counted.find(_words(word))
    assert [(one.payload.what, one.payload.who) for one in found] == [(what, who)]


SHADES = [
    ("Vojska planira zauzeti grad.", "planned"),
    ("Napast će bazu kako bi otvorila put.", "planned"),
    ("Nisu uspjeli zauzeti brdo.", "failed"),
    ("Pokušaj proboja je propao.", "failed"),
    ("Grad nije pao.", "denied"),
    ("Nema ranjenih.", "denied"),
    ("Traže prekid vatre.", "demanded"),
    ("Strahuje se od pokolja.", "predicted"),
    ("Ako napadnu, odgovorit ćemo.", "hypothetical"),
    ("Borbe bi mogle izbiti.", "hypothetical"),
]


@pytest.mark.parametrize(("text", "realis"), SHADES)
def test_shades(text: str, realis: str) -> None:
    assert realis in {shade.payload.realis for shade in HR.shades.find(_words(text))}


PHASES = [
    ("Počeli su zračni udari.", "start"),
    ("Vojska je pokrenula ofenzivu.", "start"),
    ("Borbe se nastavljaju.", "ongoing"),
    ("I dalje traje granatiranje.", "ongoing"),
    ("Obustavili su napade.", "end"),
    ("Primirje je isteklo.", "end"),
]


@pytest.mark.parametrize(("text", "phase"), PHASES)
def test_phases(text: str, phase: str) -> None:
    assert phase in {shade.payload.phase for shade in HR.shades.find(_words(text))}


CUES = [
    ("Glasnogovornik je rekao novinarima.", "verb", "reports"),
    ("Ministarstvo je saopštilo.", "verb", "reports"),
    ("Vlada tvrdi suprotno.", "verb", "claims"),
    ("Stožer je priznao poraz.", "verb", "confirms"),
    ("Moskva je negirala umiješanost.", "verb", "denies"),
    ("Teheran optužuje susjede.", "verb", "accuses"),
    ("Izaslanik se nada miru.", "verb", "hopes"),
    ("Prema navodima aktivista, mirno je.", "according", "reports"),
    ("Kako javlja agencija, mirno je.", "according", "reports"),
]


@pytest.mark.parametrize(("text", "kind", "stance"), CUES)
def test_cues(text: str, kind: str, stance: str) -> None:
    assert [(cue.payload.kind, cue.payload.stance) for cue in HR.cues.find(_words(text))] == [(kind, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Navodno su ušli u grad.",
        "Prema nepotvrđenim informacijama grad je pao.",
        "Nezvanično se govori o žrtvama.",
    ],
)
def test_hearsay(text: str) -> None:
    assert HR.hearsay.find(_words(text))
