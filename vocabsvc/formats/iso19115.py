"""What ISO 19139 and ISO 19115-3 say in the same words: the resource, its extent, keywords and access.

Each of the two has a module for what it says in its own way; see ``iso19139`` and ``iso19115_3``.
"""

from collections.abc import Callable
from typing import TypeAlias

from vocabsvc.formats.element import Element, kind
from vocabsvc.formats.lifting import Lifting, language_tag
from vocabsvc.model.statement import Literal

LiftParty: TypeAlias = Callable[[Lifting, str, Element], None]
"""Says what is known of a party; its node and the responsibility element are given."""

_SIDES = {
    "west": "westBoundLongitude",
    "east": "eastBoundLongitude",
    "south": "southBoundLatitude",
    "north": "northBoundLatitude",
}


def lift_locales(lifting: Lifting, path: str) -> None:
    """Learn which language each ``PT_Locale`` stands for."""
    for locale in lifting.every(lifting.root, path):
        for code in lifting.every(locale, "languageCode/*") or lifting.every(locale, "language/*"):
            lifting.locales[locale.get("id", "")] = language_tag(code.get("codeListValue", ""))


def lift_contacts(
    lifting: Lifting, subject: str, predicate: str, parent: Element, path: str, *, party: LiftParty
) -> None:
    """Lift the parties at ``path``; the predicate, capitalised, is their class."""
    name = predicate[0].upper() + predicate[1:]
    for node, element in lifting.objects(subject, predicate, parent, path, "Party", "IsoParty", name):
        party(lifting, node, element)


def lift_resources(lifting: Lifting, record: str, scopes: set[str], party: LiftParty) -> None:
    """Lift every identification section; ``scopes`` tells a dataset from a series."""
    root = lifting.root
    for node, element in lifting.objects(record, "describes", root, "identificationInfo", "Resource"):
        service = kind(element).endswith("ServiceIdentification")
        lifting.node(element, "IsoResource", *_resource_classes(scopes, service=service))
        _lift_citation(lifting, node, element)
        lifting.texts(node, "abstract", element, "abstract", translated="abstractTranslation")
        lifting.texts(node, "topicCategory", element, "topicCategory")
        lift_contacts(lifting, node, "resourceContact", element, "pointOfContact", party=party)
        _lift_keywords(lifting, node, element)
        _lift_constraints(lifting, node, element)
        for extent, inside in lifting.objects(node, "extent", element, "extent", "Extent"):
            _lift_extent(lifting, extent, node, inside)


def record_classes(scopes: set[str]) -> tuple[str, ...]:
    """Return the classes of a record by what it describes; without scope it is a dataset (ISO 19115)."""
    is_data = not scopes or scopes & {"", "dataset", "series"}
    return ("Record", "IsoRecord", *(("DataRecord",) if is_data else ()))


def lift_distribution(lifting: Lifting, record: str) -> None:
    """Lift the ways to get the resource."""
    for path in ("transferOptions", "distributor/*/distributorTransferOptions"):
        for node, element in lifting.objects(
            record, "onlineResource", lifting.root, f"distributionInfo/*/{path}/*/onLine", "OnlineResource"
        ):
            lifting.texts(node, "linkage", element, "linkage")
            lifting.texts(node, "protocol", element, "protocol")
            lifting.texts(node, "name", element, "name")


def lift_lineage(lifting: Lifting, record: str, path: str) -> None:
    """Lift what is said about how the resource came to be."""
    for node, element in lifting.objects(record, "lineage", lifting.root, path, "Lineage"):
        lifting.texts(node, "statement", element, "statement")
        for part in ("source", "processStep"):
            for _ in lifting.objects(node, part, element, part, "LineagePart"):
                pass  # that there is one is all that is said


def _resource_classes(scopes: set[str], *, service: bool) -> tuple[str, ...]:
    if service:
        return ("Service",)
    if scopes & {"series"}:
        return ("Series",)
    return ("Dataset",) if not scopes or scopes & {"", "dataset"} else ()


def _lift_citation(lifting: Lifting, resource: str, element: Element) -> None:
    lifting.texts(resource, "title", element, "citation/*/title", translated="titleTranslation")
    lifting.texts(resource, "resourceId", element, "citation/*/identifier/*/code")
    for node, date in lifting.objects(resource, "date", element, "citation/*/date", "CitationDate"):
        lifting.dates(node, "value", date, "date")
        lifting.codes(node, "dateType", date, "dateType")


def _lift_keywords(lifting: Lifting, resource: str, element: Element) -> None:
    groups = lifting.objects(resource, "keywordGroup", element, "descriptiveKeywords", "KeywordGroup")
    for group, inside in groups:
        lifting.codes(group, "keywordType", inside, "type")
        lifting.texts(group, "thesaurusTitle", inside, "thesaurusName/*/title")
        for keyword in lifting.every(inside, "keyword"):
            node = lifting.node(keyword, "Keyword")
            lifting.say(group, "keyword", node, keyword)
            lifting.texts(node, "label", keyword, ".", translated="labelTranslation")
            lifting.iris(node, "uri", keyword)


def _lift_constraints(lifting: Lifting, resource: str, element: Element) -> None:
    for node, inside in lifting.objects(resource, "constraints", element, "resourceConstraints", "Constraints"):
        lifting.texts(node, "useLimitation", inside, "useLimitation")
        if kind(inside) == "MD_LegalConstraints":
            lifting.node(inside, "LegalConstraints")
            lifting.codes(node, "restriction", inside, "accessConstraints")
            lifting.codes(node, "restriction", inside, "useConstraints")
            lifting.texts(node, "otherConstraint", inside, "otherConstraints")


def _lift_extent(lifting: Lifting, extent: str, resource: str, element: Element) -> None:
    lifting.texts(extent, "description", element, "description")
    for place in lifting.every(element, "geographicElement/*"):
        match kind(place):
            case "EX_GeographicBoundingBox":
                node = lifting.node(place, "BoundingBox")
                lifting.say(resource, "boundingBox", node, place)
                for side, name in _SIDES.items():
                    lifting.decimals(node, side, place, name)
            case "EX_GeographicDescription":
                lifting.texts(resource, "geographicIdentifier", place, "geographicIdentifier/*/code")
            case _:
                node = lifting.node(place, "BoundingPolygon")
                lifting.say(resource, "boundingPolygon", node, place)
    for period in lifting.every(element, "temporalElement/*/extent/*"):
        node = lifting.node(period, "TemporalExtent")
        lifting.say(resource, "temporalExtent", node, period)
        _lift_position(lifting, node, "begin", period, ("beginPosition", "begin/*/timePosition"))
        _lift_position(lifting, node, "end", period, ("endPosition", "end/*/timePosition"))
        _lift_position(lifting, node, "instant", period, ("timePosition",))


def _lift_position(lifting: Lifting, period: str, predicate: str, element: Element, paths: tuple[str, ...]) -> None:
    # gml:TimePositionType: an indeterminate position may be empty, and another frame
    # than ISO 8601 (geological time, ordinal eras) is no date.
    for path in paths:
        for position in lifting.every(element, path):
            indeterminate = position.get("indeterminatePosition")
            if indeterminate is not None:
                lifting.say(period, f"{predicate}Indeterminate", Literal(indeterminate.strip()), position)
            has_text = bool((position.text or "").strip())
            if "8601" in position.get("frame", "8601") and (has_text or indeterminate is None):
                lifting.dates(period, predicate, position, ".")
