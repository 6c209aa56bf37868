from vocabsvc.model.concept import Concept, Link
from vocabsvc.model.label import LangString
from vocabsvc.model.mapping import Mapping, MappingSet
from vocabsvc.namespaces import OWL, SEMAPV, SKOS
from vocabsvc.services.mapper.links import Links, Reached


def mapping(subject: str, target: str, confidence: float | None) -> Mapping:
    return Mapping(subject, f"{SKOS}exactMatch", target, f"{SEMAPV}ManualMappingCuration", "sal", "", confidence)


SALINITY = Concept(
    "u:p09/PSAL",
    "P09",
    notations=("SDN:P09::PSAL",),
    pref_labels=(LangString("PRACTICAL SALINITY", "en"),),
    links=(Link(f"{OWL}sameAs", "u:p01/PSLT"),),
)
SET = MappingSet("centre", "u:set", "u:licence", (mapping("u:local/sal", "u:p09/PSAL", 0.8),))


def test_links_are_followed_and_confidences_multiplied() -> None:
    links = Links([SALINITY], [SET])
    assert links.follow("u:local/sal") == {
        "u:p09/PSAL": Reached(0.8, ("centre",), broad=False),
        "u:p01/PSLT": Reached(0.8 * 0.95, ("centre", "P09"), broad=False),
    }


def test_names_of_concepts_and_of_mapping_sets_are_examples() -> None:
    found = {(one.term.local_name, one.target): one for one in Links([SALINITY], [SET]).examples()}
    assert set(found) == {("PSAL", "u:p01/PSLT"), ("sal", "u:p09/PSAL"), ("sal", "u:p01/PSLT")}
    assert found["sal", "u:p01/PSLT"].origins == ("centre", "P09")
    assert found["PSAL", "u:p01/PSLT"].term.long_name == "PRACTICAL SALINITY"


def test_a_circle_ends() -> None:
    circle = MappingSet("c", "u:c", "u:l", (mapping("u:a", "u:b", 1.0), mapping("u:b", "u:a", 1.0)))
    assert Links([], [circle]).follow("u:a") == {"u:b": Reached(1.0, ("c",), broad=False)}
