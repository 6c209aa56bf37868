"""A server on a free port of this machine that answers as it is told, one entry a request."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

XML = "application/sparql-results+xml"

Handler = BaseHTTPRequestHandler
Turn = Callable[[Handler], None]


@dataclass(slots=True)
class Loopback:
    """Its address, and what it was asked: the headers and the form of each request."""

    address: str
    asked: list[tuple[dict[str, str], dict[str, list[str]]]] = field(default_factory=list)


@contextmanager
def answering(*turns: Turn) -> Iterator[Loopback]:
    """Answer each request by its turn, and all that come later by the last."""
    waiting = list(turns)

    class Scripted(Handler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:  # noqa: N802 - its name in http.server
            body = self.rfile.read(int(self.headers["Content-Length"]))
            seen.asked.append(({name.lower(): text for name, text in self.headers.items()}, parse_qs(body.decode())))
            turn = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            turn(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in http.server
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Scripted) as server:
        seen = Loopback(f"http://127.0.0.1:{server.server_port}/sparql")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield seen
        finally:
            server.shutdown()
            thread.join()


def drops(handler: Handler) -> None:
    """Close the connection without an answer."""
    handler.close_connection = True
    handler.connection.close()


def sends(body: bytes, kind: str = XML, status: int = 200, headers: Sequence[tuple[str, str]] = ()) -> Turn:
    """Answer with a body."""

    def turn(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in [("Content-Type", kind), ("Content-Length", str(len(body))), *headers]:
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return turn


def breaks_off(body: bytes, kind: str = XML) -> Turn:
    """Promise more than the body, and close the connection after it."""

    def turn(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body) + 1000))
        handler.end_headers()
        handler.wfile.write(body)
        handler.wfile.flush()
        drops(handler)

    return turn


def document(*values: str) -> bytes:
    """Return a result document with one variable."""
    rows = "".join(f'<result><binding name="x"><literal>{value}</literal></binding></result>' for value in values)
    head = '<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/></head>'
    return f"{head}<results>{rows}</results></sparql>".encode()
