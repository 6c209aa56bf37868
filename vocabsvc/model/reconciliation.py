"""What is asked in reconciliation, and what is answered (Reconciliation Service API 0.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.model.match import Context

USUAL_CANDIDATES = 10


class TypeStrict(StrEnum):
    """How far the types of a query bind: ``SHOULD`` only prefers them."""

    ANY = "any"
    ALL = "all"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class ReconciliationQuery:
    """A cell of a table. ``types`` are as they were sent; ``properties`` pair the id of a property with a value.

    A value is a text, or the id of an entity.
    """

    text: str = ""
    types: tuple[str, ...] = ()
    type_strict: TypeStrict = TypeStrict.ANY
    limit: int = USUAL_CANDIDATES
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """A part of what a score is made of."""

    id: str
    value: float | bool


@dataclass(frozen=True, slots=True)
class ReconciliationCandidate:
    """A concept that the cell may mean; ``score`` is in [0, 100].

    ``match`` says that it needs no look by a person. ``reasons`` say the same by language, none where the features say
    all; ``context`` tells apart concepts that share a label.
    """

    concept: ConceptRef
    score: float
    match: bool
    features: tuple[Feature, ...] = ()
    reasons: tuple[LangString, ...] = ()
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True)
class ReconciledBatch:
    """The candidates for each query, best first, in input order.

    ``different`` is how many queries were worked out, since equal ones are worked out once, in ``seconds``.
    """

    results: tuple[tuple[ReconciliationCandidate, ...], ...]
    different: int
    seconds: float


@dataclass(frozen=True, slots=True)
class EntityType:
    """What an entity is: a vocabulary by its id, or ``skos:Concept``, which all are."""

    id: str
    names: tuple[LangString, ...]
    broader: tuple["EntityType", ...] = ()


@dataclass(frozen=True, slots=True)
class EntityProperty:
    """A property of entities. ``asks`` tells that queries heed it, ``fills`` that cells can be filled with it.

    ``vocabulary`` is the id of the one whose concepts are its values, ``""`` where they are texts or concepts of any.
    """

    id: str
    names: tuple[LangString, ...]
    descriptions: tuple[LangString, ...]
    asks: bool = False
    fills: bool = True
    vocabulary: str = ""


PropertyValue = str | ConceptRef
"""A value in a cell."""


@dataclass(frozen=True, slots=True)
class ExtendedRows:
    """The values of ``properties`` for each id that was sent; what is not known has none."""

    properties: tuple[EntityProperty, ...]
    rows: Mapping[str, Mapping[str, tuple[PropertyValue, ...]]]
