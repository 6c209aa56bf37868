"""The façades beside what they are measured against: Oxigraph's own server, and our native look-up."""

import time
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import quote

from benchmarks.http_load import send
from benchmarks.peers import oxigraph_server
from benchmarks.serving import Server, running
from benchmarks.timing import Spread, at_least, at_most, show, timed
from vocabsvc.namespaces import NVS

SHARE_OF_OXIGRAPH = 0.5
"""Aim for concepts a second through the NVS façade, as a share of Oxigraph's DESCRIBE for the same concepts."""
SHARE_OF_NATIVE = 0.7
"""Aim for Skosmos searches a second, as a share of native ones for the same words."""
_STREAMED_MB = 20.0
_GROWN_MB = 50.0
_FIRST_BYTE_MS = 100.0
_NOT_MODIFIED_MS = 1.0

_ROUNDS = 5
_WARMING = 200
_PIECE_BYTES = 1_000_000
_CONCEPT = "/collection/{}?_profile=nvs&_mediatype=application/ld+json"
_DESCRIBE = "/query?union-default-graph=&query={}"
_COLLECTION = "/collection/P01/current/?_profile=nvs&_mediatype=application/ld+json"
_NATIVE = "/api/v1/search?q={}"
_SKOSMOS = {
    "label": "/rest/v1/search?query={}&lang=en",
    "beginning": "/rest/v1/search?query={}*&lang=en&maxhits=20",
    "anywhere": "/rest/v1/search?query=*{}*&lang=en&maxhits=20",
}


def measure_facades(data: Path, graph: Path, uris: Sequence[str], words: Sequence[str]) -> bool:
    """Print rates beside those of the peers; tell whether every share has its aim.

    ``data`` is the folder of the snapshots, ``graph`` the database of the current one, which Oxigraph opens
    read-only, as we do. Both sides take turns, and the middle share counts.
    """
    known = [uri.removeprefix(NVS) for uri in uris if uri.startswith(NVS)]
    concepts = [_CONCEPT.format(uri) for uri in known]
    described = [_DESCRIBE.format(quote(f"DESCRIBE <{NVS}{uri}>", safe="")) for uri in known]
    with running("vocabsvc serve", data, "/health") as server, oxigraph_server(graph) as oxigraph:
        met = _share("NVS concept of DESCRIBE", (server.port, concepts), (oxigraph, described), SHARE_OF_OXIGRAPH)
        _measure_stream(server)
        _measure_not_modified(server, concepts[0])
        native = [_NATIVE.format(quote(word)) for word in words]
        for name, path in _SKOSMOS.items():
            paths = [path.format(quote(word)) for word in words]
            met &= _share(f"Skosmos {name} of native", (server.port, paths), (server.port, native), SHARE_OF_NATIVE)
    return met


def _share(name: str, ours: tuple[int, Sequence[str]], theirs: tuple[int, Sequence[str]], aim: float) -> bool:
    for port, paths in (ours, theirs):
        send(port, paths[:_WARMING])
    rounds = [(send(*ours).rate, send(*theirs).rate) for _ in range(_ROUNDS)]
    share = median(rate / other for rate, other in rounds)
    rates = " to ".join(f"{median(rates):.0f}" for rates in zip(*rounds, strict=True))
    show(name, f"{share:.2f} ({rates} requests/s)", at_least(share, aim))
    return share >= aim


def _measure_stream(server: Server) -> None:
    before = server.rss()
    connection = HTTPConnection("127.0.0.1", server.port)
    start = time.perf_counter()
    connection.request("GET", _COLLECTION)
    answer = connection.getresponse()
    size, grown = len(answer.read(1)), 0
    first = (time.perf_counter() - start) * 1000
    while piece := answer.read(_PIECE_BYTES):
        size += len(piece)
        grown = max(grown, server.rss() - before)
    rate = size / 1e6 / (time.perf_counter() - start)
    connection.close()
    show("NVS P01 whole", f"{size / 1e6:.0f} MB at {rate:.0f} MB/s", at_least(rate, _STREAMED_MB))
    show("  first byte", f"{first:.0f} ms", at_most(first, _FIRST_BYTE_MS))
    show("  RSS", f"+{grown / 1e6:.0f} MB", at_most(grown / 1e6, _GROWN_MB))


def _measure_not_modified(server: Server, path: str) -> None:
    connection = HTTPConnection("127.0.0.1", server.port)

    def ask(known: str) -> str:
        connection.request("GET", path, headers={"If-None-Match": known})
        answer = connection.getresponse()
        answer.read()
        return answer.headers["ETag"] if answer.status in {200, 304} else ""

    tag = ask("")
    spread: Spread = timed(ask, [tag] * 1000)
    connection.close()
    show("304, client included", f"p50 {spread.p50:.2f} ms", at_most(spread.p50, _NOT_MODIFIED_MS))
