"""What clients of the Reconciliation Service API 0.2 send, as JSON in a parameter; further keys are passed over."""

from collections.abc import Iterator, Mapping
from typing import Annotated, TypeVar

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from vocabsvc.errors import InvalidRequest
from vocabsvc.model.reconciliation import USUAL_CANDIDATES, ReconciliationQuery, TypeStrict

MOST_CANDIDATES = 50
_MOST_SHOWN = 3
AskedT = TypeVar("AskedT")


class EntityIn(BaseModel):
    """A value that is itself reconciled."""

    id: str
    name: str = ""


Value = str | bool | int | float | EntityIn | None


class PropertyIn(BaseModel):
    """A value from another column of the row, or several."""

    pid: str
    v: Value | list[Value] = None

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Return the property with each of its values; an entity is known by its name, where it comes with one."""
        for value in self.v if isinstance(self.v, list) else [self.v]:
            if isinstance(value, EntityIn):
                yield self.pid, value.name or value.id
            elif value is not None:
                yield self.pid, str(value)


class QueryIn(BaseModel):
    """One query of a batch."""

    query: str = ""
    type: str | list[str] | None = None
    type_strict: TypeStrict = TypeStrict.ANY
    limit: Annotated[float, Field(ge=1, allow_inf_nan=False)] | None = None
    properties: list[PropertyIn] | None = None

    def to_model(self) -> ReconciliationQuery:
        """Return the model's form."""
        types = [self.type] if isinstance(self.type, str) else self.type or []
        return ReconciliationQuery(
            text=self.query,
            types=tuple(types),
            type_strict=self.type_strict,
            limit=int(min(self.limit or USUAL_CANDIDATES, MOST_CANDIDATES)),
            properties=tuple(pair for one in self.properties or () for pair in one.pairs()),
        )


class SettingsIn(BaseModel):
    """How a property fills cells; ``limit`` is the most values, 0 for all."""

    limit: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None


class ExtendedPropertyIn(BaseModel):
    """A property that is wanted."""

    id: str
    settings: SettingsIn | None = None

    def to_model(self) -> tuple[str, int]:
        """Return its id and the most values."""
        return self.id, int(min(self.settings.limit or 0, 1e6)) if self.settings else 0


class ExtendIn(BaseModel):
    """A data extension query."""

    ids: list[str]
    properties: list[ExtendedPropertyIn]


_QUERIES = TypeAdapter(dict[str, QueryIn])
_EXTEND = TypeAdapter(ExtendIn)


def read_queries(text: str) -> Mapping[str, QueryIn]:
    """Read a batch of queries by their ids.

    Raises:
        InvalidRequest: not JSON, or not of this form.
    """
    return _read(_QUERIES, text, "queries")


def read_extend(text: str) -> ExtendIn:
    """Read a data extension query.

    Raises:
        InvalidRequest: not JSON, or not of this form.
    """
    return _read(_EXTEND, text, "extend")


def _read(adapter: TypeAdapter[AskedT], text: str, name: str) -> AskedT:
    try:
        return adapter.validate_json(text)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)[:_MOST_SHOWN]
        places = (f"{'.'.join((name, *map(str, one['loc'])))[:200]}: {one['msg']}" for one in faults)
        raise InvalidRequest("; ".join(places)) from None
