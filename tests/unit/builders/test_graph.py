import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from vocabsvc.builders.graph import HUB, VocabularyGraph
from vocabsvc.model.box import BoundingBox
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import ADDRESS, DCTERMS, DEF, OWL, SKOS, XSD

A, B = f"{HUB}salt/a", f"{HUB}salt/b"
SCHEME = f"{HUB}salt/"


@pytest.fixture
def graph() -> VocabularyGraph:
    graph = VocabularyGraph()
    graph.add_container(SCHEME, "ConceptScheme", [LangString("Salt", "en"), LangString("Sel", "fr")])
    graph.add_concept(B, SCHEME, [LangString("Rock salt", "en"), LangString("Sel gemme", "fr")], ["B"], deprecated=True)
    graph.add_concept(A, SCHEME, [LangString("Sea salt", "en")], ["A"])
    return graph


def said(graph: VocabularyGraph, uri: str, predicate: str) -> list[str]:
    return [
        str(t.object.value)
        for t in graph.triples()
        if t.subject == NamedNode(uri) and t.predicate.value == predicate and isinstance(t.object, NamedNode | Literal)
    ]


def test_the_order_of_adding_does_not_matter(graph: VocabularyGraph) -> None:
    other = VocabularyGraph()
    other.add_container(SCHEME, "ConceptScheme", [LangString("Sel", "fr"), LangString("Salt", "en")])
    other.add_concept(A, SCHEME, [LangString("Sea salt", "en")], ["A"])
    other.add_concept(B, SCHEME, [LangString("Sel gemme", "fr"), LangString("Rock salt", "en")], ["B"], deprecated=True)
    assert other.serialise(RdfFormat.TURTLE) == graph.serialise(RdfFormat.TURTLE)


def test_our_own_iris_are_written_relative(graph: VocabularyGraph) -> None:
    graph.add_link(A, f"{SKOS}related", "http://vocab.nerc.ac.uk/collection/P06/current/UGKG/")
    text = graph.serialise(RdfFormat.TURTLE).decode()
    assert "<salt/a> a skos:Concept" in text
    assert "<http://vocab.nerc.ac.uk/collection/P06/current/UGKG/>" in text
    assert "hub.invalid" not in text
    assert "@base" not in text


def test_counts_and_languages(graph: VocabularyGraph) -> None:
    assert set(graph.concepts) == {A, B}
    assert graph.deprecated_count == 1
    assert graph.languages == ("en", "fr")
    assert said(graph, B, f"{OWL}deprecated") == ["true"]
    assert said(graph, A, f"{OWL}deprecated") == []


@pytest.mark.parametrize(
    ("subject", "predicate", "target", "kept_on"),
    [
        (A, f"{SKOS}narrower", B, (B, f"{SKOS}broader", A)),
        (A, f"{DCTERMS}replaces", B, (B, f"{DCTERMS}isReplacedBy", A)),
        (B, f"{SKOS}related", A, (A, f"{SKOS}related", B)),
        (B, f"{OWL}sameAs", A, (A, f"{OWL}sameAs", B)),
        (B, f"{SKOS}exactMatch", A, (B, f"{SKOS}exactMatch", A)),
        (A, f"{SKOS}narrower", "http://elsewhere.example/", (A, f"{SKOS}narrower", "http://elsewhere.example/")),
    ],
)
def test_a_link_within_is_stated_once(
    graph: VocabularyGraph, subject: str, predicate: str, target: str, kept_on: tuple[str, str, str]
) -> None:
    graph.add_link(subject, predicate, target)
    uri, kept, other = kept_on
    assert said(graph, uri, kept) == [other]
    if uri != subject:
        assert said(graph, subject, predicate) == []


def test_a_concept_is_not_linked_to_itself(graph: VocabularyGraph) -> None:
    graph.add_link(A, f"{SKOS}related", A)
    assert said(graph, A, f"{SKOS}related") == []


def test_empty_texts_are_nothing(graph: VocabularyGraph) -> None:
    graph.add_label(A, "altLabel", LangString("  "))
    graph.add_term(A, "unit", "")
    graph.add_term(B, "unit", " g/kg ")
    assert said(graph, A, f"{SKOS}altLabel") == []
    assert said(graph, A, f"{DEF}unit") == []
    assert said(graph, B, f"{DEF}unit") == ["g/kg"]


def test_a_box_is_four_decimals(graph: VocabularyGraph) -> None:
    graph.add_box(A, BoundingBox(-180.0, 1e-7, -4.25, 48.6))
    decimals = {
        t.predicate.value.removeprefix(DEF): t.object.value
        for t in graph.triples()
        if isinstance(t.object, Literal) and t.object.datatype == NamedNode(f"{XSD}decimal")
    }
    assert decimals == {"west": "-180.0", "east": "0.0000001", "south": "-4.25", "north": "48.6"}


def test_a_collection_has_members() -> None:
    graph = VocabularyGraph()
    graph.add_container(SCHEME, "Collection", [])
    graph.add_concept(A, SCHEME, [])
    member = Triple(NamedNode(SCHEME), NamedNode(f"{SKOS}member"), NamedNode(A))
    assert member in graph.triples()
    assert said(graph, A, f"{SKOS}inScheme") == []


def test_a_collection_may_hold_another(graph: VocabularyGraph) -> None:
    graph.add_container("http://h/all", "Collection", [])
    graph.add_container("http://h/some", "Collection", [LangString("Some", "en")], within="http://h/all")
    assert said(graph, "http://h/all", f"{SKOS}member") == ["http://h/some"]


def test_an_address_is_made_an_iri(graph: VocabularyGraph) -> None:
    graph.add_address(A, "https://salt.example/sea salt")
    graph.add_address(A, "")
    assert said(graph, A, ADDRESS) == ["https://salt.example/sea%20salt"]
