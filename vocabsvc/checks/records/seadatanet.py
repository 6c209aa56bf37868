"""Checks on which elements a SeaDataNet record may use where ISO 19139 allows many."""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.element import Element, content, href, is_nil, local_name
from vocabsvc.formats.records.keywords import SDN_LISTS

_TEXT = "CharacterString"
_TRANSLATIONS = "PT_FreeText"
_CODES = {_TEXT, "SDN_EDMEDCode", "SDN_CSRCode"}
_AREAS = ("C19", "C16")
_ANCHORED = re.compile(
    r"https?://inspire\.ec\.europa\.eu/|https?://vocab\.nerc\.ac\.uk/collection/C1[69]/|\S*SDN:C1[69]:"
)
_GMD = "{http://www.isotc211.org/2005/gmd}"


def keyword_elements(view: RecordView) -> Iterator[Fault]:
    """Find keywords that are neither a text nor a code of SeaDataNet (row 53).

    INSPIRE themes and sea areas may be anchors: the CDI has no element for their codes.
    """
    for keyword in view.root.iter(f"{_GMD}keyword"):
        for child in _values(keyword):
            if local_name(child) != _TEXT and local_name(child) not in SDN_LISTS and not _ANCHORED.match(href(child)):
                yield _fault(view, child)


def identifier_types(view: RecordView) -> Iterator[Fault]:
    """Find identifiers that are no MD_Identifier (row 365)."""
    for identifier in view.root.iter(f"{_GMD}identifier"):
        children = list(identifier)
        for child in children:
            if local_name(child) != "MD_Identifier":
                yield _fault(view, child)
        if not children and not is_nil(identifier) and not href(identifier):
            yield Fault(element=view.document.numbers[identifier], value=content(identifier))


def identifier_codes(view: RecordView) -> Iterator[Fault]:
    """Find codes of an MD_Identifier that are neither a text nor a code of EDMED or CSR (row 205)."""
    for code in view.root.iter(f"{_GMD}code"):
        parent = code.getparent()
        if parent is not None and local_name(parent) == "MD_Identifier":
            for child in _values(code):
                if local_name(child) not in _CODES:
                    yield _fault(view, child)


def uncoded_places(view: RecordView) -> Iterator[Fault]:
    """Find place keywords that lead to no term of C19 or C16."""
    for group in view.facts.nodes("IsoKeywordGroup"):
        if "place" not in view.facts.texts(group, "keywordType"):
            continue
        for keyword in view.facts.texts(group, "keyword"):
            lists = {*view.facts.texts(keyword, "codeVocabulary"), *_cited(view, keyword)}
            for label in view.facts.facts(keyword, "label")[:1]:
                if not lists & set(_AREAS):
                    place = view.document.elements[label.element]
                    yield Fault(element=label.element, value=content(place))


def _cited(view: RecordView, keyword: str) -> Iterator[str]:
    for uri in view.facts.texts(keyword, "uri"):
        yield from (name for name in _AREAS if f"/collection/{name}/" in uri or f"SDN:{name}:" in uri)


def _values(prop: Element) -> Iterator[Element]:
    return (child for child in prop if local_name(child) != _TRANSLATIONS)


def _fault(view: RecordView, element: Element) -> Fault:
    return Fault(element=view.document.numbers[element], value=local_name(element))
