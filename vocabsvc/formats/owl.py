"""OWL ontologies as vocabularies: SKOS beside what they say of their classes."""

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import NamedNode, Triple

from vocabsvc.formats.owl_class import OBO_IN_OWL
from vocabsvc.formats.owl_skos import ANNOTATIONS, skos_triples
from vocabsvc.formats.rdf import RdfDocument
from vocabsvc.namespaces import OWL, RDF, RDFS, SKOS, XSD

_TYPE = NamedNode(f"{RDF}type")
_CLASS = NamedNode(f"{OWL}Class")
_ONTOLOGY = NamedNode(f"{OWL}Ontology")
_CONCEPT = NamedNode(f"{SKOS}Concept")
_PREF_LABEL = NamedNode(f"{SKOS}prefLabel")
_OF_LANGUAGES = (OWL, RDF, RDFS, SKOS, XSD, OBO_IN_OWL)
"""Namespaces whose classes are words of a language; an ontology that declares them again does not define them."""


def with_skos(document: RdfDocument, name: str) -> RdfDocument:
    """Return an OWL ontology with the SKOS that follows from it, and any other document as it is.

    An ontology is what has named classes and no SKOS concepts, whatever its file ending: it gets a
    skos:Concept for each class, in one skos:ConceptScheme where it has an IRI. Its own statements stay.
    Individuals and properties become nothing. ``name`` is the file's, for errors.

    Raises:
        UnreadableInput: classes nested deeper than owlready2 can follow.
    """
    classes = _named_classes(document.triples)
    if not classes:
        return document
    # Only an ontology needs owlready2, which takes 0.1 s to import.
    from vocabsvc.formats.owl_reader import read_owl_classes  # noqa: PLC0415

    read = read_owl_classes(document.triples, classes, ANNOTATIONS, name)
    said = frozenset(document.triples)
    derived = (triple for triple in skos_triples(read, _ontology(document.triples)) if triple not in said)
    return replace(document, triples=(*document.triples, *derived))


def _named_classes(triples: Iterable[Triple]) -> frozenset[str]:
    """Return the IRIs of the classes that an ontology declares, none where the document is SKOS."""
    classes: set[str] = set()
    of_owl: set[object] = set()
    labelled: set[object] = set()
    for triple in triples:
        if triple.predicate == _PREF_LABEL:
            labelled.add(triple.subject)
        elif triple.predicate == _TYPE:
            if triple.object == _CONCEPT:
                return frozenset()
            if isinstance(triple.object, NamedNode) and triple.object.value.startswith(OWL):
                of_owl.add(triple.subject)
            if triple.object == _CLASS and isinstance(triple.subject, NamedNode):
                classes.add(triple.subject.value)
    if not labelled <= of_owl:
        return frozenset()
    return frozenset(iri for iri in classes if not iri.startswith(_OF_LANGUAGES))


def _ontology(triples: Iterable[Triple]) -> str:
    """Return the IRI of the ontology, ``""`` where it has none; of several merged into one file, the first."""
    headers = (triple.subject for triple in triples if triple.predicate == _TYPE and triple.object == _ONTOLOGY)
    return next((header.value for header in headers if isinstance(header, NamedNode)), "")
