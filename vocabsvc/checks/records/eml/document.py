"""What the checks of EML walk: elements by name, ids and the references to them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from vocabsvc.checks.records.view import Fault, Find, Gap, RecordView
from vocabsvc.formats.element import Element, content, local_name
from vocabsvc.formats.records.eml.record import ENCODING

_WITH_ID = etree.XPath("descendant-or-self::*[@id]")
_HOLDER, _FOREIGN = "additionalMetadata", "metadata"  # what stands in there is not EML, whatever it looks like


@dataclass(frozen=True, slots=True)
class Pointer:
    """An element that names another by its id; ``system`` is where the id is from, ``""`` for unsaid."""

    element: Element
    target: str
    system: str


def of_eml(find: Callable[[RecordView], Iterator[Fault | Gap]]) -> Find:
    """Return a check that has nothing to say about records in another encoding."""

    def check(view: RecordView) -> Iterator[Fault | Gap]:
        if view.graph.summary.encoding == ENCODING:
            yield from find(view)

    return check


def named(view: RecordView, *names: str) -> Iterator[Element]:
    """Yield the elements of these names in document order, without those in foreign metadata."""
    mixed = bool(children(view.root, _HOLDER))
    for element in view.root.iter(*(f"{{*}}{name}" for name in names)):
        if not (mixed and is_foreign(element)):
            yield element


def children(element: Element, *names: str) -> list[Element]:
    """Return the children of these names."""
    return [child for child in element if local_name(child) in names]


def text(element: Element, *path: str) -> str:
    """Return the text of the first element at a path of child names, ``""`` for none."""
    for name in path:
        found = children(element, name)
        if not found:
            return ""
        element = found[0]
    return " ".join(content(element).split())


def is_foreign(element: Element) -> bool:
    """Tell what stands inside the ``metadata`` of ``additionalMetadata``."""
    return any(local_name(above) == _FOREIGN and _is_additional(above.getparent()) for above in element.iterancestors())


def identified(view: RecordView) -> Iterator[tuple[str, Element]]:
    """Yield each id with its element, the identifier of the package first."""
    package = view.root.get("packageId", "").strip()
    if package:
        yield package, view.root
    for element in cast("list[Element]", _WITH_ID(view.root)):
        identifier = element.get("id", "").strip()
        if identifier:
            yield identifier, element


def targets(view: RecordView) -> dict[str, Element]:
    """Return what each id stands for; of two with the same id, the first."""
    found: dict[str, Element] = {}
    for identifier, element in identified(view):
        found.setdefault(identifier, element)
    return found


def references(view: RecordView) -> Iterator[Pointer]:
    """Yield the elements ``references``."""
    for element in named(view, "references"):
        yield Pointer(element, content(element), str(element.get("system", "")).strip())


def _is_additional(element: Element | None) -> bool:
    return element is not None and local_name(element) == _HOLDER
