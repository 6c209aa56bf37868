"""The data that ships is whole, is facts only, and is what the builders make of the publishers' files."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import Literal, Triple

from tests.uncovered import uncovered
from vocabsvc.builders.graph import HUB
from vocabsvc.builders.mapping_sets import LINKED_VOCABULARIES, MAPPING_SETS, build_mapping_sets
from vocabsvc.builders.nvs import repaired
from vocabsvc.builders.recipes import RECIPES
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.checks.mappings.catalogue import check_mapping_sets
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.formats.sssom import ENDING, read_sssom, write_sssom
from vocabsvc.formats.vocabulary_toml import read_vocabulary_toml
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.mapping import MappingSet
from vocabsvc.model.vocabulary import VocabularyDescription
from vocabsvc.namespaces import DCTERMS, RDFS, SEMAPV, SKOS

ROOT = Path(__file__).resolve().parents[2]
VOCABULARIES, MAPPINGS = ROOT / "vocabularies", ROOT / "mappings"
BASE = "https://hub.example/id/"
IDS = sorted(path.name for path in VOCABULARIES.iterdir())
BY_HAND = {
    "aviso", "cersat", "flow-cytometry", "glossary", "imev", "magest", "ocean-colour", "omp", "sbr", "seanoe", "shom",
    "somlit",
}  # fmt: skip
"""Folders that no recipe makes."""
LONGEST = 500

SENTENCES = {
    f"{SKOS}definition", f"{SKOS}scopeNote", f"{SKOS}note", f"{SKOS}example", f"{SKOS}historyNote",
    f"{SKOS}editorialNote", f"{SKOS}changeNote", f"{DCTERMS}description", f"{RDFS}comment",
}  # fmt: skip
"""Properties that hold a publisher's sentences, which are not ours to ship."""


pytestmark = pytest.mark.no_cover


@dataclass(frozen=True, slots=True)
class Shipped:
    description: VocabularyDescription
    triples: tuple[Triple, ...]
    concepts: dict[str, Concept]


@pytest.fixture(scope="module")
def shipped() -> dict[str, Shipped]:
    with uncovered():
        return dict(_shipped())


@pytest.fixture(scope="module")
def mapping_sets() -> dict[str, MappingSet]:
    files = MAPPINGS.glob("*.sssom.tsv")
    with uncovered():
        found = [read_sssom(path.read_bytes(), path.name, BASE) for path in files]
    return {mapping_set.id: mapping_set for mapping_set in found}


