"""The test suite of the W3C for SHACL (https://w3c.github.io/data-shapes/data-shapes-test-suite/)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlparse

from tests.shacl_reports import Found, found_in
from tests.shacl_terms import triples_of
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.lists import read_list
from vocabsvc.shacl.terms import RDF_TYPE, SH, Literal, Term, Triple, is_blank

_MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_SHT = "http://www.w3.org/ns/shacl-test#"


@dataclass(frozen=True)
class Case:
    """``expected`` is ``None`` where an engine must fail. ``one_file``: blank nodes have the same names all over."""

    name: str
    shapes: tuple[Triple, ...]
    data: tuple[Triple, ...]
    expected: Counter[Found] | None
    messages: frozenset[Literal]
    one_file: bool

    def comparable(self, found: Counter[Found]) -> Counter[Found]:
        """Results with blank nodes told apart only where they can be."""
        if self.one_file:
            return found
        counted: Counter[Found] = Counter()
        for result, times in found.items():
            counted[_without_names(result)] += times
        return counted


def cases(manifest: Path) -> Iterator[Case]:
    graph = _graph(manifest)
    here = manifest.resolve().as_uri()
    for included in sorted(graph.objects(here, f"{_MF}include").values(), key=str):
        yield from cases(_path(included))
    for entries in graph.objects(here, f"{_MF}entries").values():
        yield from (_case(graph, entry, manifest) for entry in read_list(graph, entries, here, "mf:entries"))


def _case(graph: Graph, entry: Term, manifest: Path) -> Case:
    action, result = _one(graph, entry, f"{_MF}action"), _one(graph, entry, f"{_MF}result")
    data, shapes = (_path(_one(graph, action, f"{_SHT}{name}")) for name in ("dataGraph", "shapesGraph"))
    fails = result == f"{_SHT}Failure"
    expected = None if fails else found_in(graph.triples(), result)
    messages = frozenset(
        text
        for one in graph.objects(result, f"{SH}result")
        for text in graph.objects(one, f"{SH}resultMessage").values()
        if isinstance(text, tuple)
    )
    assert fails or RDF_TYPE in graph.predicates[result]
    return Case(
        str(entry).rpartition("/tests/")[2],
        _triples(shapes),
        _triples(data),
        expected,
        messages,
        one_file={data, shapes} == {manifest.resolve()},
    )


@lru_cache(maxsize=8)
def _triples(path: Path) -> tuple[Triple, ...]:
    return tuple(triples_of(path.read_bytes(), path.as_uri()))


def _graph(path: Path) -> Graph:
    return Graph(_triples(path.resolve()))


def _path(iri: Term) -> Path:
    return Path(unquote(urlparse(str(iri)).path))


def _one(graph: Graph, node: Term, predicate: str) -> Term:
    (value,) = graph.objects(node, predicate).values()
    return value


def _without_names(found: Found) -> Found:
    focus, path, value, severity, component, shape = found
    return _nameless(focus), path, _nameless(value), severity, component, _nameless(shape)


def _nameless(term: Term | None) -> Term | None:
    return "_:" if term is not None and is_blank(term) else term
