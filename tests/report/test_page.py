"""The report as a file: the same bytes, nothing from outside, nothing that a report's words could break out of."""

import json
import re
from html.parser import HTMLParser

import pytest

from dragoman.errors import QueryError
from dragoman.knowledge import Knowledge
from dragoman.ledger import Ledger
from dragoman.report import bundle, page
from dragoman.report.ground import ground


class Elements(HTMLParser):
    """The elements of a page as a browser's parser cuts them, each with what it holds."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}", {}, ""))

    def handle_data(self, data: str) -> None:
        if self.found:
            tag, attributes, held = self.found[-1]
            self.found[-1] = tag, attributes, held + data

    def all(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, held) for name, attributes, held in self.found if name == tag]


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger, knowledge: Knowledge) -> None:
    assert page(ledger, knowledge, "hr") == page(ledger, knowledge, "hr")


@pytest.mark.parametrize(("language", "title"), [("en", "What was"), ("de", "Was berichtet"), ("hr", "Što je")])
def test_it_is_told_in_a_language(ledger: Ledger, knowledge: Knowledge, language: str, title: str) -> None:
    text = page(ledger, knowledge, language)
    assert f'<html lang="{language}"' in text
    assert f"<title>{title}" in text


def test_a_language_that_it_is_not_told_in_is_refused(ledger: Ledger, knowledge: Knowledge) -> None:
    with pytest.raises(QueryError, match="language=fr"):
        page(ledger, knowledge, "fr")


def test_it_names_no_address_to_fetch(ledger: Ledger, knowledge: Knowledge) -> None:
    for tag, attributes, _ in Elements(page(ledger, knowledge)).found:
        assert not {"src", "href", "srcset", "action"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag


def test_its_policy_has_the_hash_of_every_script_and_style(ledger: Ledger, knowledge: Knowledge) -> None:
    elements = Elements(page(ledger, knowledge))
    policy = next(held["content"] or "" for held, _ in elements.all("meta") if "http-equiv" in held)
    run = [text for attributes, text in elements.all("script") if attributes.get("type") != "application/json"]
    assert len(run) == 4
    for text in (*run, *(text for _, text in elements.all("style"))):
        assert bundle.digest(text) in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_hostile_words_stay_words(hostile: Ledger, ledger: Ledger, knowledge: Knowledge) -> None:
    kinds = [[tag for tag, _, _ in Elements(page(one, knowledge)).found] for one in (hostile, ledger)]
    assert kinds[0] == kinds[1]
    data = next(text for held, text in Elements(page(hostile, knowledge)).all("script") if held.get("id") == "data")
    assert not re.search("[<>&\u2028\u2029]", data)
    assert json.loads(data)["claims"][0]["actors"][0]["name"].startswith("<img")


def test_data_is_json_without_what_could_end_a_script() -> None:
    value = {"</script>": "<!-- & \u2028\u2029 é"}
    text = bundle.data(value)
    assert json.loads(text) == value
    assert text == '{"\\u003c/script\\u003e":"\\u003c!-- \\u0026 \\u2028\\u2029 é"}'


def test_every_module_is_found_by_its_bare_name() -> None:
    modules = bundle.modules("report/main.js")
    wanted = {name for text in modules.values() for name in re.findall(r"""from ["'](.+?)["']""", text)}
    assert wanted
    assert wanted <= {bundle.PREFIX + path for path in modules}
    assert "vendor/preact.js" in modules


def test_the_ground_is_only_what_lies_near() -> None:
    near = ground([(36.2, 37.1)])
    names = {feature["properties"]["name"] for feature in near["countries"]["features"]}
    assert {"Syria", "Turkey"} <= names
    assert not {"Brazil", "Germany"} & names
    assert ground([])["countries"]["features"] == []
    assert len(json.dumps(near)) < 250_000
