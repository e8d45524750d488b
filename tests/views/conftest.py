"""The small ledger of `making`, and a catalogue of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.views.making import fill

from dragoman.knowledge import Knowledge, load
from dragoman.ledger import Ledger
from dragoman.views import Catalogue, Question, Shelf


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(("syria",))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "a.db") as made:
        fill(made)
        yield made


@pytest.fixture
def shelf(knowledge: Knowledge) -> Shelf:
    return Shelf(knowledge)


@pytest.fixture
def pages(ledger: Ledger, knowledge: Knowledge, shelf: Shelf) -> Catalogue:
    return Catalogue(ledger, knowledge, shelf)


@pytest.fixture
def ask() -> Callable[..., Question]:
    """A question by its parameters; `from_` stands for `from`."""

    def question(**parameters: str | list[str]) -> Question:
        return Question.of(
            {name.rstrip("_"): [given] if isinstance(given, str) else given for name, given in parameters.items()}
        )

    return question
