"""Who or what made a mapping, and under what name: MAP-04, MAP-06, MAP-11."""

from collections.abc import Iterator

from vocabsvc.checks.mappings.check import Fault
from vocabsvc.checks.mappings.view import MappingView
from vocabsvc.model.mapping import Mapping
from vocabsvc.namespaces import SEMAPV

NO_REVIEWER = {
    "en": "a review is stated, but not whose",
    "fr": "une relecture est indiquée, mais pas de qui",
}
NOT_ALL_IDENTIFIED = {
    "en": "some mappings have a record_id and some have none",
    "fr": "certaines correspondances ont un record_id et d’autres non",
}
SAME_RECORD = {
    "en": "two mappings have the same record_id",
    "fr": "deux correspondances ont le même record_id",
}
NO_TOOL = {
    "en": "a mapping made by a machine does not tell tool, version and date",
    "fr": "une correspondance faite par une machine n’indique pas l’outil, sa version et la date",
}
NO_PERSON = {
    "en": "a mapping made or reviewed by hand names no author, creator or reviewer",
    "fr": "une correspondance faite ou relue à la main ne nomme ni auteur, ni créateur, ni relecteur",
}

_BY_HAND = frozenset(f"{SEMAPV}{name}" for name in ("ManualMappingCuration", "MappingReview"))
_BY_MACHINE = frozenset(
    f"{SEMAPV}{name}"
    for name in (
        "LexicalMatching", "LexicalSimilarityThresholdMatching", "SemanticSimilarityThresholdMatching",
        "StructuralMatching", "InstanceBasedMatching", "CompositeMatching",
    )
)  # fmt: skip
"""The others tell neither a hand nor a machine."""

_TOOL = (("mapping_tool", "mapping_tool_id"), ("mapping_tool_version",), ("mapping_date", "publication_date"))
_PEOPLE = tuple(f"{role}_{kind}" for role in ("author", "creator", "reviewer") for kind in ("id", "label"))


def missing_reviewer(view: MappingView) -> Iterator[Fault]:
    """A review date or the agreement of a reviewer stands without a reviewer."""
    for mapping in view.mappings:
        for slot in ("review_date", "reviewer_agreement"):
            if mapping.slot(slot) and not mapping.slot("reviewer_id") and not mapping.slot("reviewer_label"):
                yield Fault(NO_REVIEWER, mapping, slot, mapping.slot(slot))


def inconsistent_record_id(view: MappingView) -> Iterator[Fault]:
    """Either all mappings have a record_id, each its own, or none has."""
    seen: set[str] = set()
    identified = sum(bool(mapping.slot("record_id")) for mapping in view.mappings)
    for mapping in view.mappings:
        record = mapping.slot("record_id")
        if record in seen:
            yield Fault(SAME_RECORD, mapping, "record_id", record)
        elif not record and identified:
            yield Fault(NOT_ALL_IDENTIFIED, mapping, "record_id")
        elif record:
            seen.add(record)


def missing_provenance(view: MappingView) -> Iterator[Fault]:
    """A mapping does not tell the tool that made it, with version and date, or the people who did."""
    for mapping in view.mappings:
        justification = mapping.mapping_justification
        if justification in _BY_HAND:
            if not any(_said(view, mapping, slot) for slot in _PEOPLE):
                yield Fault(NO_PERSON, mapping, "mapping_justification", view.short(justification))
        elif justification in _BY_MACHINE:
            missing = [slots[0] for slots in _TOOL if not any(_said(view, mapping, slot) for slot in slots)]
            if missing:
                yield Fault(NO_TOOL, mapping, "mapping_justification", ", ".join(missing))


def _said(view: MappingView, mapping: Mapping, slot: str) -> str:
    """Return a slot of a mapping, else of its set."""
    return mapping.slot(slot) or view.mapping_set.header(slot)
