from tests.unit.checks.vocabulary.vocabularies import CLEAN, Found, concept, found
from vocabsvc.checks.vocabulary.uniqueness import SHARED_NOTATION, SHARED_PREF_LABEL


def test_a_label_of_three_concepts_is_one_finding_at_the_first() -> None:
    turtle = "".join(concept(name, 'skos:prefLabel "Température"@fr') for name in ("air", "eau", "sol"))
    assert found("SKO-03", turtle) == [Found(SHARED_PREF_LABEL["en"], "air", "Température")]


def test_other_languages_and_other_schemes_may_share_a_label() -> None:
    assert found("SKO-03", CLEAN) == []
    assert found("SKO-03", concept("zone") + concept("aire", 'skos:prefLabel "zone"@fr')) == []
    apart = ':x a skos:Concept ; skos:inScheme :other ; skos:prefLabel "sea"@en .'
    assert found("SKO-03", concept("sea") + apart) == []


def test_where_nothing_is_said_of_schemes_all_are_in_one() -> None:
    turtle = ':a a skos:Concept ; skos:prefLabel "Mer"@fr . :b a skos:Concept ; skos:prefLabel "Mer"@fr .'
    assert found("SKO-03", turtle) == [Found(SHARED_PREF_LABEL["en"], "a", "Mer")]


def test_a_notation_belongs_to_one_concept() -> None:
    turtle = concept("a", 'skos:notation "TEMP" , "1"') + concept("b", 'skos:notation "TEMP" , "2"')
    assert found("SKO-04", turtle) == [Found(SHARED_NOTATION["en"], "a", "TEMP")]
    assert found("SKO-04", CLEAN) == []
