"""RDF/XML says what the statements say, to two readers."""

from collections.abc import Iterable

import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdflib.compare import isomorphic

from vocabsvc.formats.rdf_xml import write_rdf_xml
from vocabsvc.formats.statement import to_statement, to_triple
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, SKOS, XSD

E = "http://e.example/"
PREFIXES = {"skos": SKOS, "e": f"{E}#", "s": E}

# What XML 1.0 can hold: the rest is replaced, as a unit test shows.
CHARACTERS = st.one_of(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")),
    st.sampled_from("\t\n\r \x7f\x85\u2028<>&'\"é\u0301œ水\u202b\u05d0ع😀]"),
)
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=30),
    st.sampled_from(["", " ", "\n\n", "]]>", "<!--x-->", "&amp;", "<![CDATA[x]]>", "<?pi?>", "a\r\nb", "{}"]),
)
LOCALS = st.text(st.sampled_from("abXZ019éœø-_.~:@!$&'()*+,;=%C3?#/水😀"), max_size=10).filter(
    lambda text: not any(step in {".", ".."} for step in text.split("/"))  # readers resolve such steps
)
IRIS = st.builds("{}{}".format, st.sampled_from([E, f"{E}#", "urn:x:", SKOS, "https://hub.exemple/é/"]), LOCALS).filter(
    lambda iri: "%" not in iri.replace("%C3", "") and iri.count("#") <= 1
)
NAMES = st.text(st.sampled_from("abcXYZéœ水_"), min_size=1, max_size=6)
SAYABLE = st.builds("{}{}".format, st.sampled_from([E, f"{E}#", f"{E}1-", "urn:x:", f"{E}?q=", SKOS, f"{RDF}_"]), NAMES)
BLANK = st.sampled_from(["_:a", "_:1f", "_:b.c", "_:éœ"])
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.builds(
        lambda text, lang: Literal(text, f"{RDF}langString", lang), TEXTS, st.sampled_from(["fr", "en-gb", "ar"])
    ),
    st.builds(Literal, TEXTS, st.sampled_from([f"{E}#kind", f"{E}d?x=1&y=2"]), st.just("")),
    st.sampled_from([Literal("12.50", f"{XSD}decimal"), Literal("true", f"{XSD}boolean")]),
)
TYPES = st.builds(Statement, st.one_of(IRIS, BLANK), st.just(f"{RDF}type"), st.one_of(SAYABLE, IRIS, BLANK))
STATEMENTS = st.builds(Statement, st.one_of(IRIS, BLANK), SAYABLE, st.one_of(IRIS, BLANK, LITERALS))


class Buffer(bytearray):
    def write(self, data: bytes, /) -> int:
        self.extend(data)
        return len(data)

    def flush(self) -> None:
        pass


def graph(statements: Iterable[Statement]) -> rdflib.Graph:
    found = rdflib.Graph()
    for subject, predicate, target in statements:
        found.add((node(subject), rdflib.URIRef(predicate), node(target)))
    return found


def node(term: str | Literal) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    if isinstance(term, Literal):
        kind = None if term.lang or term.datatype == f"{XSD}string" else rdflib.URIRef(term.datatype)
        return rdflib.Literal(term.lexical, lang=term.lang or None, datatype=kind, normalize=False)
    return rdflib.BNode(term) if term.startswith("_:") else rdflib.URIRef(term)


def grouped(statements: list[Statement]) -> list[Statement]:
    subjects = dict.fromkeys(one.subject for one in statements)
    return [one for subject in subjects for one in statements if one.subject == subject]


@given(st.lists(st.one_of(STATEMENTS, TYPES), max_size=8, unique=True))
def test_both_readers_get_the_graph_back(statements: list[Statement]) -> None:
    ordered, buffer = grouped(statements), Buffer()
    write_rdf_xml(ordered, PREFIXES, buffer)
    data = bytes(buffer)
    expected = graph(ordered)
    assert isomorphic(graph(to_statement(quad.triple) for quad in parse(data, format=RdfFormat.RDF_XML)), expected)
    assert isomorphic(rdflib.Graph().parse(data=data, format="xml"), expected)


@given(st.lists(st.builds(Statement, IRIS, SAYABLE, st.one_of(IRIS, LITERALS)), max_size=8, unique=True))
def test_without_blank_nodes_the_statements_are_the_same(statements: list[Statement]) -> None:
    buffer = Buffer()
    write_rdf_xml(grouped(statements), PREFIXES, buffer)
    assert {quad.triple for quad in parse(bytes(buffer), format=RdfFormat.RDF_XML)} == set(map(to_triple, statements))
