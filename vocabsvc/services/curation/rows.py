"""Rows of mapping sets as curation needs them: comparable, with a status, and safe in a spreadsheet."""

from dataclasses import replace

from vocabsvc.formats.tsv import starts_formula
from vocabsvc.model.decision import MappingStatus
from vocabsvc.model.mapping import Mapping
from vocabsvc.services.local_names import PUBLISHED

Key = tuple[str, str]
"""Subject and object of a row: IRIs, or labels of what has none."""

_STATUS = "ext_status"


def key_of(row: Mapping) -> Key:
    """Return what a row is about."""
    return row.subject_id or f"\0{row.subject_label}", row.object_id or f"\0{row.object_label}"


def status_of(row: Mapping) -> MappingStatus:
    """Return what a row of a file says of its status; a word that we do not know is no acceptance."""
    said = row.slot(_STATUS)
    if said in {"", PUBLISHED}:
        return MappingStatus.ACCEPTED
    return next((one for one in MappingStatus if one == said), MappingStatus.PROPOSED)


def with_status(row: Mapping, status: MappingStatus) -> Mapping:
    """Return a row with a status, which is not written where it is accepted."""
    slots = dict(row.other) | {_STATUS: "" if status is MappingStatus.ACCEPTED else status.value}
    return replace(row, other=tuple(sorted((slot, text) for slot, text in slots.items() if text)))


def inert(row: Mapping) -> Mapping:
    """Return a row in which no cell starts a formula: an apostrophe stands before what would."""
    return replace(
        row,
        line=0,
        subject_label=inert_text(row.subject_label),
        object_label=inert_text(row.object_label),
        comment=inert_text(row.comment),
        other=tuple((slot, inert_text(text)) for slot, text in row.other),
    )


def inert_text(text: str) -> str:
    """Return the text of one such cell."""
    return f"'{text}" if starts_formula(text) else text


def same(one: Mapping | None, other: Mapping | None) -> bool:
    """Tell whether two rows say the same wherever they stand; no row is like no row."""
    if one is None or other is None:
        return one is other
    return inert(one) == inert(other)
