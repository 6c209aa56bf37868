"""An OWL ontology from its file to the answers, as any vocabulary."""

import hashlib
import socket
from pathlib import Path

import pytest

from tests.conftest import DATA
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.vocabulary_toml import write_vocabulary_toml
from vocabsvc.model.change import Change, ChangeKind
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription
from vocabsvc.services.comparison import compare_editions
from vocabsvc.services.services import Services
from vocabsvc.services.vocabulary_check import check_files
from vocabsvc.settings import Settings
from vocabsvc.store.base import SearchRequest
from vocabsvc.store.sources import find_sources

BASE = "http://hub.example/id/"
OBO = "http://purl.obolibrary.org/obo/"
ONTOLOGY = f"{OBO}tsea.owl"


def folder(parent: Path, content: bytes) -> Path:
    """Make a vocabulary folder ``mers`` of an ontology."""
    mers = parent / "mers"
    mers.mkdir(exist_ok=True)
    (mers / "seas.owl").write_bytes(content)
    titles = (LangString("Seas for tests", "en"), LangString("Mers d’essai", "fr"))
    vocabulary = Vocabulary("mers", ONTOLOGY, titles, "Test", languages=("en",), concept_count=9, deprecated_count=4)
    description = VocabularyDescription(vocabulary, "seas.owl", hashlib.sha256(content).hexdigest())
    (mers / "vocabulary.toml").write_text(write_vocabulary_toml(description), "utf-8")
    return mers


def load(data: Path, *paths: Path) -> Services:
    settings = Settings(data=data, base_uri=BASE)
    loaded = build_loader(settings).load(find_sources(paths), lambda *_: None)
    return build_services(settings, loaded.snapshot)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """Three ontologies and a SKOS file, loaded without a network."""
    parent = tmp_path_factory.mktemp("owl")
    described = folder(parent, (DATA / "seas.owl").read_bytes())
    others = [DATA / name for name in ("surveys.owl", "variables.owl", "T01.ttl")]
    with pytest.MonkeyPatch.context() as patched:
        patched.delattr(socket, "socket")
        patched.delattr(socket, "getaddrinfo")
        return load(parent / "data", described, *others)


@pytest.mark.parametrize(
    ("text", "code", "field"),
    [
        ("mer epicontinentale", "TSEA_0000002", "alt_label"),
        ("large bleue", "TSEA_0000002", "hidden_label"),
        ("étendue marine", "TSEA_0000002", "alt_label"),
        ("TSEA:0000003", "TSEA_0000003", "notation"),
        ("aber", "TSEA_0000004", "pref_label"),
        ("marine water body", "TSEA_0000001", "pref_label"),
    ],
)
def test_names_and_codes_of_classes_are_found(loaded: Services, text: str, code: str, field: str) -> None:
    hit = loaded.search.search(SearchRequest(text)).items[0]
    assert (hit.concept.uri, hit.concept.vocabulary, hit.match.field) == (f"{OBO}{code}", "mers", field)


def test_a_class_is_found_by_the_end_of_its_iri(loaded: Services) -> None:
    assert loaded.search.search(SearchRequest("TSEA_0000003")).items[0].concept.uri == f"{OBO}TSEA_0000003"


def test_a_class_shows_its_place_in_the_tree(loaded: Services) -> None:
    detail = loaded.concepts.detail(f"{OBO}TSEA_0000002")
    assert [ref.notation for ref in detail.broader] == ["TSEA:0000001"]
    assert detail.narrower_count == 1
    assert detail.concept.status is Status.CURRENT
    below = loaded.concepts.narrower(f"{OBO}TSEA_0000002", 0, 10)
    assert [ref.uri for ref in below.items] == [f"{OBO}TSEA_0000003"]


def test_an_obsolete_class_shows_its_successor(loaded: Services) -> None:
    concept = loaded.concepts.detail(f"{OBO}TSEA_0000006").concept
    assert (concept.status, concept.replaced_by) == (Status.DEPRECATED, (f"{OBO}TSEA_0000002",))


def test_classes_below_each_other_do_no_harm(loaded: Services) -> None:
    detail = loaded.concepts.detail("http://ontology.example/survey#Station")
    assert [ref.uri for ref in detail.broader] == ["http://ontology.example/survey#Site"]
    assert detail.narrower_count == 1


def test_vocabularies_are_described_by_folder_or_ontology(loaded: Services) -> None:
    described = {one.id: one for one in loaded.concepts.vocabularies()}
    assert (described["mers"].concept_count, described["mers"].deprecated_count) == (9, 4)
    assert described["mers"].titles[1] == LangString("Mers d’essai", "fr")
    assert described["surveys"].uri == "http://ontology.example/survey"
    assert LangString("Mesures de campagnes", "fr") in described["surveys"].titles
    assert described["variables"].concept_count == 4
    assert described["T01"].concept_count == 4


@pytest.mark.parametrize("vocabulary", ["mers", "surveys", "variables"])
def test_the_graph_says_the_same_as_the_index(loaded: Services, vocabulary: str) -> None:
    for ref in loaded.concepts.members(vocabulary, 0, 100).items:
        concept: Concept = loaded.concepts.detail(ref.uri).concept
        assert (ref.notation, set(ref.pref_labels)) == (concept.ref().notation, set(concept.pref_labels))
        assert (ref.vocabulary, ref.deprecated) == (vocabulary, concept.status is Status.DEPRECATED)


def test_an_edition_says_what_it_changed(tmp_path: Path) -> None:
    old = (DATA / "seas.owl").read_text("utf-8")
    new = old.replace("mer épicontinentale", "mer bordière").replace(
        "<rdfs:label>coast</rdfs:label>",
        '<rdfs:label>coast</rdfs:label><owl:deprecated rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true'
        "</owl:deprecated>",
    )
    for text in (old, new):
        services = load(tmp_path / "data", folder(tmp_path, text.encode()))
    expected = (
        Change(f"{OBO}TSEA_0000002", ChangeKind.CHANGED, ("alt_label",)),
        Change(f"{OBO}TSEA_0000005", ChangeKind.DEPRECATED, ("coast",)),
    )
    assert services.changes.since("mers").changes == expected
    (tmp_path / "old.owl").write_text(old, "utf-8")
    assert compare_editions(tmp_path / "old.owl", tmp_path / "mers", BASE).changes == expected


def test_an_ontology_is_checked_like_any_vocabulary() -> None:
    (report,) = check_files([DATA / "surveys.owl"], BASE, 3)
    codes = {group.examples[0].code: group for group in report.groups}
    assert codes["SKO-07"].examples[0].concept.startswith("http://ontology.example/survey#")
    assert not codes.keys() & {"SKO-01", "SKO-02", "SKO-06", "SKO-10"}


def test_a_broken_ontology_is_refused_with_its_place(tmp_path: Path) -> None:
    content = (DATA / "seas.owl").read_bytes().replace(b"</owl:Ontology>", b"</owl:Ontologie>", 1)
    with pytest.raises(UnreadableInput) as caught:
        load(tmp_path / "data", folder(tmp_path, content))
    assert caught.value.source == str(tmp_path / "mers" / "seas.owl")
    assert caught.value.line == content[: content.index(b"</owl:Ontologie>")].count(b"\n") + 1
