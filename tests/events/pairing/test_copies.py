"""Sentences that stand nearly equal in several reports are one text; those that share a phrase are not."""

from __future__ import annotations

from dragoman.events.pairing.copies import copies

SENTENCE = "Gunmen on three lorries entered the old market of Oakham before dawn and opened fire on the guards"


def groups(world, *told):
    """The copy number of each sentence, told in reports of the given keys."""
    claims = [world.claim("attack", document, sentence=text, start=n) for n, (document, text) in enumerate(told)]
    found = copies(claims)
    return [found.get(claim.id) for claim in claims]


def test_the_same_sentence_in_two_reports(world):
    assert groups(world, ("d_a", SENTENCE), ("d_b", SENTENCE.upper() + "!")) == [0, 0]


def test_a_sentence_lightly_rewritten(world):
    assert groups(world, ("d_a", SENTENCE), ("d_b", SENTENCE.replace("three", "two"))) == [0, 0]


def test_one_report_that_says_it_twice_copies_nobody(world):
    assert groups(world, ("d_a", SENTENCE), ("d_a", SENTENCE)) == [None, None]


def test_short_sentences_are_equal_by_chance(world):
    assert groups(world, ("d_a", "Clashes continued in the city."), ("d_b", "Clashes continued in the city.")) == [
        None,
        None,
    ]


def test_a_phrase_in_common_makes_no_copy(world):
    """Fifty sentences end in one phrase, two of them are one text: only these are copies, whatever stands between."""
    ends = "while smoke was seen rising over the northern outskirts of the town"
    told = [
        (f"d_{n}", f"Report number {n} tells of event {n * 7} at place {n * 13} in week {n * 3} {ends}")
        for n in range(50)
    ]
    told[40] = ("d_40", told[10][1])
    assert groups(world, *told) == [0 if n in (10, 40) else None for n in range(50)]


def test_groups_are_numbered_in_the_order_of_claims(world):
    other = "The governor of Elmham told the council that the bridge over the river would open again in spring"
    told = (("d_a", other), ("d_b", SENTENCE), ("d_c", other), ("d_d", SENTENCE))
    assert groups(world, *told) == [0, 1, 0, 1]
