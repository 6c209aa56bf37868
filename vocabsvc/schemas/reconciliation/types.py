"""Types and properties as JSON."""

from collections.abc import Sequence

from pydantic import BaseModel

from vocabsvc.model.label import LangString, choose_label
from vocabsvc.model.reconciliation import EntityProperty, EntityType


class NamedOut(BaseModel):
    """An id and what it is called."""

    id: str
    name: str


class TypeOut(NamedOut):
    """A type, with those that are wider."""

    broader: list["TypeOut"] | None = None

    @classmethod
    def of(cls, one: EntityType, languages: Sequence[str]) -> "TypeOut":
        """Build from the model."""
        broader = [cls.of(above, languages) for above in one.broader]
        return cls(id=one.id, name=text_of(one.names, languages) or one.id, broader=broader or None)


class PropertyOut(NamedOut):
    """A property and what it does."""

    description: str

    @classmethod
    def of(cls, one: EntityProperty, languages: Sequence[str]) -> "PropertyOut":
        """Build from the model."""
        return cls(
            id=one.id,
            name=text_of(one.names, languages) or one.id,
            description=text_of(one.descriptions, languages) or one.id,
        )


class TypesOut(BaseModel):
    """Suggested types."""

    result: list[TypeOut]


class PropertiesOut(BaseModel):
    """Suggested properties."""

    result: list[PropertyOut]


class ProposalOut(BaseModel):
    """Properties that cells can be filled with."""

    type: str
    properties: list[PropertyOut]
    limit: int | None = None


def text_of(labels: Sequence[LangString], languages: Sequence[str]) -> str:
    """Return the text in the first language that has one, ``""`` where there is none at all."""
    label = choose_label(labels, languages)
    return label.text if label else ""
