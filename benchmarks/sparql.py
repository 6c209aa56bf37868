"""The public endpoint beside Oxigraph's own server, which answers in its own process and without a deadline.

The kinds of query are those by which engines are compared: a concept as a graph, described, its ancestors, a test, a
look-up by code, a list with optional fields; and two results of many megabytes. Each is asked of both servers over as
many connections, in turns. Ours keeps short answers: so small queries are measured twice, with texts that were never
asked before, and with the same texts in each round. Scans have no aim: they measure Oxigraph itself.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count, cycle, islice
from pathlib import Path
from statistics import median
from unittest.mock import patch
from urllib.parse import quote

from pyoxigraph import NamedNode, RdfFormat, Store
from rdflib import Graph

from benchmarks.http_load import HttpLoad, send
from benchmarks.peers import oxigraph_server
from benchmarks.serving import running
from benchmarks.timing import at_least, show, show_spread, timed
from vocabsvc.namespaces import NVS, SKOS

SHARE_OF_OXIGRAPH = 0.5
"""Aim for the rate of small queries, and for the bytes a second of large results."""
TWO_READERS = 1.5
"""Aim for scans a second of two readers, as a multiple of those of one."""

_ROUNDS = 5
_REQUESTS = 1500
_SCANS = 8
_LARGE = 8
_FEW = 30
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
            texts = list(islice(cycle(_asking(text, uri) for uri in known), _REQUESTS))
            met &= _share_of_rate(name, (server.port, oxigraph), texts, SHARE_OF_OXIGRAPH)
            met &= _share_of_rate(f"{name}, again", (server.port, oxigraph), texts, SHARE_OF_OXIGRAPH, fresh=False)
        for name, (text, media_type) in LARGE.items():
            met &= _share_of_bytes(name, (server.port, oxigraph), text, media_type)
        for name, text in SCANS.items():
            _share_of_rate(name, (server.port, oxigraph), [text] * _SCANS)
    return _measure_readers(data) and met


def measure_rdflib(graph: Path, uris: Sequence[str]) -> None:
    """Print what rdflib's own engine takes for the small queries over P01, for scale; it has no disk store."""
    vocabulary = f"{NVS}P01/current/"
    dumped = Store.read_only(str(graph)).dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(vocabulary))
    loaded = Graph().parse(data=dumped, format="nt")
    known = [uri for uri in uris if uri.startswith(vocabulary)][:_FEW]
    for name, text in SMALL.items():
        asked = [_PREFIX + _asking(text, uri) for uri in known]
        show_spread(f"rdflib: {name}", timed(lambda query: list(loaded.query(query)), asked))


def _asking(text: str, uri: str) -> str:
    vocabulary, code = uri.rstrip("/").split("/")[-3::2]
    return text.format(uri=uri, code=f"SDN:{vocabulary}::{code}")


def _share_of_rate(
    name: str, ports: tuple[int, int], texts: Sequence[str], aim: float = 0.0, *, fresh: bool = True
) -> bool:
    def rate(load: HttpLoad) -> float:
        return load.rate

    rounds = _turns(ports, texts, "application/sparql-results+json, application/n-triples", fresh=fresh)
    share = median(rate(one) / rate(other) for one, other in rounds)
    rates = " to ".join(f"{median(map(rate, side)):.0f}" for side in zip(*rounds, strict=True))
    show(name, f"{share:.2f} ({rates} requests/s)", at_least(share, aim) if aim else "")
    return share >= aim


def _share_of_bytes(name: str, ports: tuple[int, int], text: str, media_type: str) -> bool:
    rounds = _turns(ports, [text] * _LARGE, media_type)
    share = median(one.megabytes / other.megabytes for one, other in rounds)
    rates = " to ".join(f"{median(load.megabytes for load in side):.0f}" for side in zip(*rounds, strict=True))
    show(name, f"{share:.2f} ({rates} MB/s)", at_least(share, SHARE_OF_OXIGRAPH))
    return share >= SHARE_OF_OXIGRAPH


def _turns(
    ports: tuple[int, int], texts: Sequence[str], accept: str, *, fresh: bool = True
) -> list[tuple[HttpLoad, HttpLoad]]:
    numbers = count()
    rounds = []
    for turn in range(_ROUNDS + 1):
        asked = texts if turn or not fresh else texts[: len(texts) // 8 + 1]  # the first is for warming
        encoded = [quote(f"{_PREFIX}{text}{f' # {next(numbers)}' if fresh else ''}", safe="") for text in asked]
        ours, theirs = ([address.format(one) for one in encoded] for address in (_OURS, _THEIRS))
        rounds.append((send(ports[0], ours, accept=accept), send(ports[1], theirs, accept=accept)))
    return rounds[1:]


def _measure_readers(data: Path) -> bool:
    text, numbers = _PREFIX + SCANS["contains"], count()
    with _serving(data, 1) as one, _serving(data, 2) as two:
        rounds = []
        for _ in range(_ROUNDS):
            paths = [_OURS.format(quote(f"{text} # {next(numbers)}", safe="")) for _ in range(_SCANS)]
            rounds.append([send(port, paths).rate for port in (one, two)])
    gain = median(double / single for single, double in rounds)
    show("two readers of one, scans", f"{gain:.2f}", at_least(gain, TWO_READERS))
    return gain >= TWO_READERS


@contextmanager
def _serving(data: Path, readers: int) -> Iterator[int]:
    """Give the port of a server with so many readers."""
    with patch.dict(os.environ, VOCABSVC_QUERY_READERS=str(readers)), running("vocabsvc serve", data, "/health") as one:
        yield one.port
