"""The slots of the SSSOM model, version 1.1, and what their values may be (https://w3id.org/sssom/spec)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from vocabsvc.formats.curie import Prefixes, is_iri
from vocabsvc.namespaces import DCTERMS, OWL, PAV, PROV, RDFS, SEMAPV, SSSOM


class Kind(Enum):
    """What a value is: text, a CURIE, an IRI, a number, a date, or something with a structure."""

    TEXT = "text"
    REFERENCE = "reference"
    IRI = "IRI"
    NUMBER = "number"
    DATE = "date"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot. ``values`` is empty where any will do; ``low`` is that of a number, which ends at 1.

    ``many`` values stand between ``|`` in a table. A set's value of a slot that is ``propagated`` is that of
    each mapping without one of its own.
    """

    name: str
    kind: Kind = Kind.TEXT
    many: bool = False
    values: frozenset[str] = frozenset()
    low: float = 0.0
    predicate: str = ""
    propagated: bool = False

    @property
    def iri(self) -> str:
        """The property that stands for the slot in RDF."""
        return self.predicate or f"{SSSOM}{self.name}"

    def check(self, text: str, prefixes: Prefixes) -> None:
        """Check a value that is not empty.

        Raises:
            ValueError: it is none of those that the slot may have.
        """
        for part in split_values(text) if self.many else (text,):
            self.check_one(part, prefixes)

    def check_one(self, text: str, prefixes: Prefixes) -> None:
        """Check one of the values of a slot with several; as ``check``."""
        if self.values and text not in self.values:
            raise ValueError(f"{text!r} is none of {', '.join(sorted(self.values))}")
        if self.kind is Kind.REFERENCE:
            prefixes.expand(text)
        elif self.kind is Kind.IRI and not is_iri(text):
            raise ValueError(f"{text!r} is no IRI")
        elif self.kind is Kind.NUMBER and not (_NUMBER.fullmatch(text) and self.low <= float(text) <= 1):
            raise ValueError(f"{text!r} is not a number from {self.low:g} to 1 (MAP-03)")
        elif self.kind is Kind.DATE and not _is_date(text):
            raise ValueError(f"{text!r} is no date (2026-01-31)")


JUSTIFICATIONS: Final = frozenset(
    f"{SEMAPV}{name}"
    for name in (
        "MappingReview", "ManualMappingCuration", "LogicalReasoning", "LexicalMatching", "CompositeMatching",
        "UnspecifiedMatching", "SemanticSimilarityThresholdMatching", "LexicalSimilarityThresholdMatching",
        "MappingChaining", "MappingInversion", "StructuralMatching", "InstanceBasedMatching",
        "BackgroundKnowledgeBasedMatching",
    )
)  # fmt: skip
"""What may justify a mapping (MAP-02), as IRIs."""

LITERAL: Final = "rdfs literal"
"""The type of an entity that has a label only."""

_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BAR = re.compile(r"(?<!\\)\|")

_TYPES = frozenset({
    "owl class", "owl object property", "owl data property", "owl annotation property", "owl named individual",
    "skos concept", "rdfs resource", "rdfs class", "rdfs literal", "rdfs datatype", "rdf property",
    "composed entity expression",
})  # fmt: skip
_CARDINALITIES = frozenset({"1:1", "1:n", "n:1", "n:n", "1:0", "0:1", "0:0"})

_SHARED = {
    slot.name: slot
    for slot in (
        Slot("creator_id", Kind.REFERENCE, many=True, predicate=f"{DCTERMS}creator"),
        Slot("creator_label", many=True),
        Slot("license", Kind.IRI, predicate=f"{DCTERMS}license"),
        Slot("subject_type", values=_TYPES, propagated=True),
        Slot("subject_source", Kind.REFERENCE, propagated=True),
        Slot("subject_source_version", propagated=True),
        Slot("object_type", values=_TYPES, propagated=True),
        Slot("object_source", Kind.REFERENCE, propagated=True),
        Slot("object_source_version", propagated=True),
        Slot("predicate_type", values=_TYPES - {"rdfs literal", "composed entity expression"}, propagated=True),
        Slot("mapping_provider", Kind.IRI, propagated=True),
        Slot("cardinality_scope", many=True, propagated=True),
        Slot("mapping_tool", propagated=True),
        Slot("mapping_tool_id", Kind.REFERENCE, propagated=True),
        Slot("mapping_tool_version", propagated=True),
        Slot("mapping_date", Kind.DATE, predicate=f"{DCTERMS}created", propagated=True),
        Slot("publication_date", Kind.DATE, predicate=f"{DCTERMS}issued"),
        Slot("curation_rule", Kind.REFERENCE, many=True, propagated=True),
        Slot("curation_rule_text", many=True, propagated=True),
        Slot("subject_match_field", Kind.REFERENCE, many=True, propagated=True),
        Slot("object_match_field", Kind.REFERENCE, many=True, propagated=True),
        Slot("subject_preprocessing", Kind.REFERENCE, many=True, propagated=True),
        Slot("object_preprocessing", Kind.REFERENCE, many=True, propagated=True),
        Slot("similarity_measure", propagated=True),
        Slot("see_also", Kind.IRI, many=True, predicate=f"{RDFS}seeAlso"),
        Slot("other"),
        Slot("comment", predicate=f"{RDFS}comment"),
    )
}

