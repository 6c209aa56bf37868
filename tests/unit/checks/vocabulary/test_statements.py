from tests.unit.checks.vocabulary.vocabularies import TEST, checked
from vocabsvc.checks.vocabulary.statements import Statements


def read(turtle: str) -> Statements:
    return Statements.of(checked(turtle).document.triples)


def test_containers_are_gathered_from_both_sides() -> None:
    statements = read(":set a skos:Collection ; skos:member :a . :a skos:inScheme : . : skos:hasTopConcept :b .")
    assert statements.containers_of(f"{TEST}a") == {TEST, f"{TEST}set"}
    assert statements.containers_of(f"{TEST}b") == {TEST}
    assert statements.containers_of(f"{TEST}c") == frozenset()
    assert statements.top_concepts == {TEST: {f"{TEST}b"}}
    assert (statements.schemes, statements.collections) == ((TEST,), (f"{TEST}set",))


def test_empty_labels_notes_and_descriptions() -> None:
    statements = read(':a skos:altLabel " " , "x" ; skos:editorialNote "à revoir"@fr . : dcterms:creator "us" .')
    assert statements.empty_labels == ((f"{TEST}a", "altLabel"),)
    assert statements.noted == {f"{TEST}a"}
    assert "http://purl.org/dc/terms/creator" in statements.properties[TEST]


def test_blank_nodes_are_passed_over() -> None:
    assert read('[] skos:altLabel "" ; skos:inScheme : .').empty_labels == ()
