"""The public endpoint beside Oxigraph's own server, which answers in its own process and without a deadline.

The kinds of query are those by which engines are compared: a concept as a graph, described, its ancestors, a test, a
look-up by code, a list with optional fields; and two results of many megabytes. Each is asked of both servers over the
same connections, in turns. Scans have no aim: they measure Oxigraph itself.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from unittest.mock import patch
from urllib.parse import quote

from benchmarks.http_load import HttpLoad, send
from benchmarks.peers import oxigraph_server
from benchmarks.serving import running
from benchmarks.timing import at_least, show, timed
from vocabsvc.namespaces import NVS, SKOS

SHARE_OF_OXIGRAPH = 0.5
"""Aim for the rate of small queries, and for the bytes a second of large results."""
TWO_READERS = 1.5
"""Aim for scans a second of two readers, as a multiple of those of one."""

_ROUNDS = 5
_REQUESTS = 1500
_SCANS = 16
_LARGE = 16
_OURS, _THEIRS = "/sparql?query={}", "/query?union-default-graph=&query={}"
_PREFIX = f"PREFIX skos: <{SKOS}> "

SMALL: Mapping[str, str] = {
    "construct a concept": "CONSTRUCT {{ <{uri}> ?p ?o }} WHERE {{ <{uri}> ?p ?o }}",
    "describe a concept": "DESCRIBE <{uri}>",
    "ancestors": "SELECT ?b {{ <{uri}> skos:broader+ ?b }}",
    "ask": "ASK {{ <{uri}> a skos:Concept }}",
    "by notation": 'SELECT ?c {{ ?c skos:notation "{code}" }}',
    "list with optionals": (
        "SELECT ?c ?l ?d {{ ?c skos:broader <{uri}> ; skos:prefLabel ?l "
        "OPTIONAL {{ ?c skos:definition ?d }} }} LIMIT 50"
    ),
}
"""Name -> text, with places for the IRI and the code of a concept."""

LARGE: Mapping[str, tuple[str, str]] = {
    "all labels": ("SELECT ?c ?l { ?c skos:prefLabel ?l }", "application/sparql-results+json"),
    "all of P01": (
        f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH <{NVS}P01/current/> {{ ?s ?p ?o }} }}",
        "application/n-triples",
    ),
}
"""Name -> text and media type."""

SCANS: Mapping[str, str] = {
    "contains": 'SELECT ?c { ?c skos:prefLabel ?l FILTER(CONTAINS(?l, "zzqqxx")) }',
    "facets": "SELECT ?g (COUNT(?c) AS ?n) { GRAPH ?g { ?c a skos:Concept } } GROUP BY ?g",
    "a page in order": "SELECT ?c ?l { ?c skos:prefLabel ?l } ORDER BY ?l LIMIT 100 OFFSET 5000",
    "join of mappings": "SELECT (COUNT(*) AS ?n) { ?a skos:exactMatch ?b . ?a skos:prefLabel ?l }",
}


def measure_sparql(data: Path, graph: Path, uris: Sequence[str]) -> bool:
    """Print shares; tell whether every one has its aim. ``graph`` is the database of the current snapshot."""
    known = [uri for uri in uris if uri.startswith(NVS)]
    met = True
    with running("vocabsvc serve", data, "/health") as server, oxigraph_server(graph) as oxigraph:
        for name, text in SMALL.items():
            texts = islice(cycle(_asking(text, uri) for uri in known), _REQUESTS)
            met &= _share_of_rate(name, (server.port, oxigraph), list(texts))
        for name, (text, media_type) in LARGE.items():
            met &= _share_of_bytes(name, (server.port, oxigraph), text, media_type)
        for name, text in SCANS.items():
            _share_of_rate(name, (server.port, oxigraph), [text] * _SCANS, aim=None)
    return _measure_readers(data) and met


def measure_rdflib(graph_file: bytes, uris: Sequence[str]) -> None:
    """Print what rdflib's own engine takes for the small queries over N-Triples of the same data."""
    from rdflib import Graph  # noqa: PLC0415 - no other measure needs it

    graph = Graph()
    graph.parse(data=graph_file, format="nt")
    for name, text in SMALL.items():
        spread = timed(lambda asked: list(graph.query(asked)), [_PREFIX + _asking(text, uri) for uri in uris[:30]])
        show(f"rdflib: {name}", spread)


def _asking(text: str, uri: str) -> str:
    vocabulary, code = uri.rstrip("/").split("/")[-3::2]
    return text.format(uri=uri, code=f"SDN:{vocabulary}::{code}")


def _share_of_rate(
    name: str, ports: tuple[int, int], texts: Sequence[str], aim: float | None = SHARE_OF_OXIGRAPH
) -> bool:
    def rate(load: HttpLoad) -> float:
        return load.rate

    rounds = _turns(ports, texts, "application/sparql-results+json, application/n-triples")
    share = median(rate(one) / rate(other) for one, other in rounds)
    rates = " to ".join(f"{median(map(rate, side)):.0f}" for side in zip(*rounds, strict=True))
    show(name, f"{share:.2f} ({rates} requests/s)", "" if aim is None else at_least(share, aim))
    return aim is None or share >= aim


def _share_of_bytes(name: str, ports: tuple[int, int], text: str, media_type: str) -> bool:
    rounds = _turns(ports, [text] * _LARGE, media_type)
    share = median(one.megabytes / other.megabytes for one, other in rounds)
    rates = " to ".join(f"{median(load.megabytes for load in side):.0f}" for side in zip(*rounds, strict=True))
    show(name, f"{share:.2f} ({rates} MB/s)", at_least(share, SHARE_OF_OXIGRAPH))
    return share >= SHARE_OF_OXIGRAPH


def _turns(ports: tuple[int, int], texts: Sequence[str], accept: str) -> list[tuple[HttpLoad, HttpLoad]]:
    encoded = [quote(_PREFIX + text, safe="") for text in texts]
    ours, theirs = ([address.format(one) for one in encoded] for address in (_OURS, _THEIRS))
    for port, paths in zip(ports, (ours, theirs), strict=True):
        send(port, paths[: len(paths) // 8 + 1], accept=accept)
    return [(send(ports[0], ours, accept=accept), send(ports[1], theirs, accept=accept)) for _ in range(_ROUNDS)]


def _measure_readers(data: Path) -> bool:
    path = _OURS.format(quote(_PREFIX + SCANS["contains"], safe=""))
    with _serving(data, 1) as one, _serving(data, 2) as two:
        rounds = [[send(port, [path] * _SCANS).rate for port in (one, two)] for _ in range(_ROUNDS)]
    gain = median(double / single for single, double in rounds)
    show("two readers of one, scans", f"{gain:.2f}", at_least(gain, TWO_READERS))
    return gain >= TWO_READERS


@contextmanager
def _serving(data: Path, readers: int) -> Iterator[int]:
    """Give the port of a server with so many readers."""
    with patch.dict(os.environ, VOCABSVC_QUERY_READERS=str(readers)), running("vocabsvc serve", data, "/health") as one:
        yield one.port
