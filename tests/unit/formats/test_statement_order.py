import random

from vocabsvc.formats.statement_order import in_reading_order
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DCTERMS, RDF, SKOS

SCHEME, QUAY = "http://example.org/z/", "http://example.org/quay"
TYPE = f"{RDF}type"

ORDERED = [
    Statement(SCHEME, TYPE, f"{SKOS}ConceptScheme"),
    Statement(SCHEME, f"{DCTERMS}title", Literal("Harbour")),
    Statement(SCHEME, f"{DCTERMS}creator", "_:x"),
    Statement(SCHEME, f"{SKOS}hasTopConcept", QUAY),
    Statement("http://example.org/bollard", TYPE, f"{SKOS}Concept"),
    Statement(QUAY, TYPE, f"{SKOS}Concept"),
    Statement(QUAY, f"{SKOS}prefLabel", Literal("Quay", f"{RDF}langString", "en")),
    Statement(QUAY, f"{SKOS}prefLabel", Literal("Quai", f"{RDF}langString", "fr")),
    Statement(QUAY, f"{SKOS}broader", "http://example.org/a"),
    Statement(QUAY, f"{SKOS}broader", "http://example.org/b"),
    Statement("_:x", f"{DCTERMS}title", Literal("Élodie")),
]


def test_names_come_first_and_long_lists_last() -> None:
    shuffled = [*ORDERED, ORDERED[0]]
    random.Random(7).shuffle(shuffled)  # noqa: S311 - no secret
    assert in_reading_order(shuffled) == ORDERED


def test_blank_nodes_come_as_they_came_whatever_their_names() -> None:
    def about(first: str, second: str) -> list[Statement]:
        return [
            Statement(QUAY, f"{DCTERMS}creator", first),
            Statement(QUAY, f"{DCTERMS}creator", second),
            Statement(second, f"{DCTERMS}title", Literal("second")),
            Statement(first, f"{DCTERMS}title", Literal("first")),
        ]

    for names in (("_:a", "_:b"), ("_:b", "_:a")):
        assert [one.object for one in in_reading_order(about(*names))[2:]] == [Literal("first"), Literal("second")]
