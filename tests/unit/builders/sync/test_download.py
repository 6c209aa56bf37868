from collections.abc import Callable, Mapping
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path
from time import time

import pytest

from tests.unit.builders.sync.nvs_server import (
    Fault,
    NvsServer,
    cut,
    cut_chunks,
    hang_up,
    nvs_turtle,
    status,
    whole,
)
from vocabsvc.builders.sync.download import Download
from vocabsvc.builders.sync.part import Part
from vocabsvc.builders.sync.server import Server
from vocabsvc.errors import UnreadableInput

TURTLE = nvs_turtle("P01", 200)
Fetch = Callable[..., Part | None]


@pytest.fixture
def fetch(nvs: NvsServer, download: Download, tmp_path: Path) -> Fetch:
    """Fetch P01; ``None`` where there is nothing new."""

    def fetch(conditions: Mapping[str, str] | None = None, told: Callable[..., None] = lambda *_: None) -> Part | None:
        part = Part(tmp_path / "P01-1.part", download.server.collection("P01"))
        return part if download.fetch(part, conditions or {}, told) else None

    return fetch


def content(part: Part | None) -> bytes:
    assert part is not None
    return part.content(10_000_000)


@pytest.mark.parametrize("gzipped", [False, True])
def test_the_bytes_arrive_as_they_are(nvs: NvsServer, fetch: Fetch, *, gzipped: bool) -> None:
    page = nvs.put("P01", TURTLE, gzipped=gzipped)
    counts: list[tuple[int, int | None]] = []
    part = fetch(told=lambda *count: counts.append(count))
    assert content(part) == TURTLE
    assert counts[-1] == (len(page.body), len(page.body))
    assert part is not None
    assert (part.representation.etag, part.representation.media_type) == (page.etag, "text/turtle")
    _, asked = nvs.requests[0]
    assert (asked["Accept"], asked["Accept-Encoding"]) == ("text/turtle", "gzip")
    assert asked["User-Agent"].startswith("vocabsvc/")


def test_nothing_new(nvs: NvsServer, fetch: Fetch) -> None:
    page = nvs.put("P01", TURTLE)
    conditions = {"If-None-Match": page.etag, "If-Modified-Since": "Mon, 01 Jun 2026 00:00:00 GMT"}
    assert fetch(conditions) is None
    assert nvs.asked("If-Modified-Since") == ["Mon, 01 Jun 2026 00:00:00 GMT"]
    assert content(fetch({"If-None-Match": '"older"'})) == TURTLE


@pytest.mark.parametrize("fault", [cut(30_000), cut_chunks(30_000)])
@pytest.mark.parametrize("gzipped", [False, True])
def test_a_cut_connection_is_resumed_where_it_was_cut(
    nvs: NvsServer, fetch: Fetch, waits: list[float], fault: Fault, *, gzipped: bool
) -> None:
    nvs.put("P01", TURTLE if not gzipped else nvs_turtle("P01", 9_000), gzipped=gzipped)
    nvs.faults = [fault]
    assert content(fetch()) == nvs.pages.popitem()[1].content
    assert nvs.asked("Range") == [None, "bytes=30000-"]
    assert waits == [1]


def test_a_server_without_ranges_starts_over(nvs: NvsServer, fetch: Fetch) -> None:
    nvs.put("P01", TURTLE)
    nvs.faults = [cut(30_000), whole]
    assert content(fetch()) == TURTLE
    assert nvs.asked("Range") == [None, "bytes=30000-"]


def test_an_etag_that_is_weak_is_no_ground_to_resume(nvs: NvsServer, fetch: Fetch) -> None:
    nvs.put("P01", TURTLE, strong=False)
    nvs.faults = [cut(30_000)]
    assert content(fetch()) == TURTLE
    assert nvs.asked("Range") == [None, None]


