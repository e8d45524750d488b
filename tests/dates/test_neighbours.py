"""Reports that tell the same day with the same names date each other, whatever their order."""

import json
from dataclasses import replace
from datetime import date
from itertools import permutations

from dragoman.dates import DocumentEvidence, dated, dated_by_neighbours, evidence, find
from dragoman.model import plain

NAMES = ("rivertown", "river-front", "mill")


def _evidence(document, names=NAMES) -> DocumentEvidence:
    known = dated(document, ())
    return evidence(known, find(known.text, known.language, known.published), names)


def _collection(report) -> list[DocumentEvidence]:
    sure = report("28 October, 2016\nThe River Front began a push on Rivertown on Friday.", key="d_a")
    later = report("3 November, 2012\nRivertown was calm. Bread was sold on 1 November.", key="d_b")
    open_year = report("Od 18. listopada, kad je vojska prekinula napade, miruje Rivertown. "
                       "Nakon desetodnevne stanke opet puca.", "hr", key="d_c")  # fmt: skip
    return [_evidence(sure), _evidence(later, ("rivertown",)), _evidence(open_year)]


def test_a_shared_day_and_shared_names_give_the_year(report):
    found = dated_by_neighbours(_collection(report))
    assert list(found) == ["d_c"]
    assert (found["d_c"].start, found["d_c"].end) == (date(2016, 10, 28), date(2016, 10, 30))
    assert any("d_a.txt of 2016-10-28 with mill, river-front" in reason for reason in found["d_c"].reasons)


def test_the_order_of_the_documents_changes_nothing(report):
    collection = _collection(report)
    results = [dated_by_neighbours(order) for order in permutations(collection)]
    assert all(result == results[0] for result in results)


def test_without_shared_names_nothing_is_dated(report):
    collection = [replace(item, names=("other", item.id)) for item in _collection(report)]
    assert dated_by_neighbours(collection) == {}


def test_two_years_that_fit_alike_are_not_decided(report):
    one = report("28 October, 2016\nThe River Front began a push on Rivertown.", key="d_a")
    two = report("28 October, 2014\nThe River Front began a push on Rivertown.", key="d_b")
    asked = report("On 28 October the River Front began a push on Rivertown.", key="d_c")
    assert dated_by_neighbours([_evidence(one), _evidence(two), _evidence(asked)]) == {}


def test_evidence_is_plain_json(report):
    for item in _collection(report):
        assert json.loads(json.dumps(plain(item)))["id"] == item.id


def test_evidence_comes_back_from_json(report):
    for item in _collection(report):
        assert DocumentEvidence.from_plain(json.loads(json.dumps(plain(item)))) == item
