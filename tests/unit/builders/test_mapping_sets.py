import json
from pathlib import Path

import pytest

from tests.unit.builders.conftest import NVS, Put, collection_ttl, table
from vocabsvc.builders import copernicus, coriolis
from vocabsvc.builders.mapping_sets import LINKED_VOCABULARIES, MAPPING_SETS, build_mapping_sets
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.builders.sources import ORIGINS, SourceFolder
from vocabsvc.formats.vocabulary_toml import write_vocabulary_toml
from vocabsvc.model.label import LangString
from vocabsvc.model.mapping import MappingSet
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription
from vocabsvc.namespaces import SKOS

CONCEPTS = {
    "P01": 'c:SALTX a skos:Concept ; skos:prefLabel "Salinity of the basin"@en ; skos:related {P06}UGKG/> ;'
    " skos:broader {P02}SALT/> .",
    "P02": 'c:SALT a skos:Concept ; skos:prefLabel "Salt in basins"@en .',
    "P06": 'c:UGKG a skos:Concept ; skos:prefLabel "Grams per kilogram"@en ; skos:altLabel "g/kg" .',
    "P07": 'c:CF1 a skos:Concept ; skos:prefLabel "basin_salinity"@en ; skos:broader {P02}SALT/> ;'
    " skos:related {P06}UGKG/> .",
    "P09": 'c:PSAL a skos:Concept ; skos:prefLabel "SALINITY"@en ; skos:related {P06}UGKG/> ;'
    " owl:sameAs {P01}SALTX/> ; skos:broader {P02}SALT/> .",
    "P03": 'c:G1 a skos:Concept ; skos:prefLabel "Salts"@en .',
    "OD1": 'c:SEL a skos:Concept ; skos:prefLabel "Salinity"@en , "Salinité"@fr ; owl:sameAs {P02}SALT/> ;'
    " skos:broader {P03}G1/> .",
    "R03": 'c:PRES a skos:Concept ; skos:prefLabel "Pressure"@en .',
}


@pytest.fixture
def mapping_sets(put: Put, sources: SourceFolder, tmp_path: Path) -> dict[str, MappingSet]:
    for vocabulary, concepts in CONCEPTS.items():
        folder = tmp_path / "vocabularies" / vocabulary
        folder.mkdir(parents=True)
        iris = {name: f"<{NVS}{name}/current/" for name in CONCEPTS}
        (folder / "x.ttl").write_text(collection_ttl(vocabulary, concepts.format(**iris)))
        titles = (LangString("Test", "en"), LangString("Essai", "fr"))
        about = Vocabulary(
            vocabulary, f"{NVS}{vocabulary}/current/", titles, "Test", ("https://x.example/",), languages=("en",)
        )
        (folder / "vocabulary.toml").write_text(write_vocabulary_toml(VocabularyDescription(about, "x.ttl", "0" * 64)))
    entry = {
        "gf3_strict_name": "PSAL",
        "gf3_extended_name": "",
        "parent_code": "0",
        "label": "Salinity",
        "unit": "g/kg",
    }
    pepper = {**entry, "gf3_strict_name": "PEPR", "label": "Pepper"}
    put(coriolis.CODES, json.dumps({"data": {"codes": {"30": entry, "31": pepper}}}))
    put(
        copernicus.VARIABLES,
        "| n | l | s | u | p | m |\n|-|-|-|-|-|-|\n"
        "| PSAL | Salinity | basin_salinity | g kg-1 | TBD | SDN:P06::UGKG |\n",
    )
    row = {"file": copernicus.VARIABLES, "source_repo": "emso-eric/emso-metadata-specifications", "source_path": "v.md"}
    put(ORIGINS, table({**row, "commit": "abc"}, delimiter="\t"))
    return {one.id: one for one in build_mapping_sets(MAPPING_SETS, sources, shipped(tmp_path))}


