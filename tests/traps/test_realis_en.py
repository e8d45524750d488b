"""Did it happen at all, in English: minimal pairs whose cue governs the happening, or only stands near it."""

from collections.abc import Callable

import pytest

from dragoman.model import Claim

LANGUAGE = "en"
Read = Callable[[str], list[Claim]]

REAL: list[tuple[str, str, str]] = [
    # verbs that govern it, near and far
    ("The army vowed to capture Khan Tuman.", "capture", "planned"),
    ("The army vowed on Thursday after a meeting with Russian officers to capture Khan Tuman.", "capture", "planned"),
    ("The president ordered the army to capture Khan Tuman.", "capture", "planned"),
    ("Russia demanded that the rebels withdraw from Khan Tuman.", "withdrawal", "demanded"),
    ("Russia demanded that the rebels in the villages south and west of the city withdraw from Khan Tuman.",
     "withdrawal", "demanded"),
    ("The rebels were told to withdraw from Khan Tuman.", "demand", "happened"),
    ("The army threatened to shell Khan Tuman.", "shelling", "planned"),
    ("Russia announced a withdrawal from Khan Tuman.", "withdrawal", "planned"),
    ("Residents hope that the army will capture Khan Tuman.", "capture", "hypothetical"),
    ("Residents fear that the army will shell Khan Tuman.", "shelling", "predicted"),
    ("The rebels promised the residents a quick withdrawal from Khan Tuman.", "withdrawal", "planned"),
    # failed and prevented
    ("The army failed on Thursday for the third time in a week to capture Khan Tuman.", "capture", "failed"),
    ("The rebels attempted to capture Khan Tuman.", "capture", "failed"),
    ("The rebels prevented the army from capturing Khan Tuman.", "capture", "failed"),
    ("The army was prevented by heavy rain and mines from capturing Khan Tuman.", "capture", "failed"),
    ("The army did not manage to capture Khan Tuman.", "capture", "failed"),
    ("The army did not succeed in capturing Khan Tuman.", "capture", "failed"),
    ("The army was not able to capture Khan Tuman.", "capture", "failed"),
    ("The army's attempt to capture Khan Tuman failed.", "capture", "failed"),
    ("The offensive on Khan Tuman ended in failure.", "offensive", "failed"),
    ("The shelling forced hundreds of residents to flee Khan Tuman.", "displacement", "happened"),
    # implicatives: it happened
    ("The army managed to capture Khan Tuman.", "capture", "happened"),
    ("The army succeeded on Thursday in capturing Khan Tuman.", "capture", "happened"),
    ("The army forced the rebels to withdraw from Khan Tuman.", "withdrawal", "happened"),
    ("The rebels were forced to withdraw from Khan Tuman.", "withdrawal", "happened"),
    ("The rebels failed to prevent the army from capturing Khan Tuman.", "capture", "happened"),
    ("The strikes helped the army to capture Khan Tuman.", "capture", "happened"),
    # refused, denied, not, and not only
    ("The rebels refused on Thursday to withdraw from Khan Tuman.", "withdrawal", "denied"),
    ("The army denies that it shelled Khan Tuman.", "shelling", "denied"),
    ("The army denied shelling Khan Tuman.", "shelling", "denied"),
    ("The army did not deny that it shelled Khan Tuman.", "shelling", "happened"),
    ("The rebels neither shelled Fuah nor attacked Homs.", "attack", "denied"),
    ("The rebels did not shell Fuah or attack Homs.", "attack", "denied"),
    ("The rebels not only shelled Fuah but attacked Homs.", "shelling", "happened"),
    ("No civilians were killed in Khan Tuman.", "killing", "denied"),
    ("None of the civilians was killed in Khan Tuman.", "killing", "denied"),
    ("The army did not say who shelled Khan Tuman.", "shelling", "happened"),
    ("The army did not comment, but rebels captured Khan Tuman.", "capture", "happened"),
    ("The convoy never arrived because the army shelled Khan Tuman.", "shelling", "happened"),
    ("Rebels who had not fled captured Khan Tuman.", "capture", "happened"),
    ("The army did not capture Khan Tuman until Friday.", "capture", "happened"),
    ("The attack on Homs did not take place.", "attack", "denied"),
    ("The offensive on Homs did not slow down on Thursday.", "offensive", "happened"),
    # clauses that are their own assertion
    ("After the army captured Khan Tuman, the rebels vowed to attack Homs.", "capture", "happened"),
    ("After the army captured Khan Tuman, the rebels vowed to attack Homs.", "attack", "planned"),
    ("The rebels will retreat because the army captured Khan Tuman.", "capture", "happened"),
    ("The rebels will meet on Friday after the army shelled Khan Tuman.", "shelling", "happened"),
    ("Following the attack on Homs, the army will send more soldiers.", "attack", "happened"),
    ("Despite the attack on Homs, the talks will go on.", "attack", "happened"),
    ("The rebels, who captured Khan Tuman on Monday, could lose the road.", "capture", "happened"),
    ("The army captured Khan Tuman and will now turn to Homs.", "capture", "happened"),
    ("The army, which may receive new tanks, captured Khan Tuman.", "capture", "happened"),
    ("The general said the war could end soon, and rebels captured Khan Tuman.", "capture", "happened"),
    ("The army captured Khan Tuman while the rebels tried to reach Homs.", "capture", "happened"),
    ("The minister will discuss the attack on Homs with Russia.", "attack", "happened"),
    ("The council will condemn the attack on Homs.", "attack", "happened"),
    ("The army announced that its fighters captured Khan Tuman.", "capture", "happened"),
    ("An officer told Reuters that rebels captured Khan Tuman.", "capture", "happened"),
    ("Inspectors went to Homs to visit the victims of the attack.", "attack", "happened"),
    ("Rebels retreated to Homs as soldiers captured Khan Tuman.", "capture", "happened"),
    ("It is unclear whether the strikes on Homs were carried out by Russia.", "airstrike", "happened"),
    ("The army could take the hill, cutting the Castello Road.", "route_cut", "hypothetical"),
    ("The army failed to take the hill, killing ten civilians in Homs.", "killing", "happened"),
    # conditions, questions, purposes, wishes
    ("If the army does not leave, rebels will attack Homs.", "attack", "hypothetical"),
    ("Unless the rebels withdraw from Khan Tuman, the talks will end.", "withdrawal", "hypothetical"),
    ("It is unclear whether the army captured Khan Tuman.", "capture", "hypothetical"),
    ("Did the army capture Khan Tuman?", "capture", "hypothetical"),
    ("Has the army on the western bank of the river captured Khan Tuman in recent days?", "capture", "hypothetical"),
    ("The army sent tanks to the south to capture Khan Tuman.", "capture", "planned"),
    ("The army opened a road for the rebels to withdraw from Khan Tuman.", "withdrawal", "planned"),
    ("The army would have captured Khan Tuman without the rain.", "capture", "hypothetical"),
    ("Should the army capture Khan Tuman, the road would be open.", "capture", "hypothetical"),
    ("When the army captures Khan Tuman, the road will be open.", "capture", "hypothetical"),
    ("When the army captured Khan Tuman, the road was open.", "capture", "happened"),
    ("The general said the army would capture Khan Tuman.", "capture", "planned"),
    ("Khan Tuman will be captured by the army.", "capture", "planned"),
    ("The United Nations urged the army to end the siege of Aleppo.", "siege_broken", "demanded"),
    ("Rebels are shelling Fuah.", "shelling", "ongoing"),
    ("Rebels continue to shell Fuah.", "shelling", "ongoing"),
    ('"We will capture Khan Tuman," a rebel commander said.', "capture", "planned"),
    ('"We have captured Khan Tuman," a rebel commander said, vowing to go on.', "capture", "happened"),
]  # fmt: skip

