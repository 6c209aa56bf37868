"""How a keyword is made to cite a concept, in the encoding that it is written in."""

from html import escape

from vocabsvc.checks.records.view import RecordView
from vocabsvc.formats.element import HREF, Element, content, local_name, namespace, written_name
from vocabsvc.model.concept import local_name as code_of
from vocabsvc.model.report import Action, Edit

_XLINK = "http://www.w3.org/1999/xlink"
_ANCHORS = {
    "http://www.isotc211.org/2005/gco": ("gmx", "http://www.isotc211.org/2005/gmx"),
    "http://standards.iso.org/iso/19115/-3/gco/1.0": ("gcx", "http://standards.iso.org/iso/19115/-3/gcx/1.0"),
}
"""Prefix and namespace of gmx:Anchor or its successor, by the namespace of gco:CharacterString."""


def cite(view: RecordView, element: int, uri: str, label: str) -> tuple[Edit, ...]:
    """Return the edits that let a text element cite a concept under ``label``; none where the encoding has no way.

    The element is a gco:CharacterString, an anchor, or an element of SeaDataNet with a code.
    """
    carrier = view.document.elements[element]
    path = view.graph.source_map.xpath(element)
    text = () if content(carrier) == label else (Edit(path, Action.REPLACE, label),)
    if carrier.get(HREF) is not None:
        return (Edit(f"{path}/@{written_name(carrier, HREF)}", Action.REPLACE, uri), *text)
    if carrier.get("codeListValue") is not None:
        return (Edit(f"{path}/@codeListValue", Action.REPLACE, code_of(uri)), *text)
    anchor = _anchor(carrier, uri, label)
    return (Edit(path, Action.REPLACE_ELEMENT, anchor),) if anchor else ()


def _anchor(carrier: Element, uri: str, label: str) -> str:
    known = _ANCHORS.get(namespace(carrier))
    if known is None or local_name(carrier) != "CharacterString":
        return ""
    prefix, bound = known
    attributes = f'xmlns:{prefix}="{bound}" xmlns:xlink="{_XLINK}" xlink:href="{escape(uri)}"'
    return f"<{prefix}:Anchor {attributes}>{escape(label, quote=False)}</{prefix}:Anchor>"
