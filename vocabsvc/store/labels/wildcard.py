"""Patterns over whole labels: ``temp`` is the label itself, ``temp*`` its beginning, ``*temp*`` any part."""

import re
import unicodedata
from dataclasses import dataclass

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def label_key(text: str) -> bytes:
    """Return what labels are compared and ordered by: NFC, lower case, control characters as spaces.

    Accents count, as they do in Skosmos.
    """
    return _CONTROL.sub(" ", unicodedata.normalize("NFC", text).lower()).strip().encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A pattern cut at its asterisks: a label holds the ``parts`` one after the other, whatever lies between.

    It begins with the first part and ends with the last, either of which may be empty.
    """

    parts: tuple[bytes, ...]

    @classmethod
    def of(cls, text: str) -> "Wildcard":
        """Read a pattern as typed; white space around it means nothing, and ``**`` no more than ``*``."""
        first, *others = label_key(text).split(b"*")
        if not others:
            return cls((first,))
        *inner, last = others
        return cls((first, *(part for part in inner if part), last))

    @property
    def takes_all(self) -> bool:
        """Whether it describes every label: nothing but asterisks."""
        return not self.is_literal and not any(self.parts)

    @property
    def is_literal(self) -> bool:
        """Whether it describes one label only."""
        return len(self.parts) == 1

    @property
    def beginning(self) -> bytes:
        """What every label it describes begins with; may be empty."""
        return self.parts[0]

    @property
    def longest(self) -> bytes:
        """The part that most labels lack."""
        return max(self.parts, key=len)

    def describes(self, key: bytes) -> bool:
        """Tell whether a label has this form, in time proportional to its length."""
        if self.is_literal:
            return key == self.parts[0]
        first, *inner, last = self.parts
        end = len(key) - len(last)
        if len(first) > end or not key.startswith(first) or not key.endswith(last):
            return False
        place = len(first)
        for part in inner:
            place = key.find(part, place, end)
            if place < 0:
                return False
            place += len(part)
        return True
