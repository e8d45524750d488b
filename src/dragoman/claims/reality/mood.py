"""What the form of a clause says of a happening without any cue: what is yet to be done, what goes on, conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.analysis.sentence import Analysis
from dragoman.claims.lexicon import Found
from dragoman.claims.reality.scope import Scope
from dragoman.claims.tables import Frame, Grammar
from dragoman.claims.words import Word
from dragoman.model import Realis

_SUBORDINATE = frozenset({"advcl", "acl", "ccomp"})


def mood(
    found: Scope,
    trigger: Found[Frame],
    said: Sequence[Realis],
    sentence: Sequence[Word],
    grammar: Grammar,
    *,
    undone: bool,
    phased: bool,
) -> Iterator[Realis]:
    """What the clause's form adds to what its cues have `said`; `undone` where these took each other away.

    `phased`: a word that tells a phase governs the trigger.
    """
    tree, top = found.tree, found.top
    word = tree.nodes[top]
    if word.head < 0 and sentence[-1].text == "?" and _asks(tree, top):
        yield "hypothetical"
    if any(realis in ("planned", "predicted") for realis in said) and _depends(tree, found, grammar):
        yield "hypothetical"
    if said or undone:
        return
    if word.universal in _SUBORDINATE and word.head >= 0:
        if _is_purpose(tree, top, grammar):
            if phased or found.is_aim(len(found.rungs) - 1):
                yield "planned"
        elif _is_to_come(tree, top, grammar) or (grammar.inversion and _opens_with_verb(tree, top)):
            yield "hypothetical"
    if trigger.payload.form == "verb" and _goes_on(tree, found.rungs[0].node, grammar):
        yield "ongoing"


def _asks(tree: Analysis, top: int) -> bool:
    """Whether a question asks if something happened: its verb opens it. "Who attacked?" takes it for granted."""
    first = min((top, *tree.hanging(top, "aux"), *tree.hanging(top, "cop")))
    before = [child for child in tree.children[top] if child < first and tree.nodes[child].upos != "PUNCT"]
    return all(tree.nodes[child].universal in ("advcl", "cc", "obl", "parataxis", "conj") for child in before)


def _depends(tree: Analysis, found: Scope, grammar: Grammar) -> bool:
    """Whether what is to come hangs on a condition: "if the army stays, rebels will attack"."""
    clauses = (child for rung in found.rungs for child in tree.hanging(rung.node, "advcl"))
    marks = (mark for clause in clauses for mark in tree.hanging(clause, "mark"))
    return any(tree.nodes[mark].text.lower() in grammar.scope.conditions for mark in marks)


def _is_purpose(tree: Analysis, verb: int, grammar: Grammar) -> bool:
    """ "To retake", "um … zu erobern", "da zauzmu": an infinitive, or a present tense, that fills out no cue."""
    word = tree.nodes[verb]
    if not any(tree.nodes[mark].text.lower() in grammar.scope.purpose for mark in tree.hanging(verb, "mark")):
        return False
    above = tree.nodes[word.head]
    key = above.text.lower()
    if key in grammar.scope.achieving or above.upos == "ADJ" or grammar.cues.starts(key):
        return False
    features = word.features
    infinitive = features.get("VerbForm") == "Inf" and word.text.lower() not in grammar.gerunds
    present = features.get("Tense") == "Pres" and grammar.drops_pronouns
    present = present or (grammar.inversion and not infinitive)  # "damit die Rebellen abziehen"
    return infinitive or present


def _is_to_come(tree: Analysis, verb: int, grammar: Grammar) -> bool:
    """ "When the army captures …": the present tense behind "when" tells what is yet to come, or what is usual."""
    opening = list(tree.hanging(verb, "mark", "advmod"))
    if not any(tree.nodes[child].text.lower() in grammar.scope.when for child in opening):
        return False
    told = tree.nodes[verb].features.get("Tense") == "Past"  # also as a participle: "kad su zauzeli"
    finite = tuple(tree.hanging(verb, "aux")) or (verb,)
    return not told and all(tree.nodes[node].features.get("Tense") == "Pres" for node in finite)


def _opens_with_verb(tree: Analysis, verb: int) -> bool:
    """ "Erobert die Armee …, ist": a clause before the main one that its finite verb opens."""
    word = tree.nodes[verb]
    first = min(tree.below(verb))
    helpers = set(tree.hanging(verb, "aux"))
    opens = first == verb or first in helpers
    finite = "Mood" in tree.nodes[first].features
    return word.universal == "advcl" and verb < word.head and opens and finite


def _goes_on(tree: Analysis, verb: int, grammar: Grammar) -> bool:
    """ "Rebels are shelling", "have been shelling"."""
    if tree.nodes[verb].text.lower() not in grammar.gerunds:
        return False
    helpers = list(tree.hanging(verb, "aux"))
    return any(tree.nodes[node].features.get("Tense") == "Pres" for node in helpers)
