"""A small snapshot of shipped vocabularies: what tests of validation look terms up in."""

from pathlib import Path

from tests.kept import ROOT
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.services.resolver import Resolver
from vocabsvc.services.validation.annotation_facts import AnnotationFacts
from vocabsvc.services.validation.keyword_facts import KeywordFacts
from vocabsvc.services.validation.known_thesauri import KnownThesauri
from vocabsvc.services.validation.loaded_facts import LoadedFacts
from vocabsvc.services.validation.loaded_terms import LoadedTerms
from vocabsvc.services.validation.suggestions import KeywordSuggestions
from vocabsvc.services.validation.unit_facts import UnitFacts
from vocabsvc.services.validation.vocabulary_facts import FactSource
from vocabsvc.settings import Settings
from vocabsvc.store.base import TermIndex
from vocabsvc.store.oxigraph import OxigraphStore
from vocabsvc.store.sources import find_sources
from vocabsvc.store.terms.index import TantivyTermIndex

_NAMES = ("P02", "P06", "L05", "L06", "L22", "C19", "OD1", "F02", "EDMERP", "inspire-themes", "hvd-categories")

SOURCES = (*(ROOT / "vocabularies" / name for name in _NAMES), ROOT / "tests" / "data" / "P01")
"""Of P01 only a few parameters: all of it takes a minute to load."""


def load_terms(folder: Path) -> None:
    build_loader(Settings(data=folder)).load(find_sources(list(SOURCES)), lambda *_: None)


def open_terms(folder: Path) -> tuple[LoadedTerms, TermIndex]:
    snapshot = snapshot_folder(Settings(data=folder)).current()
    vocabularies = snapshot.manifest.vocabularies
    store = OxigraphStore.open(snapshot.graph, {one.uri: one.id for one in vocabularies})
    index = TantivyTermIndex(snapshot.terms)
    return LoadedTerms(store, index, Resolver(store, index), vocabularies), index


def term_sources(terms: LoadedTerms, index: TermIndex) -> tuple[FactSource, ...]:
    """What is said of keywords, annotations and units."""
    keywords = KeywordFacts(terms, KnownThesauri(terms.vocabularies), KeywordSuggestions(terms, index))
    return (LoadedFacts(terms), keywords, AnnotationFacts(terms), UnitFacts(terms))
