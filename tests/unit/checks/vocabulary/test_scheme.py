from tests.unit.checks.vocabulary.vocabularies import CLEAN, TEST, Found, checked, concept, found
from vocabsvc.checks.vocabulary.catalogue import check_vocabulary
from vocabsvc.checks.vocabulary.scheme import IN_NO_SCHEME, NO_TOP_CONCEPT, SLOTS, TOP_WITH_BROADER
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary


def test_every_way_into_a_scheme_is_seen() -> None:
    turtle = """
        : skos:hasTopConcept :a . :b skos:topConceptOf : . :c skos:inScheme : . :set a skos:Collection .
        :e skos:inScheme :elsewhere . :set skos:member :d .
    """
    turtle += "".join(f':{name} a skos:Concept ; skos:prefLabel "{name}"@en .' for name in "abcdef")
    assert found("SKO-06", turtle) == [Found(IN_NO_SCHEME["en"], "e", ""), Found(IN_NO_SCHEME["en"], "f", "")]


def test_top_concepts_are_at_the_top_of_their_own_scheme() -> None:
    two_tops = concept("sea", "skos:topConceptOf : ; skos:broader :water") + concept("water", "skos:topConceptOf :")
    assert found("SKO-06", two_tops) == [Found(TOP_WITH_BROADER["en"], "sea", "water")]
    outside = concept("sea", "skos:topConceptOf : ; skos:broader <http://other.example/water>")
    assert found("SKO-06", outside) == []
    assert found("SKO-06", CLEAN) == []


def test_a_hierarchy_has_a_top_and_a_flat_list_needs_none() -> None:
    hierarchy = concept("water", "skos:narrower :sea") + concept("sea")
    assert found("SKO-06", hierarchy) == [Found(NO_TOP_CONCEPT["en"], "", "")]
    assert found("SKO-06", concept("water") + concept("sea")) == []


def test_what_the_scheme_does_not_say_is_named() -> None:
    assert found("SKO-15", CLEAN) == []
    assert [one.message for one in found("SKO-15", concept("sea"))] == [slot.missing["en"] for slot in SLOTS]
    almost = CLEAN.replace('dcterms:license "CC0-1.0" ; ', "")
    assert [one.message for one in found("SKO-15", almost)] == ["the vocabulary states no licence"]


def test_the_description_counts_and_properties_of_other_vocabularies_do() -> None:
    described = Vocabulary(
        "TEST", TEST, (LangString("Essai", "fr"),), publisher="us", edition="2", date="2024", licence="CC0-1.0"
    )
    turtle = concept("sea") + ': <http://purl.org/dc/elements/1.1/creator> "us" .'
    report = check_vocabulary(checked(turtle, described))
    assert "SKO-15" not in report.counts()


def test_what_is_said_of_another_scheme_does_not_count() -> None:
    turtle = CLEAN.replace(": dcterms:title", ":other a skos:ConceptScheme ; dcterms:title", 1)
    assert len(found("SKO-15", turtle)) == len(SLOTS)
