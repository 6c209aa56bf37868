import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, Store

from vocabsvc.formats.sparql import GRAPH_TYPES, SOLUTION_TYPES
from vocabsvc.store.rows import RowCount

P, Q, TYPE = (NamedNode(iri) for iri in ("urn:p", "urn:q", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"))
TRAPS = ['"', "\\", '\\"', " , ", " ;\n", " .\n", "\r\n", "\n", "\t", '}},{"', "}},{", '{"@', "]},{", "<result>"]
TRAPS += ["\n\t\t<", "\n\t\t", "\n\t", "\n\t<rdf:Description", "é", "a", ",", "."]
texts = st.lists(st.sampled_from(TRAPS), max_size=8).map("".join)
objects = st.one_of(
    texts.map(Literal),
    texts.map(lambda text: Literal(text, language="en")),
    st.integers(0, 9).map(Literal),
    st.sampled_from([NamedNode("urn:o,;."), NamedNode("urn:T"), BlankNode("b")]),
)
statements = st.tuples(st.sampled_from([NamedNode("urn:s"), BlankNode("s")]), st.sampled_from([P, Q, TYPE]), objects)
Statement = tuple[NamedNode | BlankNode, NamedNode, NamedNode | BlankNode | Literal]
graphs = st.lists(statements, max_size=12)
sizes = st.integers(1, 40)


def counted(document: bytes, media_type: str, size: int) -> int:
    count = RowCount(media_type)
    for start in range(0, len(document), size):
        count.add(document[start : start + size])
    return count.end()


def loaded(triples: list[Statement]) -> Store:
    store = Store()
    store.extend(Quad(*triple) for triple in triples)
    return store


@pytest.mark.parametrize("media_type", SOLUTION_TYPES)
@given(triples=graphs, size=sizes)
def test_solutions_are_counted_whatever_the_literals_say(media_type: str, triples: list[Statement], size: int) -> None:
    store = loaded(triples)
    results = store.query("SELECT ?p ?o ?never { ?s ?p ?o }")
    document = results.serialize(format=QueryResultsFormat.from_media_type(media_type))  # type: ignore[arg-type] # it has one
    expected = len(store)
    if media_type.endswith("json"):
        expected = max(1, expected)
    assert counted(document or b"", media_type, size) == expected


@pytest.mark.parametrize("media_type", GRAPH_TYPES)
@given(triples=graphs, size=sizes)
def test_triples_are_counted_whatever_the_literals_say(media_type: str, triples: list[Statement], size: int) -> None:
    store = loaded(triples)
    results = store.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    document = results.serialize(format=RdfFormat.from_media_type(media_type))  # type: ignore[arg-type] # it has one
    assert counted(document or b"", media_type, size) == len(store)


def test_solutions_that_bind_nothing_are_counted_except_in_json() -> None:
    for media_type in SOLUTION_TYPES:
        results = Store().query("SELECT ?a { {} UNION {} UNION {} }")
        document = results.serialize(format=QueryResultsFormat.from_media_type(media_type))  # type: ignore[arg-type] # it has one
        assert counted(document or b"", media_type, 7) == (1 if media_type.endswith("json") else 3)


def test_other_media_types_have_no_rows() -> None:
    assert counted(b"a\nb\n", "text/html", 2) == 0
