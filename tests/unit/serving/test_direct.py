"""The protocol over real sockets: what is answered directly, and what the application gets."""

import asyncio
import http.client
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import cast

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Scope

from vocabsvc.services.services import Services
from vocabsvc.serving.direct import Answerer, DirectAnswers, DirectProtocol, Reply
from vocabsvc.serving.pinned import PinnedServices
from vocabsvc.serving.swap import Generation, Serving
from vocabsvc.store.snapshot import ServedSnapshot
from vocabsvc.store.snapshot_choice import Chosen


class FakeServing:
    """Every look at ``current`` finds another generation, as when snapshots change all the time."""

    def __init__(self) -> None:
        self.seen: list[Generation] = []

    @property
    def current(self) -> Generation:
        self.seen.append(Generation(Chosen(cast("Services", len(self.seen)), ServedSnapshot())))
        return self.seen[-1]

    @property
    def under_way(self) -> int:
        return sum(one._requests for one in self.seen)


class House:
    """An application that tells what reached it, and answerers that one test scripts."""

    def __init__(self) -> None:
        self.serving = FakeServing()
        self.answerer: Answerer = lambda _, body, reply: say(reply, b"direct " + body)

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[Mapping[str, object]]:
        answers = DirectAnswers(cast("Serving", self.serving), {"/d": self.answer})
        yield answers.state()

    def answer(self, scope: Scope, body: bytes, reply: Reply) -> None:
        self.answerer(scope, body, reply)

    async def application(self, request: Request) -> PlainTextResponse:
        body = await request.body()
        return PlainTextResponse(f"application {request.state.services} {len(body)} {request.url.query}")


def say(reply: Reply, body: bytes) -> None:
    reply.send([(b"content-length", b"%d" % len(body)), (b"x-direct", b"1")], body)


def later(seconds: float, act: Callable[[], object]) -> None:
    asyncio.get_running_loop().call_later(seconds, act)


@pytest.fixture
def house() -> House:
    return House()


@contextmanager
def serving(house: House) -> Iterator[tuple[uvicorn.Server, int]]:
    app = Starlette(lifespan=house.lifespan)
    app.add_route("/{path:path}", house.application, methods=["GET", "POST"])
    app.add_middleware(PinnedServices, serving=house.serving)  # type: ignore[arg-type] # a fake
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", http=DirectProtocol))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    try:
        yield server, server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def port(house: House) -> Iterator[int]:
    with serving(house) as (_, port):
        yield port
    assert house.serving.under_way == 0


