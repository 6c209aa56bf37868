"""Extended rows as JSON."""

from pydantic import BaseModel

from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.reconciliation import EntityProperty, ExtendedRows, PropertyValue
from vocabsvc.schemas.reconciliation.results import Wording
from vocabsvc.schemas.reconciliation.types import NamedOut, text_of


class TextOut(BaseModel):
    """A text in a cell."""

    str: str


class ColumnOut(NamedOut):
    """A new column; ``type`` and ``service`` are of its entities, where all are of one vocabulary."""

    type: NamedOut | None = None
    service: str | None = None


class ExtendOut(BaseModel):
    """New columns, and the cells of each row by id and property."""

    meta: list[ColumnOut]
    rows: dict[str, dict[str, list[TextOut | NamedOut]]]

    @classmethod
    def of(cls, found: ExtendedRows, wording: Wording, service: str) -> "ExtendOut":
        """Build from the model; ``service`` is the address before the id of a vocabulary."""
        return cls(
            meta=[_column(one, wording, service) for one in found.properties],
            rows={
                entity: {name: [_cell(value, wording) for value in values] for name, values in row.items()}
                for entity, row in found.rows.items()
            },
        )


def _column(one: EntityProperty, wording: Wording, service: str) -> ColumnOut:
    name = text_of(one.names, wording.languages) or one.id
    if not one.vocabulary:
        return ColumnOut(id=one.id, name=name)
    nearest = wording.types(one.vocabulary)[0]
    return ColumnOut(id=one.id, name=name, type=nearest, service=f"{service}{one.vocabulary}")


def _cell(value: PropertyValue, wording: Wording) -> TextOut | NamedOut:
    if isinstance(value, ConceptRef):
        return NamedOut(id=wording.space.id_of(value.uri), name=wording.name(value))
    return TextOut(str=value)
