"""Applies the edits of a fix to a record, as whoever repairs it would."""

from collections.abc import Iterable

from lxml import etree

from vocabsvc.model.report import Action, Edit


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    root = etree.fromstring(data)
    for edit in edits:
        path, _, attribute = edit.xpath.partition("/@")
        element = find(root, path)
        parent = element.getparent()
        match edit.action:
            case Action.REPLACE if attribute:
                element.set(_full_name(element, attribute), edit.value)
            case Action.REPLACE:
                del element[:]
                element.text = edit.value
            case Action.APPEND:
                element.append(_parsed(edit.value, element))
            case Action.REMOVE:
                assert parent is not None
                parent.remove(element)
            case Action.INSERT_AFTER:
                element.addnext(_parsed(edit.value, element))
            case Action.INSERT_BEFORE:
                element.addprevious(_parsed(edit.value, element))
            case Action.REPLACE_ELEMENT:
                assert parent is not None
                parent.replace(element, _parsed(edit.value, element))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def find(root: etree._Element, path: str) -> etree._Element:
    """The element at a path of names as written, with ordinals."""
    steps = path.strip("/").split("/")
    element = root
    assert _written(root) == steps[0].partition("[")[0]
    for step in steps[1:]:
        name, _, ordinal = step.rstrip("]").partition("[")
        namesakes = [child for child in element.iterchildren(etree.Element) if _written(child) == name]
        element = namesakes[int(ordinal or 1) - 1]
    return element


def _written(element: etree._Element) -> str:
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def _full_name(element: etree._Element, name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{element.nsmap[prefix]}}}{local}" if prefix else local


def _parsed(xml: str, place: etree._Element) -> etree._Element:
    declarations = "".join(f' xmlns{":" + prefix if prefix else ""}="{iri}"' for prefix, iri in place.nsmap.items())
    (element,) = etree.fromstring(f"<x{declarations}>{xml}</x>")
    return element
