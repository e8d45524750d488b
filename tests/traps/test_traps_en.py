"""Minimal pairs in English: one word more or less, and somebody else did it, or it never happened."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "en"
ARMY, FORCES, REBELS, MILITANTS = "syrian-arab-army", "syrian-government-forces", "syrian-rebels", "militants"
AIR, JETS, IS = "syrian-air-force", "russian-air-force", "islamic-state"
RUSSIA, SOHR = "russia", "sohr"
T = "Khan Tuman"
Read = Callable[[str], list[Claim]]
Facts = Callable[[Claim, dict[str, object]], dict[str, object]]


ROWS: list[tuple[str, str, dict[str, object]]] = [
    # who is accused did it; a town that falls; what is not let through
    ("Damascus blamed Islamic State for the attack in Homs.", "attack",
     {"actors": [IS], "speakers": [("syrian-government", "accuses")]}),
    ("Activists denied that Salma had fallen.", "capture", {"realis": "denied", "places": ["Salma"]}),
    ("The army did not let medical supplies pass into Douma.", "aid_blocked", {"actors": [FORCES]}),
    # who takes a place
    ("The Syrian army captured the village of Khan Tuman on Monday.", "capture",
     {"realis": "happened", "actors": [ARMY], "targets": [], "places": [T], "day": ("2016-10-31",
      "2016-10-31")}),
    ("The village of Khan Tuman was captured by the Syrian army on Monday.", "capture",
     {"realis": "happened", "actors": [ARMY], "targets": [], "places": [T]}),
    ("The Syrian army captured Khan Tuman from rebels.", "capture",
     {"actors": [ARMY], "targets": [REBELS], "places": [T]}),
    ("Khan Tuman was captured on Thursday.", "capture", {"realis": "happened", "actors": [], "places": [T]}),
    ("The Syrian army did not capture Khan Tuman.", "capture", {"realis": "denied", "actors": [ARMY]}),
    ("The Syrian army failed to capture Khan Tuman.", "capture",
     {"realis": "failed", "actors": [ARMY], "places": [T]}),
    ("The Syrian army has been unable to capture Khan Tuman.", "capture",
     {"realis": "failed", "actors": [ARMY]}),
    ("The Syrian army has yet to capture Khan Tuman.", "capture", {"realis": "denied", "actors": [ARMY]}),
    ("The Syrian army was able to capture Khan Tuman.", "capture", {"realis": "happened", "actors": [ARMY]}),
    ("The Syrian army managed to capture Khan Tuman.", "capture", {"realis": "happened", "actors": [ARMY]}),
    ("The Syrian army succeeded in capturing Khan Tuman.", "capture",
     {"realis": "happened", "actors": [ARMY]}),
    ("The Syrian army vowed to capture Khan Tuman.", "capture", {"realis": "planned", "actors": [ARMY]}),
    ("The Syrian army is trying to capture Khan Tuman.", "capture", {"realis": "planned", "actors": [ARMY]}),
    ("The Syrian army could capture Khan Tuman within days.", "capture", {"realis": "hypothetical"}),
    ("The Syrian army is expected to capture Khan Tuman soon.", "capture", {"realis": "predicted"}),
    ("The Syrian army was on the verge of capturing Khan Tuman.", "capture", {"realis": "predicted"}),
    ("If the Syrian army captures Khan Tuman, the road will be open.", "capture", {"realis": "hypothetical"}),
    ("Rebels mounted an attack to recapture Khan Tuman on Thursday.", "capture",
     {"realis": "planned", "actors": [REBELS]}),
    ("The Syrian army established control over Khan Tuman.", "capture",
     {"realis": "happened", "actors": [ARMY], "places": [T]}),
    ("The Syrian army extended its control over Khan Tuman.", "capture",
     {"realis": "happened", "actors": [ARMY], "places": [T]}),
    ("The Syrian army imposed control on Khan Tuman.", "capture",
     {"realis": "happened", "actors": [ARMY], "places": [T]}),
    ("The army took full control of Khan Tuman.", "capture", {"realis": "happened", "places": [T]}),
    ("Khan Tuman fell to the rebels on Thursday.", "capture",
     {"realis": "happened", "actors": [REBELS], "places": [T]}),
    ("Rebels lost control of Khan Tuman on Thursday.", "capture",
     {"targets": [REBELS], "actors": [], "places": [T]}),
    ("Syrian army captures Khan Tuman", "capture", {"realis": "happened", "actors": [ARMY], "places": [T]}),
    ("Khan Tuman recaptured by Syrian army", "capture",
     {"realis": "happened", "actors": [ARMY], "places": [T]}),
    ("Militants managed on Saturday to control Khan Tuman.", "capture",
     {"realis": "happened", "actors": [MILITANTS], "places": [T]}),
    ("The rebels still control Khan Tuman.", "control",
     {"realis": "ongoing", "phase": "ongoing", "actors": [REBELS], "places": [T]}),
    ("Khan Tuman is controlled by the rebels.", "control",
     {"realis": "ongoing", "actors": [REBELS], "places": [T]}),
    ("Khan Tuman remains under the control of the rebels.", "control",
     {"realis": "ongoing", "actors": [REBELS], "places": [T]}),
    # leaving, repelling, laying siege
    ("The rebels withdrew from Khan Tuman.", "withdrawal",
     {"realis": "happened", "actors": [REBELS], "places": [T]}),
    ("The rebels refused to withdraw from Khan Tuman.", "withdrawal",
     {"realis": "denied", "actors": [REBELS]}),
    ("The rebels agreed to withdraw from Khan Tuman.", "withdrawal",
     {"realis": "planned", "actors": [REBELS]}),
    ("The Syrian army repelled an attack by militants on Khan Tuman.", "attack_repelled",
     {"realis": "happened", "actors": [ARMY], "targets": [MILITANTS], "places": [T]}),
    ("The Syrian army foiled an infiltration attempt by terrorists near Khan Tuman.", "attack_repelled",
     {"realis": "happened", "actors": [ARMY], "targets": [MILITANTS], "places": [T]}),
    ("The attack on Khan Tuman was repelled.", "attack_repelled", {"realis": "happened", "places": [T]}),
    ("The Syrian army encircled Khan Tuman.", "siege",
     {"realis": "happened", "actors": [ARMY], "places": [T]}),
    ("The siege of Aleppo was lifted on Thursday.", "siege_broken",
     {"realis": "happened", "places": ["Aleppo"]}),
    ("The rebels broke the siege of Aleppo on Thursday.", "siege_broken",
     {"realis": "happened", "actors": [REBELS], "places": ["Aleppo"]}),
    ("The rebels tried to break the siege of Aleppo.", "siege_broken",
     {"realis": "failed", "actors": [REBELS]}),
    ("Government forces cut the Castello Road.", "route_cut",
     {"realis": "happened", "actors": [FORCES], "places": ["Castello Road"]}),
    ("Rebels reopened the Castello Road on Thursday.", "route_opened",
     {"realis": "happened", "actors": [REBELS], "places": ["Castello Road"]}),
    # attacks and light verbs
    ("Russian warplanes carried out air strikes on Khan Tuman.", "airstrike",
     {"realis": "happened", "actors": [JETS], "places": [T]}),
    ("Khan Tuman came under fire on Thursday.", "attack", {"realis": "happened", "places": [T]}),
    ("Regime helicopters dropped barrel bombs on Khan Tuman.", "airstrike",
     {"realis": "happened", "actors": [AIR], "places": [T]}),
    ("The rebels launched an offensive on Khan Tuman.", "offensive",
     {"realis": "happened", "phase": "start", "actors": [REBELS], "places": [T]}),
    ("The rebels are preparing for an offensive on Khan Tuman.", "offensive",
     {"realis": "planned", "actors": [REBELS]}),
    ("The rebels denied the attack on Khan Tuman.", "attack",
     {"realis": "denied", "speakers": [(REBELS, "denies")]}),
    ("The rebels threatened to attack Khan Tuman.", "attack", {"realis": "planned"}),
    ("Terrorists targeted Khan Tuman with rocket shells.", "shelling",
     {"realis": "happened", "actors": [MILITANTS], "places": [T]}),
    ("No air strikes hit Khan Tuman on Thursday.", "airstrike", {"realis": "denied"}),
    ("The army halted air strikes on Khan Tuman.", "airstrike", {"phase": "end"}),
    ("Fighting between the army and rebels broke out near Khan Tuman.", "clash",
     {"realis": "happened", "phase": "start", "places": [T]}),
    ("Fierce clashes raged between rebels and Islamic State fighters in Khan Tuman.", "clash",
     {"realis": "ongoing", "phase": "ongoing", "places": [T]}),
    ("Syrian and Russian warplanes bombed Khan Tuman.", "airstrike", {"realis": "happened", "places": [T]}),
    ("Air strikes hit Khan Tuman, Saraqib and Binnish on Thursday.", "airstrike",
     {"places": [T, "Saraqib", "Binnish"]}),
    ("Rebels shelled Fuah and Kafraya.", "shelling", {"actors": [REBELS], "places": ["al-Fuah", "Kafriya"]}),
    ("A suicide bomber blew himself up in Khan Tuman.", "suicide_attack",
     {"realis": "happened", "places": [T]}),
    ("A car bomb exploded in Khan Tuman.", "bombing", {"realis": "happened", "places": [T]}),
    ("Government forces used chlorine gas in Khan Tuman, activists said.", "chemical_attack",
     {"realis": "happened", "actors": [FORCES], "places": [T]}),
    # harm and its numbers
    ("At least 12 civilians were killed in air strikes on Khan Tuman.", "killing",
     {"realis": "happened", "actors": [], "counts": [("killed", "civilians", 12, None)]}),
    ("Air strikes on Khan Tuman killed 12 people, including three children.", "killing",
     {"counts": [("killed", "people", 12, 12), ("killed", "children", 3, 3)]}),
    ("Rebel rockets killed 5 to 10 people in Aleppo.", "killing", {"counts": [("killed", "people", 5, 10)]}),
    ("Up to 40 people were killed in Khan Tuman.", "killing", {"counts": [("killed", "people", 0, 40)]}),
    ("More than 300,000 people have been killed since the start of the war.", "killing",
     {"counts": [("killed", "people", 300000, None)], "summed": [True]}),
    ("The attack in Khan Tuman claimed the lives of 12 people.", "killing",
     {"counts": [("killed", "people", 12, 12)]}),
    ("12 dead in attack on Khan Tuman", "killing", {"counts": [("killed", "people", 12, 12)]}),
    ("Three citizens were martyred in Khan Tuman.", "killing", {"counts": [("killed", "civilians", 3, 3)]}),
    ("Seven people were wounded in Khan Tuman.", "injury", {"counts": [("injured", "people", 7, 7)]}),
    ("The shelling killed two people and injured seven others in Khan Tuman.", "injury",
     {"counts": [("injured", "people", 7, 7)]}),
    ("The shelling killed two people and injured seven others in Khan Tuman.", "killing",
     {"counts": [("killed", "people", 2, 2)]}),
    ("The Syrian army killed 20 militants in Khan Tuman.", "killing",
     {"actors": [ARMY], "targets": [MILITANTS], "counts": [("killed", MILITANTS, 20, 20)]}),
    ("20 militants were killed by the Syrian army in Khan Tuman.", "killing",
     {"actors": [ARMY], "targets": [MILITANTS], "counts": [("killed", MILITANTS, 20, 20)]}),
    ("The Syrian army eliminated a number of terrorists in Khan Tuman.", "killing",
     {"actors": [ARMY], "targets": [MILITANTS]}),
    ("The army inflicted heavy losses upon terrorists in Khan Tuman.", "killing",
     {"targets": [MILITANTS], "places": [T]}),
    ("Dozens of civilians were reported killed in Khan Tuman.", "killing",
     {"realis": "happened", "counts": [("killed", "civilians", 24, None)]}),
    ("Dozens of civilians are feared dead in Khan Tuman.", "killing", {"realis": "predicted"}),
    ("Nobody was killed in Khan Tuman.", "killing", {"realis": "denied"}),
    ("Islamic State fighters abducted 30 villagers in Khan Tuman.", "abduction",
     {"actors": [IS], "counts": [("detained", "residents", 30, 30)]}),
    ("Some 5,000 people fled Khan Tuman.", "displacement",
     {"realis": "happened", "places": [T], "counts": [("displaced", "people", 5000, 5000)]}),
    ("Rebels shot down a helicopter near Khan Tuman.", "destruction",
     {"realis": "happened", "actors": [REBELS], "places": [T]}),
    # who says so
    ("Rebels captured Khan Tuman, the Observatory said.", "capture",
     {"actors": [REBELS], "speakers": [(SOHR, "reports")]}),
    ("The Observatory said rebels captured Khan Tuman.", "capture",
     {"actors": [REBELS], "speakers": [(SOHR, "reports")]}),
    ("Rebels, the Observatory said, captured Khan Tuman.", "capture",
     {"actors": [REBELS], "speakers": [(SOHR, "reports")]}),
    ("According to the Syrian Observatory for Human Rights, rebels captured Khan Tuman.", "capture",
     {"actors": [REBELS], "speakers": [(SOHR, "reports")]}),
    ("Rebels have captured Khan Tuman according to the Syrian Observatory for Human Rights", "capture",
     {"actors": [REBELS], "speakers": [(SOHR, "reports")]}),
    ("A rebel commander told Reuters that rebels had captured Khan Tuman.", "capture",
     {"actors": [REBELS], "names": ["Reuters", "Syrian rebels"]}),
    ("The Syrian army captured Khan Tuman, SANA said, quoting a military source.", "capture",
     {"actors": [ARMY], "names": ["SANA", "military source"]}),
    ("Quoting a military source, SANA said the army captured Khan Tuman.", "capture",
     {"names": ["SANA", "military source"]}),
    ("The army claimed that its forces captured Khan Tuman.", "capture", {"speakers": [(FORCES, "claims")]}),
    ("The rebels admitted that the Syrian army captured Khan Tuman.", "capture",
     {"actors": [ARMY], "speakers": [(REBELS, "confirms")], "flags": ["concession"]}),
    ("The Syrian army denied that rebels captured Khan Tuman.", "capture",
     {"realis": "denied", "speakers": [(ARMY, "denies")]}),
    ("Rebels reportedly captured Khan Tuman.", "capture", {"actors": [REBELS], "flags": ["hearsay"]}),
    ("Russia accused rebels of shelling Khan Tuman.", "accusation",
     {"actors": [RUSSIA], "targets": [REBELS]}),
    ("Russia accused rebels of shelling Khan Tuman.", "shelling",
     {"actors": [REBELS], "speakers": [(RUSSIA, "accuses")]}),
    # relief and talk
    ("A ceasefire took effect in Aleppo on Thursday.", "ceasefire",
     {"realis": "happened", "phase": "start", "places": ["Aleppo"]}),
    ("The ceasefire in Aleppo collapsed on Thursday.", "ceasefire", {"phase": "end", "places": ["Aleppo"]}),
    ("The United Nations called for a ceasefire in Aleppo.", "ceasefire",
     {"realis": "demanded", "places": ["Aleppo"]}),
    ("Humanitarian access to Aleppo remains blocked.", "aid_blocked",
     {"realis": "happened", "places": ["Aleppo"]}),
    ("An aid convoy reached Madaya on Thursday.", "aid_delivery",
     {"realis": "happened", "places": ["Madaya"]}),
    ("About 250,000 people remain trapped in Aleppo.", "besieged",
     {"counts": [("besieged", "people", 250000, 250000)], "places": ["Aleppo"]}),
    ("Wounded fighters were evacuated from Madaya.", "evacuation",
     {"realis": "happened", "places": ["Madaya"]}),
    ("Electricity was cut off in Aleppo.", "service_cut", {"realis": "happened", "places": ["Aleppo"]}),
    ("Water was restored to Aleppo on Thursday.", "service_restored",
     {"realis": "happened", "places": ["Aleppo"]}),
    ("The army sent reinforcements to Khan Tuman.", "deployment", {"realis": "happened", "places": [T]}),
    # written without apostrophes and commas
    ("Regime air raids kill 42 near Khan Tuman monitor", "killing",
     {"counts": [("killed", "people", 42, 42)], "places": [T]}),
    ("Assads forces bombard Khan Tuman activists say", "shelling", {"actors": [FORCES], "places": [T]}),
    ("The Syrian army backed by Russian air strikes captured Khan Tuman a monitoring group said", "capture",
     {"actors": [ARMY], "places": [T]}),
    ("Russia called on the rebels to withdraw from Khan Tuman.", "withdrawal",
     {"realis": "demanded", "actors": [REBELS]}),
    ("IS attacked Hasakah on Monday.", "attack", {"actors": [IS], "targets": []}),
    ("Five persons were injured when terrorists detonated a bomb in Homs.", "bombing",
     {"actors": [MILITANTS], "targets": []}),
    ("Turkish warplanes pounded IS positions near al-Bab, killing 22 militants.", "killing",
     {"actors": ["turkish-air-force"], "targets": [MILITANTS]}),
    ("Amaq, a news agency linked to Islamic State, said militants had downed a plane near Palmyra.",
     "destruction", {"actors": [MILITANTS], "names": ["Amaq News Agency"]}),
    ("The Nusra Front said it had carried out a suicide attack in Aleppo.", "suicide_attack",
     {"actors": ["al-nusra-front"]}),
    ("The rebels vowed to retake Khan Tuman and break the siege of Aleppo.", "siege_broken",
     {"realis": "planned", "actors": [REBELS]}),
    ("US-led coalition air strikes killed 15 civilians in Khan Tuman a monitor said Thursday", "killing",
     {"counts": [("killed", "civilians", 15, 15)], "places": [T], "speakers": [("monitors", "reports")]}),
    # whose a noun is, by its light verb, its participle or what answers for it
    ("Islamic State claimed responsibility for the bombing in Homs.", "bombing", {"actors": [IS]}),
    ("The government was responsible for the bombing in Homs.", "bombing", {"actors": ["syrian-government"]}),
    ("The army prevented an offensive near Homs.", "offensive", {"actors": []}),
    ("The army launched an offensive near Homs.", "offensive", {"actors": [FORCES]}),
    ("The army feared an offensive led by rebels near Homs.", "offensive", {"actors": [REBELS]}),
    ("The army killed ten rebels in an ambush near Homs.", "attack", {"actors": [FORCES], "targets": [REBELS]}),
    ("Ten civilians died in Homs as the army began an offensive with air strikes.", "airstrike",
     {"actors": [FORCES]}),
    ("Civilians have been killed by rebel shelling in Homs.", "shelling",
     {"actors": [REBELS], "targets": ["civilians"]}),
    ("The offensive that rebels began on Saturday broke down in Homs.", "offensive", {"actors": [REBELS]}),
    ("Russian jets supported the advance in Homs with air strikes.", "airstrike", {"actors": [JETS]}),
    ("The rebels said that their operation in Homs would go on.", "offensive", {"actors": [REBELS]}),
    ("Missiles were fired on rebels in Homs.", "shelling", {"actors": [], "targets": [REBELS]}),
    ("The airport, which the rebels shelled, lies in Homs.", "shelling", {"actors": [REBELS]}),
    ("Ahrar al-Sham was under pressure. The group captured Khan Tuman on Thursday.", "capture",
     {"actors": ["ahrar-al-sham"], "places": [T], "flags": ["ambiguous_actor"]}),
    ("The army deployed hundreds of rebels and intensified its air strikes on Homs.", "airstrike",
     {"actors": [FORCES], "flags": []}),
    ("The offensive has led to rebels seizing parts of Khan Tuman.", "capture", {"actors": [REBELS], "targets": []}),
    ("The rebels asked the army to leave Homs and denied shelling the town.", "shelling",
     {"realis": "denied", "actors": [REBELS]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS, ids=[f"{k}: {t}" for t, k, _ in ROWS])
def test_a_sentence_is_read(text: str, kind: str, expected: dict[str, object], claims_of: Read, facts: Facts) -> None:
    found = [claim for claim in claims_of(text) if claim.type == kind]
    assert [facts(claim, expected) for claim in found] == [expected]


NONE: list[tuple[str, str]] = [
    ("The old man died of a heart attack in Aleppo.", "attack"),
    ("Syria signed the Chemical Weapons Convention in Geneva.", "chemical_attack"),
    ("Russia delivered battle tanks to Syria.", "clash"),
    ("The two ministers held talks in Geneva.", "control"),
    ("Russia must be held responsible for Aleppo.", "control"),
    ("The two parties fought an election battle in Aleppo.", "clash"),
    ("Residents of rebel-held Aleppo are hungry.", "control"),
    ("Men walk in the opposition held district of Fardous in Aleppo.", "control"),
    ("The convoy crossed government controlled areas of Aleppo.", "control"),
    ("Doctors in the besieged town of Madaya are tired.", "siege"),
    ("Raqqa, a former stronghold of Islamic State, lies on the Euphrates.", "control"),
    ("The statement praised the attack helicopter crews in Aleppo.", "attack"),
    ("The rebels laid down the peace offensive of Damascus.", "offensive"),
    ("An artillery school lies south of Aleppo.", "shelling"),
    ("Russian combat jets are based at Khmeimim.", "clash"),
    ("The photograph was captured on camera in Aleppo.", "capture"),
    ("The army seized weapons in Khan Tuman.", "capture"),
    ("A rocket launcher stood in Khan Tuman.", "shelling"),
    ("Police used tear gas in Aleppo.", "chemical_attack"),
    ("The Dead Sea lies south of Damascus.", "killing"),
    ("The talks on Aleppo reached a dead end.", "killing"),
    ("He was sentenced to death in Damascus.", "killing"),
    ("Rescuers searched the ruins of destroyed buildings in Aleppo.", "destruction"),
    ("The Observatory, which is opposed to the government, is based in Britain.", "rejection"),
    ("US-backed fighters are near Raqqa.", "support"),
    ("The hills surrounding Aleppo are green.", "siege"),
    ("The villa was surrounded by trees in Damascus.", "siege"),
    ("Workers on strike in Damascus went home.", "airstrike"),
    ("The two sides struck a balance in Geneva.", "attack"),
    ("The border has air defence missiles near Latakia.", "shelling"),
    ("The army took part in a parade in Aleppo.", "capture"),
    ("The meeting took place in Aleppo.", "capture"),
    ("A conference was held in Damascus.", "control"),
    ("The army has combat experience in Aleppo.", "clash"),
    ("The bomb disposal team came to Aleppo.", "bombing"),
    ("The doctor asked not to be named in Aleppo.", "demand"),
    ("Fighting threatens civilians in Aleppo.", "denial"),
]


@pytest.mark.parametrize(("text", "kind"), NONE, ids=[f"{k}: {t}" for t, k in NONE])
def test_no_such_claim(text: str, kind: str, claims_of: Read) -> None:
    assert [claim.trigger.text for claim in claims_of(text) if claim.type == kind] == []


REAL: list[tuple[str, str, str]] = [
    # a negation, a demand or a possibility that concerns something else than the happening
    ("There was no immediate claim of responsibility for the bombing in Homs.", "bombing", "happened"),
    ("It was not clear how many people were killed in Homs.", "killing", "happened"),
    ("No fewer than 12 people were killed in Homs.", "killing", "happened"),
    ("The blast in Homs not only killed ten people but destroyed a school.", "killing", "happened"),
    ("The United Nations called for an investigation into the attack on Homs.", "attack", "happened"),
    ("In May rebels captured Khan Tuman.", "capture", "happened"),
    ("On May 12 rebels captured Khan Tuman.", "capture", "happened"),
    ("The evening bulletin made no mention of any attack on Homs.", "attack", "happened"),
    ("Nobody has claimed responsibility for the bombing in Homs.", "bombing", "happened"),
    ("Russia may respond to the attack on Homs.", "attack", "happened"),
    ("Damascus denied responsibility for the attack on Homs.", "attack", "happened"),
    ("The rebels did not shell Fuah.", "shelling", "denied"),
    ("The rebels never shelled Fuah.", "shelling", "denied"),
    ("The rebels will shell Fuah.", "shelling", "planned"),
    ("The rebels intend to shell Fuah.", "shelling", "planned"),
    ("The rebels might shell Fuah.", "shelling", "hypothetical"),
    ("The attack on Homs has failed.", "attack", "failed"),
    ("The assault on Homs was repelled.", "attack_repelled", "happened"),
    ("There are fears of an attack on Homs.", "attack", "predicted"),
    ("The planned attack on Homs worries residents.", "attack", "planned"),
    ("Fighters must leave Homs, Russia said.", "demand", "happened"),
    ("Militants attempted to storm Khan Tuman.", "attack", "failed"),
    ("The army decided to withdraw from Khan Tuman.", "withdrawal", "planned"),
    ("The army will not withdraw from Khan Tuman.", "withdrawal", "denied"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), REAL, ids=[f"{r}: {t}" for t, _, r in REAL])
def test_whether_it_happened(text: str, kind: str, expected: str, claims_of: Read) -> None:
    assert [claim.realis for claim in claims_of(text) if claim.type == kind] == [expected]


def test_a_quotation_goes_on_with_its_speaker(claims_of: Read, facts: Facts) -> None:
    text = '"Our fighters captured Khan Tuman," the Observatory said. "They also shelled the town of Fuah on Thursday."'
    shelling = [claim for claim in claims_of(text) if claim.type == "shelling"]
    asked = {"voice": "quote", "speakers": [(SOHR, "reports")], "places": ["al-Fuah"]}
    assert [facts(claim, asked) for claim in shelling] == [asked]


def test_a_text_in_capitals_is_read_and_quoted_as_it_stands(claims_of: Callable[[str], list[Claim]]) -> None:
    text = "ISLAMIC STATE FIGHTERS KILLED 12 CIVILIANS IN RAQQA ON TUESDAY."
    (found,) = claims_of(text)
    assert ([p.id for p in found.actors], [w.name for w in found.places]) == (["islamic-state"], ["Raqqa"])
    assert found.trigger.text == "KILLED"
    spans = [found.trigger, found.sentence, *found.actors, *found.targets, *found.places, *found.counts]
    assert all(span.text == text[span.start : span.end] for span in spans)


def test_a_murder_of_somebody_whom_no_pack_knows(claims_of: Callable[[str], list[Claim]]) -> None:
    assert [claim.type for claim in claims_of("A priest was murdered at his door.")] == ["killing"]