def _shipped() -> Iterator[tuple[str, Shipped]]:
    for name in IDS:
        toml = VOCABULARIES / name / "vocabulary.toml"
        description = read_vocabulary_toml(toml.read_bytes(), str(toml))
        data = (toml.parent / description.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == description.checksum, name
        triples = parse_rdf(data, description.file, BASE).triples
        concepts = {concept.uri: concept for concept in read_skos(triples, name).concepts}
        yield name, Shipped(description, triples, concepts)


def test_every_recipe_ships_and_nothing_else() -> None:
    assert sorted([*(recipe.id for recipe in RECIPES), *BY_HAND]) == IDS
    for name in IDS:
        assert len(list((VOCABULARIES / name).iterdir())) == 2, name


@pytest.mark.parametrize("name", IDS)
def test_counts_and_languages_are_those_described(shipped: dict[str, Shipped], name: str) -> None:
    one = shipped[name]
    vocabulary = one.description.vocabulary
    deprecated = sum(concept.status is Status.DEPRECATED for concept in one.concepts.values())
    languages = {label.lang for concept in one.concepts.values() for label in concept.pref_labels}
    assert (len(one.concepts), deprecated) == (vocabulary.concept_count, vocabulary.deprecated_count)
    assert languages == set(vocabulary.languages)
    assert vocabulary.id == name


@pytest.mark.parametrize(
    ("name", "concepts", "deprecated"),
    [
        ("P01", 50_185, 445), ("P02", 476, 20), ("P03", 64, 5), ("P06", 409, 3), ("P07", 4_925, 0), ("P09", 638, 20),
        ("R03", 100, 11), ("L05", 277, 5), ("L06", 85, 0), ("L22", 2_390, 0), ("C19", 271, 0), ("F02", 16, 2),
        ("OD1", 50, 0), ("odatis", 63, 0), ("coriolis", 525, 0), ("copernicus", 116, 0), ("glossary", 4_979, 0),
        ("aviso", 19, 0), ("cersat", 34, 0), ("shom", 20, 0), ("somlit", 45, 0), ("magest", 7, 0), ("omp", 11, 0),
        ("imev", 31, 0), ("sbr", 32, 0), ("seanoe", 13, 0), ("flow-cytometry", 11, 0), ("ocean-colour", 17, 0),
        ("C16", 127, 0), ("L08", 14, 0), ("L10", 523, 0), ("L11", 36, 0), ("L20", 13, 0), ("L24", 6, 0),
        ("L35", 390, 0), ("EDMO", 5_836, 484), ("EDMERP", 3_564, 0), ("iso-19139", 321, 0), ("iso-19115-3", 352, 0),
        ("languages", 486, 0), ("countries", 249, 0), ("SPDX", 740, 32), ("inspire-themes", 34, 0),
        ("inspire-metadata", 24, 0), ("hvd-categories", 6, 0), ("protocols", 73, 0),
    ],
)  # fmt: skip
def test_nothing_was_lost(shipped: dict[str, Shipped], name: str, concepts: int, deprecated: int) -> None:
    vocabulary = shipped[name].description.vocabulary
    assert (vocabulary.concept_count, vocabulary.deprecated_count) == (concepts, deprecated)


@pytest.mark.parametrize("name", IDS)
def test_only_facts_ship(shipped: dict[str, Shipped], name: str) -> None:
    for triple in shipped[name].triples:
        assert triple.predicate.value not in SENTENCES, triple
        if isinstance(triple.object, Literal):
            assert 0 < len(triple.object.value) <= LONGEST, triple


@pytest.mark.parametrize("name", IDS)
def test_every_concept_has_a_label_and_none_is_two(shipped: dict[str, Shipped], name: str) -> None:
    for concept in shipped[name].concepts.values():
        languages = Counter(label.lang for label in concept.pref_labels)
        assert languages, concept.uri
        assert max(languages.values()) == 1, concept.uri  # SKOS S14


def test_no_text_was_read_in_the_wrong_encoding(shipped: dict[str, Shipped]) -> None:
    for one in shipped.values():
        for concept in one.concepts.values():
            for label in (*concept.pref_labels, *concept.alt_labels):
                assert repaired(label) == label, concept.uri


def test_every_p01_concept_has_its_group_and_unit(shipped: dict[str, Shipped]) -> None:
    for concept in shipped["P01"].concepts.values():
        assert any(broader in shipped["P02"].concepts for broader in concept.broader), concept.uri
        assert all(unit in shipped["P06"].concepts for unit in concept.units), concept.uri
        assert concept.units, concept.uri


def test_links_are_stated_once(shipped: dict[str, Shipped]) -> None:
    broader = {(c.uri, up) for one in shipped.values() for c in one.concepts.values() for up in c.broader}
    narrower = {(down, c.uri) for one in shipped.values() for c in one.concepts.values() for down in c.narrower}
    assert not broader & narrower


def test_boxes_are_on_the_globe(shipped: dict[str, Shipped]) -> None:
    boxes = [concept.box for concept in shipped["C19"].concepts.values() if concept.box]
    assert len(boxes) == 262
    for box in boxes:
        assert -90 <= box.south < box.north <= 90
        assert all(-180 <= side <= 180 for side in (box.west, box.east))


def test_our_own_concepts_are_below_base_uri(shipped: dict[str, Shipped]) -> None:
    own = shipped["coriolis"]
    assert own.description.own
    assert all(uri.startswith(f"{BASE}coriolis/") for uri in own.concepts)


def test_every_centre_has_its_vocabulary_and_every_vocabulary_of_a_centre_its_set(
    shipped: dict[str, Shipped], mapping_sets: dict[str, MappingSet]
) -> None:
    assert set(MAPPING_SETS) <= set(mapping_sets)
    own = {name for name, one in shipped.items() if one.description.own and not one.description.vocabulary.auxiliary}
    assert own - {"glossary"} <= set(mapping_sets)


def test_the_sets_are_what_the_builders_make(shared: Path, shipped: dict[str, Shipped]) -> None:
    concepts = {uri: one for name in LINKED_VOCABULARIES for uri, one in shipped[name].concepts.items()}
    sources = SourceFolder(shared / "data" / "vocabularies")
    for built in build_mapping_sets(MAPPING_SETS, sources, ShippedConcepts(concepts)):
        assert write_sssom(built, HUB) == (MAPPINGS / f"{built.id}{ENDING}").read_text("utf-8"), built.id


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("coriolis", {"P01": 300, "P02": 300, "P07": 80}),
        ("sismer", {"P01": 600, "P02": 600, "P07": 80}),
        ("p09-p01", {"P01": 600}),
        ("r03-p01", {"P01": 60}),
        ("p07-p02", {"P02": 1_800}),
        ("p07-p01", {"P01": 100}),
        ("od1-p02-p03", {"P02": 55, "P03": 50}),
        ("copernicus", {"P01": 95, "P06": 100, "P07": 90}),
    ],
)
def test_mappings_reach_their_targets(mapping_sets: dict[str, MappingSet], name: str, least: dict[str, int]) -> None:
    targets = Counter(mapping.object_id.split("/")[4] for mapping in mapping_sets[name].mappings)
    assert {target: number for target, number in least.items() if targets[target] < number} == {}


