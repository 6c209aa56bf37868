"""What is serialised is parsed back equal, in every syntax."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from vocabsvc.errors import QueryRefused, UnreadableInput
from vocabsvc.formats.rdf import encode_iri, parse_rdf, serialise_rdf
from vocabsvc.formats.sparql import QueryForm, query_form

# XML 1.0 cannot hold control characters, nor any syntax lone surrogates; no character is what is not assigned.
texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=40)
locals_ = st.text(st.sampled_from("abcXYZ019éœ-_"), min_size=1, max_size=12)
iris = locals_.map(lambda name: NamedNode(f"http://e.example/é/{name}"))
predicates = st.text(st.sampled_from("abcxyz"), min_size=1, max_size=8).map(
    lambda name: NamedNode(f"http://e.example/#{name}")
)
literals = st.one_of(
    texts.map(Literal),
    st.builds(lambda text, lang: Literal(text, language=lang), texts, st.sampled_from(["fr", "en-gb", "br"])),
    st.builds(lambda text, kind: Literal(text, datatype=kind), texts, iris),
)
triples = st.builds(Triple, iris, predicates, st.one_of(iris, literals))

SYNTAXES = {
    "x.ttl": RdfFormat.TURTLE,
    "x.rdf": RdfFormat.RDF_XML,
    "x.nt": RdfFormat.N_TRIPLES,
    "x.jsonld": RdfFormat.JSON_LD,
}


@pytest.mark.parametrize("name", SYNTAXES)
@given(st.lists(triples, max_size=8, unique_by=str))
def test_parsing_undoes_serialising(name: str, given_triples: list[Triple]) -> None:
    data = serialise_rdf(given_triples, SYNTAXES[name], {"e": "http://e.example/#"})
    document = parse_rdf(data, name, "http://hub.example/")
    assert set(document.triples) == set(given_triples)
    assert document.repaired_iris == ()


@given(texts)
def test_encoding_an_iri_twice_is_encoding_it_once(text: str) -> None:
    encoded = encode_iri(f"http://e.example/{text}")
    assert encode_iri(encoded) == encoded
    assert NamedNode(encoded).value == encoded


@given(st.binary(max_size=200), st.sampled_from([*SYNTAXES, "x.nt.gz", "x.nq"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with contextlib.suppress(UnreadableInput):
        parse_rdf(data, name, "http://hub.example/")


@given(st.one_of(st.text(max_size=200), st.binary(max_size=200).map(lambda data: data.decode("latin-1"))))
def test_any_text_has_a_query_form_or_is_refused(text: str) -> None:
    with contextlib.suppress(QueryRefused):
        assert query_form(text) in QueryForm
