from tests.unit.checks.mappings.sets import BASE, SEA, concept, mapping_set, view
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString

P06 = "http://vocab.nerc.ac.uk/collection/P06/current/UPAA/"


def test_the_unit_of_a_concept_and_of_a_unit() -> None:
    unit = Concept(P06, "P06", alt_labels=(LangString("degC"),))
    looked = view(mapping_set(), unit, concept("TEMP", unit=P06), concept("SALT"))
    assert [looked.unit(uri) for uri in (P06, f"{SEA}TEMP", f"{SEA}SALT", f"{SEA}NONE")] == ["degC", "degC", "", ""]


def test_a_scheme_is_a_vocabulary_or_else_a_namespace() -> None:
    looked = view(mapping_set(), concept("SALT"))
    assert [looked.scheme(uri) for uri in (f"{SEA}SALT", f"{BASE}centre/1")] == ["sea", f"{BASE}centre/"]


def test_an_iri_without_a_prefix_stays_one() -> None:
    assert view(mapping_set()).short("https://elsewhere.example/x") == "https://elsewhere.example/x"