def exchange(port: int, *pieces: bytes, until: int = 1) -> bytes:
    """Send bytes in pieces; return what came when there are so many answers, or at the end."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        for piece in pieces:
            client.sendall(piece)
            time.sleep(0.01)
        found = b""
        while found.count(b"HTTP/1.1 200") < until or not found.endswith((b"#", b" ", b"1", b"2", b"3")):
            data = client.recv(65536)
            if not data:
                break
            found += data
        return found


def get(path: str, *headers: str) -> bytes:
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: x", *headers, "", ""]).encode()


def test_an_answer_goes_out_with_the_servers_headers_and_the_connection_stays(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    for method, body in (("GET", None), ("POST", b"un \xc3\xa9t\xc3\xa9"), ("GET", None)):
        connection.request(method, "/d?q=1", body)
        response = connection.getresponse()
        assert (response.status, response.read()) == (200, b"direct " + (body or b""))
        assert response.headers["server"] == "uvicorn"
        assert response.headers["date"]
        assert response.headers["x-direct"] == "1"
        assert "connection" not in response.headers
    connection.close()


def test_other_paths_are_the_applications(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/other?q=2")
    assert connection.getresponse().read().startswith(b"application")
    connection.close()


def test_a_body_in_pieces_is_waited_for(port: int) -> None:
    head = b"POST /d HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"
    assert exchange(port, head, b"1234", b"5678#").endswith(b"direct 12345678#")


@pytest.mark.parametrize("size", [60_000, 900_000])
def test_a_long_body_is_the_applications(port: int, size: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("POST", "/d", b"x" * size)
    assert connection.getresponse().read().split()[2] == b"%d" % size
    connection.close()


def test_a_client_that_waits_before_it_sends_a_body_is_told_to_go_on(port: int) -> None:
    head = b"POST /d HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(head)
        assert client.recv(100).startswith(b"HTTP/1.1 100")
        client.sendall(b"abc")
        assert client.recv(1000).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("ending", [b"HTTP/1.0\r\n\r\n", b"HTTP/1.1\r\nConnection: close\r\n\r\n"])
def test_a_connection_that_is_not_kept_is_closed(port: int, ending: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(b"GET /d " + ending)
        found = b""
        while data := client.recv(1000):
            found += data
    assert b"connection: close" in found
    assert found.endswith(b"direct ")


def test_requests_that_come_at_once_are_answered_in_their_order(house: House, port: int) -> None:
    def answer(scope: Scope, body: bytes, reply: Reply) -> None:
        number = scope["query_string"]
        if number == b"1":
            later(0.1, lambda: say(reply, b"direct 1"))
        elif number == b"3":
            later(0.02, reply.leave)
        else:
            say(reply, b"direct " + number)

    house.answerer = answer
    paths = ["/d?1", "/d?2", "/other?1", "/d?3", "/d?5", "/d?1"]
    found = exchange(port, b"".join(map(get, paths)), until=len(paths))
    bodies = [part.partition(b"\r\n\r\n")[2] for part in found.split(b"HTTP/1.1 200 OK")[1:]]
    shown = [body.split()[0] + body.split()[-1] for body in bodies]
    assert shown == [b"direct1", b"direct2", b"application1", b"application3", b"direct5", b"direct1"]


@pytest.mark.parametrize("when", [0, 0.03])
def test_what_is_left_is_answered_by_the_application_from_the_same_services(
    house: House, port: int, when: float
) -> None:
    pinned: list[object] = []

    def answer(scope: Scope, body: bytes, reply: Reply) -> None:
        pinned.append(scope["state"]["services"])
        later(when, reply.leave) if when else reply.leave()

    house.answerer = answer
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    for number in range(3):
        connection.request("POST", "/d?q=3", b"abcd")
        assert connection.getresponse().read() == f"application {pinned[number]} 4 q=3".encode()
    connection.close()


def test_what_fails_is_left_to_the_application(house: House, port: int) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no")

    house.answerer = fail
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/d")
    assert connection.getresponse().read().startswith(b"application")
    connection.close()


def test_a_client_that_leaves_stops_the_work(house: House, port: int) -> None:
    stopped, under_way = threading.Event(), threading.Event()

    def answer(scope: Scope, body: bytes, reply: Reply) -> None:
        reply.stop = stopped.set
        under_way.set()
        later(0.2, lambda: say(reply, b"nobody reads it"))

    house.answerer = answer
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(get("/d"))
        assert under_way.wait(5)
    assert stopped.wait(0.15)
    time.sleep(0.3)
    assert house.serving.under_way == 0


class TestRecognised:
    """Requests after the first, with the same header fields: they are not parsed."""

    @pytest.fixture(autouse=True)
    def parsed(self, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
        seen: list[bytes] = []
        parse = DirectProtocol._parse

        def noted(self: DirectProtocol, data: bytes) -> None:
            seen.append(data)
            parse(self, data)

        monkeypatch.setattr(DirectProtocol, "_parse", noted)
        return seen

    def test_they_get_what_others_get(self, house: House, port: int, parsed: list[bytes]) -> None:
        scopes: list[Scope] = []

        def answer(scope: Scope, body: bytes, reply: Reply) -> None:
            scopes.append(scope)
            say(reply, b"direct " + scope["query_string"] + b" #")

        house.answerer = answer
        found = exchange(port, *(get(f"/d?{number}", "Accept: x/y") for number in range(3)), until=3)
        assert len(parsed) == 1
        answers = found.split(b"HTTP/1.1 200 OK")[1:]
        assert [one.rpartition(b"\r\n")[2] for one in answers] == [b"direct %d #" % number for number in range(3)]
        assert len({one.partition(b"direct")[0] for one in answers}) == 1
        read = ("method", "scheme", "path", "headers")
        assert [scopes[0][name] for name in read] == [scopes[1][name] for name in read]

    def test_another_path_or_client_is_parsed(self, port: int, parsed: list[bytes]) -> None:
        exchange(port, get("/d"), get("/other"), get("/d", "Accept: x/y"), get("/d"), until=4)
        assert len(parsed) == 3

    @pytest.mark.parametrize("when", [0, 0.03])
    def test_what_is_left_is_parsed_then(self, house: House, port: int, when: float, parsed: list[bytes]) -> None:
        pinned: list[object] = []

        def answer(scope: Scope, body: bytes, reply: Reply) -> None:
            pinned.append(scope["state"]["services"])
            later(when, reply.leave) if when else reply.leave()

        house.answerer = answer
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        for number in range(3):
            connection.request("GET", f"/d?q={number}")
            assert connection.getresponse().read() == f"application {pinned[number]} 0 q={number}".encode()
        connection.close()
        assert len(pinned) == len(parsed) == 3

    def test_what_comes_meanwhile_waits_for_its_turn(self, house: House, port: int) -> None:
        def answer(scope: Scope, body: bytes, reply: Reply) -> None:
            number = scope["query_string"]
            later(0.05, lambda: say(reply, b"direct %b #" % number) if number != b"2" else reply.leave())

        house.answerer = answer
        rest = [get("/d?1"), get("/d?2"), get("/other?3") + get("/d?4")[:20], get("/d?4")[20:]]
        with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
            client.sendall(get("/d?1"))
            client.recv(1000)
            for piece in rest:
                client.sendall(piece)
                time.sleep(0.01)
            found = b""
            while not found.endswith(b"direct 4 #"):
                found += client.recv(10_000)
        bodies = [part.partition(b"\r\n\r\n")[2] for part in found.split(b"HTTP/1.1 200 OK")[1:]]
        shown = [body.split()[0] + body.split()[-1] for body in bodies]
        assert shown == [b"direct#", b"application2", b"application3", b"direct#"]

    def test_a_client_that_leaves_stops_the_work(self, house: House, port: int) -> None:
        stopped, under_way = threading.Event(), threading.Event()

        def answer(scope: Scope, body: bytes, reply: Reply) -> None:
            if not scope["query_string"]:
                say(reply, b"direct #")
                return
            reply.stop = stopped.set
            under_way.set()
            later(0.2, lambda: say(reply, b"nobody reads it"))
            later(0.25, reply.leave)

        house.answerer = answer
        with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
            client.sendall(get("/d"))
            client.recv(1000)
            client.sendall(get("/d?2"))
            assert under_way.wait(5)
        assert stopped.wait(0.15)
        time.sleep(0.3)
        assert house.serving.under_way == 0

    @pytest.mark.parametrize("act", ["send", "leave"])
    def test_a_server_that_stops_answers_first(self, house: House, act: str) -> None:
        def answer(scope: Scope, body: bytes, reply: Reply) -> None:
            if scope["query_string"]:
                later(0.3, reply.leave if act == "leave" else lambda: say(reply, b"the last #"))
            else:
                say(reply, b"direct #")

        house.answerer = answer
        with serving(house) as (server, port), socket.create_connection(("127.0.0.1", port), timeout=5) as client:
            client.sendall(get("/d"))
            client.recv(1000)
            client.sendall(get("/d?last"))
            time.sleep(0.1)
            server.should_exit = True
            found = b""
            while data := client.recv(1000):
                found += data
        assert found.endswith(b"the last #" if act == "send" else b"last")
        assert b"connection: close" in found
        assert house.serving.under_way == 0

    def test_a_connection_is_closed_when_it_was_quiet_for_so_long(
        self, house: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = DirectProtocol.connection_made

        def short(self: DirectProtocol, transport: asyncio.Transport) -> None:
            made(self, transport)
            self.timeout_keep_alive = 0.3  # type: ignore[assignment] # whole seconds, to users

        monkeypatch.setattr(DirectProtocol, "connection_made", short)
        with serving(house) as (_, port), socket.create_connection(("127.0.0.1", port), timeout=5) as client:
            for _ in range(4):
                client.sendall(get("/d"))
                assert client.recv(1000).startswith(b"HTTP/1.1 200")
                last = time.perf_counter()
                time.sleep(0.15)
            assert client.recv(1000) == b""
            assert 0.25 < time.perf_counter() - last < 1


def test_a_server_that_stops_answers_first(house: House) -> None:
    house.answerer = lambda *asked: later(0.3, lambda: say(asked[2], b"the last #"))
    with serving(house) as (server, port), socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(get("/d"))
        time.sleep(0.1)
        server.should_exit = True
        found = b""
        while data := client.recv(1000):
            found += data
    assert found.endswith(b"the last #")
    assert b"connection: close" in found
    assert house.serving.under_way == 0
