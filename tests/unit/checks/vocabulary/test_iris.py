from tests.unit.checks.vocabulary.vocabularies import CLEAN, Found, concept, found, not_assessed
from vocabsvc.checks.vocabulary.iris import NO_IRI, NOT_HTTP, NOTHING_FOLLOWED, TWO_SCHEMES


def test_concepts_have_http_iris() -> None:
    assert found("SKO-16", CLEAN) == []
    turtle = '<urn:x:sea> a skos:Concept ; skos:inScheme : ; skos:prefLabel "Sea"@en .'
    assert found("SKO-16", turtle) == [Found(NOT_HTTP["en"], "urn:x:sea", "urn:x:sea")]


def test_an_iri_with_spaces_is_shown_as_written() -> None:
    turtle = '<http://example.org/test/un délai> a skos:Concept ; skos:prefLabel "Un délai"@fr .'
    assert found("SKO-16", turtle) == [Found(NO_IRI["en"], "", "un délai")]


def test_http_and_https_are_not_mixed_for_one_concept() -> None:
    secure = "https://example.org/test/sea"
    turtle = concept("sea") + concept("lake", f"skos:related <{secure}> ; skos:closeMatch <https://other.example/lake>")
    assert found("SKO-16", turtle) == [Found(TWO_SCHEMES["en"], "lake", secure)]
    both = f'<{secure}> a skos:Concept ; skos:inScheme : ; skos:prefLabel "Mer"@fr .'
    assert found("SKO-16", concept("sea") + both) == [Found(TWO_SCHEMES["en"], secure, secure)]


def test_nothing_is_fetched_and_that_is_said() -> None:
    assert not_assessed("SKO-16", CLEAN) == [NOTHING_FOLLOWED["en"]]
