"""Cases of the checks: one edit of a clean record each, and where the check must answer.

``clean/<encoding>.xml`` meets every constraint. ``<CODE>/cases.toml`` lists edits by XPath: ``remove`` the
elements, set their ``text``, set an ``attribute``, or ``replace`` them by XML; ``value`` is the new content.
``at`` is the path of the result, ``found`` its value, ``also`` other codes that the same edit sets off.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

FOLDER = Path(__file__).parent
ENCODINGS = ("iso19139", "iso19115-3", "eml")
_ACTIONS = ("remove", "text", "attribute", "replace")


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

    def __str__(self) -> str:
        return f"{self.code}-{self.encoding}-{self.action}-{self.value or self.path}"[:80]

    def record(self) -> bytes:
        """The clean record with the edit made."""
        root = etree.fromstring(clean(self.encoding))
        namespaces = {prefix: iri for prefix, iri in root.nsmap.items() if prefix}
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
            element.set(f"{{{namespaces[prefix]}}}{local}" if prefix else local, self.value)
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
