"""Zip archives, and a server on this machine that gives them."""

import io
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Turn = Callable[[BaseHTTPRequestHandler], None]


def archive_of(folder: Path, top: str = "") -> bytes:
    """A zip archive of all files below a folder."""
    files = {f"{top}{path.relative_to(folder).as_posix()}": path.read_bytes() for path in folder.rglob("*.*")}
    return archive(files)


def archive(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in files.items():
            into.writestr(name, content)
    return packed.getvalue()


@dataclass(slots=True)
class ArchiveServer:
    """Its address, what it gives at each path, and what it was asked."""

    address: str
    turns: dict[str, Turn] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def put(self, path: str, turn: Turn) -> str:
        """Answer at a path, and return its address."""
        self.turns[path] = turn
        return self.address + path


@contextmanager
def archive_server() -> Iterator[ArchiveServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.asked.append(self.path)
            turn = seen.turns.get(self.path)
            if turn is None:
                self.send_error(404)
            else:
                turn(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in http.server
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        seen = ArchiveServer(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield seen
        finally:
            server.shutdown()
            thread.join()


def gives(body: bytes) -> Turn:
    def turn(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return turn


def points_to(address: str) -> Turn:
    def turn(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return turn


def breaks_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"PK")
