"""What only the SeaDataNet profiles of ISO 19139 (CDI, CSR) ask of a record, besides what every record says."""

import re

from vocabsvc.formats.element import Element, content, href, local_name
from vocabsvc.formats.records.keywords import SDN_LISTS
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_LISTS = {
    **SDN_LISTS,
    "SDN_CRSCode": "L10",
    "SDN_CSRCode": "CSR",
    "SDN_EDMEDCode": "EDMED",
    "SDN_FormatNameCode": "L24",
}
_CITED = re.compile(
    r"(?:.*\bSDN:|https?://vocab\.nerc\.ac\.uk/collection/|https?://vocab\.seadatanet\.org/\S*l=)?"
    r"(?P<name>[A-Z][0-9]{2}|EDMERP|EDMO)(?:[/:].*)?",
    re.IGNORECASE,
)
_NAMES = ("alternateTitle", "identifier/*/code", "title")


def lift_seadatanet(lifting: Lifting, record: str) -> None:
    """Lift codes of SeaDataNet lists, which list is cited for them, and what these profiles count."""
    _lift_record(lifting, record)
    for element in lifting.every(lifting.root, "referenceSystemInfo/*"):
        for identifier in lifting.every(element, "referenceSystemIdentifier/*"):
            _lift_reference_system(lifting, lifting.node(element), identifier)
    for group in lifting.every(lifting.root, "identificationInfo/*/descriptiveKeywords/*"):
        used = dict.fromkeys(name for code in lifting.every(group, "keyword") if (name := _vocabulary(lifting, code)))
        _say_uncited(lifting, lifting.node(group), group, list(used), "thesaurusName/*")
    for element in lifting.every(lifting.root, "distributionInfo/*/distributionFormat/*"):
        _lift_code(lifting, lifting.node(element), element, "name")
    for element in lifting.every(lifting.root, "identificationInfo/*/aggregationInfo/*"):
        _lift_association(lifting, lifting.node(element), element)


def _lift_record(lifting: Lifting, record: str) -> None:
    for element in lifting.every(lifting.root, "hierarchyLevelName/*"):
        if code := element.get("codeListValue", "").strip():
            lifting.say(record, "scopeCode", Literal(code), element, attribute="codeListValue")
    for _ in lifting.objects(record, "extensionInfo", lifting.root, "metadataExtensionInfo", "ExtensionInformation"):
        pass  # that there is one is all that is said
    for element in lifting.every(lifting.root, "spatialRepresentationInfo/*"):
        if local_name(element) != "MD_VectorSpatialRepresentation":
            continue
        node = lifting.node(element, "VectorRepresentation")
        lifting.say(record, "vectorRepresentation", node, element)
        lifting.codes(node, "geometricObject", element, "geometricObjects/*/geometricObjectType")
    for dimension in lifting.every(lifting.root, "spatialRepresentationInfo/*/axisDimensionProperties/*"):
        node = lifting.node(dimension, "Dimension")
        for measure in lifting.every(dimension, "resolution/*"):
            if unit := measure.get("uom", "").strip():
                lifting.say(node, "distanceUnit", Literal(unit), measure, attribute="uom")


def _lift_reference_system(lifting: Lifting, node: str, identifier: Element) -> None:
    name = _lift_code(lifting, node, identifier, "code")
    _say_uncited(lifting, node, identifier, [name] if name else [], "authority/*")


def _lift_code(lifting: Lifting, node: str, element: Element, path: str) -> str:
    """Say from which vocabulary a code in the place of a text is; return it."""
    for prop in lifting.every(element, path):
        if name := _vocabulary(lifting, prop):
            carrier = next(iter(lifting.every(prop, "*")), prop)
            lifting.say(node, "codeVocabulary", Literal(name), carrier)
            return name
    return ""


def _vocabulary(lifting: Lifting, prop: Element) -> str:
    """Return the vocabulary of a code in a property: by its element, or by the address of an anchor."""
    for child in lifting.every(prop, "*"):
        if (name := _LISTS.get(local_name(child))) and child.get("codeListValue", "").strip():
            return name
        if found := re.search(r"SDN:([A-Z0-9]+):|vocab\.nerc\.ac\.uk/collection/([A-Z0-9]+)/", href(child)):
            return found[1] or found[2]
    return ""


def _say_uncited(lifting: Lifting, node: str, element: Element, used: list[str], path: str) -> None:
    """Say which of the vocabularies in use the citation at ``path`` does not name."""
    if not used:
        return
    said = [
        prop for citation in lifting.every(element, path) for name in _NAMES for prop in lifting.every(citation, name)
    ]
    cited = {_cited(text) for prop in said for text in (content(prop), *map(href, lifting.every(prop, "*")))}
    for name in used:
        if name not in cited:
            lifting.say(node, "uncitedVocabulary", Literal(name), element)


def _cited(text: str) -> str:
    found = _CITED.fullmatch(text.strip())
    return found["name"].upper() if found else ""


def _lift_association(lifting: Lifting, node: str, element: Element) -> None:
    citations = lifting.objects(node, "associatedCitation", element, "aggregateDataSetName", "AssociatedCitation")
    for citation, cited in citations:
        lifting.texts(citation, "alternateTitle", cited, "alternateTitle")
        lifting.texts(citation, "citedDate", cited, "date/*/date")
