"""SHACL engines on the same records and shapes in one run, and how ours grows: ``python -m benchmarks shacl``."""

import gc
import math
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeAlias
from unittest import mock

from benchmarks.timing import Spread, at_least, at_most, show, timed
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.rdf_writer import rdf_bytes
from vocabsvc.formats.records.reading import read_records
from vocabsvc.formats.statement import to_statement
from vocabsvc.model.record import Fact
from vocabsvc.model.statement import Statement
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import RDF, SH, XSD, Literal, Term, Triple

_BASE = "https://w3id.org/vocabsvc/shapes/"
_RECORDS = 50
_ROUNDS = 7
_WARMING = 5.0
_LARGEST = 20_000_000
_AIMS = {"pySHACL, tuned": 30.0, "pySHACL, by a path": 150.0, "pyrudof": 5.0}
_MEDIAN_MS = 4.0
_COMPILE_MS = 300.0
_BYTES_A_TRIPLE = 1000.0
_TRIPLES = (1000, 10_000, 100_000, 1_000_000)
_SHAPES = (50, 500, 5000)


@dataclass(frozen=True, slots=True)
class Record:
    """A record as facts and as the terms of our engine."""

    facts: tuple[Fact, ...]
    triples: tuple[Triple, ...]


Ready: TypeAlias = Callable[[Record], Callable[[], object]]
"""Hands a record to an engine, and returns what validates it."""


