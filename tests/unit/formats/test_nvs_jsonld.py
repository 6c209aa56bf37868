"""Rendered nodes say what the statements say, and what clients need besides."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, Store, Triple, parse

from vocabsvc.formats.nvs_context import CONTEXT, PREFIXES, compact
from vocabsvc.formats.nvs_jsonld import concept_node, group_by_subject, plain_node
from vocabsvc.formats.statement import to_triple
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DCTERMS, OWL, RDF, SKOS, XSD

URI = "http://a.example/vocabulary/a"
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=15)
IRIS = st.sampled_from([URI, "http://a.example/b%20c", "urn:x:é", f"{SKOS}Concept", "_:b1", "_:b2"])
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.builds(lambda text, lang: Literal(text, f"{RDF}langString", lang), TEXTS, st.sampled_from(["en", "fr", "ar"])),
    st.builds(lambda number: Literal(str(number), f"{XSD}integer"), st.integers(0, 99)),
    st.builds(lambda text: Literal(text, "http://a.example/type"), TEXTS),
)
COMPACT = [f"{SKOS}prefLabel", f"{SKOS}member", f"{DCTERMS}title", f"{PREFIXES['dce']}identifier"]
PREDICATES = st.sampled_from([*COMPACT, "http://a.example/p", f"{SKOS}//x", SKOS, "http://a.example/type#"])
SUBJECTS = st.sampled_from([URI, URI, "_:b1", "_:b2"])
TYPES = st.sampled_from([f"{SKOS}Concept", f"{SKOS}Collection", "http://a.example/type"])
STATEMENTS = st.lists(
    st.one_of(
        st.builds(Statement, SUBJECTS, PREDICATES, st.one_of(IRIS, LITERALS)),
        st.builds(Statement, SUBJECTS, st.just(f"{RDF}type"), TYPES),
    ),
    max_size=12,
)


def document(node: str) -> bytes:
    return node.encode()[:-1] + b"," + CONTEXT + b"}"


def canonical(triples: Iterable[Triple]) -> set[str]:
    """Return triples as a store keeps them, where typed literals lose their spelling, with names for blank nodes."""
    store = Store()
    store.extend(Quad(*triple) for triple in triples)
    dataset = Dataset(store)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def expanded(node: str) -> set[str]:
    return canonical(quad.triple for quad in parse(document(node), format=RdfFormat.JSON_LD))


def reachable(statements: list[Statement]) -> list[Statement]:
    """Return what is said of ``URI`` and of the blank nodes it leads to."""
    subjects = [URI]
    for subject in subjects:
        found = (one.object for one in statements if one.subject == subject and one.predicate != f"{RDF}type")
        subjects += [one for one in found if isinstance(one, str) and one.startswith("_:") and one not in subjects]
    return [one for one in statements if one.subject in subjects]


@given(STATEMENTS)
def test_expanded_a_node_says_what_the_statements_say(statements: list[Statement]) -> None:
    node = plain_node(URI, group_by_subject(dict.fromkeys(statements)))
    assert expanded(node) == canonical(map(to_triple, reachable(statements)))


def test_blank_nodes_of_which_the_same_is_said_stay_several() -> None:
    statements = [
        *(Statement(URI, f"{SKOS}prefLabel", node) for node in ("_:b1", "_:b2")),
        *(Statement(node, f"{RDF}type", "http://a.example/type") for node in ("_:b1", "_:b2")),
    ]
    assert expanded(plain_node(URI, group_by_subject(statements))) == canonical(map(to_triple, statements))


@given(STATEMENTS)
def test_a_concept_says_no_more_than_clients_need(statements: list[Statement]) -> None:
    stated = reachable(statements)
    added = expanded(concept_node(URI, group_by_subject(dict.fromkeys(statements)))) - canonical(map(to_triple, stated))
    properties = {line.split()[1][1:-1] for line in added}
    assert properties <= {
        *(f"{SKOS}{name}" for name in ("altLabel", "definition", "notation")),
        *(f"{DCTERMS}date", f"{DCTERMS}identifier", f"{PREFIXES['dce']}identifier"),
        *(f"{OWL}versionInfo", f"{OWL}deprecated"),
    }
    assert properties.isdisjoint(one.predicate for one in stated if one.subject == URI)


def said(*pairs: tuple[str, str | Literal]) -> dict[str, Any]:
    statements = [Statement(URI, predicate, target) for predicate, target in pairs]
    node: dict[str, Any] = json.loads(concept_node(URI, group_by_subject(statements)))
    return node


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        (Literal("true", f"{XSD}boolean"), "true"),
        (Literal("1", f"{XSD}boolean"), "true"),
        (Literal("True"), "true"),
        (Literal("false"), "false"),
        (Literal("no idea"), "false"),
    ],
)
def test_deprecation_is_a_string_whatever_it_was(literal: Literal, value: str) -> None:
    assert said((f"{OWL}deprecated", literal))["owl:deprecated"] == value


def test_one_value_stands_alone_and_several_in_a_list() -> None:
    broader = (f"{SKOS}broader", "http://a.example/1")
    assert said(broader)["skos:broader"] == {"@id": "http://a.example/1"}
    assert said(broader, (f"{SKOS}broader", "http://a.example/2"), broader)["skos:broader"] == [
        {"@id": "http://a.example/1"},
        {"@id": "http://a.example/2"},
    ]


def test_a_preferred_label_is_an_object_with_or_without_language() -> None:
    assert said((f"{SKOS}prefLabel", Literal("Météo", f"{RDF}langString", "fr")))["skos:prefLabel"] == {
        "@language": "fr",
        "@value": "Météo",
    }
    assert said((f"{SKOS}prefLabel", Literal("Météo")))["skos:prefLabel"] == {"@value": "Météo"}


def test_identifiers_repeat_the_notation() -> None:
    node = said((f"{SKOS}notation", Literal("SDN:X01::A")))
    assert (node["dc:identifier"], node["dce:identifier"]) == ("SDN:X01::A", "SDN:X01::A")


def test_blank_nodes_are_written_where_they_are_met_and_a_circle_ends() -> None:
    statements = [
        Statement(URI, f"{DCTERMS}source", "_:a"),
        Statement("_:a", f"{DCTERMS}title", Literal("A book")),
        Statement("_:a", f"{DCTERMS}relation", "_:a"),
    ]
    assert json.loads(plain_node(URI, group_by_subject(statements)))["dc:source"] == {
        "@id": "_:a",
        "dc:relation": {"@id": "_:a"},
        "dc:title": "A book",
    }


def test_a_type_that_is_a_text_is_no_type() -> None:
    assert said((f"{RDF}type", f"{SKOS}Concept"), (f"{RDF}type", Literal("x")))["@type"] == "skos:Concept"


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (f"{SKOS}prefLabel", "skos:prefLabel"),
        (f"{DCTERMS}title", "dc:title"),
        (SKOS, SKOS),
        (f"{SKOS}//x", f"{SKOS}//x"),
        ("http://a.example/p", "http://a.example/p"),
    ],
)
def test_compact_iris(iri: str, short: str) -> None:
    assert compact(iri) == short
