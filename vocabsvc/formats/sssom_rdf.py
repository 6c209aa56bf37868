"""Mapping sets as RDF: that of SSSOM, and what SPARQL users of NVS ask for.

SSSOM writes a mapping as an ``owl:Axiom``; NVS as ``?m a sssom:Mapping; sssom:subject_id ?s; …``. Both are
written, and the mapping itself as a plain statement.
"""

import json
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from vocabsvc.formats.curie import Prefixes
from vocabsvc.formats.sssom_header import from_text
from vocabsvc.formats.sssom_mapping import BUILT_IN
from vocabsvc.formats.sssom_slots import MAPPING_SLOTS, SET_SLOTS, Kind, Slot, split_values
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet
from vocabsvc.namespaces import DCTERMS, OWL, RDF, SSSOM, XSD

_TYPE = NamedNode(f"{RDF}type")
_TEXTS = ("subject_label", "object_label", "comment")
_REFERENCES = ("subject_id", "predicate_id", "object_id", "mapping_justification", "mapping_source")
_XSD = {Kind.NUMBER: f"{XSD}double", Kind.DATE: f"{XSD}date"}


def mapping_set_triples(mapping_set: MappingSet, base_uri: str) -> Iterator[Triple]:
    """Yield the set, each mapping as a node of its own, and what is asserted as a plain statement.

    A node is the mapping's ``record_id``; without one, ``<mapping_set_id>#1``, ``#2``… in the order of the file.
    """
    prefixes = Prefixes({**dict(mapping_set.curie_map), **BUILT_IN}, base_uri)
    node = NamedNode(mapping_set.mapping_set_id)
    yield Triple(node, _TYPE, NamedNode(f"{SSSOM}MappingSet"))
    yield Triple(node, NamedNode(f"{DCTERMS}license"), NamedNode(mapping_set.license))
    for name, text in mapping_set.metadata:
        slot = SET_SLOTS.get(name)
        if slot and slot.kind is not Kind.STRUCTURE:
            value = from_text(text)
            values = [one for one in value if isinstance(one, str)] if isinstance(value, list) else [text]
            for one in values:
                yield _value(node, slot, one, prefixes)
    extensions = _extensions(mapping_set, prefixes)
    for number, mapping in enumerate(mapping_set.mappings, start=1):
        record = mapping.slot("record_id")
        row = NamedNode(prefixes.expand(record) if record else f"{mapping_set.mapping_set_id}#{number}")
        yield Triple(node, NamedNode(f"{SSSOM}mappings"), row)
        yield from _mapping_triples(row, mapping, extensions, prefixes)


def _mapping_triples(
    row: NamedNode, mapping: SssomMapping, extensions: Mapping[str, NamedNode], prefixes: Prefixes
) -> Iterator[Triple]:
    if mapping.asserts:
        subject, target = NamedNode(mapping.subject_id), NamedNode(mapping.object_id)
        yield Triple(subject, NamedNode(mapping.predicate_id), target)
    yield Triple(row, _TYPE, NamedNode(f"{SSSOM}Mapping"))
    yield Triple(row, _TYPE, NamedNode(f"{OWL}Axiom"))
    for name in _REFERENCES:
        if iri := getattr(mapping, name):
            for predicate in {f"{SSSOM}{name}": None, MAPPING_SLOTS[name].iri: None}:
                yield Triple(row, NamedNode(predicate), NamedNode(iri))
    for name in _TEXTS:
        if text := getattr(mapping, name):
            yield Triple(row, NamedNode(MAPPING_SLOTS[name].iri), Literal(text))
    if mapping.confidence is not None:
        confidence = Literal(str(mapping.confidence), datatype=NamedNode(f"{XSD}double"))
        yield Triple(row, NamedNode(f"{SSSOM}confidence"), confidence)
    yield from _other_triples(row, mapping, extensions, prefixes)


def _other_triples(
    row: NamedNode, mapping: SssomMapping, extensions: Mapping[str, NamedNode], prefixes: Prefixes
) -> Iterator[Triple]:
    for name, text in mapping.other:
        if slot := MAPPING_SLOTS.get(name):
            for one in split_values(text) if slot.many else (text,):
                yield _value(row, slot, one, prefixes)
        elif name in extensions:
            yield Triple(row, extensions[name], Literal(text))


def _value(node: NamedNode, slot: Slot, text: str, prefixes: Prefixes) -> Triple:
    value: NamedNode | Literal = Literal(text)
    if slot.kind is Kind.REFERENCE:
        value = NamedNode(prefixes.expand(text))
    elif slot.kind is Kind.IRI:
        value = NamedNode(text)
    elif slot.kind in _XSD:
        value = Literal(text, datatype=NamedNode(_XSD[slot.kind]))
    return Triple(node, NamedNode(slot.iri), value)


def _extensions(mapping_set: MappingSet, prefixes: Prefixes) -> dict[str, NamedNode]:
    """Return the properties of the extension slots that the set declares one for."""
    declared = json.loads(mapping_set.header("extension_definitions") or "[]")
    found: dict[str, NamedNode] = {}
    for one in declared:
        if one.get("property"):
            found[one["slot_name"]] = NamedNode(prefixes.expand(one["property"]))
    return found
