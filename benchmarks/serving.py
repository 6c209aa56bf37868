"""How fast a server starts on a loaded snapshot, what it takes, and how many requests it answers."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

from benchmarks.http_load import HttpLoad, send
from benchmarks.timing import Spread, at_least, show, show_spread

SUGGEST = "/api/v1/suggest?q={}"
CONCEPT = "/api/v1/concepts?uri={}"
SHARE_OF_BARE = 0.2
"""Aim for suggestions a second, as a share of the requests a second of a bare route."""

_ROUNDS = 5
_ONE_BY_ONE = 1000
_START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; ``start_seconds`` passed until its first answer."""

    port: int
    pid: int
    start_seconds: float

    def rss(self) -> int:
        """Return resident memory in bytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024


@contextmanager
def running(module: str, data: Path, first: str) -> Iterator[Server]:
    """Run ``python -m module`` with a data folder and a free port, until it answers at the path ``first``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", *module.split(), "--data", str(data), "--port", str(port)]
    start = time.perf_counter()
    with subprocess.Popen(command, env={**os.environ}, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, first, start + _START_SECONDS)
            yield Server(port, process.pid, time.perf_counter() - start)
        finally:
            process.terminate()


def measure_serving(data: Path, texts: Sequence[str], uris: Sequence[str]) -> bool:
    """Print start, memory, latency and rate; tell whether suggestions have their share of the bare rate."""
    paths = [SUGGEST.format(quote(text)) for text in texts]
    one_by_one, together = paths[:_ONE_BY_ONE], paths[_ONE_BY_ONE:]
    with running("vocabsvc serve", data, "/health") as server, running("benchmarks.bare", data, "/") as bare:
        show("warm start", f"{server.start_seconds:.2f} s to the first answer, RSS {server.rss() / 1e6:.0f} MB")
        show_spread("HTTP suggest, 1 connection", Spread.of(send(server.port, one_by_one, connections=1).times))
        share = _measure_share(server, bare, together)
        concepts = send(server.port, [CONCEPT.format(quote(uri)) for uri in uris], connections=1)
        show_spread("HTTP concept, 1 connection", Spread.of(concepts.times))
        requests = len(texts) + len(uris)
        show("RSS", f"{server.rss() / 1e6:.0f} MB after {requests} requests")
    return share >= SHARE_OF_BARE


def _measure_share(server: Server, bare: Server, paths: Sequence[str]) -> float:
    """Let both take turns, so that what else the machine does meets them alike."""
    send(bare.port, ["/"] * _ONE_BY_ONE)
    size = len(paths) // _ROUNDS
    rounds = [
        (send(server.port, paths[turn * size : (turn + 1) * size]), send(bare.port, ["/"] * size * 3))
        for turn in range(_ROUNDS)
    ]
    suggested, plain = zip(*rounds, strict=True)
    share = median(one.rate / other.rate for one, other in rounds)
    show("requests/s of a bare route", _rates(plain))
    show("suggestions/s", _rates(suggested))
    show("share of the bare rate", f"{share:.3f}", at_least(share, SHARE_OF_BARE))
    return share


def _rates(loads: Sequence[HttpLoad]) -> str:
    rates = [load.rate for load in loads]
    busy = max(load.client_share for load in loads)
    return f"{median(rates):.0f} ({min(rates):.0f}–{max(rates):.0f}, client at work {busy:.0%} of the time)"


def _wait_for(port: int, path: str, deadline: float) -> None:
    while time.perf_counter() < deadline:
        try:
            send(port, [path], connections=1)
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise TimeoutError("the server did not start")
