"""Columns say the same as the plain loops that they stand for."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.views.columns import Column, Values

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from("abcd")), max_size=30)


def column(pairs, length=10):
    values = Values()
    codes = [values.code(letter, letter) for _, letter in pairs]
    return Column.of(values, [row for row, _ in pairs], codes, length)


def told(found):
    return {(int(row), found.values.all[code].key) for row, code in zip(found.rows, found.codes, strict=True)}


@settings(deadline=None)
@given(PAIRS, st.sets(st.integers(0, 9)))
def test_counts_are_those_of_the_masked_records(pairs, rows):
    found = column(pairs)
    mask = np.array([row in rows for row in range(10)])
    counts = found.counts(mask)
    for code, value in enumerate(found.values.all):
        assert counts[code] == len({row for row, letter in pairs if letter == value.key and row in rows})


@settings(deadline=None)
@given(PAIRS, st.sets(st.sampled_from("abcd")))
def test_a_record_has_any_of_the_values(pairs, wanted):
    found = column(pairs)
    mask = found.having(found.values.codes[one] for one in wanted if one in found.values.codes)
    assert {int(row) for row in np.flatnonzero(mask)} == {row for row, letter in pairs if letter in wanted}


@settings(deadline=None)
@given(PAIRS, st.sets(st.tuples(st.integers(0, 4), st.integers(0, 9))))
def test_a_group_has_the_values_of_its_members(pairs, members):
    found = column(pairs)
    group, member = (np.array([pair[n] for pair in sorted(members)], dtype=np.int64) for n in (0, 1))
    expected = {(g, letter) for g, m in members for row, letter in pairs if row == m}
    assert told(found.of_groups(group, member, 5)) == expected


@settings(deadline=None)
@given(PAIRS)
def test_a_record_also_has_what_contains_its_values(pairs):
    found = column(pairs)
    outer = found.values.code("z", "z")
    inner = found.values.codes.get("a")
    widened = found.widened({inner: [outer]} if inner is not None else {})
    assert told(widened) == set(pairs) | {(row, "z") for row, letter in pairs if letter == "a"}
    assert [value.key for value in widened.of_row(0)] == sorted(
        {letter for row, letter in told(widened) if row == 0}, key=lambda letter: found.values.codes[letter]
    )
