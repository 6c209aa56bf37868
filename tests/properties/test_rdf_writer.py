"""Whatever the graph, every syntax that we write is read back as that graph."""

import json
from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyld import jsonld
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse

from vocabsvc.formats.jsonld_context import TERMS
from vocabsvc.formats.prefixes import VOCABULARY_PREFIXES
from vocabsvc.formats.rdf_writer import rdf_bytes
from vocabsvc.formats.statement import to_triple
from vocabsvc.formats.statement_order import in_reading_order
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import OWL, RDF, SKOS, XSD

TYPE = f"{RDF}type"
BLANK_NODES = ("_:a", "_:b", "_:c0")
IRIS = (
    "http://example.org/a",
    "https://example.org/été/a%20b?x=1&y=(2)#f,g;h",
    "urn:x-test:1",
    "http://example.org/relative/../path",
    # what a JSON-LD reader would take for compact IRIs or terms
    "skos:Concept",
    "dcterms:",
    "v:1",
    "prefLabel:x",
    "notation:x",
    "xsd:string",
    # what a Turtle reader would take for a prefixed name that it is not
    f"{SKOS}a.",
    f"{SKOS}-a",
    f"{SKOS}1a",
    f"{SKOS}é",
    f"{SKOS}",
)
PREDICATES = (
    *TERMS,
    TYPE,
    f"{SKOS}notation",
    f"{OWL}deprecated",
    f"{OWL}sameAs/",  # as NVS writes it
    "http://example.org/p",
    "skos:broader",
    "tag:example.org,2026:p",
    f"{SKOS}",
    f"{RDF}first",
    f"{RDF}value",
)
DATATYPES = (
    *(f"{XSD}{name}" for name in ("string", "boolean", "integer", "decimal", "double", "date")),
    f"{RDF}HTML",
    "http://example.org/datatype",
    "xsd:integer",
)
LEXICAL = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(("true", "TRUE", "1", "007", "-0", "0", "-12", "12345678901234567890", "1.", ".5", "+1.0", "1E0")),
    st.sampled_from(('"', "\\", "'''", '"""', "\n", "\r\n", "\t", "\x7f", "\u2028", "</a>", "@en", "^^", "שלום", "é")),
)
TEXTS = st.builds(Literal, LEXICAL, st.just(f"{RDF}langString"), st.sampled_from(("en", "fr-ca", "x-klingon")))
OBJECTS = st.one_of(
    st.sampled_from((*IRIS, *BLANK_NODES)), TEXTS, st.builds(Literal, LEXICAL, st.sampled_from(DATATYPES), st.just(""))
)
STATEMENTS = st.builds(Statement, st.sampled_from((*IRIS, *BLANK_NODES)), st.sampled_from(PREDICATES), OBJECTS)
GRAPHS = st.lists(STATEMENTS, max_size=8).map(in_reading_order)


def canonical(data: bytes | Iterable[Statement], layout: RdfFormat = RdfFormat.N_TRIPLES) -> set[str]:
    if isinstance(data, bytes):
        quads = [Quad(one.subject, one.predicate, one.object) for one in parse(data, format=layout)]
    else:
        triples = (to_triple(one) for one in data)
        quads = [Quad(one.subject, one.predicate, one.object) for one in triples]
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


@pytest.mark.parametrize("layout", [RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.JSON_LD])
@given(statements=GRAPHS)
@example(statements=[Statement("_:a", f"{SKOS}broader", "_:b"), Statement("_:b", f"{SKOS}broader", "_:a")])
def test_what_is_written_is_read_back(layout: RdfFormat, statements: list[Statement]) -> None:
    written = rdf_bytes(statements, layout.media_type, VOCABULARY_PREFIXES)
    assert canonical(written, layout) == canonical(statements)


@given(statements=GRAPHS)
def test_json_ld_is_the_graph_for_another_reader_too(statements: list[Statement]) -> None:
    # PyLD rewrites doubles that JSON-LD (API §8.2.2) leaves as they are.
    statements = [one for one in statements if not _is_double(one.object)]
    document = json.loads(rdf_bytes(statements, "application/ld+json", {}))
    read = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": _no_network})
    assert canonical(read.encode()) == canonical(statements)


@given(statements=GRAPHS)
def test_names_of_blank_nodes_do_not_count(statements: list[Statement]) -> None:
    renamed = [one._replace(subject=_renamed(one.subject), object=_renamed_object(one.object)) for one in statements]
    for media_type in ("text/turtle", "application/n-triples", "application/ld+json"):
        assert rdf_bytes(renamed, media_type, {}) == rdf_bytes(statements, media_type, {})


def _renamed(node: str) -> str:
    return f"_:other{node[2:]}" if node.startswith("_:") else node


def _renamed_object(target: str | Literal) -> str | Literal:
    return _renamed(target) if isinstance(target, str) else target


def _is_double(target: str | Literal) -> bool:
    return isinstance(target, Literal) and target.datatype == f"{XSD}double"


def _no_network(url: str, options: object) -> None:
    raise AssertionError(f"asked for {url}")