def shipped(folder: Path) -> ShippedConcepts:
    return ShippedConcepts.read(folder / "vocabularies", LINKED_VOCABULARIES)


def targets(mapping_set: MappingSet) -> dict[str, str]:
    return {one.object_id.split("/")[4]: one.predicate_id.rpartition("#")[2] for one in mapping_set.mappings}


def test_coriolis_reaches_every_target(mapping_sets: dict[str, MappingSet]) -> None:
    found = mapping_sets["coriolis"]
    assert targets(found) == {"P01": "exactMatch", "P02": "broadMatch", "P07": "broadMatch", "P09": "exactMatch"}
    assert {one.subject_label for one in found.mappings} == {"PSAL"}
    assert {one.other for one in found.mappings} == {(("ext_name", "Salinity"), ("ext_unit", "g/kg"))}
    assert dict(found.curie_map)["coriolis"] == "coriolis/"


def test_sismer_restates_nvs_and_adds_the_listed_standard_name(mapping_sets: dict[str, MappingSet]) -> None:
    found = mapping_sets["sismer"]
    assert targets(found) == {"P01": "exactMatch", "P02": "broadMatch", "P07": "broadMatch"}
    assert {one.subject_id for one in found.mappings} == {f"{NVS}P09/current/PSAL/"}
    assert "coriolis" not in dict(found.curie_map)


def test_the_shared_sets_restate_links(mapping_sets: dict[str, MappingSet]) -> None:
    assert targets(mapping_sets["p09-p01"]) == {"P01": "exactMatch"}
    assert mapping_sets["r03-p01"].mappings == ()
    assert targets(mapping_sets["p07-p02"]) == {"P02": "broadMatch"}
    assert targets(mapping_sets["od1-p02-p03"]) == {"P02": "exactMatch", "P03": "broadMatch"}
    assert targets(mapping_sets["copernicus"]) == {"P06": "relatedMatch", "P07": "broadMatch"}
    assert dict(mapping_sets["copernicus"].curie_map)["copernicus"] == "copernicus/"


def test_a_french_name_has_its_own_slot(mapping_sets: dict[str, MappingSet]) -> None:
    one = mapping_sets["od1-p02-p03"].mappings[0]
    assert (one.subject_label, one.slot("ext_name"), one.slot("ext_name_fr")) == ("SEL", "Salinity", "Salinité")
    declared = json.loads(mapping_sets["od1-p02-p03"].header("extension_definitions"))
    assert [slot["slot_name"] for slot in declared] == ["ext_name", "ext_name_fr"]


def test_what_nobody_published_is_marked(mapping_sets: dict[str, MappingSet]) -> None:
    (one,) = mapping_sets["p07-p01"].mappings
    assert (one.predicate_id, one.object_id) == (f"{SKOS}closeMatch", f"{NVS}P01/current/SALTX/")
    assert (one.slot("ext_status"), one.mapping_source, one.confidence) == ("proposed", "", 0.6)
    assert one.comment.endswith("the units convert (g/kg and g/kg), and both are in P02:SALT.")


def test_every_mapping_says_why(mapping_sets: dict[str, MappingSet]) -> None:
    for mapping_set in mapping_sets.values():
        for mapping in mapping_set.mappings:
            assert mapping.comment
            assert mapping.confidence is not None
            assert 0 < mapping.confidence <= 0.95


def test_without_a_stated_parent_that_of_the_p01_concept_is_taken(
    put: Put, sources: SourceFolder, tmp_path: Path, mapping_sets: dict[str, MappingSet]
) -> None:
    turtle = tmp_path / "vocabularies" / "P09" / "x.ttl"
    turtle.write_text(turtle.read_text().replace(f"; skos:broader <{NVS}P02/current/SALT/>", ""))
    (again,) = build_mapping_sets(["sismer"], sources, shipped(tmp_path))
    (parent,) = (one for one in again.mappings if "/P02/" in one.object_id)
    assert parent.comment.endswith("P01 puts it under P02:SALT.")
