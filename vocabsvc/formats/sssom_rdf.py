"""Mapping sets as RDF: what SPARQL users of NVS ask for (``?m a sssom:Mapping; sssom:subject_id ?s; …``)."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from vocabsvc.model.mapping import Mapping, MappingSet
from vocabsvc.namespaces import DCTERMS, RDF, SSSOM, XSD

_TYPE = NamedNode(f"{RDF}type")
_TEXTS = ("subject_label", "object_label", "comment")
_REFERENCES = ("subject_id", "predicate_id", "object_id", "mapping_justification")


def mapping_set_triples(mapping_set: MappingSet) -> Iterator[Triple]:
    """Yield the set, each mapping as a node of its own, and the mapping itself as a plain statement.

    Nodes are ``<mapping_set_id>#1``, ``#2``… in the order of the file.
    """
    node = NamedNode(mapping_set.mapping_set_id)
    yield Triple(node, _TYPE, NamedNode(f"{SSSOM}MappingSet"))
    yield Triple(node, NamedNode(f"{DCTERMS}license"), NamedNode(mapping_set.license))
    for number, mapping in enumerate(mapping_set.mappings, start=1):
        row = NamedNode(f"{mapping_set.mapping_set_id}#{number}")
        yield Triple(node, NamedNode(f"{SSSOM}mappings"), row)
        yield from _mapping_triples(row, mapping)


def _mapping_triples(row: NamedNode, mapping: Mapping) -> Iterator[Triple]:
    subject, target = NamedNode(mapping.subject_id), NamedNode(mapping.object_id)
    yield Triple(subject, NamedNode(mapping.predicate_id), target)
    yield Triple(row, _TYPE, NamedNode(f"{SSSOM}Mapping"))
    for slot in _REFERENCES:
        yield Triple(row, NamedNode(SSSOM + slot), NamedNode(getattr(mapping, slot)))
    for slot in _TEXTS:
        if text := getattr(mapping, slot):
            yield Triple(row, NamedNode(SSSOM + slot), Literal(text))
    if mapping.confidence is not None:
        confidence = Literal(str(mapping.confidence), datatype=NamedNode(f"{XSD}double"))
        yield Triple(row, NamedNode(f"{SSSOM}confidence"), confidence)
    if mapping.mapping_source:
        yield Triple(row, NamedNode(f"{SSSOM}mapping_source"), NamedNode(mapping.mapping_source))
