"""A verb's seats by trees that were drawn by hand: the construction decides, not the language."""

import numpy as np
import pytest

from dragoman.analysis import Analysis, Node
from dragoman.claims.lexicon import Found
from dragoman.claims.mentions import Mention
from dragoman.claims.scene import Scene, scene
from dragoman.claims.seating.seats import seats
from dragoman.claims.tables import Frame, grammar
from dragoman.claims.words import words
from dragoman.model import Party

FRAME = Frame("capture", "verb", "capture.verb:test")

# word, class, features, head (1 is the first word), relation; names are in capitals.
TREES = {
    "active": ("en", "ARMY captured REBELS", ["NOUN _ 2 nsubj", "VERB VerbForm=Fin 0 root", "NOUN _ 2 obj"]),
    "passive": (
        "en",
        "REBELS were captured by ARMY",
        ["NOUN _ 3 nsubj:pass", "AUX _ 3 aux:pass", "VERB Voice=Pass 0 root", "ADP _ 5 case", "NOUN _ 3 obl"],
    ),
    "verb last": (
        "de",
        "REBELLEN wurden von ARMEE gefangen",
        ["NOUN _ 5 nsubj:pass", "AUX _ 5 aux:pass", "ADP _ 4 case", "NOUN _ 5 obl:agent", "VERB VerbForm=Part 0 root"],
    ),
    "object first": ("hr", "POBUNJENIKE zarobila VOJSKA", ["NOUN _ 2 obj", "VERB _ 0 root", "NOUN _ 2 nsubj"]),
    "joined verbs": (
        "en",
        "ARMY attacked and captured REBELS",
        ["NOUN _ 2 nsubj", "VERB VerbForm=Fin 0 root", "CCONJ _ 4 cc", "VERB VerbForm=Fin 2 conj", "NOUN _ 4 obj"],
    ),
    "relative clause": (
        "en",
        "ARMY which captured REBELS left",
        ["NOUN _ 5 nsubj", "PRON _ 3 nsubj", "VERB VerbForm=Fin 1 acl:relcl", "NOUN _ 3 obj", "VERB _ 0 root"],
    ),
    "content clause": (
        "en",
        "ARMY demands that they captured REBELS",
        [
            "NOUN _ 2 compound",
            "NOUN _ 0 root",
            "SCONJ _ 5 mark",
            "PRON Person=3 5 nsubj",
            "VERB VerbForm=Fin 2 acl",
            "NOUN _ 5 obj",
        ],
    ),
    "participle": (
        "en",
        "REBELS captured left",
        ["NOUN _ 3 nsubj", "VERB VerbForm=Part|Tense=Past 1 acl", "VERB VerbForm=Fin 0 root"],
    ),
    "own will": (
        "en",
        "ARMY tried captured REBELS",
        ["NOUN _ 2 nsubj", "VERB VerbForm=Fin 0 root", "VERB VerbForm=Inf 2 xcomp", "NOUN _ 3 obj"],
    ),
    "another's will": (
        "en",
        "MINISTER urged ARMY captured REBELS",
        ["NOUN _ 2 nsubj", "VERB VerbForm=Fin 0 root", "NOUN _ 2 obj", "VERB VerbForm=Inf 2 xcomp", "NOUN _ 4 obj"],
    ),
    "a thing before it": (
        "en",
        "ARMY tried everything captured REBELS",
        ["NOUN _ 2 nsubj", "VERB VerbForm=Fin 0 root", "PRON _ 2 obj", "VERB VerbForm=Inf 2 xcomp", "NOUN _ 4 obj"],
    ),
    "nobody knows": (
        "en",
        "ARMY accused MILITIA of captured REBELS",
        [
            "NOUN _ 2 nsubj",
            "VERB VerbForm=Fin 0 root",
            "NOUN _ 2 obj",
            "SCONJ _ 5 mark",
            "VERB VerbForm=Ger 2 advcl",
            "NOUN _ 5 obj",
        ],
    ),
    "a thing that somebody sent": (
        "en",
        "ARMY fired shells that captured REBELS",
        [
            "NOUN _ 2 nsubj",
            "VERB VerbForm=Fin 0 root",
            "NOUN _ 2 obj",
            "PRON _ 5 nsubj",
            "VERB VerbForm=Fin 3 acl:relcl",
            "NOUN _ 5 obj",
        ],
    ),
    "a participle with an object": (
        "en",
        "ARMY captured REBELS",
        ["NOUN _ 0 root", "VERB Voice=Pass|VerbForm=Part|Tense=Past 1 acl", "NOUN _ 2 obj"],
    ),
    "an event with them": (
        "en",
        "clashes with ARMY captured REBELS",
        ["NOUN _ 4 nsubj", "ADP _ 3 case", "NOUN _ 1 nmod", "VERB VerbForm=Fin 0 root", "NOUN _ 4 obj"],
    ),
    "their people": (
        "en",
        "units of ARMY captured REBELS",
        ["NOUN _ 4 nsubj", "ADP _ 3 case", "NOUN _ 1 nmod", "VERB VerbForm=Fin 0 root", "NOUN _ 4 obj"],
    ),
}
VERBS = {"captured", "gefangen", "zarobila"}