PHASES: list[tuple[str, str, str | None]] = [
    ("The ceasefire in Aleppo expired on Thursday.", "ceasefire", "end"),
    ("The ceasefire in Aleppo ended on Thursday.", "ceasefire", "end"),
    ("The army resumed air strikes on Aleppo.", "airstrike", "start"),
    ("Air strikes on Aleppo continued on Thursday.", "airstrike", "ongoing"),
    ("The army began shelling Khan Tuman.", "shelling", "start"),
    ("The rebels stopped shelling Fuah.", "shelling", "end"),
    ("The siege ended talks, and rebels shelled Fuah.", "shelling", None),
    ("Air strikes hit Homs after the talks began.", "airstrike", None),
]


@pytest.mark.parametrize(("text", "kind", "expected"), REAL, ids=[f"{r}: {t}" for t, _, r in REAL])
def test_whether_it_happened(text: str, kind: str, expected: str, claims_of: Read) -> None:
    assert [claim.realis for claim in claims_of(text) if claim.type == kind] == [expected]


@pytest.mark.parametrize(("text", "kind", "expected"), PHASES, ids=[f"{p}: {t}" for t, _, p in PHASES])
def test_its_phase(text: str, kind: str, expected: str | None, claims_of: Read) -> None:
    assert [claim.phase for claim in claims_of(text) if claim.type == kind] == [expected]
