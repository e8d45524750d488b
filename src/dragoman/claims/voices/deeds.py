"""What a speaker tells of himself without naming himself again: "denies shelling …", "admits the loss of …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.claims.assembling import Draft
from dragoman.claims.scene import Scene
from dragoman.claims.voices.clauses import told_by_doer
from dragoman.claims.voices.saying import Saying
from dragoman.claims.words import first_at
from dragoman.model import Party, Speaker


def done_by_speaker(draft: Draft, scene: Scene, sayings: Sequence[Saying]) -> Draft:
    """The draft with its speaker in the empty seat that is his: who denies shelling shells, who admits a loss lost."""
    if draft.actors or not draft.speakers:
        return draft
    speaker = draft.speakers[-1]
    party = Party(speaker.id, speaker.name, speaker.text, speaker.start, speaker.end)
    if _loses(draft, scene, speaker):
        return replace(draft, targets=(party,), rules=(*draft.rules, "target.speaker"))
    if _does(draft, scene, sayings, speaker):
        return replace(draft, actors=(party,), rules=(*draft.rules, "actor.speaker"))
    return draft


def _loses(draft: Draft, scene: Scene, speaker: Speaker) -> bool:
    """Whether he confirms a loss of nobody else's; who only watches has nothing to lose."""
    frame = draft.trigger.payload
    if frame.form != "noun" or frame.subject != "target" or draft.targets or speaker.stance != "confirms":
        return False
    watches = any(m.reports or m.harmless for m in scene.named if m.party and m.party.id == speaker.id)
    return speaker.id is not None and not watches


def _does(draft: Draft, scene: Scene, sayings: Sequence[Saying], speaker: Speaker) -> bool:
    """Whether the clause told has no subject of its own, so that it shares that of the verb of saying."""
    tree, trigger = scene.tree, draft.trigger
    if tree is None or trigger.payload.form != "verb" or trigger.payload.subject != "actor":
        return False
    if draft.roles.pronoun is not None or speaker.stance == "accuses":
        return False
    words = (scene.sentence[index] for index in trigger.own)
    node = next((found for word in words if (found := tree.at(word.start, word.end)) is not None), None)
    above = None if node is None else told_by_doer(tree, node, drops=scene.grammar.drops_pronouns)
    if above is None:
        return False
    verb = first_at(scene.sentence, tree.nodes[above].start)
    return any(one.cue == verb and one.speaker == speaker for one in sayings)
