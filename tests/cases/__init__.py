"""Cases of the checks: one edit of a clean record each, and where the check must answer.

``clean/<name>.xml`` meets every constraint of the profiles that ``CLEAN`` gives it. ``<CODE>/cases.toml`` lists edits
by XPath: ``remove`` the elements, set their ``text``, set an ``attribute`` or ``unset`` it (``name``),
``replace`` them by XML, or ``append`` XML to them; ``value`` is the new content. ``rewrite`` is a text of the record
as it stands in the file, for what is no element, and ``value`` what to write there instead. ``encoding`` is the name
of the clean record. ``at`` is the path of the result (``""`` for one that the check must let pass), ``found`` its
value, ``also`` other codes of the same group (``GEO``) that the same edit sets off. ``constraint`` says which of the
constraints with that code must answer, where that matters; ``expected`` is its first expected value. ``state`` is
``not_assessed`` where the check must say so; then ``found`` tells which of its answers is meant.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from lxml import etree

FOLDER = Path(__file__).parent
ENCODINGS = ("iso19139", "iso19115-3", "eml")
_ISO = ("core", "inspire", "hvd", "fair", "odatis")
CLEAN = {
    "iso19139": _ISO,
    "iso19115-3": _ISO,
    "eml": ("core", "eml", "fair", "odatis"),
    "sdn-cdi": ("core", "sdn-cdi"),
    "cmems": ("core", "cmems"),
    "cmems-3": ("core", "cmems"),
    "service": ("core", "inspire"),
    "service-3": ("core", "inspire"),
}
"""The clean records, and the profiles that each of them meets wholly."""
_LONGEST_NAME = 70
_ACTIONS = ("remove", "text", "attribute", "unset", "replace", "append", "rewrite")


@dataclass(frozen=True)
class Case:
    code: str
    encoding: str
    action: str
    path: str
    at: str
    value: str = ""
    name: str = ""
    found: str = ""
    also: tuple[str, ...] = ()
    constraint: str = ""
    expected: str = ""
    state: str = "fail"

    def __str__(self) -> str:
        sign = crc32(f"{self.path} {self.name} {self.value} {self.constraint}".encode())
        what = (self.value or self.path)[:_LONGEST_NAME]
        return f"{self.code}-{self.encoding}-{self.action}-{what}-{sign:08x}"

    @property
    def family(self) -> str:
        """The encoding proper of the clean record."""
        if self.encoding in ENCODINGS:
            return self.encoding
        return "iso19115-3" if self.encoding.endswith("-3") else "iso19139"

    def record(self) -> bytes:
        """The clean record with the edit made."""
        if self.action == "rewrite":
            assert self.path.encode() in clean(self.encoding), f"{self}: there is no such text"
            return clean(self.encoding).replace(self.path.encode(), self.value.encode())
        root = etree.fromstring(clean(self.encoding))
        namespaces = {"xml": "http://www.w3.org/XML/1998/namespace"}
        for one in root.iter(etree.Element):
            namespaces.update((prefix, iri) for prefix, iri in one.nsmap.items() if prefix)
        elements = root.xpath(self.path, namespaces=namespaces)
        assert isinstance(elements, list)
        assert elements, f"{self}: the path finds nothing"
        for element in elements:
            assert isinstance(element, etree._Element)
            self._edit(element, namespaces)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    def _edit(self, element: etree._Element, namespaces: dict[str, str]) -> None:
        parent = element.getparent()
        if self.action == "text":
            del element[:]
            element.text = self.value
        elif self.action == "attribute":
            prefix, _, local = self.name.rpartition(":")
            full = f"{{{namespaces[prefix]}}}{local}" if prefix else local
            element.set(full, self.value)
        elif self.action == "unset":
            prefix, _, local = self.name.rpartition(":")
            del element.attrib[f"{{{namespaces[prefix]}}}{local}" if prefix else local]
        elif self.action == "append":
            element.append(etree.fromstring(self.value))
        elif parent is not None:
            if self.action == "replace":
                parent.insert(parent.index(element), etree.fromstring(self.value))
            parent.remove(element)


def clean(encoding: str) -> bytes:
    return (FOLDER / "clean" / f"{encoding}.xml").read_bytes()


def load_cases() -> list[Case]:
    return [
        _case(path.parent.name, row)
        for path in sorted(FOLDER.glob("*/cases.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def shape_files() -> list[tuple[str, bytes]]:
    folder = FOLDER.parents[1] / "shapes"
    return [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.ttl"))]


def _case(code: str, row: dict[str, Any]) -> Case:
    action = next(name for name in _ACTIONS if name in row)
    path = row.pop(action)
    also = tuple(row.pop("also", ()))
    return Case(code, action=action, path=path, also=also, **row)
