"""A few concepts, enough to map to, and a mapper over them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from vocabsvc.model.concept import Concept, ConceptRef, Link
from vocabsvc.model.label import LangString
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet
from vocabsvc.namespaces import OWL, SEMAPV, SKOS
from vocabsvc.services.glossary import Glossary
from vocabsvc.services.mapper.mapper import Mapper
from vocabsvc.services.mapper.published import PublishedMappings
from vocabsvc.services.mapper.stored_knowledge import read_knowledge, write_knowledge
from vocabsvc.services.mapping_sets import MappingSets

NVS = "http://vocab.nerc.ac.uk/collection/"


def uri(vocabulary: str, code: str) -> str:
    return f"{NVS}{vocabulary}/current/{code}/"


def unit(code: str, symbol: str) -> Concept:
    return Concept(uri("P06", code), "P06", (f"SDN:P06::{code}",), alt_labels=(LangString(symbol),))


def p01(code: str, label: str, group: str, unit_code: str) -> Concept:
    labels = (LangString(label, "en"),)
    return Concept(
        uri("P01", code),
        "P01",
        (f"SDN:P01::{code}",),
        labels,
        broader=(uri("P02", group),),
        units=(uri("P06", unit_code),),
    )


def p02(code: str, label: str) -> Concept:
    return Concept(uri("P02", code), "P02", (f"SDN:P02::{code}",), (LangString(label, "en"),))


CONCEPTS = [
    unit("UPAA", "degC"),
    unit("UUUU", "Dmnless"),
    unit("UPOX", "umol/l"),
    unit("KGUM", "umol/kg"),
    p02("TEMP", "Temperature of the water column"),
    p02("PSAL", "Salinity of the water column"),
    p02("DOXY", "Dissolved oxygen parameters in the water column"),
    p01("TEMPPR01", "Temperature of the water body", "TEMP", "UPAA"),
    p01("TEMPST01", "Temperature of the water body by CTD or STD", "TEMP", "UPAA"),
    p01("PSLTZZ01", "Practical salinity of the water body", "PSAL", "UUUU"),
    p01(
        "DOXYZZXX",
        "Concentration of oxygen {O2 CAS 7782-44-7} per unit volume of the water body "
        "[dissolved plus reactive particulate phase]",
        "DOXY",
        "UPOX",
    ),
    p01(
        "DOXMZZXX",
        "Concentration of oxygen {O2 CAS 7782-44-7} per unit mass of the water body "
        "[dissolved plus reactive particulate phase]",
        "DOXY",
        "KGUM",
    ),
    Concept(
        uri("P09", "TEMP"),
        "P09",
        ("SDN:P09::TEMP",),
        (LangString("SEA TEMPERATURE", "en"),),
        links=(Link(f"{OWL}sameAs", uri("P01", "TEMPPR01")),),
    ),
    Concept(
        "g:salinite",
        "glossary",
        pref_labels=(LangString("salinité pratique", "fr"), LangString("practical salinity", "en")),
    ),
]


def mapping(label: str, vocabulary: str, code: str, confidence: float) -> SssomMapping:
    return SssomMapping(
        f"centre/{label}",
        f"{SKOS}closeMatch",
        uri(vocabulary, code),
        f"{SEMAPV}ManualMappingCuration",
        label,
        confidence=confidence,
    )


SETS = [
    MappingSet(
        "centre",
        "u:centre",
        "u:licence",
        (mapping("t_deep", "P01", "TEMPST01", 0.6), mapping("hot", "P09", "TEMP", 0.9)),
    ),
    MappingSet(
        "p09-p01",
        "u:p09",
        "u:licence",
        (
            SssomMapping(
                uri("P09", "TEMP"),
                f"{SKOS}exactMatch",
                uri("P01", "TEMPPR01"),
                f"{SEMAPV}ManualMappingCuration",
                "TEMP",
                confidence=0.95,
            ),
        ),
    ),
]


class FakeStore:
    """Knows the concepts by IRI."""

    def refs(self, uris: Iterable[str]) -> Mapping[str, ConceptRef]:
        known = {concept.uri: concept.ref() for concept in CONCEPTS}
        return {one: known[one] for one in uris if one in known}


def small_mapper(folder: Path) -> Mapper:
    write_knowledge(folder, CONCEPTS, SETS)
    glossary = Glossary([concept for concept in CONCEPTS if concept.vocabulary == "glossary"])
    published = PublishedMappings(MappingSets(SETS), FakeStore())  # type: ignore[arg-type]
    return Mapper(lambda: read_knowledge(folder, glossary), published, ["P01", "P02", "P06", "P09"])
