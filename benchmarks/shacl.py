"""SHACL engines on the same records and shapes in one run, and how ours grows: ``python -m benchmarks shacl``."""

import gc
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast
from unittest import mock

from benchmarks.timing import Spread, at_least, at_most, show, show_spread, timed
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.rdf_writer import rdf_bytes
from vocabsvc.formats.records.reading import read_records
from vocabsvc.formats.statement import to_statement
from vocabsvc.model.record import Fact
from vocabsvc.model.statement import Statement
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import RDF_TYPE, SH, XSD, Literal, Term, Triple

_BASE = "https://w3id.org/vocabsvc/shapes/"
_RECORDS = 50
_ROUNDS = 3
_LARGEST = 20_000_000
_AIMS = {"pySHACL, tuned": 30.0, "pySHACL, by a path": 150.0, "pyrudof": 5.0}
_MEDIAN_MS = 4.0
_COMPILE_MS = 300.0
_BYTES_A_TRIPLE = 1000.0
_TRIPLES = (1000, 10_000, 100_000, 1_000_000)
_SHAPES = (50, 500, 5000)


@dataclass(frozen=True, slots=True)
class Workload:
    """The shapes that ship, in one file and as terms, and records as terms; the median record among them."""

    shapes: tuple[Triple, ...]
    file: Path
    records: tuple[tuple[Triple, ...], ...]
    facts: tuple[tuple[Fact, ...], ...]

    def median(self) -> tuple[Triple, ...]:
        return sorted(self.records, key=len)[len(self.records) // 2]


def measure_shacl(records: Path, shapes: Path, folder: Path) -> bool:
    """Print everything; tell whether every ratio has its aim."""
    work = workload(records, shapes, folder)
    if work is None:
        print("SHACL engines              not measured: ../shared is absent")
        return True
    compile_ms = min(timed(lambda _: ShapesGraph(work.shapes), range(5)).p50 for _ in range(2))
    show("compile all shapes", f"{compile_ms:.1f} ms, {len(work.shapes)} triples", at_most(compile_ms, _COMPILE_MS))
    met = measure_engines(work)
    measure_triples()
    measure_shapes()
    return met


def workload(records: Path, shapes: Path, folder: Path) -> Workload | None:
    """Return what is measured, ``None`` where there are no records."""
    files = sorted(records.rglob("*.xml"))
    if not files:
        return None
    statements = [
        to_statement(triple)
        for path in sorted(shapes.glob("*.ttl"))
        for triple in parse_rdf(path.read_bytes(), path.name, _BASE).triples
    ]
    file = folder / "shapes.nt"
    file.write_bytes(rdf_bytes(sorted(statements, key=str), "application/n-triples", {}))
    facts = [found for path in files[:: max(1, len(files) // _RECORDS)] for found in _facts(path)]
    terms = tuple(tuple(_triple(fact) for fact in one) for one in facts)
    return Workload(tuple(map(_triple, statements)), file, terms, tuple(facts))


def _facts(path: Path) -> list[tuple[Fact, ...]]:
    try:
        document = read_records(path.read_bytes(), path.name, max_bytes=_LARGEST)
    except UnreadableInput:
        return []
    return [record.graph.facts for record in document.records]


def _triple(said: Fact | Statement) -> Triple:
    value = said.object if isinstance(said.object, str) else Literal(*said.object)
    return said.subject, said.predicate, value


def measure_engines(work: Workload) -> bool:
    """Print what a record costs with each engine; tell whether ours has its aims."""
    shapes = ShapesGraph(work.shapes)
    ours = _run(lambda data: shapes.validate(data, detailed=False), work.records)
    show_spread("our engine, a record", ours)
    show(
        "  the median record",
        f"{(cost := _run(shapes.validate, [work.median()] * 20).p50):.2f} ms",
        at_most(cost, _MEDIAN_MS),
    )
    met = True
    for name, prepare in (
        ("pySHACL, tuned", _tuned_pyshacl),
        ("pySHACL, by a path", _pyshacl_by_a_path),
        ("pyrudof", _rudof),
    ):
        theirs = prepare(work)
        if theirs is None:
            show(name, "not measured: not installed")
            continue
        ratio = theirs.p50 / ours.p50
        show(name, f"{theirs}; {ratio:.0f} times ours", at_least(ratio, _AIMS[name]))
        met &= ratio >= _AIMS[name]
    return met


def _run(validate: Callable[[tuple[Triple, ...]], object], records: Iterable[tuple[Triple, ...]]) -> Spread:
    """Return the shortest of three times for each record: others use the machine, too."""
    ordered = list(records)
    gc.collect()
    rounds = [_times(validate, ordered) for _ in range(_ROUNDS)]
    return Spread.of([min(times) for times in zip(*rounds, strict=True)])


def _times(validate: Callable[[tuple[Triple, ...]], object], records: Sequence[tuple[Triple, ...]]) -> list[float]:
    return [timed(validate, [record]).p50 for record in records]


def _tuned_pyshacl(work: Workload) -> Spread:
    """Shapes as a graph that is read once, and queries that are parsed once."""
    import pyshacl  # noqa: PLC0415 - only where it is measured
    from rdflib.plugins.sparql import processor  # noqa: PLC0415
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415

    shapes = _rdf_graph(work.shapes)
    with mock.patch.object(processor, "parseQuery", lru_cache(parseQuery)):
        graphs = [_rdf_graph(record) for record in work.records]
        return _run(
            cast("Any", lambda data: pyshacl.validate(data, shacl_graph=shapes, inplace=True)), cast("Any", graphs)
        )


def _pyshacl_by_a_path(work: Workload) -> Spread:
    """As it is called in most scripts, over a fifth of the records, for it takes long."""
    import pyshacl  # noqa: PLC0415

    graphs = [_rdf_graph(record) for record in work.records[::5]]
    return timed(lambda data: pyshacl.validate(data, shacl_graph=str(work.file)), graphs)


def _rudof(work: Workload) -> Spread | None:
    """``validate_shacl`` alone: reading the data, some 60 ms, is left out."""
    try:
        from pyrudof import RDFFormat, Rudof, RudofConfig, ShaclFormat  # noqa: PLC0415
    except ImportError:
        return None
    rudof = Rudof(RudofConfig())
    rudof.read_shacl(work.file.read_text("utf-8"), ShaclFormat.NTriples)
    times = []
    for facts in work.facts:
        statements = [Statement(fact.subject, fact.predicate, fact.object) for fact in facts]
        written = rdf_bytes(sorted(statements, key=str), "application/n-triples", {}).decode()
        rudof.read_data(written, RDFFormat.NTriples, merge=False)
        rudof.validate_shacl()
        times.append(min(timed(lambda _: rudof.validate_shacl(), [None]).p50 for _ in range(_ROUNDS)))
    return Spread.of(times)


def _rdf_graph(triples: Sequence[Triple]) -> Any:
    from rdflib import BNode, URIRef  # noqa: PLC0415
    from rdflib import Graph as RdfGraph  # noqa: PLC0415
    from rdflib import Literal as RdfLiteral  # noqa: PLC0415

    def node(term: Term) -> Any:
        if isinstance(term, str):
            return BNode(term[2:]) if term.startswith("_:") else URIRef(term)
        if term.lang:
            return RdfLiteral(term.lexical, lang=term.lang)
        return RdfLiteral(term.lexical, datatype=URIRef(term.datatype), normalize=False)

    graph = RdfGraph(bind_namespaces="none")
    for subject, predicate, value in triples:
        graph.add((node(subject), URIRef(predicate), node(value)))
    return graph


def measure_triples() -> None:
    """Print what data of many sizes costs: time and memory of each triple.

    What a plain dict with the same triples as keys takes tells how much of the growth is the caches of the processor.
    """
    shapes = ShapesGraph(_made_shapes(20))
    for size in _TRIPLES:
        data = _made_data(size)
        gc.collect()
        rounds = max(_ROUNDS, 100_000 // size)
        indexed, whole, plain = (
            min(timed(action, [data]).p50 for _ in range(rounds))
            for action in (Graph, lambda data: shapes.validate(data, detailed=False), dict.fromkeys)
        )
        held = _bytes_of(data)
        micro = 1000 / size
        figures = (
            f"{whole:.1f} ms, {whole * micro:.2f} µs a triple (index {indexed * micro:.2f}, "
            f"a plain dict {plain * micro:.2f}), {held / size:.0f} B a triple"
        )
        show(f"{size:,} triples", figures, at_most(held / size, _BYTES_A_TRIPLE))


def _bytes_of(data: Sequence[Triple]) -> int:
    """Return what the index takes beside the triples that it was made of, with those that it makes when asked."""
    tracemalloc.start()
    graph = Graph(data)
    graph.instances("urn:class:0")
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del graph
    return held + sum(sys.getsizeof(triple) + sys.getsizeof(triple[2]) for triple in data[:1000]) * len(data) // 1000


def measure_shapes() -> None:
    """Print what many shapes cost, to compile and to run over 10,000 triples."""
    data = Graph(_made_data(10_000))
    for size in _SHAPES:
        triples = _made_shapes(size)
        start = time.perf_counter()
        shapes = ShapesGraph(triples)
        compiled = time.perf_counter() - start
        shapes.validate(data, detailed=False)
        start = time.perf_counter()
        shapes.validate(data, detailed=False)
        run = time.perf_counter() - start
        figures = (
            f"compiled in {compiled * 1000:.0f} ms ({compiled / size * 1e6:.0f} µs a shape), run in {run * 1000:.1f} ms"
        )
        show(f"{size:,} shapes", f"{figures} ({run / size * 1e6:.0f} µs a shape)")


def _made_data(size: int) -> list[Triple]:
    """Nodes of ten classes with nine statements each, one of which is often wrong."""
    triples: list[Triple] = []
    for number in range(size // 10):
        node = f"urn:n:{number}"
        triples.append((node, RDF_TYPE, f"urn:class:{number % 10}"))
        for place in range(9):
            text = str(number % 7) if place else "x" * (number % 5)
            triples.append((node, f"urn:p:{place}", Literal(text, f"{XSD}{'integer' if place else 'string'}")))
    return triples


def _made_shapes(size: int) -> list[Triple]:
    """Shapes for the classes in turn: counts, lengths, ranges and patterns; many are of classes without nodes."""
    triples: list[Triple] = []
    for number in range(size):
        shape = f"urn:shape:{number}"
        kind, value = _CONSTRAINTS[number % len(_CONSTRAINTS)]
        said = (("targetClass", f"urn:class:{number}"), ("path", f"urn:p:{number % 9}"), (kind, value))
        triples += [(shape, f"{SH}{name}", term) for name, term in said]
    return triples


_CONSTRAINTS: tuple[tuple[str, Term], ...] = (
    ("minCount", Literal("1", f"{XSD}integer")),
    ("minLength", Literal("1", f"{XSD}integer")),
    ("maxInclusive", Literal("5", f"{XSD}integer")),
    ("pattern", Literal("^[0-9x]+$")),
    ("datatype", f"{XSD}integer"),
)
