"""Every page as HTML (one shell for all), as .json and as .csv."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dragoman import views
from dragoman.server.answers import csv_answer, json_answer
from dragoman.server.library import Library
from dragoman.views import Catalogue, Question
from dragoman.views.question import MOST

Data = dict[str, Any]
Endpoint = Callable[[Request], Response]
Ask = Callable[[Catalogue, Question], Data]
# What is asked for, by a request's path and parameters.
Asked = Callable[[Request], Ask]

# The first page, where its address needs a name: /index.json
INDEX = "index"

LISTS: Mapping[str, Ask] = {
    INDEX: lambda catalogue, _: catalogue.overview(),
    "events": lambda catalogue, question: catalogue.events(question),
    "claims": lambda catalogue, question: catalogue.claims(question),
    "documents": lambda catalogue, question: catalogue.documents(question),
    "places": lambda catalogue, question: catalogue.places(question),
    "actors": lambda catalogue, question: catalogue.actors(question),
    "sources": lambda catalogue, _: catalogue.sources(),
    "map": lambda catalogue, question: catalogue.map(question),
    "tolls": lambda catalogue, question: catalogue.tolls(question),
    "chronology": lambda catalogue, question: catalogue.chronology(question),
    "left-out": lambda catalogue, _: catalogue.left_out(),
    "about": lambda catalogue, _: catalogue.about(),
    "history": lambda catalogue, question: catalogue.history(question),
}
RECORDS: Mapping[str, Callable[[Catalogue, str, Question], Data]] = {
    "events": lambda catalogue, key, _: catalogue.event(key),
    "claims": lambda catalogue, key, _: catalogue.claim(key),
    "documents": lambda catalogue, key, _: catalogue.document(key),
    "places": lambda catalogue, key, question: catalogue.place(key, question),
    "actors": lambda catalogue, key, question: catalogue.actor(key, question),
    "sources": lambda catalogue, key, question: catalogue.source(key, question),
}
# The queue that is worked at where none is named.
_FIRST_QUEUE = "contested"


def routes(library: Library, shell: Endpoint) -> Iterator[Route]:
    """The pages' addresses: the shell for a person, .json and .csv for programs."""
    yield Route("/", shell)
    for page in LISTS:
        yield from _page(library, shell, f"/{page}", page, _list(page))
    yield from _page(library, shell, "/review", "review", _review)
    for page in RECORDS:
        yield from _page(library, shell, f"/{page}/{{id:path}}", page.removesuffix("s"), _record(page))


def _page(library: Library, shell: Endpoint, path: str, name: str, asked: Asked) -> Iterator[Route]:
    yield Route(f"{path}.json", _json(library, asked))
    yield Route(f"{path}.csv", _csv(library, name, asked))
    yield Route(path, shell)


def _list(page: str) -> Asked:
    return lambda _: LISTS[page]


def _record(page: str) -> Asked:
    def asked(request: Request) -> Ask:
        key = request.path_params["id"]
        return lambda catalogue, question: RECORDS[page](catalogue, key, question)

    return asked


def _review(request: Request) -> Ask:
    queue = request.query_params.get("queue") or _FIRST_QUEUE
    if "size" not in request.query_params:
        return lambda catalogue, _: catalogue.review(queue)
    return lambda catalogue, question: catalogue.review(queue, question.size)


def _json(library: Library, asked: Asked) -> Endpoint:
    def answer(request: Request) -> Response:
        question = _question(request)
        with library.catalogue(question.language) as catalogue:
            return json_answer(asked(request)(catalogue, question))

    return answer


def _csv(library: Library, name: str, asked: Asked) -> Endpoint:
    """The page as a table; where no page of the list is named, all of them."""
    form = "overview" if name == INDEX else name

    def answer(request: Request) -> Response:
        question = _question(request)
        whole = "page" not in request.query_params
        with library.catalogue(question.language) as catalogue:
            ask = partial(asked(request), catalogue)
            tables = []
            for data in _pages(ask, question) if whole else [ask(question)]:
                library.expect_open()
                tables.append(views.table(form, data))
        return csv_answer(name, tables[0][0], chain.from_iterable(rows for _, rows in tables))

    return answer


def _pages(ask: Callable[[Question], Data], question: Question) -> Iterator[Data]:
    """Every page of a list, as large as they may be; what is no list is one page."""
    first = ask(replace(question, page=1, size=MOST))
    yield first
    for page in range(2, first.get("pages", 1) + 1):
        yield ask(replace(question, page=page, size=MOST))


def _question(request: Request) -> Question:
    asked = request.query_params
    return Question.of({name: asked.getlist(name) for name in asked})