MAPPING_SLOTS: Final[Mapping[str, Slot]] = {
    slot.name: slot
    for slot in (
        Slot("record_id", Kind.REFERENCE),
        Slot("subject_id", Kind.REFERENCE, predicate=f"{OWL}annotatedSource"),
        Slot("subject_label"),
        Slot("subject_category"),
        Slot("predicate_id", Kind.REFERENCE, predicate=f"{OWL}annotatedProperty"),
        Slot("predicate_label"),
        Slot("predicate_modifier", values=frozenset({"Not"})),
        Slot("object_id", Kind.REFERENCE, predicate=f"{OWL}annotatedTarget"),
        Slot("object_label"),
        Slot("object_category"),
        Slot("mapping_justification", Kind.REFERENCE),
        Slot("author_id", Kind.REFERENCE, many=True, predicate=f"{PAV}authoredBy"),
        Slot("author_label", many=True),
        Slot("reviewer_id", Kind.REFERENCE, many=True),
        Slot("reviewer_label", many=True),
        *(_SHARED[name] for name in (
            "creator_id", "creator_label", "license", "subject_type", "subject_source", "subject_source_version",
            "object_type", "object_source", "object_source_version", "predicate_type", "mapping_provider",
        )),
        Slot("mapping_source", Kind.REFERENCE),
        Slot("mapping_cardinality", values=_CARDINALITIES),
        *(_SHARED[name] for name in (
            "cardinality_scope", "mapping_tool", "mapping_tool_id", "mapping_tool_version", "mapping_date",
            "publication_date",
        )),
        Slot("review_date", Kind.DATE),
        Slot("confidence", Kind.NUMBER),
        Slot("reviewer_agreement", Kind.NUMBER, low=-1.0),
        *(_SHARED[name] for name in (
            "curation_rule", "curation_rule_text", "subject_match_field", "object_match_field",
        )),
        Slot("match_string", many=True),
        _SHARED["subject_preprocessing"],
        _SHARED["object_preprocessing"],
        Slot("similarity_score", Kind.NUMBER),
        _SHARED["similarity_measure"],
        _SHARED["see_also"],
        Slot("issue_tracker_item", Kind.REFERENCE),
        _SHARED["other"],
        _SHARED["comment"],
    )
}  # fmt: skip
"""The slots of a mapping by name, in the order of the model, which is that of columns."""

SET_SLOTS: Final[Mapping[str, Slot]] = {
    slot.name: slot
    for slot in (
        Slot("sssom_version", values=frozenset({"1.0", "1.1"})),
        Slot("curie_map", Kind.STRUCTURE),
        Slot("mapping_set_id", Kind.IRI),
        Slot("mapping_set_version", predicate=f"{OWL}versionInfo"),
        Slot("mapping_set_source", Kind.IRI, many=True, predicate=f"{PROV}wasDerivedFrom"),
        Slot("mapping_set_title", predicate=f"{DCTERMS}title"),
        Slot("mapping_set_description", predicate=f"{DCTERMS}description"),
        Slot("mapping_set_confidence", Kind.NUMBER),
        Slot("issue_tracker", Kind.IRI),
        Slot("extension_definitions", Kind.STRUCTURE),
        *_SHARED.values(),
    )
}
"""The slots of a mapping set by name."""


def split_values(text: str) -> Iterator[str]:
    """Yield the values of a cell with several; a bar with a backslash before it is in one of them."""
    return (part.replace("\\|", "|") for part in _BAR.split(text))


def join_values(values: list[str]) -> str:
    """Return the cell that ``split_values`` reads so."""
    return "|".join(value.replace("|", "\\|") for value in values)


def is_extension(name: str) -> bool:
    """Tell whether a name is one that the model leaves to its users."""
    return name.startswith("ext_") and len(name) > len("ext_")


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
