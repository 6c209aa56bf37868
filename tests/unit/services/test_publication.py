from itertools import groupby
from pathlib import Path

import pytest

from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.errors import InvalidRequest, UnknownName
from vocabsvc.model.concept import Status
from vocabsvc.services.publication import Publication
from vocabsvc.services.services import Services
from vocabsvc.settings import Settings
from vocabsvc.store.oxigraph import OxigraphStore
from vocabsvc.store.terms.index import TantivyTermIndex

T01 = "http://test.example/collection/T01/current/"


@pytest.fixture(scope="module")
def publication(data_folder: Path, services: Services) -> Publication:
    snapshot = snapshot_folder(Settings(data=data_folder)).current()
    store = OxigraphStore.open(snapshot.graph, {one.uri: one.id for one in snapshot.manifest.vocabularies})
    return Publication(store, TantivyTermIndex(snapshot.terms), services.concepts)


@pytest.mark.parametrize(
    "uri", [f"{T01}TEMPX01/", f"{T01}TEMPX01", "https://test.example/collection/T01/current/TEMPX01"]
)
def test_a_concept_is_described_however_it_is_spelled(uri: str, publication: Publication) -> None:
    assert {one.subject for one in publication.describe(uri)} == {f"{T01}TEMPX01/"}


@pytest.mark.parametrize("uri", [f"{T01}NONE/", "http://elsewhere.example/"])
def test_what_nothing_is_said_of_is_unknown(uri: str, publication: Publication) -> None:
    with pytest.raises(UnknownName):
        publication.describe(uri)


def test_what_is_no_iri_is_refused(publication: Publication) -> None:
    with pytest.raises(InvalidRequest):
        publication.describe("TEMPX01")


def test_concepts_come_in_label_order_each_with_its_statements(publication: Publication) -> None:
    described = list(publication.concepts_of("t01"))
    assert [{one.subject for one in about} for about in described] == [
        {f"{T01}{code}/"} for code in ("OXYGX01", "SALTX01", "TEMPX01", "TEMPX02")
    ]


def test_concepts_of_a_status(publication: Publication) -> None:
    assert [about[0].subject for about in publication.concepts_of("T01", Status.DEPRECATED)] == [f"{T01}TEMPX02/"]
    assert len(list(publication.concepts_of("T01", Status.CURRENT))) == 3


def test_a_whole_vocabulary_is_told_subject_by_subject(publication: Publication) -> None:
    subjects = [one.subject for one in publication.statements("T01")]
    turns = [subject for subject, _ in groupby(subjects)]
    assert len(turns) == len(set(turns)) == 5


@pytest.mark.parametrize("name", ["", "T99"])
def test_an_unknown_vocabulary_is_refused_at_once(name: str, publication: Publication) -> None:
    with pytest.raises(UnknownName):
        publication.statements(name)
    with pytest.raises(UnknownName):
        publication.concepts_of(name)
