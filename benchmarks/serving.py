"""How fast a server starts on a loaded snapshot, what it takes, and how it answers over HTTP."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from benchmarks.timing import spread, timed

_PATHS = {
    "search": "/api/v1/search?q={}",
    "suggest": "/api/v1/suggest?q={}",
    "concept": "/api/v1/concepts?uri={}",
}
_START_SECONDS = 60


def measure_serving(data: Path, texts: list[str], uris: list[str]) -> None:
    """Start a server and print start, memory and latency of one connection."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with _server(data, port) as process:
        start = time.perf_counter()
        _wait_until_healthy(port, start + _START_SECONDS)
        print(f"warm start       {time.perf_counter() - start:.2f} s to the first answer")
        connection = HTTPConnection("127.0.0.1", port)
        for name, path in _PATHS.items():
            items = uris if name == "concept" else texts
            times = timed(lambda item, path=path: _get(connection, path.format(quote(item))), items)  # type: ignore[misc] # bound now
            print(f"HTTP {name:<11} {spread(times)}")
        connection.close()
        print(f"RSS              {_rss(process.pid):.0f} MB after {3 * len(texts)} requests")


@contextmanager
def _server(data: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "vocabsvc", "serve", "--data", str(data), "--port", str(port)]
    with subprocess.Popen(command, env={**os.environ}) as process:
        try:
            yield process
        finally:
            process.terminate()


def _wait_until_healthy(port: int, deadline: float) -> None:
    while time.perf_counter() < deadline:
        try:
            _get(HTTPConnection("127.0.0.1", port), "/health")
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise TimeoutError("the server did not start")


def _get(connection: HTTPConnection, path: str) -> bytes:
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise OSError(f"{path}: {answer.status}")
    return body


def _rss(pid: int) -> float:
    """Return resident memory in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