def test_two_versions_are_never_mixed(nvs: NvsServer, fetch: Fetch) -> None:
    newer = nvs_turtle("P01", 200, edition="8")
    page = nvs.put("P01", TURTLE)

    def cut_and_change(*answer: object) -> None:
        cut(30_000)(*answer)  # type: ignore[arg-type]
        page.content = newer

    nvs.faults = [cut_and_change]
    assert content(fetch()) == newer


def test_a_server_that_mixes_versions_is_caught(nvs: NvsServer, fetch: Fetch) -> None:
    page = nvs.put("P01", TURTLE)
    size = len(page.body)
    wrong = {"ETag": '"other"', "Content-Range": f"bytes 30000-{size - 1}/{size}"}
    nvs.faults = [cut(30_000), lambda handler, _: handler.answer(206, b"x" * (size - 30_000), wrong)]
    assert content(fetch()) == TURTLE
    assert nvs.asked("Range") == [None, "bytes=30000-", None]


def test_a_range_that_ends_early_is_asked_on(nvs: NvsServer, fetch: Fetch) -> None:
    page = nvs.put("P01", TURTLE)
    said = {"ETag": page.etag, "Content-Range": f"bytes 30000-39999/{len(page.body)}"}
    nvs.faults = [cut(30_000), lambda handler, _: handler.answer(206, page.body[30_000:40_000], said)]
    assert content(fetch()) == TURTLE
    assert nvs.asked("Range") == [None, "bytes=30000-", "bytes=40000-"]


def test_a_range_that_is_not_satisfiable_starts_over(nvs: NvsServer, fetch: Fetch) -> None:
    nvs.put("P01", TURTLE)
    nvs.faults = [cut(30_000), status(416)]
    assert content(fetch()) == TURTLE
    assert nvs.asked("Range") == [None, "bytes=30000-", None]


def test_what_a_run_that_gave_up_has_received_is_kept(nvs: NvsServer, download: Download, tmp_path: Path) -> None:
    nvs.put("P01", TURTLE)
    nvs.faults = [cut(30_000), hang_up]
    address, path = download.server.collection("P01"), tmp_path / "P01-1.part"
    with pytest.raises(UnreadableInput, match=r"\(2 attempts\)"):
        replace(download, waits=(0,)).fetch(Part(path, address), {}, lambda *_: None)
    resumed = Part(path, address)
    assert resumed.size == 30_000
    assert download.fetch(resumed, {}, lambda *_: None)
    assert content(resumed) == TURTLE
    assert nvs.asked("Range")[-1] == "bytes=30000-"


def test_a_complete_part_is_only_asked_after(nvs: NvsServer, fetch: Fetch) -> None:
    page = nvs.put("P01", TURTLE)
    fetch()
    assert content(fetch({"If-None-Match": '"what the folder has"'})) == TURTLE
    assert nvs.asked("If-None-Match") == [None, page.etag]
    page.content = nvs_turtle("P01", 3)
    assert content(fetch()) == page.content


def test_faults_of_the_server_pass(nvs: NvsServer, fetch: Fetch, waits: list[float]) -> None:
    nvs.put("P01", TURTLE)
    nvs.faults = [status(500), hang_up, status(503)]
    assert content(fetch()) == TURTLE
    assert waits == [1, 2, 4]


def test_faults_that_do_not_pass(nvs: NvsServer, fetch: Fetch, waits: list[float]) -> None:
    nvs.faults = [status(500)] * 9
    with pytest.raises(UnreadableInput, match=rf"^{nvs.address}/collection/P01/.*: 500 Internal.*\(6 attempts\)$"):
        fetch()
    assert (len(nvs.requests), waits) == (6, [1, 2, 4, 8, 16])