@dataclass(frozen=True, slots=True)
class Workload:
    """The shapes that ship, in one file and as terms, and records."""

    shapes: tuple[Triple, ...]
    file: Path
    records: tuple[Record, ...]

    def median(self) -> Record:
        return sorted(self.records, key=lambda record: len(record.facts))[len(self.records) // 2]


def measure_shacl(records: Path, shapes: Path, folder: Path) -> bool:
    """Print everything; tell whether every ratio has its aim."""
    work = workload(records, shapes, folder)
    if work is None:
        print("SHACL engines              not measured: ../shared is absent")
        return True
    compile_ms = min(_once(partial(ShapesGraph, work.shapes)) for _ in range(_ROUNDS))
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
    return Workload(
        tuple(map(_triple, statements)), file, tuple(Record(one, tuple(map(_triple, one))) for one in facts)
    )


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
    """Print what a record costs with each engine; tell whether ours has its aims.

    Each engine takes turns with ours at every record, so that what else the machine does meets both alike.
    """
    shapes = ShapesGraph(work.shapes)

    def ours(record: Record) -> object:
        return shapes.validate(record.triples, detailed=False)

    median = _shortest(partial(shapes.validate, work.median().triples))
    show("our engine, median record", f"{median:.2f} ms, index included", at_most(median, _MEDIAN_MS))
    met = True
    for name, prepare, every, rounds in (
        ("pySHACL, tuned", _tuned_pyshacl, 1, 3),
        ("pySHACL, by a path", _pyshacl_by_a_path, 5, 2),
        ("pyrudof", _rudof, 1, _ROUNDS),
    ):
        with prepare(work) as ready:
            if ready is None:
                show(name, "not measured: not installed")
                continue
            pairs = [_in_turns(ours, ready, record, rounds) for record in work.records[::every]]
        ratio = statistics.median(theirs / our for our, theirs in pairs)
        show(
            name, f"{Spread.of([theirs for _, theirs in pairs])}; {ratio:.0f} times ours", at_least(ratio, _AIMS[name])
        )
        show("  ours beside it", Spread.of([our for our, _ in pairs]))
        met &= ratio >= _AIMS[name]
    return met


def _in_turns(ours: Callable[[Record], object], ready: Ready, record: Record, rounds: int) -> tuple[float, float]:
    """Return the shortest of so many times of ours and of the other engine, one right after the other."""
    theirs = ready(record)
    both = [(_warm(partial(ours, record)), _warm(theirs)) for _ in range(rounds)]
    return min(our for our, _ in both), min(their for _, their in both)


def _warm(action: Callable[[], object]) -> float:
    """Return how long a call takes once the last ``_WARMING`` milliseconds were spent on others like it.

    The engine before has had the caches of the processor to itself, and one call of ours is too short to fill them.
    """
    end = time.perf_counter() + _WARMING / 1000
    while time.perf_counter() < end:
        action()
    return timed(lambda _: action(), [None]).p50


def _shortest(action: Callable[[], object]) -> float:
    return min(_warm(action) for _ in range(_ROUNDS))


def _once(action: Callable[[], object]) -> float:
    """Return how long a call takes for which nothing is left to collect that others made."""
    gc.collect()
    gc.freeze()
    took = timed(lambda _: action(), [None]).p50
    gc.unfreeze()
    return took


@contextmanager
def _tuned_pyshacl(work: Workload) -> Iterator[Ready]:
    """Shapes as a graph that is read once, and queries that are parsed once."""
    import pyshacl  # noqa: PLC0415 - only where it is measured
    from rdflib.plugins.sparql import processor  # noqa: PLC0415
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415

    shapes = _rdf_graph(work.shapes)

    def ready(record: Record) -> Callable[[], object]:
        return partial(pyshacl.validate, _rdf_graph(record.triples), shacl_graph=shapes, inplace=True)

    with mock.patch.object(processor, "parseQuery", lru_cache(parseQuery)):
        yield ready


@contextmanager
def _pyshacl_by_a_path(work: Workload) -> Iterator[Ready]:
    """As it is called in most scripts."""
    import pyshacl  # noqa: PLC0415

    yield lambda record: partial(pyshacl.validate, _rdf_graph(record.triples), shacl_graph=str(work.file))


@contextmanager
def _rudof(work: Workload) -> Iterator[Ready | None]:
    """``validate_shacl`` alone: its shapes are compiled and its data read beforehand, which is shown apart."""
    try:
        from pyrudof import RDFFormat, Rudof, RudofConfig, ShaclFormat  # noqa: PLC0415
    except ImportError:
        yield None
        return
    rudof = Rudof(RudofConfig())
    rudof.read_shacl(work.file.read_text("utf-8"), ShaclFormat.NTriples)
    reading: list[float] = []

    def ready(record: Record) -> Callable[[], object]:
        statements = [Statement(fact.subject, fact.predicate, fact.object) for fact in record.facts]
        written = rdf_bytes(sorted(statements, key=str), "application/n-triples", {}).decode()
        reading.append(timed(lambda text: rudof.read_data(text, RDFFormat.NTriples, merge=False), [written]).p50)
        return rudof.validate_shacl

    yield ready
    show("  pyrudof, reading data", f"{Spread.of(reading)}, not in its times; in ours is the index of the data")


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
    """Print what data of many sizes costs: time and memory of each triple, and how they grow.

    What a plain dict with the same triples as keys takes tells how much of the growth is the memory of the machine:
    to put each triple into it is the least that CPython can do with data.
    """
    shapes = ShapesGraph(_made_shapes(20))
    costs = [_cost(shapes, size) for size in _TRIPLES]
    for cost in costs:
        show(f"{cost.size:,} triples", cost, at_most(cost.bytes, _BYTES_A_TRIPLE))
    for name in ("index", "validation", "both", "dict"):
        power = _exponent(_TRIPLES, [cost.times()[name] for cost in costs])
        show(f"  growth, {name}", f"as triples to the power of {power:.2f}")


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds for data of a size, and bytes of the triples and of the index."""

    size: int
    index: float
    validation: float
    plain: float
    given: int
    held: int

    def times(self) -> Mapping[str, float]:
        both = self.index + self.validation
        return {"index": self.index, "validation": self.validation, "both": both, "dict": self.plain}

    def __str__(self) -> str:
        times = (f"{name} {ms:.2f} ms {ms * 1000 / self.size:.2f} µs" for name, ms in self.times().items())
        return f"{', '.join(times)}; {self.held / self.size:.0f} B beside {self.given / self.size:.0f} B of data"

    @property
    def bytes(self) -> float:
        """Of a triple, in the data and in the index."""
        return (self.given + self.held) / self.size


def _cost(shapes: ShapesGraph, size: int) -> Cost:
    """Return the shortest times with data that was just made, whose texts have never been hashed."""
    index, validation, plain = [], [], []
    for _ in range(max(_ROUNDS, 100_000 // size)):
        data = _made_data(size)
        gc.freeze()  # whoever made it pays for its collection
        start = time.perf_counter()
        graph = Graph(data)
        middle = time.perf_counter()
        shapes.validate(graph, detailed=False)
        validation.append(time.perf_counter() - middle)
        index.append(middle - start)
        gc.unfreeze()
        del graph, data
        plain.append(timed(dict.fromkeys, [_made_data(size)]).p50)
    return Cost(size, min(index) * 1000, min(validation) * 1000, min(plain), *_bytes_of(size))


def _exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """Return the slope of the line nearest to the points where both are logarithms; 1 is linear."""
    return statistics.linear_regression([math.log(size) for size in sizes], [math.log(one) for one in times]).slope


def _bytes_of(size: int) -> tuple[int, int]:
    """Return what data takes with all its texts, and what the index takes beside it."""
    tracemalloc.start()
    data = _made_data(size)
    given, _ = tracemalloc.get_traced_memory()
    graph = Graph(data)
    graph.instances("urn:class:0")  # with what is made when it is asked for
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return given, held - given


def measure_shapes() -> None:
    """Print what many shapes cost: to compile, and to run over 1,000 triples, where each has ten nodes or most none."""
    data = Graph(_made_data(1000))
    compiling, running = [], []
    for size in _SHAPES:
        triples = _made_shapes(size, classes=10)
        shapes, idle = ShapesGraph(triples), ShapesGraph(_made_shapes(size))
        compiling.append(min(_once(partial(ShapesGraph, triples)) for _ in range(_ROUNDS)))
        running.append(_shortest(partial(shapes.validate, data, detailed=False)))
        without = _shortest(partial(idle.validate, data, detailed=False))
        each = (f"{figures[-1]:.1f} ms, {figures[-1] / size * 1000:.0f} µs a shape" for figures in (compiling, running))
        show(
            f"{size:,} shapes", f"compiled in {next(each)}; run in {next(each)}, {without:.2f} ms where most find none"
        )
    for name, times in (("compiling", compiling), ("running", running)):
        show(f"  growth, {name}", f"as shapes to the power of {_exponent(_SHAPES, times):.2f}")


def _made_data(size: int) -> list[Triple]:
    """Nodes of ten classes with nine statements each, one of which is often wrong.

    Each term has a text of its own, as the readers of RDF files hand them over.
    """
    triples: list[Triple] = []
    for number in range(size // 10):
        triples.append((f"urn:n:{number}", f"{RDF}type", f"urn:class:{number % 10}"))
        for place in range(9):
            text = str(number % 7) if place else "x" * (number % 5)
            value = Literal(text, f"{XSD}{'integer' if place else 'string'}")
            triples.append((f"urn:n:{number}", f"urn:p:{place}", value))
    return triples


def _made_shapes(size: int, classes: int = _SHAPES[-1]) -> list[Triple]:
    """Shapes for so many classes in turn, of which ten have nodes: counts, lengths, ranges and patterns."""
    triples: list[Triple] = []
    for number in range(size):
        shape = f"urn:shape:{number}"
        kind, value = _CONSTRAINTS[number % len(_CONSTRAINTS)]
        said = (("targetClass", f"urn:class:{number % classes}"), ("path", f"urn:p:{number % 9}"), (kind, value))
        triples += [(shape, f"{SH}{name}", term) for name, term in said]
    return triples


_CONSTRAINTS: tuple[tuple[str, Term], ...] = (
    ("minCount", Literal("1", f"{XSD}integer")),
    ("minLength", Literal("1", f"{XSD}integer")),
    ("maxInclusive", Literal("5", f"{XSD}integer")),
    ("pattern", Literal("^[0-9x]+$")),
    ("datatype", f"{XSD}integer"),
)
