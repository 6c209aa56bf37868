"""What cited identifiers lead to, where several vocabularies and other addresses are in play."""

import hashlib
from pathlib import Path

import pytest

from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.formats.vocabulary_toml import FILE_NAME, write_vocabulary_toml
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription
from vocabsvc.services.resolver import LONGEST_ID, Resolver
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

LICENCES = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix v: <https://w3id.org/vocabsvc/def#> .
    @prefix l: <http://spdx.org/licenses/> .
    l:list a skos:ConceptScheme .
    l:SEA-1.0 a skos:Concept ; skos:inScheme l:list ; skos:notation "SEA-1.0" ; skos:prefLabel "Sea licence"@en ,
        "Licence de mer"@fr ; skos:altLabel "SEA" ;
        v:address <https://sea.example/licence/> , <https://sea.example/both> .
    l:SEA-0.9 a skos:Concept ; skos:inScheme l:list ; skos:notation "SEA-0.9" ; skos:prefLabel "Old sea licence"@en ;
        owl:deprecated true ; dcterms:isReplacedBy l:SEA-1.0 ; v:address <https://sea.example/both> .
    l:TEMPX01 a skos:Concept ; skos:inScheme l:list ; skos:notation "TEMPX01" ; skos:prefLabel "Warm licence"@en .
"""
SEA = "http://spdx.org/licenses/SEA-1.0"
T01 = Path(__file__).parents[2] / "data" / "T01.ttl"


@pytest.fixture(scope="module")
def resolver(tmp_path_factory: pytest.TempPathFactory) -> Resolver:
    folder = tmp_path_factory.mktemp("resolver")
    spdx = folder / "vocabularies" / "SPDX"
    spdx.mkdir(parents=True)
    titles = LangString("Licences", "en"), LangString("Licences", "fr")
    vocabulary = Vocabulary(
        "SPDX", "http://spdx.org/licenses/list", titles, "SPDX", languages=("en", "fr"), concept_count=3, auxiliary=True
    )
    checksum = hashlib.sha256(LICENCES.encode()).hexdigest()
    (spdx / "SPDX.ttl").write_text(LICENCES, "utf-8")
    described = VocabularyDescription(vocabulary, "SPDX.ttl", checksum)
    (spdx / FILE_NAME).write_text(write_vocabulary_toml(described), "utf-8")
    settings = Settings(data=folder / "data")
    done = build_loader(settings).load(find_sources([spdx, T01]), lambda *_: None)
    return build_services(settings, done.snapshot).resolver


@pytest.mark.parametrize(
    "cited",
    [
        "https://sea.example/licence/",
        "http://sea.example/licence",
        "https://spdx.org/licenses/SEA-1.0.html",
        "SEA-1.0",
        "SPDX:SEA-1.0",
        "SPDX::SEA",
    ],
)
def test_all_ways_to_cite_lead_to_the_concept(resolver: Resolver, cited: str) -> None:
    (found,) = resolver.resolve([cited])
    assert found.concept is not None
    assert found.concept.uri == SEA


def test_an_address_that_several_share_gives_candidates(resolver: Resolver) -> None:
    (found,) = resolver.resolve(["https://sea.example/both"])
    assert found.concept is None
    assert sorted(found.candidates) == ["http://spdx.org/licenses/SEA-0.9", SEA]


def test_what_is_replaced_names_its_successor(resolver: Resolver) -> None:
    (found,) = resolver.resolve(["SEA-0.9"])
    assert found.replaced_by == SEA


def test_a_bare_code_of_an_auxiliary_list_does_not_spoil_that_of_another(resolver: Resolver) -> None:
    bare, named = resolver.resolve(["TEMPX01", "SPDX:TEMPX01"])
    assert bare.concept is not None
    assert bare.concept.vocabulary == "T01"
    assert named.concept is not None
    assert named.concept.vocabulary == "SPDX"


@pytest.mark.parametrize("text", ["sea-1.0", "licence de mér", "Sea Licence", "SEA"])
def test_a_list_is_asked_by_code_or_whole_name(resolver: Resolver, text: str) -> None:
    assert [ref.uri for ref in resolver.named(text, "spdx")] == [SEA]


@pytest.mark.parametrize("text", ["licence", "", "x" * (LONGEST_ID + 1)])
def test_any_other_text_names_nothing(resolver: Resolver, text: str) -> None:
    assert resolver.named(text, "SPDX") == ()
