"""Resources of every kind; the rest is asked through the front door in tests/api/linked_data."""

from pathlib import Path

import pytest

from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.errors import UnknownName
from vocabsvc.services.changes import Changes
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.linked_data import LinkedData, ResourceKind
from vocabsvc.services.mapping_sets import MappingSets
from vocabsvc.services.publication import Publication
from vocabsvc.settings import Settings
from vocabsvc.store.dumps import DumpFolder
from vocabsvc.store.oxigraph import OxigraphStore
from vocabsvc.store.sources import find_sources
from vocabsvc.store.terms.index import TantivyTermIndex

TWO_SCHEMES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@base <http://example.org/> .
<main/> a skos:ConceptScheme ; dct:title "Main"@en .
<side/> a skos:ConceptScheme ; dct:title "Côté"@fr ; dct:publisher <agent> .
<empty> a skos:Collection ; skos:prefLabel "Vide"@fr .
<agent> dct:title "Agent" .
<a> a skos:Concept ; skos:inScheme <main/>, <side/> ; skos:prefLabel "A"@en .
<b> a skos:Concept ; skos:inScheme <main/> ; skos:prefLabel "B"@en, "Bé"@fr ; skos:broader <a> .
<main> a skos:Concept ; skos:inScheme <main/> ; skos:prefLabel "Named as the scheme, but for a slash" .
"""


@pytest.fixture(scope="module")
def linked_data(tmp_path_factory: pytest.TempPathFactory) -> LinkedData:
    folder: Path = tmp_path_factory.mktemp("schemes")
    (folder / "schemes.ttl").write_text(TWO_SCHEMES, "utf-8")
    settings = Settings(data=folder / "data")
    build_loader(settings).load(find_sources([folder / "schemes.ttl"]), lambda *_: None)
    snapshot = snapshot_folder(settings).current()
    vocabularies = snapshot.manifest.vocabularies
    store = OxigraphStore.open(snapshot.graph, {one.uri: one.id for one in vocabularies})
    index = TantivyTermIndex(snapshot.terms)
    concepts = Concepts(store, index, vocabularies, MappingSets([]), Changes([]))
    dumps = Dumps({}, DumpFolder(folder))  # none were made
    return LinkedData(Publication(store, index, concepts), store, index, concepts, dumps, settings.base_uri)


@pytest.mark.parametrize(
    ("uri", "kind", "vocabulary"),
    [
        ("http://example.org/main/", ResourceKind.VOCABULARY, "schemes"),
        ("http://example.org/main", ResourceKind.CONCEPT, "schemes"),
        ("https://example.org/side", ResourceKind.CONTAINER, "schemes"),
        ("http://example.org/empty", ResourceKind.CONTAINER, ""),
        ("http://example.org/a/", ResourceKind.CONCEPT, "schemes"),
        ("http://example.org/agent", ResourceKind.OTHER, ""),
    ],
)
def test_what_an_iri_stands_for(uri: str, kind: ResourceKind, vocabulary: str, linked_data: LinkedData) -> None:
    found = linked_data.find(uri)
    assert (found.kind, found.vocabulary.id if found.vocabulary else "") == (kind, vocabulary)


def test_what_nothing_is_said_of_is_unknown(linked_data: LinkedData) -> None:
    with pytest.raises(UnknownName, match="nothing is loaded about"):
        linked_data.find("http://example.org/none")


def test_a_vocabulary_that_was_not_dumped_comes_from_the_store(linked_data: LinkedData) -> None:
    subjects = {one.subject for one in linked_data.full(linked_data.find("http://example.org/main/"))}
    assert {"http://example.org/a", "http://example.org/b", "http://example.org/side/"} <= subjects


def test_a_second_scheme_tells_its_concepts(linked_data: LinkedData) -> None:
    side = linked_data.find("http://example.org/side/")
    assert [concept.uri for concept in linked_data.concepts(side)] == ["http://example.org/a"]
    assert {one.subject for one in linked_data.full(side)} == {"http://example.org/side/", "http://example.org/a"}
    assert {one.predicate for one in linked_data.skos(side)} >= {"http://purl.org/dc/terms/title"}
    assert "http://purl.org/dc/terms/publisher" not in {one.predicate for one in linked_data.skos(side)}


def test_an_empty_collection_has_no_concepts(linked_data: LinkedData) -> None:
    empty = linked_data.find("http://example.org/empty")
    assert list(linked_data.concepts(empty)) == []
    assert linked_data.languages(empty) == ()


def test_a_table_has_the_languages_of_its_labels(linked_data: LinkedData) -> None:
    assert linked_data.languages(linked_data.find("http://example.org/main/")) == ("en", "fr", "und")
    assert linked_data.languages(linked_data.find("http://example.org/a")) == ("en",)
