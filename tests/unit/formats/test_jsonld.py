import json
from typing import Any

import pytest

from vocabsvc.formats.jsonld import jsonld_pieces
from vocabsvc.formats.jsonld_context import CONTEXT, TERMS
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DCTERMS, OWL, RDF, SKOS, XSD

QUAY = "http://example.org/quay"
TYPE = f"{RDF}type"


def document(*statements: Statement) -> dict[str, Any]:
    read: dict[str, Any] = json.loads("".join(jsonld_pieces(statements)))
    return read


def node(*pairs: tuple[str, str | Literal]) -> dict[str, Any]:
    (only,) = document(*(Statement(QUAY, predicate, target) for predicate, target in pairs))["@graph"]
    found: dict[str, Any] = only
    return found


def english(text: str) -> Literal:
    return Literal(text, f"{RDF}langString", "en")


def test_a_concept_reads_as_json() -> None:
    assert node(
        (TYPE, f"{SKOS}Concept"),
        (f"{SKOS}notation", Literal("Q1")),
        (f"{SKOS}prefLabel", english("Quay")),
        (f"{SKOS}prefLabel", Literal("Quai", f"{RDF}langString", "fr")),
        (f"{SKOS}altLabel", Literal("QUAY")),
        (f"{SKOS}broader", "http://example.org/harbour"),
        (f"{OWL}deprecated", Literal("false", f"{XSD}boolean")),
        (f"{DCTERMS}modified", Literal("2026-02-03", f"{XSD}date")),
        ("http://example.org/length", Literal("120", f"{XSD}integer")),
    ) == {
        "@id": QUAY,
        "@type": "skos:Concept",
        "notation": "Q1",
        "prefLabel": {"en": ["Quay"], "fr": ["Quai"]},
        "altLabel": {"@none": ["QUAY"]},
        "broader": ["http://example.org/harbour"],
        "deprecated": False,
        "dcterms:modified": {"@type": "xsd:date", "@value": "2026-02-03"},
        "http://example.org/length": 120,
    }


def test_what_does_not_fit_a_term_stands_beside_it() -> None:
    said = node(
        (f"{SKOS}prefLabel", english("Quay")),
        (f"{SKOS}prefLabel", "http://example.org/label"),
        (f"{SKOS}prefLabel", Literal("7", f"{XSD}integer")),
        (f"{SKOS}broader", Literal("harbour")),
        (TYPE, Literal("Concept")),
    )
    assert said == {
        "@id": QUAY,
        "prefLabel": {"en": ["Quay"]},
        "skos:prefLabel": [{"@id": "http://example.org/label"}, 7],
        "skos:broader": "harbour",
        "rdf:type": "Concept",
    }


@pytest.mark.parametrize("lexical", ["007", "+1", "-0", "1234567890123456", "x"])
def test_a_number_that_json_would_change_stays_a_text(lexical: str) -> None:
    value = node(("http://example.org/p", Literal(lexical, f"{XSD}integer")))["http://example.org/p"]
    assert value == {"@type": "xsd:integer", "@value": lexical}


def test_an_iri_that_looks_compact_gets_a_node_without_context() -> None:
    assert node((f"{SKOS}broader", "skos:Concept"), (f"{SKOS}note", english("odd"))) == {
        "@context": None,
        "@id": QUAY,
        f"{SKOS}broader": [{"@id": "skos:Concept"}],
        f"{SKOS}note": [{"@language": "en", "@value": "odd"}],
    }


def test_the_context_is_inline_and_pinned() -> None:
    assert document()["@context"] == json.loads(json.dumps(CONTEXT))
    assert document()["@graph"] == []
    # Clients read these keys: a term may be added, none may change.
    assert CONTEXT["prefLabel"] == {"@id": "skos:prefLabel", "@container": ["@language", "@set"]}
    assert CONTEXT["broader"] == {"@id": "skos:broader", "@type": "@id", "@container": "@set"}
    assert CONTEXT["notation"] == "skos:notation"
    assert [term for term, _ in TERMS.values()] == [
        *("prefLabel", "altLabel", "hiddenLabel", "definition", "note", "scopeNote", "example", "changeNote"),
        *("editorialNote", "historyNote", "title", "description", "label", "comment", "broader", "narrower"),
        *("related", "inScheme", "topConceptOf", "hasTopConcept", "member", "exactMatch", "closeMatch"),
        *("broadMatch", "narrowMatch", "relatedMatch", "sameAs", "seeAlso", "isReplacedBy", "replaces"),
        *("license", "publisher", "source"),
    ]


def test_one_node_a_line() -> None:
    lines = "".join(jsonld_pieces(Statement(f"http://example.org/{n}", TYPE, f"{SKOS}Concept") for n in "ab"))
    assert [line for line in lines.splitlines() if line.startswith('{"@id"')] == [
        '{"@id":"http://example.org/a","@type":"skos:Concept"},',
        '{"@id":"http://example.org/b","@type":"skos:Concept"}',
    ]
