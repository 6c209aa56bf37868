from vocabsvc.builders.claim import BROAD, EXACT, NARROW
from vocabsvc.builders.evidence import Evidence
from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.shared_sets import SharedSets
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.model.concept import Concept, Link
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import OWL

AIR, WATER = concept_uri("P02", "AIR"), concept_uri("P02", "WATER")
NAME = concept_uri("P07", "CF1")


def same(*targets: str) -> tuple[Link, ...]:
    return tuple(Link(f"{OWL}sameAs", target) for target in targets)


def sets(*concepts: Concept) -> SharedSets:
    return SharedSets(Evidence(ShippedConcepts({one.uri: one for one in concepts}), {}, "", {}))


def test_a_group_that_equals_a_standard_name_counts_from_the_name() -> None:
    label = (LangString("air_pressure", "en"),)
    found = sets(
        Concept(AIR, "P02", links=same(NAME)),
        Concept(WATER, "P02"),
        Concept(NAME, "P07", pref_labels=label, broader=(WATER,)),
    )
    ((parameter, claims),) = found.p07_p02()
    assert (parameter.code, parameter.name) == ("air_pressure", "")
    assert [(claim.predicate, claim.target) for claim in claims] == [(EXACT, AIR), (BROAD, WATER)]
    assert claims[0].why == "NVS: P02:AIR owl:sameAs P07:CF1."


def test_a_parameter_that_equals_several_groups_is_broader_than_each() -> None:
    groups = (Concept(AIR, "P02"), Concept(WATER, "P02"))
    poisons = Concept(
        concept_uri("OD1", "BIO"),
        "OD1",
        pref_labels=(LangString("Biotoxins", "en"), LangString("Biotoxines", "fr")),
        links=same(AIR, WATER),
    )
    ((parameter, claims),) = sets(*groups, poisons).od1_p02_p03()
    assert (parameter.code, parameter.name, parameter.french_name) == ("BIO", "Biotoxins", "Biotoxines")
    assert [claim.predicate for claim in claims] == [NARROW, NARROW]
    assert claims[0].why.endswith("It equals others too: it is broader than each.")
