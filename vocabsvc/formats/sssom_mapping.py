"""One SSSOM mapping as texts by slot, which tables and JSON have in common."""

from collections.abc import Mapping

from vocabsvc.formats.curie import Prefixes
from vocabsvc.formats.sssom_slots import JUSTIFICATIONS, LITERAL, MAPPING_SLOTS
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.namespaces import OWL, RDF, RDFS, SEMAPV, SKOS, SSSOM, XSD

BUILT_IN: Mapping[str, str] = {
    "linkml": "https://w3id.org/linkml/",
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "semapv": SEMAPV,
    "skos": SKOS,
    "sssom": SSSOM,
    "xsd": XSD,
}
"""Prefixes that need no declaration; a set that declares one must say the same."""

ALWAYS = ("predicate_id", "mapping_justification")
ENTITIES = ("subject", "object")
EXPANDED = ("subject_id", "object_id", "mapping_source", *ALWAYS)
"""Slots that are kept as IRIs; other references stay CURIEs, and are checked."""

_OWN = frozenset({*EXPANDED, "subject_label", "object_label", "confidence", "comment"})
"""The slots that the model has fields for."""


class SlotError(ValueError):
    """A slot whose value cannot be used; ``slot`` names it."""

    def __init__(self, slot: str, reason: str) -> None:
        super().__init__(f"{slot}: {reason}")
        self.slot = slot


def to_mapping(values: Mapping[str, str], types: Mapping[str, str], prefixes: Prefixes, line: int) -> SssomMapping:
    """Check the values of all slots and make a mapping of them.

    ``types`` are the types of subjects and objects that the set gives for mappings without one.

    Raises:
        SlotError: a slot that is missing (MAP-01), a justification outside SEMAPV (MAP-02), a number out of
            its range (MAP-03), an undeclared prefix, or another value that the slot cannot have.
    """
    for slot in _required(values, types):
        if not values.get(slot):
            raise SlotError(slot, "empty (MAP-01)")
    cells = {slot: _checked(slot, text, prefixes) for slot, text in values.items() if text}
    confidence = cells.get("confidence", "")
    return SssomMapping(
        subject_id=cells.get("subject_id", ""),
        predicate_id=cells["predicate_id"],
        object_id=cells.get("object_id", ""),
        mapping_justification=cells["mapping_justification"],
        subject_label=cells.get("subject_label", ""),
        object_label=cells.get("object_label", ""),
        confidence=float(confidence) if confidence else None,
        mapping_source=cells.get("mapping_source", ""),
        comment=cells.get("comment", ""),
        other=tuple((slot, text) for slot, text in sorted(cells.items()) if slot not in _OWN),
        line=line,
    )


def to_cells(mapping: SssomMapping, prefixes: Prefixes) -> dict[str, str]:
    """Return what is not empty, by slot.

    Raises:
        ValueError: an IRI that no prefix fits.
    """
    values = {slot: getattr(mapping, slot) for slot in MAPPING_SLOTS if slot in _OWN}
    values["confidence"] = "" if mapping.confidence is None else f"{mapping.confidence!r}".removesuffix(".0")
    cells = {slot: prefixes.contract(text) if slot in EXPANDED else text for slot, text in values.items() if text}
    return {**cells, **dict(mapping.other)}


def in_order(slots: set[str]) -> list[str]:
    """Return slots in the order of the model, then extensions by name."""
    return [slot for slot in MAPPING_SLOTS if slot in slots] + sorted(slots.difference(MAPPING_SLOTS))


def _required(values: Mapping[str, str], types: Mapping[str, str]) -> tuple[str, ...]:
    literal = [one for one in ENTITIES if (values.get(f"{one}_type") or types.get(f"{one}_type")) == LITERAL]
    return (*(f"{one}_label" if one in literal else f"{one}_id" for one in ENTITIES), *ALWAYS)


def _checked(slot: str, text: str, prefixes: Prefixes) -> str:
    try:
        if slot in MAPPING_SLOTS:
            MAPPING_SLOTS[slot].check(text, prefixes)
        if slot not in EXPANDED:
            return text
        iri = prefixes.expand(text)
    except ValueError as error:
        raise SlotError(slot, str(error)) from error
    if slot == "mapping_justification" and iri not in JUSTIFICATIONS:
        raise SlotError(slot, f"{text!r} is no justification of semapv (MAP-02)")
    return iri
