"""Collections of the NERC Vocabulary Server that were taken as RDF."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from pyoxigraph import Literal, NamedNode, Triple

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.recipe import Edition
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import DCTERMS, NVS, OWL, SKOS

BROADER, NARROWER, RELATED = f"{SKOS}broader", f"{SKOS}narrower", f"{SKOS}related"

Elsewhere = Mapping[str, AbstractSet[str]]
"""Predicate IRI -> ids of the vocabularies whose own concepts state the inverse of such a link."""


def collection(vocabulary: str) -> str:
    """Return the IRI of an NVS collection, in which the IRIs of its concepts begin."""
    return f"{NVS}{vocabulary}/current/"


def concept_uri(vocabulary: str, code: str) -> str:
    """Return the IRI of an NVS concept."""
    return f"{collection(vocabulary)}{code}/"


def code_of(uri: str) -> str:
    """Return the code that the IRI of an NVS concept ends in."""
    return uri.rstrip("/").rpartition("/")[2]


def vocabulary_of(uri: str) -> str:
    """Return the id of the collection that an NVS IRI belongs to, ``""`` for any other IRI."""
    return uri.removeprefix(NVS).partition("/")[0] if uri.startswith(NVS) else ""


def edition_of(triples: Iterable[Triple], vocabulary: str) -> Edition:
    """Return the edition that the collection states of itself (``owl:versionInfo``, ``dcterms:date``)."""
    container = NamedNode(collection(vocabulary))
    said = {
        t.predicate.value: t.object.value for t in triples if t.subject == container and isinstance(t.object, Literal)
    }
    return Edition(said.get(f"{OWL}versionInfo", ""), said.get(f"{DCTERMS}date", "")[:10])


def add_collection(
    graph: VocabularyGraph, triples: Iterable[Triple], vocabulary: str, elsewhere: Elsewhere | None = None
) -> None:
    """Add the concepts of one collection, without definitions, notes, dates and versions."""
    container = collection(vocabulary)
    concepts = [c for c in read_skos(triples, vocabulary).concepts if c.uri.startswith(container)]
    for concept in concepts:
        add_concept(graph, container, concept)
    for concept in concepts:
        add_links(graph, concept, elsewhere or {})


def add_concept(graph: VocabularyGraph, container: str, concept: Concept) -> None:
    """Add the labels, notations and status of a concept."""
    graph.add_concept(
        concept.uri,
        container,
        map(repaired, concept.pref_labels),
        concept.notations,
        deprecated=concept.status is Status.DEPRECATED,
    )
    for label in concept.alt_labels:
        graph.add_label(concept.uri, "altLabel", repaired(label))


def add_links(graph: VocabularyGraph, concept: Concept, elsewhere: Elsewhere) -> None:
    """Add the links of a concept that no other vocabulary states."""
    said = [(BROADER, target) for target in concept.broader]
    said += [(NARROWER, target) for target in concept.narrower]
    said += [(RELATED, target) for target in (*concept.related, *concept.units)]
    said += [(link.predicate, link.target) for link in concept.links]
    for predicate, target in said:
        if vocabulary_of(target) not in elsewhere.get(predicate, ()):
            graph.add_link(concept.uri, predicate, target)


def repaired(label: LangString) -> LangString:
    """Undo UTF-8 that was read as Windows-1252 (``SystÃ¨me``); leave every other text alone."""
    try:
        return LangString(label.text.encode("cp1252").decode("utf-8"), label.lang)
    except UnicodeError:
        return label
