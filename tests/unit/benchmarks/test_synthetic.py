from pathlib import Path

import pytest

from benchmarks.synthetic import ID, URI, synthetic_triples, uris_above_leaves, write_synthetic
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept, Status
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

CONCEPTS = 200


@pytest.fixture(scope="module")
def concepts() -> tuple[Concept, ...]:
    data = "\n".join(synthetic_triples(CONCEPTS)).encode()
    return read_skos(parse_rdf(data, "SYN.nt", "http://h/").triples, ID).concepts


def test_the_same_number_and_seed_make_the_same_vocabulary() -> None:
    lines = list(synthetic_triples(CONCEPTS))
    assert lines == list(synthetic_triples(CONCEPTS))
    assert lines != list(synthetic_triples(CONCEPTS, seed=2))


@pytest.mark.parametrize("number", [1, 8, 9, 104, 105, CONCEPTS])
def test_it_has_exactly_the_concepts_asked_for(number: int) -> None:
    types = [line for line in synthetic_triples(number) if line.endswith("#Concept> .")]
    assert (len(types), len(set(types))) == (number, number)


def test_it_loads_without_warnings(tmp_path: Path) -> None:
    write_synthetic(tmp_path / f"{ID}.nt", CONCEPTS)
    loader = build_loader(Settings(data=tmp_path / "data"))
    loaded = loader.load(find_sources([tmp_path / f"{ID}.nt"]), lambda *_: None)
    assert loaded.warnings == ()
    (vocabulary,) = loaded.snapshot.manifest.vocabularies
    assert (vocabulary.uri, vocabulary.concept_count, vocabulary.deprecated_count) == (URI, CONCEPTS, CONCEPTS // 50)


def test_every_concept_is_labelled_in_both_languages_and_no_label_occurs_twice(concepts: tuple[Concept, ...]) -> None:
    labels = [label for concept in concepts for label in concept.pref_labels]
    assert [label.lang for label in labels[:2]] == ["en", "fr"]
    assert len(set(labels)) == len(labels) == 2 * CONCEPTS
    assert all(5 <= len(label.text.split()) <= 30 for label in labels)
    assert any("é" in label.text for label in labels)


def test_the_hierarchy_is_four_deep_and_stated_from_both_sides(concepts: tuple[Concept, ...]) -> None:
    by_uri = {concept.uri: concept for concept in concepts}

    def depth(concept: Concept) -> int:
        return 1 + max((depth(by_uri[uri]) for uri in concept.broader), default=0)

    assert max(map(depth, concepts)) == 4
    assert all(concept.uri in by_uri[uri].narrower for concept in concepts for uri in concept.broader)


def test_few_have_most_below_them(concepts: tuple[Concept, ...]) -> None:
    below = {concept.uri: len(concept.narrower) for concept in concepts if concept.narrower}
    assert below.keys() <= set(uris_above_leaves(CONCEPTS))
    assert max(below.values()) > 5 * sorted(below.values())[len(below) // 2]


def test_one_in_fifty_is_deprecated_and_names_its_successor(concepts: tuple[Concept, ...]) -> None:
    deprecated = [concept for concept in concepts if concept.status is Status.DEPRECATED]
    assert len(deprecated) == CONCEPTS // 50
    assert all(len(concept.replaced_by) == 1 for concept in deprecated)
