"""The German claims tables: every type has words, and the words are found where German puts them."""

import pytest

from dragoman.claims.counted.numbers import amounts
from dragoman.claims.tables import grammar
from dragoman.claims.words import words


def triggers(text: str) -> list[tuple[str, str]]:
    found = words(text, 0, len(text))
    return [(f.payload.type, text[found[f.first].start : found[f.last].end]) for f in grammar("de").frames.find(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Rebellen begannen am Freitag eine Großoffensive auf den Westen der Stadt.",
            [("offensive", "Großoffensive")],
        ),
        ("Die Armee ging im Süden in die Offensive.", [("offensive", "Offensive")]),
        ("Kämpfer überfielen einen Posten an der Landstraße.", [("attack", "überfielen")]),
        ("In der Nacht griffen Bewaffnete den Kontrollpunkt an.", [("attack", "griffen")]),
        ("Der Stützpunkt wurde am Morgen von Dschihadisten angegriffen.", [("attack", "angegriffen")]),
        ("Die Patrouille geriet in einen Hinterhalt.", [("attack", "geriet in einen Hinterhalt")]),
        ("Soldaten eröffneten das Feuer auf die Menge.", [("attack", "eröffneten das Feuer")]),
        (
            "Die Regierungstruppen schlugen einen Angriff auf den Flughafen zurück.",
            [("attack_repelled", "schlugen einen Angriff")],
        ),
        (
            "Ein Vorstoß der Miliz wurde vereitelt.",
            [("offensive", "Vorstoß"), ("attack_repelled", "vereitelt")],
        ),
        (
            "Bei Gefechten am Stadtrand starben zwölf Kämpfer.",
            [("clash", "Gefechten"), ("killing", "starben")],
        ),
        ("Der Stadtteil ist seit Tagen umkämpft.", [("clash", "umkämpft")]),
        (
            "Einheiten beider Seiten lieferten sich heftige Straßenkämpfe.",
            [("clash", "lieferten sich heftige Straßenkämpfe")],
        ),
        ("Kampfjets flogen mehrere Angriffe auf den Markt.", [("airstrike", "flogen mehrere Angriffe")]),
        ("Hubschrauber warfen zwei Fassbomben auf das Dorf.", [("airstrike", "warfen zwei Fassbomben")]),
        ("Das Krankenhaus wurde aus der Luft bombardiert.", [("airstrike", "aus der Luft bombardiert")]),
        ("Bei einem Luftangriff starb ein Kind.", [("airstrike", "Luftangriff"), ("killing", "starb")]),
        ("Die Altstadt liegt unter schwerem Beschuss.", [("shelling", "liegt unter schwerem Beschuss")]),
        ("Die Artillerie beschoss die Vororte.", [("shelling", "beschoss")]),
        ("Mehrere Mörsergranaten schlugen in Wohnhäuser ein.", [("shelling", "Mörsergranaten schlugen")]),
        (
            "Die Miliz feuerte Dutzende Raketen auf die Hafenstadt ab.",
            [("shelling", "feuerte Dutzende Raketen")],
        ),
        ("Eine Autobombe explodierte vor der Moschee.", [("bombing", "Autobombe explodierte")]),
        ("Unbekannte sprengten die Brücke.", [("bombing", "sprengten")]),
        ("Ein Mann sprengte sich vor der Kaserne in die Luft.", [("suicide_attack", "sprengte sich")]),
        (
            "Zwei Selbstmordattentäter töteten vierzehn Polizisten.",
            [("suicide_attack", "Selbstmordattentäter"), ("killing", "töteten")],
        ),
        ("Das Regime setzte Chlorgas ein.", [("chemical_attack", "setzte Chlorgas")]),
        (
            "Bei dem Giftgasangriff erstickten neun Bewohner.",
            [("chemical_attack", "Giftgasangriff"), ("killing", "erstickten")],
        ),
        (
            "Die Armee nahm nach langen Kämpfen das Dorf ein.",
            [("capture", "nahm nach langen Kämpfen das Dorf ein"), ("clash", "Kämpfen")],
        ),
        ("Die Rebellen brachten den Hügel unter ihre Kontrolle.", [("capture", "unter ihre Kontrolle")]),
        ("Die Kreisstadt wurde von der Miliz zurückerobert.", [("capture", "zurückerobert")]),
        ("Die Truppen rückten im Osten weiter vor.", [("capture", "rückten im Osten weiter vor")]),
        ("Der Ort fiel in die Hände der Extremisten.", [("capture", "fiel in die Hände")]),
        ("Die Armee verlor die Kontrolle über zwei Dörfer.", [("capture", "verlor die Kontrolle")]),
        ("Die Rebellen kontrollieren den Norden der Provinz.", [("control", "kontrollieren")]),
        ("Das Viertel steht unter der Kontrolle der Opposition.", [("control", "unter der Kontrolle der")]),
        ("Die von den Aufständischen gehaltenen Gebiete schrumpfen.", [("control", "gehaltenen")]),
        ("Die Kämpfer zogen sich aus drei Ortschaften zurück.", [("withdrawal", "zogen sich")]),
        ("Der Abzug der Truppen begann am Mittag.", [("withdrawal", "Abzug")]),
        ("Die Armee räumte ihre Stellungen.", [("withdrawal", "räumte ihre Stellungen")]),
        ("Die Stadt ist von der Außenwelt abgeschnitten.", [("siege", "von der Außenwelt abgeschnitten")]),
        ("Die Regierungstruppen belagern die Vorstadt.", [("siege", "belagern")]),
        (
            "Tausende Menschen sind in der Stadt eingeschlossen.",
            [("besieged", "Menschen sind in der Stadt eingeschlossen")],
        ),
        (
            "Die Rebellen durchbrachen den Belagerungsring.",
            [("siege_broken", "durchbrachen den Belagerungsring")],
        ),
        (
            "Die Belagerung der Stadt wurde aufgehoben.",
            [("siege_broken", "Belagerung der Stadt wurde aufgehoben")],
        ),
        ("Die Miliz kappte die Versorgungsroute nach Norden.", [("route_cut", "kappte")]),
        ("Die Autobahn ist wieder passierbar.", [("route_opened", "wieder passierbar")]),
        (
            "Mindestens acht Zivilisten wurden getötet und zwanzig verletzt.",
            [("killing", "getötet"), ("injury", "verletzt")],
        ),
        (
            "Drei Soldaten erlagen ihren schweren Verletzungen.",
            [("killing", "erlagen ihren schweren Verletzungen")],
        ),
        (
            "Der Anschlag forderte 40 Todesopfer.",
            [("attack", "Anschlag"), ("killing", "forderte 40 Todesopfer")],
        ),
        (
            "Bei dem Einsturz kamen sechs Kinder ums Leben.",
            [("destruction", "Einsturz"), ("killing", "ums Leben")],
        ),
        ("Die Polizei nahm fünf Verdächtige fest.", [("detention", "nahm fünf Verdächtige fest")]),
        ("Unbekannte entführten zwei Helfer.", [("abduction", "entführten")]),
        ("Tausende Familien flohen in das Nachbarland.", [("displacement", "flohen")]),
        (
            "Die Bewohner wurden aus ihren Häusern vertrieben.",
            [("displacement", "aus ihren Häusern vertrieben")],
        ),
        ("Das Dorf wurde dem Erdboden gleichgemacht.", [("destruction", "dem Erdboden gleichgemacht")]),
        ("Die Brücke ist zerstört.", [("destruction", "zerstört")]),
        ("Rebellen schossen einen Hubschrauber ab.", [("destruction", "schossen einen Hubschrauber")]),
        ("Die Feuerpause trat am Abend in Kraft.", [("ceasefire", "Feuerpause")]),
        ("Die Armee stellte das Feuer ein.", [("ceasefire", "stellte das Feuer ein")]),
        ("Unterhändler beider Seiten trafen sich in Genf.", [("talks", "trafen sich")]),
        ("Beide Seiten einigten sich auf einen Austausch von Gefangenen.", [("agreement", "einigten sich")]),
        ("Der Minister forderte einen sofortigen Abzug.", [("demand", "forderte"), ("withdrawal", "Abzug")]),
        ("Die Rebellen lehnten den Vorschlag ab.", [("rejection", "lehnten")]),
        ("Das Ministerium wies die Vorwürfe zurück.", [("denial", "wies die Vorwürfe zurück")]),
        (
            "Die Opposition warf der Armee Kriegsverbrechen vor.",
            [("accusation", "warf der Armee Kriegsverbrechen vor")],
        ),
        ("Der General drohte mit Vergeltung.", [("threat", "drohte mit")]),
        ("Die Regierung verhängte Sanktionen gegen das Nachbarland.", [("sanction", "verhängte Sanktionen")]),
        ("Vier Fluchtkorridore wurden eingerichtet.", [("corridor", "Fluchtkorridore wurden eingerichtet")]),
        ("Ein Hilfskonvoi erreichte die Enklave.", [("aid_delivery", "Hilfskonvoi erreichte")]),
        ("Die Armee verweigerte dem Konvoi die Durchfahrt.", [("aid_blocked", "verweigerte dem Konvoi")]),
        (
            "Die Verwundeten wurden mit Bussen aus der Stadt gebracht.",
            [("injury", "Verwundeten"), ("evacuation", "mit Bussen aus der Stadt gebracht")],
        ),
        ("In der Enklave droht eine Hungersnot.", [("besieged", "Hungersnot")]),
        (
            "Die Wasserversorgung ist seit Montag unterbrochen.",
            [("service_cut", "Wasserversorgung ist seit Montag unterbrochen")],
        ),
        (
            "Die Stromversorgung wurde wiederhergestellt.",
            [("service_restored", "Stromversorgung wurde wiederhergestellt")],
        ),
        ("Die Regierung verlegte 2000 Soldaten an die Grenze.", [("deployment", "verlegte 2000 Soldaten")]),
        ("Der Flugzeugträger lief ins Mittelmeer aus.", [("deployment", "Flugzeugträger lief")]),
        (
            "Hunderte demonstrierten gegen die Belagerung.",
            [("protest", "demonstrierten"), ("siege", "Belagerung")],
        ),
        ("Der Spieler erlitt einen Herzinfarkt nach einer verbalen Attacke.", []),
        ("Das Feuer in der Fabrik ist unter Kontrolle der Feuerwehr.", []),
        ("Die Parteien griffen in den Streit ein.", []),
        ("Der Minister hielt eine Rede.", [("statement", "hielt eine Rede")]),
        ("Im Wahlkampf griff er zu harten Worten.", []),
        ("Die Entscheidung ist gefallen.", []),
        ("Die Soldaten wollen die Stadt stürmen.", [("attack", "stürmen")]),
        ("Das Militär hat die Siedlung gestürmt.", [("attack", "gestürmt")]),
        (
            "Die Aufständischen nahmen die Kaserne unter Feuer.",
            [("attack", "nahmen die Kaserne unter Feuer")],
        ),
        ("Der Gegenangriff blieb stecken.", [("offensive", "Gegenangriff")]),
        ("Die Einheit wich vor den Angreifern zurück.", [("withdrawal", "wich vor den Angreifern zurück")]),
        ("Die Verteidiger hielten dem Angriff stand.", [("attack_repelled", "hielten dem Angriff stand")]),
        ("Die Regierungstruppen gerieten unter Beschuss.", [("shelling", "gerieten unter Beschuss")]),
        (
            "Rebellenhochburg in der Nacht bombardiert.",
            [("control", "Rebellenhochburg"), ("airstrike", "bombardiert")],
        ),
        ("Die Grenzstadt wurde von allen Seiten umzingelt.", [("siege", "umzingelt")]),
        ("Die Kämpfer ergaben sich am Abend.", [("withdrawal", "ergaben sich")]),
        ("Der Sprecher räumte Verluste ein.", []),
        ("Die Gefangenen wurden hingerichtet.", [("killing", "hingerichtet")]),
        ("Die Delegation reiste zu Friedensgesprächen an.", [("talks", "Friedensgesprächen")]),
        ("Beide Seiten unterzeichneten ein Abkommen.", [("agreement", "unterzeichneten ein Abkommen")]),
        (
            "Die Opposition weigerte sich zu verhandeln.",
            [("rejection", "weigerte sich"), ("talks", "zu verhandeln")],
        ),
        ("Die Regierung beschuldigte die Miliz.", [("accusation", "beschuldigte")]),
        (
            "Bewohner leiden unter Hunger und Stromausfällen.",
            [("besieged", "leiden unter Hunger"), ("service_cut", "Stromausfällen")],
        ),
        ("Die Kampfflugzeuge sind zerstört worden.", [("destruction", "zerstört")]),
        ("Das Feuer in der Halle geriet außer Kontrolle.", []),
        ("Die Bombe wurde entschärft.", []),
        ("Er kämpfte mit den Tränen.", []),
    ],
)
def test_triggers_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert triggers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mindestens sieben Menschen", [(7, None)]),
        ("mehr als 2.000 Verletzte", [(2000, None)]),
        ("bis zu 30 Kämpfer", [(0, 30)]),
        ("zwischen 500 und 1.300 Tote", [(500, 1300)]),
        ("500 bis 1300 Tote", [(500, 1300)]),
        ("fünf bis zehn Männer", [(5, 10)]),
        ("5-10 Männer", [(5, 10)]),
        ("siebenundzwanzig Panzer", [(27, 27)]),
        ("einundzwanzig Soldaten", [(21, 21)]),
        ("zweihundertfünfzig Familien", [(250, 250)]),
        ("dreitausend Bewohner", [(3000, 3000)]),
        ("zwei Dutzend Raketen", [(24, 24)]),
        ("ein Dutzend Kämpfer", [(12, 12)]),
        ("Dutzende Raketen", [(24, None)]),
        ("Hunderte von Menschen", [(200, None)]),
        ("Zehntausende Zivilisten", [(20000, None)]),
        ("1,5 Millionen Menschen", [(1500000, 1500000)]),
        ("eine Million Menschen", [(1000000, 1000000)]),
        ("rund 300.000 Menschen", [(300000, 300000)]),
        ("knapp 40 Angriffe", [(40, 40)]),
        ("etwa zwölf Soldaten", [(12, 12)]),
        ("nicht weniger als 15 Kinder", [(15, None)]),
        ("höchstens 20 Fahrzeuge", [(0, 20)]),
        ("weniger als zehn Lastwagen", [(0, 10)]),
        ("über 30 Luftangriffe", [(30, None)]),
        ("mehrere Granaten", [(3, None)]),
        ("zahlreiche Verletzte", [(3, None)]),
        ("beide Kinder", [(2, 2)]),
        ("vier Tote und neun Verletzte", [(4, 4), (9, 9)]),
        ("ca. 60 Bewaffnete", [(60, 60)]),
        ("sechs weitere Personen", [(6, 6)]),
        ("50 Mann", [(50, 50)]),
        ("neun von zehn Krankenhäusern", [(9, 9), (10, 10)]),
        ("250.000", [(250000, 250000)]),
        ("hundert oder mehr Kämpfer", [(100, None)]),
    ],
)
def test_numbers_are_read(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert [(a.low, a.high) for a in amounts(words(text, 0, len(text)), grammar("de"))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das sagte ein Sprecher der Miliz.", [("verb", "reports", "sagte")]),
        ("Die Stadt sei gefallen, teilte die Miliz mit.", [("verb", "reports", "teilte")]),
        ("Die Miliz gab bekannt, dass sie abzieht.", [("verb", "reports", "gab bekannt")]),
        ("Die Miliz behauptete, sie habe gesiegt.", [("verb", "claims", "behauptete")]),
        ("Die Miliz hat nach eigenen Angaben gesiegt.", [("verb", "claims", "nach eigenen Angaben")]),
        ("Der Minister bestätigte den Abzug.", [("verb", "confirms", "bestätigte")]),
        ("Der Minister räumte ein, dass Soldaten fielen.", [("verb", "confirms", "räumte ein")]),
        ("Der Minister bestritt das.", [("verb", "denies", "bestritt")]),
        ("Der Minister wies die Vorwürfe zurück.", [("verb", "denies", "wies die Vorwürfe zurück")]),
        ("Der Minister warf der Miliz Mord vor.", [("verb", "accuses", "warf der Miliz Mord vor")]),
        ("Der Minister hofft auf Ruhe.", [("verb", "hopes", "hofft")]),
        ("Laut der Miliz fiel die Stadt.", [("according", "reports", "Laut")]),
        ("Nach Angaben der Miliz fiel die Stadt.", [("according", "reports", "Nach Angaben der")]),
        ("Ärzten zufolge starben sie.", [("after", "reports", "zufolge")]),
        ("Die Stadt ist gefallen, so der Minister.", [("according", "reports", ", so der")]),
        ("Berichten zufolge fiel die Stadt.", []),
        ("Der Ort ist bekannt für seine Oliven.", []),
        ("Die Straße war blockiert, so dass niemand kam.", []),
        ("Sie teilten sich das Brot.", []),
    ],
)
def test_cues_are_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = words(text, 0, len(text))
    assert [
        (f.payload.kind, f.payload.stance, text[found[f.first].start : found[f.last].end])
        for f in grammar("de").cues.find(found)
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Armee will die Stadt erobern.", [("planned", "before")]),
        ("Die Armee plant einen Angriff.", [("planned", "before")]),
        ("Sie versuchten, die Stadt zu erobern.", [("planned", "before")]),
        ("Der Angriff scheiterte.", [("failed", "after")]),
        ("Es ist ihnen nicht gelungen, die Stadt zu erobern.", [("failed", "before")]),
        ("Sie griffen nicht an.", [("denied", "after")]),
        ("Es gab keinen Angriff.", [("denied", "before")]),
        ("Der Minister bestritt, dass sie angriffen.", [("denied", "before")]),
        ("Der Minister rief sie auf, die Stadt zu räumen.", [("demanded", "before")]),
        ("Die Miliz muss abziehen.", [("demanded", "before")]),
        ("Ein Angriff wird erwartet.", [("predicted", "before")]),
        ("Die Stadt könnte fallen.", [("hypothetical", "before")]),
        ("Falls sie angreifen, fliehen alle.", [("hypothetical", "before")]),
        ("Die Kämpfe dauern an.", [("ongoing", "after")]),
        ("Eine Offensive begann.", [("start", "after")]),
        ("Sie begannen eine Offensive.", [("start", "before")]),
        ("Die Feuerpause ist ausgelaufen.", [("end", "after")]),
        ("Sie griffen nicht nur die Stadt an.", []),
        ("Die Stadt wird von Rebellen belagert.", []),
    ],
)
def test_shades_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    found = grammar("de").shades.find(words(text, 0, len(text)))
    assert [f.payload.realis or f.payload.phase for f in found] == [kind for kind, _ in expected]
    assert all(getattr(f.payload, side) is not None for f, (_, side) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angeblich fiel die Stadt.", True),
        ("Medienberichten zufolge fiel die Stadt.", True),
        ("Dabei sollen drei Soldaten gefallen sein.", True),
        ("Das ließ sich nicht unabhängig überprüfen.", True),
        ("Die Stadt fiel am Montag.", False),
    ],
)
def test_hearsay_is_found(text: str, expected: bool) -> None:
    assert bool(grammar("de").hearsay.find(words(text, 0, len(text)))) is expected


@pytest.mark.parametrize("key", ["regierung", "waffenruhe", "montag", "dorf", "rebellen", "sprecher", "luftangriffe"])
def test_ordinary_nouns_are_no_names(key: str) -> None:
    assert grammar("de").common(key)


@pytest.mark.parametrize("key", ["sergej", "lawrow", "minjan", "petrenko"])
def test_names_are_no_ordinary_nouns(key: str) -> None:
    assert not grammar("de").common(key)
