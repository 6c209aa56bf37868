"""What changed between editions, as JSON."""

from pydantic import BaseModel, Field

from vocabsvc.model.change import Change, ChangeKind, EditionChanges


class ChangeOut(BaseModel):
    """What became of a concept; ``what`` names the fields of a changed one, else it is the label."""

    uri: str
    kind: ChangeKind
    what: list[str]

    @classmethod
    def of(cls, change: Change) -> "ChangeOut":
        """Build from the model."""
        return cls(uri=change.uri, kind=change.kind, what=list(change.what))


class ChangesOut(BaseModel):
    """All changes between two editions; both have the name that ``since`` takes."""

    from_edition: str = Field(serialization_alias="from")
    to_edition: str = Field(serialization_alias="to")
    changes: list[ChangeOut]

    @classmethod
    def of(cls, changes: EditionChanges) -> "ChangesOut":
        """Build from the model."""
        return cls(
            from_edition=changes.from_edition.name,
            to_edition=changes.to_edition.name,
            changes=[ChangeOut.of(change) for change in changes.changes],
        )
