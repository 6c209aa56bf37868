"""Decisions as they are sent, and what led to a mapping, as JSON."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from vocabsvc.model.decision import Action, Asked, Decision, Edit, MappingHistory, MappingStatus, NewMapping
from vocabsvc.model.mapping import Mapping
from vocabsvc.schemas.curation.mappings import MappingOut, RowOut, row_fields

LONGEST_COMMENT = 2000
LONGEST_ID = 2000


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    if not line.isprintable():
        raise ValueError("holds characters that cannot be shown")
    return line


Comment = Annotated[str, Field(max_length=LONGEST_COMMENT), AfterValidator(_one_line)]
Identifier = Annotated[str, Field(max_length=LONGEST_ID), AfterValidator(_one_line)]
Required = Annotated[str, Field(min_length=1, max_length=LONGEST_ID), AfterValidator(_one_line)]


class DecisionIn(BaseModel):
    """A decision. ``reject`` needs a comment; ``change`` an ``object_id`` or a ``predicate_id``, and no other does."""

    model_config = ConfigDict(extra="forbid")

    action: Action
    comment: Comment = ""
    object_id: Identifier = ""
    predicate_id: Identifier = ""

    def to_model(self) -> Asked:
        """Return the model."""
        return Asked(self.action, self.comment, self.object_id, self.predicate_id)


class NewMappingIn(BaseModel):
    """A mapping to propose for a set; ids are IRIs, URNs of SeaDataNet or CURIEs of the set."""

    model_config = ConfigDict(extra="forbid")

    set: Required
    subject_id: Required
    predicate_id: Required
    object_id: Required
    comment: Comment = ""

    def to_model(self) -> NewMapping:
        """Return the model."""
        return NewMapping(self.set, self.subject_id, self.predicate_id, self.object_id, self.comment)


class StepOut(BaseModel):
    """A decision, or with the action ``edit`` a change of the file by other means, of which no more is known.

    ``row`` is what it left, ``None`` where an edit removed it; ``tool`` is the release that wrote it.
    """

    action: Action | Literal["edit"]
    status: MappingStatus | None
    who: str
    decided: datetime | None
    tool: str
    comment: str
    row: RowOut | None

    @classmethod
    def of(cls, step: Decision | Edit) -> "StepOut":
        """Build from the model."""
        if isinstance(step, Edit):
            row = _row(step.row) if step.row else None
            return cls(action="edit", status=None, who="", decided=None, tool="", comment="", row=row)
        return cls(
            action=step.action,
            status=step.status,
            who=step.who,
            decided=step.decided,
            tool=step.tool,
            comment=step.comment,
            row=_row(step.result),
        )


class HistoryOut(BaseModel):
    """A mapping as it stands, and what led to it, the oldest first."""

    mapping: MappingOut
    history: list[StepOut]

    @classmethod
    def of(cls, history: MappingHistory) -> "HistoryOut":
        """Build from the model."""
        return cls(mapping=MappingOut.of(history.mapping), history=[StepOut.of(step) for step in history.steps])


def _row(row: Mapping) -> RowOut:
    return RowOut(**row_fields(row, set(RowOut.model_fields)))
