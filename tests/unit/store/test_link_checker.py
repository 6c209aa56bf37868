import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic

import pytest

from vocabsvc.model.link import LinkAnswer
from vocabsvc.store.link_checker import HttpLinkChecker, is_public

STATUS = {"/here": 200, "/gone": 410, "/get-only": 200, "/moved": 301, "/loop": 302, "/inside": 302}
PLACE = {"/moved": "/here", "/loop": "/loop", "/inside": "http://10.1.2.3/"}


class Pages(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]]

    def answer(self) -> None:
        self.asked.append((self.command, self.path))
        status = STATUS.get(self.path, 404)
        self.send_response(405 if (self.command, self.path) == ("HEAD", "/get-only") else status)
        if self.path in PLACE:
            self.send_header("Location", PLACE[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815 - their names in http.server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in http.server
        """Say nothing."""


@pytest.fixture
def pages() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The address of a server, and what it was asked."""
    asked: list[tuple[str, str]] = []
    handler = type("Asked", (Pages,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://localhost:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


def checker(pause: float = 0.0) -> HttpLinkChecker:
    return HttpLinkChecker(seconds=2.0, pause=pause, allowed=lambda address: address in {"127.0.0.1", "::1"})


def test_status_and_redirects(pages: tuple[str, list[tuple[str, str]]]) -> None:
    base, asked = pages
    found = checker()
    assert found.answer(f"{base}/here") == LinkAnswer(200, f"{base}/here")
    assert found.answer(f"{base}/moved") == LinkAnswer(200, f"{base}/here")
    assert found.answer(f"{base}/gone") == LinkAnswer(410, f"{base}/gone")
    assert asked == [("HEAD", path) for path in ("/here", "/moved", "/here", "/gone")] + [("GET", "/gone")]


def test_server_that_refuses_head_is_asked_again(pages: tuple[str, list[tuple[str, str]]]) -> None:
    base, asked = pages
    assert checker().answer(f"{base}/get-only") == LinkAnswer(200, f"{base}/get-only")
    assert asked == [("HEAD", "/get-only"), ("GET", "/get-only")]


def test_endless_redirect_is_no_answer(pages: tuple[str, list[tuple[str, str]]]) -> None:
    base, asked = pages
    assert checker().answer(f"{base}/loop") == LinkAnswer(0, f"{base}/loop")
    assert len(asked) == 6


def test_redirect_into_a_private_network_is_not_followed(pages: tuple[str, list[tuple[str, str]]]) -> None:
    base, asked = pages
    assert checker().answer(f"{base}/inside") is None
    assert asked == [("HEAD", "/inside")]


def test_address_is_asked_once_and_hosts_are_given_time(pages: tuple[str, list[tuple[str, str]]]) -> None:
    base, asked = pages
    found = checker(pause=0.05)
    begin = monotonic()
    for _ in range(3):
        found.answer(f"{base}/here")
    found.answer(f"{base}/moved")
    assert asked == [("HEAD", "/here"), ("HEAD", "/moved"), ("HEAD", "/here")]
    assert monotonic() - begin >= 0.1


def test_no_server_is_no_answer(pages: tuple[str, list[tuple[str, str]]]) -> None:
    assert checker().answer("http://localhost:1/") == LinkAnswer(0, "http://localhost:1/")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ftp://data.example.org/a",
        "mailto:a@example.org",
        "http://",
        "http://[",
        "http://localhost:99999/",
        "file:///a",
    ],
)
def test_what_is_not_http_is_not_tried(address: str) -> None:
    assert checker().answer(address) is None


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/"]
)
def test_private_networks_are_not_tried(address: str) -> None:
    assert HttpLinkChecker(pause=0.0).answer(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1",
        "224.0.0.1",
        "0.0.0.0",  # noqa: S104 - nothing is bound
        "100.64.0.1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_public_address() -> None:
    assert is_public("134.246.1.1")
