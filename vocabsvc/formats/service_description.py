"""SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from vocabsvc.formats.dcat import about, number, text
from vocabsvc.formats.prefixes import VOID
from vocabsvc.formats.sparql import GRAPH_TYPES, SOLUTION_TYPES
from vocabsvc.model.label import LangString
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DCTERMS, DEF, RDF, XSD

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
DESCRIPTION_PREFIXES: Final[Mapping[str, str]] = {
    "dcterms": DCTERMS,
    "formats": "http://www.w3.org/ns/formats/",
    "sd": SD,
    "v": DEF,
    "void": VOID,
    "xsd": XSD,
}

_TYPE = f"{RDF}type"
_FORMATS: Final[Mapping[str, str]] = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "rdfxml": "RDF_XML",
    "ntriples": "N-Triples",
    "jsonld": "JSON-LD",
}
"""Short name -> name at https://www.w3.org/ns/formats/."""


@dataclass(frozen=True, slots=True)
class DescribedGraph:
    """A named graph; ``triples`` is ``None`` where nobody counted."""

    uri: str
    titles: tuple[LangString, ...] = ()
    triples: int | None = None


@dataclass(frozen=True, slots=True)
class DescribedLimits:
    """What one query may use: seconds of time, bytes and rows of the answer, bytes of memory."""

    seconds: float
    bytes: int
    rows: int
    memory: int


def describe_service(endpoint: str, graphs: Sequence[DescribedGraph], limits: DescribedLimits) -> Iterator[Statement]:
    """Yield the description of the endpoint at an address; its default graph is the union of ``graphs``."""
    service, dataset, union = f"{endpoint}#service", f"{endpoint}#dataset", f"{endpoint}#union"
    yield from about(
        service,
        (_TYPE, f"{SD}Service"),
        (f"{SD}endpoint", endpoint),
        (f"{SD}supportedLanguage", f"{SD}SPARQL11Query"),
        *((f"{SD}resultFormat", f"http://www.w3.org/ns/formats/{_FORMATS[name]}") for name in _names()),
        (f"{SD}feature", f"{SD}UnionDefaultGraph"),
        (f"{SD}defaultDataset", dataset),
        (f"{DEF}queryTimeout", Literal(f"PT{limits.seconds:g}S", f"{XSD}dayTimeDuration")),
        (f"{DEF}maxAnswerBytes", number(limits.bytes, "integer")),
        (f"{DEF}maxAnswerRows", number(limits.rows, "integer")),
        (f"{DEF}maxMemoryBytes", number(limits.memory, "integer")),
        *((f"{DCTERMS}description", text(words, lang)) for lang, words in _limits_in_words(limits)),
    )
    named = [f"{endpoint}#graph-{position}" for position, _ in enumerate(graphs, start=1)]
    yield from about(
        dataset,
        (_TYPE, f"{SD}Dataset"),
        (f"{SD}defaultGraph", union),
        *((f"{SD}namedGraph", one) for one in named),
    )
    yield from about(union, (_TYPE, f"{SD}Graph"))
    for one, graph in zip(named, graphs, strict=True):
        content = f"{one}-content"
        yield from about(one, (_TYPE, f"{SD}NamedGraph"), (f"{SD}name", graph.uri), (f"{SD}graph", content))
        titles = ((f"{DCTERMS}title", text(title.text, title.lang)) for title in graph.titles)
        yield from about(content, (_TYPE, f"{SD}Graph"), *titles, *_counted(graph.triples))


def _names() -> Iterator[str]:
    yield from SOLUTION_TYPES.values()
    yield from GRAPH_TYPES.values()


def _counted(triples: int | None) -> tuple[tuple[str, Literal], ...]:
    return () if triples is None else ((f"{VOID}triples", number(triples, "integer")),)


def _limits_in_words(limits: DescribedLimits) -> Iterator[tuple[str, str]]:
    memory, answer, rows = limits.memory // 1_000_000, limits.bytes // 1_000_000, limits.rows
    english = (
        f"A query may take {limits.seconds:g} seconds and {memory:,} MB of memory, and its answer may have "
        f"{answer:,} MB and {rows:,} rows. Past a limit it is an error, never a part of the answer."
    )
    french = (
        f"Une requête peut prendre {limits.seconds:g} secondes et {_spaced(memory)} Mo de mémoire, et sa réponse "
        f"avoir {_spaced(answer)} Mo et {_spaced(rows)} lignes. Au-delà, c’est une erreur, jamais une partie de la "
        "réponse."
    )
    yield "en", english
    yield "fr", french


def _spaced(value: int) -> str:
    return f"{value:,}".replace(",", "\u202f")
