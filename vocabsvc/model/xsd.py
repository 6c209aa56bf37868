"""What XML Schema says of a record, in words of our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Text = Mapping[str, str]
"""One line by language, ``en`` and ``fr``."""


class XsdState(StrEnum):
    """``PARTIAL`` is no error, but parts that nobody could look at: it is not ``VALID``."""

    VALID = "valid"
    INVALID = "invalid"
    PARTIAL = "partial"
    NOT_ASSESSED = "not_assessed"


class XsdFault(StrEnum):
    """What is wrong, coarser than libxml2's types; there is one wording for each."""

    NOT_ALLOWED = "not_allowed"
    MISSING = "missing"
    MISPLACED = "misplaced"
    REPEATED = "repeated"
    WRONG_NAMESPACE = "wrong_namespace"
    UNKNOWN_ROOT = "unknown_root"
    UNKNOWN_TYPE = "unknown_type"
    UNSUITABLE_TYPE = "unsuitable_type"
    ABSTRACT = "abstract"
    VALUE = "value"
    NOT_LISTED = "not_listed"
    SPACES = "spaces"
    PATTERN = "pattern"
    LENGTH = "length"
    RANGE = "range"
    FIXED = "fixed"
    DUPLICATE_ID = "duplicate_id"
    DUPLICATE_KEY = "duplicate_key"
    UNKNOWN_KEY = "unknown_key"
    TEXT_NOT_ALLOWED = "text_not_allowed"
    ELEMENTS_NOT_ALLOWED = "elements_not_allowed"
    NOT_EMPTY = "not_empty"
    NOT_NILLABLE = "not_nillable"
    ATTRIBUTE_NOT_ALLOWED = "attribute_not_allowed"
    ATTRIBUTE_MISSING = "attribute_missing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class XsdError:
    """One cause. Names have the record's prefixes, or those of the schema where the record has none.

    ``element`` is a number in the record's ``SourceMap``; for what is missing, of the element that should hold
    it. ``kind`` is libxml2's name of the error. ``value`` is the offending text, ``""`` where there is none.
    ``expected`` lists what may stand there, as far as the schema processor tells: at most ten elements.
    """

    element: int
    kind: str
    fault: XsdFault
    message: Text
    name: str
    attribute: str = ""
    value: str = ""
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnassessedPart:
    """An element that no installed schema describes; ``read_as`` is the standard element it was taken for.

    With ``read_as`` what is in it was looked at, as in that element; else nothing in it was.
    """

    element: int
    name: str
    namespace: str
    message: Text
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class XsdVerdict:
    """``schema_set`` is ``""`` where none fits; then ``reason`` says why. Both tuples are in document order."""

    schema_set: str
    errors: tuple[XsdError, ...] = ()
    unassessed: tuple[UnassessedPart, ...] = ()
    reason: Text | None = None

    @property
    def state(self) -> XsdState:
        """Return the state; errors outweigh what was not looked at."""
        if self.errors:
            return XsdState.INVALID
        if not self.schema_set:
            return XsdState.NOT_ASSESSED
        return XsdState.PARTIAL if self.unassessed else XsdState.VALID