def test_all_sets_together_violate_no_check(shipped: dict[str, Shipped], mapping_sets: dict[str, MappingSet]) -> None:
    concepts = [concept for one in shipped.values() for concept in one.concepts.values()]
    reports = list(check_mapping_sets([*mapping_sets.values()], concepts, BASE, examples=5))
    violations = [group.first for report in reports for group in report.violations]
    assert violations == []
    # Nothing is said of concepts that nobody could look up.
    assert [gap for report in reports for gap in report.not_assessed] == []


@pytest.mark.parametrize("name", MAPPING_SETS)
def test_the_sets_that_are_built_give_no_warning_either(
    shipped: dict[str, Shipped], mapping_sets: dict[str, MappingSet], name: str
) -> None:
    concepts = [concept for one in shipped.values() for concept in one.concepts.values()]
    (report,) = check_mapping_sets([mapping_sets[name]], concepts, BASE)
    assert report.counts() == {}


@pytest.mark.parametrize("name", MAPPING_SETS)
def test_mappings_do_not_claim_more_than_is_known(mapping_sets: dict[str, MappingSet], name: str) -> None:
    exact: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mapping in mapping_sets[name].mappings:
        kind = mapping.mapping_justification.removeprefix(SEMAPV)
        assert kind in {"LexicalMatching", "MappingChaining", "UnspecifiedMatching"}, mapping
        assert mapping.confidence is not None
        assert 0 < mapping.confidence <= 0.95, mapping
        assert mapping.comment, mapping
        assert mapping.slot("ext_status") in {"", "proposed"}, mapping
        assert (mapping.slot("ext_status") == "proposed") == mapping.comment.startswith("Not published"), mapping
        if mapping.slot("ext_status"):
            assert not mapping.mapping_source, mapping
            assert mapping.confidence <= 0.6, mapping
        if mapping.predicate_id == f"{SKOS}exactMatch":
            exact[mapping.subject_id, mapping.object_id.split("/")[4]].append(mapping.object_id)
    assert all(len(objects) == 1 for objects in exact.values())


@pytest.mark.parametrize("name", sorted(BY_HAND - {"glossary"}))
def test_rows_written_by_hand_have_a_source_or_say_that_they_have_none(
    mapping_sets: dict[str, MappingSet], name: str
) -> None:
    for mapping in mapping_sets[name].mappings:
        assert mapping.comment, mapping
        assert mapping.confidence is not None
        if mapping.slot("ext_status") == "proposed":
            assert not mapping.mapping_source, mapping
            assert mapping.confidence <= 0.5, mapping
        else:
            assert not mapping.slot("ext_status"), mapping
            assert mapping.mapping_source, mapping
            assert mapping.confidence <= 0.95, mapping


def test_plain_errors_of_the_sources_are_not_repeated(mapping_sets: dict[str, MappingSet]) -> None:
    said = {
        (mapping.subject_label, mapping.object_id.split("/")[-2])
        for mapping_set in mapping_sets.values()
        for mapping in mapping_set.mappings
    }
    assert not said & {("MAGW", "PBAFWC01"), ("NHUW", "NOUWXXXX"), ("NOUW", "AMUWXXXX"), ("DENS", "CAPH")}


def test_the_documented_table_is_that_of_the_data(shipped: dict[str, Shipped]) -> None:
    text = (ROOT / "docs" / "vocabularies.md").read_text("utf-8")
    for name, one in shipped.items():
        vocabulary = one.description.vocabulary
        edition = " of ".join(filter(None, (vocabulary.edition, vocabulary.date))) or "not known"
        licence = vocabulary.licence or "not stated"
        title = vocabulary.titles[0].text
        row = f"| {name} | {title} | {vocabulary.concept_count:,} | {edition} | {licence} |"
        assert row in text, row
        for sentence in vocabulary.missing:
            assert f"- {sentence}" in text, sentence


def test_the_documented_mapping_counts_are_those_of_the_data(mapping_sets: dict[str, MappingSet]) -> None:
    text = (ROOT / "docs" / "mapping-sets.md").read_text("utf-8")
    header = next(line for line in text.splitlines() if line.startswith("| set | parameters | mappings |"))
    vocabularies = [cell.strip() for cell in header.strip("|").split("|")][3:]
    for name, mapping_set in mapping_sets.items():
        targets = Counter(mapping.object_id.split("/")[4] for mapping in mapping_set.mappings)
        subjects = len({mapping.subject_id for mapping in mapping_set.mappings})
        counts = " | ".join(f"{targets[target]:,}" for target in vocabularies)
        row = f"| {name} | {subjects:,} | {len(mapping_set.mappings):,} | {counts} |"
        assert row in text, row
