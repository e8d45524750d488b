"""Files for the browser: those of the table and no others."""

from pathlib import Path

import pytest
from tests.server.conftest import Opener

from dragoman.errors import InputError
from dragoman.server.settings import web_folder
from dragoman.server.statics import files_of


def test_a_file_comes_with_its_kind_and_once(friend: Opener) -> None:
    client = friend()
    answer = client.get("/web/vendor/preact.js")
    assert (answer.text, answer.headers["content-type"]) == ("export const h = 1;", "text/javascript; charset=utf-8")
    again = client.get("/web/vendor/preact.js", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_changed_file_comes_again(friend: Opener, web: Path) -> None:
    client = friend()
    tag = client.get("/web/vendor/preact.js").headers["etag"]
    (web / "vendor" / "preact.js").write_text("export const h = 2;", "utf-8")
    assert client.get("/web/vendor/preact.js", headers={"If-None-Match": tag}).text.endswith("2;")


@pytest.mark.parametrize(
    "path",
    [
        "../secret.json", "..%2fsecret.json", "%2e%2e/secret.json", "%2e%2e%2fsecret.json", "vendor/../../secret.json",
        "vendor/%2e%2e/%2e%2e/secret.json", "..%5csecret.json", "%252e%252e%252fsecret.json", "/etc/passwd",
        "%2fetc%2fpasswd", "link.json", "__init__.py", "vendor", "vendor/", "", ".", "vendor/preact.js/",
        "vendor//preact.js", "VENDOR/PREACT.JS", "vendor/preact.js%00", "C:%5csecret.json",
        "%c0%ae%c0%ae/secret.json",
    ],
)  # fmt: skip
def test_no_other_file_is_given(friend: Opener, path: str) -> None:
    client = friend()
    answer = client.get(f"/web/{path}")
    # A client may tidy the address itself; what it then asks for is no file either.
    assert answer.status_code in (403, 404)
    assert "secret = 1" not in answer.text


def test_the_pages_share_one_shell(friend: Opener) -> None:
    client = friend()
    for page in ("/", "/events", "/events/e_1", "/review?queue=pairs", "/places/a%2Fb", "/left-out", "/about"):
        answer = client.get(page)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "id=app" in answer.text


def test_what_was_not_built_is_said(web: Path) -> None:
    (web / "vendor" / "preact.js").unlink()
    with pytest.raises(InputError, match=r"not built.*vendor/preact.js is missing.*make web"):
        files_of(web)


def test_the_real_folder_lies_in_the_package() -> None:
    assert web_folder().parent.name == "dragoman"
