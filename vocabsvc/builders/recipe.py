"""How one vocabulary is made from the publishers' files."""

from collections.abc import Callable
from dataclasses import dataclass

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString

CC_BY = "CC-BY-4.0"
"""SPDX id of the licence of everything on the NERC Vocabulary Server."""

NERC = "Natural Environment Research Council"
NVS_ATTRIBUTION = "NERC Vocabulary Server, British Oceanographic Data Centre (BODC)"


@dataclass(frozen=True, slots=True)
class Edition:
    """Which edition the files hold; ``""`` where they do not tell. ``missing`` is what it lacks."""

    number: str = ""
    date: str = ""
    missing: tuple[str, ...] = ()


Fill = Callable[[SourceFolder, VocabularyGraph], Edition]
"""Adds the concepts of one vocabulary to a graph and tells which edition they are."""


@dataclass(frozen=True, slots=True)
class Container:
    """A ``skos:Collection`` or ``skos:ConceptScheme`` (``kind``) that holds concepts."""

    uri: str
    title_en: str
    title_fr: str
    kind: str = "Collection"

    @property
    def titles(self) -> tuple[LangString, ...]:
        """The title in English and in French."""
        return LangString(self.title_en, "en"), LangString(self.title_fr, "fr")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is known of a vocabulary beforehand, and the function that adds its concepts to a graph.

    ``inputs`` are the files read, named as in ``SourceFolder``. ``container`` names the vocabulary's graph;
    below ``HUB`` its IRI is relative to the setting ``base_uri``. ``parts`` are the containers of the
    concepts where that is not ``container`` itself. ``own`` marks what the hub itself publishes,
    ``local`` a centre's own list, ``auxiliary`` a list that records cite and nobody searches for.
    ``addresses`` are those that our own tables (``own_lists``) were taken from.
    """

    id: str
    container: Container
    inputs: tuple[str, ...]
    fill: Fill
    publisher: str = NERC
    licence: str = CC_BY
    attribution: str = NVS_ATTRIBUTION
    missing: tuple[str, ...] = ()
    parts: tuple[Container, ...] = ()
    own: bool = False
    local: bool = False
    auxiliary: bool = False
    addresses: tuple[str, ...] = ()
    compressed: bool = False

    @property
    def file(self) -> str:
        """Name of the RDF file: large ones are N-Triples, gzipped."""
        return f"{self.id}.nt.gz" if self.compressed else f"{self.id}.ttl"
