"""Mappings as they stand, as JSON."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from vocabsvc.model.decision import CuratedMapping, MappingStatus
from vocabsvc.model.mapping import Mapping
from vocabsvc.model.match import Page

_SAID_BY_STATUS = "ext_status"


class RowOut(BaseModel):
    """A row of a mapping set: the slots of SSSOM, ids as IRIs; further slots stand beside where they are not empty."""

    model_config = ConfigDict(extra="allow")

    subject_id: str
    subject_label: str
    predicate_id: str
    object_id: str
    object_label: str
    mapping_justification: str
    confidence: float | None
    mapping_source: str
    comment: str


class MappingOut(RowOut):
    """A mapping as it stands, in the set of this id.

    ``etag`` is what ``If-Match`` of a decision names. ``decisions`` counts those so far; ``edited`` says that the row
    was changed in its file since then, which counts more.
    """

    id: str
    set: str
    status: MappingStatus
    etag: str
    decisions: int
    edited: bool

    @classmethod
    def of(cls, mapping: CuratedMapping) -> "MappingOut":
        """Build from the model."""
        fields: dict[str, Any] = {
            "id": mapping.id,
            "set": mapping.mapping_set,
            **row_fields(mapping.row, set(cls.model_fields)),
            "status": mapping.status,
            "etag": mapping.etag,
            "decisions": mapping.decisions,
            "edited": mapping.edited,
        }
        return cls(**fields)


class MappingsOut(BaseModel):
    """A page of mappings; ``total`` is of all pages."""

    total: int
    results: list[MappingOut]

    @classmethod
    def of(cls, page: Page[CuratedMapping]) -> "MappingsOut":
        """Build from the model."""
        return cls(total=page.total, results=[MappingOut.of(one) for one in page.items])


def row_fields(row: Mapping, taken: set[str]) -> dict[str, Any]:
    """Return the slots of a row; those that a file calls by one of the names ``taken`` are left out."""
    further = {slot: text for slot, text in row.other if slot not in taken and slot != _SAID_BY_STATUS}
    own = {name: getattr(row, name) for name in RowOut.model_fields}
    return {**further, **own}
