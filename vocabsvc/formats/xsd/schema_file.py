"""The head of an XSD file: its target namespace and what it refers to."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from vocabsvc.errors import UnreadableInput

XSD_NAMESPACE = "http://www.w3.org/2001/XMLSchema"
REFERRING = frozenset({"import", "include", "redefine"})

_HEAD = REFERRING | {"annotation", "override"}


class _HeadRead(Exception):
    """Declarations begin: what is wanted stands before them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An ``xs:import`` (``other``), or an ``xs:include`` or ``xs:redefine``; ``location`` may be ``""``."""

    other: bool
    namespace: str
    location: str
    line: int


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """``path`` is absolute, with slashes; ``prefixes`` gives the prefix of each namespace declared at the root."""

    path: str
    namespace: str
    references: tuple[Reference, ...]
    prefixes: Mapping[str, str]


def read_schema_file(data: bytes, path: str) -> SchemaFile:
    """Read the head only; the rest may still be broken.

    Raises:
        UnreadableInput: not well-formed, no ``xs:schema``, or it declares entities.
    """
    return _Head(path).read(data)


class _Head:
    def __init__(self, path: str) -> None:
        self._path = path
        self._namespace = ""
        self._references: list[Reference] = []
        self._prefixes: dict[str, str] = {}
        self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartNamespaceDeclHandler = self._prefix
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._entity

    def read(self, data: bytes) -> SchemaFile:
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position only
        except _HeadRead:
            pass
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise UnreadableInput(reason, self._path, error.lineno, error.offset + 1) from error
        except (LookupError, ValueError) as error:  # an encoding that Python or expat does not know
            raise UnreadableInput(str(error), self._path) from error
        return SchemaFile(self._path, self._namespace, tuple(self._references), self._prefixes)

    def _prefix(self, prefix: str | None, namespace: str | None) -> None:
        if self._depth == 0 and prefix and namespace:
            self._prefixes.setdefault(namespace, prefix)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        self._depth += 1
        if self._depth == 1:
            if (namespace, local) != (XSD_NAMESPACE, "schema"):
                raise self._refusal(f"the root element is {local}, not xs:schema")
            self._namespace = attributes.get("targetNamespace", "")
        elif self._depth == 2:
            if namespace != XSD_NAMESPACE or local not in _HEAD:
                raise _HeadRead
            if local in REFERRING:
                self._refer(local, attributes)

    def _refer(self, local: str, attributes: Mapping[str, str]) -> None:
        other = local == "import"
        namespace = attributes.get("namespace", "") if other else self._namespace
        location = attributes.get("schemaLocation", "").strip()
        self._references.append(Reference(other, namespace, location, self._parser.CurrentLineNumber))

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _entity(self, name: str, *_declared: object) -> None:
        raise self._refusal(f"declares the entity {name}, which is not read for safety")

    def _refusal(self, reason: str) -> UnreadableInput:
        return UnreadableInput(reason, self._path, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