@pytest.mark.parametrize(
    ("said", "waited"),
    [("7", 7), ("0", 1), ("soon", 1), ("Mon, 01 Jun 2020 00:00:00 GMT", 1), ("in a minute", 60)],
)
@pytest.mark.parametrize("code", [429, 503])
def test_a_busy_server_says_how_long_to_wait(
    nvs: NvsServer, fetch: Fetch, waits: list[float], code: int, said: str, waited: float
) -> None:
    nvs.put("P01", TURTLE)
    nvs.faults = [status(code, Retry_After=formatdate(time() + 60) if said == "in a minute" else said)]
    assert content(fetch()) == TURTLE
    assert waits == [pytest.approx(waited, abs=30 if waited == 60 else 0)]


def test_too_long_a_wait_is_not_waited(nvs: NvsServer, fetch: Fetch, waits: list[float]) -> None:
    nvs.faults = [status(429, Retry_After="7200")]
    with pytest.raises(UnreadableInput, match=r"429 Too Many Requests \(asks to wait 7200 seconds\)$"):
        fetch()
    assert waits == []


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (None, "404 Not Found"),
        (status(401), "401 Unauthorized"),
        (status(304), "304 Not Modified"),
        (status(204), "204 No Content"),
        (status(302), "302 Found"),
        (status(302, Location="http://nerc.example/"), "another server, http://nerc.example/"),
        (status(307, Location="/moved"), "404 Not Found"),
    ],
)
def test_a_refusal_is_final(nvs: NvsServer, fetch: Fetch, waits: list[float], fault: Fault | None, reason: str) -> None:
    nvs.faults = [fault]
    with pytest.raises(UnreadableInput, match=rf"^{nvs.address}/collection/P01/.*{reason}"):
        fetch()
    assert waits == []


def test_redirects_within_the_server_are_followed_but_not_for_ever(nvs: NvsServer, fetch: Fetch) -> None:
    page = nvs.put("P01", TURTLE)
    nvs.pages = {"/moved": page}
    nvs.faults = [status(301, Location="/once"), status(308, Location=f"{nvs.address}/moved")]
    assert content(fetch()) == TURTLE
    (nvs.faults, page.content) = ([status(302, Location="/moved")] * 9, b"newer")
    with pytest.raises(UnreadableInput, match="redirected without end"):
        fetch()


def test_nobody_listens(waits: list[float], nvs: NvsServer, tmp_path: Path) -> None:
    server = Server.parse("http://127.0.0.1:9")
    with pytest.raises(UnreadableInput, match=r"Connection refused \(2 attempts\)$"):
        Download(server, waits.append, waits=(3,)).fetch(
            Part(tmp_path / "a.part", server.collection("P01")), {}, lambda *_: None
        )
    assert waits == [3]


def test_no_secure_connection_is_final(nvs: NvsServer, waits: list[float], tmp_path: Path) -> None:
    server = Server.parse(nvs.address.replace("http:", "https:"))
    with pytest.raises(UnreadableInput, match="no secure connection"):
        Download(server, waits.append).fetch(Part(tmp_path / "a.part", server.collection("P01")), {}, lambda *_: None)
    assert waits == []


def test_too_much_is_refused_and_not_kept(nvs: NvsServer, download: Download, tmp_path: Path) -> None:
    nvs.put("P01", TURTLE)
    part = Part(tmp_path / "a.part", download.server.collection("P01"))
    with pytest.raises(UnreadableInput, match="more than 20,000 bytes"):
        replace(download, most_bytes=20_000).fetch(part, {}, lambda *_: None)
    assert list(tmp_path.iterdir()) == []


def test_the_next_page_is_on_the_same_server(nvs: NvsServer, fetch: Fetch) -> None:
    page = nvs.put("P01", TURTLE, headers={"Link": '</p?page=2>; rel="next"'})
    part = fetch()
    assert part is not None
    assert part.representation.next == f"{nvs.address}/p?page=2"
    page.headers = {"Link": "<http://nerc.example/p2>; rel=next"}
    page.content = b"newer"
    with pytest.raises(UnreadableInput, match="another server"):
        fetch()
