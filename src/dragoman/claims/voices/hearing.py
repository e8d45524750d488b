"""Who says what in one sentence, by its tree: every word of saying with its speaker and the words told.

The rules are over constructions of Universal Dependencies, the words in the packs (`speech.py`): verbs (`verbs.py`),
nouns, adjectives and what else hands over (`handing.py`), and the mood of reported speech, which goes on without a cue.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.analysis.sentence import Analysis
from dragoman.claims.tables import WordSet
from dragoman.claims.voices.clauses import child
from dragoman.claims.voices.handing import by_nouns, handed, headed
from dragoman.claims.voices.speech import Speech
from dragoman.claims.voices.telling import Span, Telling
from dragoman.claims.voices.verbs import by_verbs


def tellings(tree: Analysis, speech: Speech, quoted: Sequence[Span] = ()) -> list[Telling]:
    """All attributions of a sentence in the order of their cues; `quoted` are quotations, in offsets of the text."""
    found = [*by_verbs(tree, speech, quoted), *by_nouns(tree, speech), *handed(tree, speech), *headed(tree)]
    kept = [one for one in found if one.content]
    return sorted(kept, key=lambda one: (one.word, min(one.content)))


def in_mood(tree: Analysis, reported: WordSet) -> int | None:
    """The main clause's verb that is in the mood of reported speech (Konjunktiv I, or what stands in for it).

    `reported` are verbs in that mood by their form; of the rest one that is its infinitive without the last letter and
    has no "I" for its subject, and what the tree reads so.
    """
    root = next((i for i, node in enumerate(tree.nodes) if node.head < 0), None)
    if root is None:
        return None
    finite = sorted([root, *tree.hanging(root, "aux", "cop")])
    return next((i for i in finite if _told_by_mood(tree, i, reported)), None)


def _told_by_mood(tree: Analysis, node: int, reported: WordSet) -> bool:
    word = tree.nodes[node]
    if word.upos not in ("VERB", "AUX"):
        return False
    own = child(tree, node, "nsubj")
    if own is not None and tree.nodes[own].features.get("Person") == "1":
        return False
    if word.features.get("Mood") == "Sub" or word.text.lower() in reported:
        return True
    told = own is not None and word.features.get("Tense") != "Past"
    return told and f"{word.text.lower()}n" == tree.lemma(node)