def drawn(name: str) -> tuple[Scene, Found[Frame], list[Mention]]:
    language, text, rows = TREES[name]
    sentence = words(text, 0, len(text))
    nodes = []
    for word, row in zip(sentence, rows, strict=True):
        upos, features, head, relation = row.split()
        pairs = () if features == "_" else (pair.split("=") for pair in features.split("|"))
        nodes.append(Node(word.text, word.start, word.end, upos, dict(pairs), int(head) - 1, relation))
    tree = Analysis(language, tuple(nodes), (), np.zeros(384, np.float32))
    people = [
        Mention(i, i, Party(word.key, word.text, word.text, word.start, word.end), None)
        for i, word in enumerate(sentence)
        if word.text.isupper()
    ]
    at = next(i for i, word in enumerate(sentence) if word.text in VERBS)
    trigger = Found(at, at, (at,), "test", FRAME)
    return scene(text, sentence, people, [trigger], grammar(language), tree), trigger, people


@pytest.mark.parametrize(
    ("name", "doer", "undergoer", "passive"),
    [
        ("active", "ARMY", "REBELS", False),
        ("passive", "ARMY", "REBELS", True),
        ("verb last", "ARMEE", "REBELLEN", True),
        ("object first", "VOJSKA", "POBUNJENIKE", False),
        ("joined verbs", "ARMY", "REBELS", False),
        ("relative clause", "ARMY", "REBELS", False),
        ("content clause", None, "REBELS", False),
        ("participle", None, "REBELS", True),
        ("own will", "ARMY", "REBELS", False),
        ("another's will", "ARMY", "REBELS", False),
        ("a thing before it", "ARMY", "REBELS", False),
        ("nobody knows", None, "REBELS", False),
        ("a thing that somebody sent", "ARMY", "REBELS", False),
        ("a participle with an object", "ARMY", "REBELS", False),
        ("an event with them", None, "REBELS", False),
        ("their people", "ARMY", "REBELS", False),
    ],
)
def test_seats(name: str, doer: str | None, undergoer: str | None, passive: bool) -> None:
    told = seats(*drawn(name))
    assert told is not None
    names = [
        seat and seat.mention and seat.mention.party and seat.mention.party.name for seat in (told.doer, told.undergoer)
    ]
    assert (*names, told.passive) == (doer, undergoer, passive)


def test_a_seat_of_somebody_unknown_is_told_of() -> None:
    """A word in a seat that is no known name keeps others out of it."""
    drawing, trigger, people = drawn("active")
    told = seats(drawing, trigger, people[1:])
    assert told is not None and told.doer is not None
    assert told.doer.mention is None


def test_without_a_tree_nothing_is_told() -> None:
    drawing, trigger, people = drawn("active")
    bare = scene(drawing.text, drawing.sentence, people, drawing.triggers, drawing.grammar, None)
    assert seats(bare, trigger, people) is None


def test_a_trigger_that_is_a_noun_in_the_tree_has_no_seats() -> None:
    drawing, _, people = drawn("active")
    assert seats(drawing, Found(0, 0, (0,), "test", FRAME), people) is None
