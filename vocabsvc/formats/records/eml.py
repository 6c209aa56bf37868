"""Ecological Metadata Language (2.0 to 2.2) to facts of the record profile."""

from collections.abc import Iterator

from vocabsvc.formats.element import Element, content, local_name
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.record import RecordGraph
from vocabsvc.model.statement import Literal

ENCODING = "eml"

_RESOURCES = ("dataset", "citation", "software", "protocol")
_ENTITIES = ("dataTable", "spatialRaster", "spatialVector", "storedProcedure", "view", "otherEntity")
_PARTIES = {
    "creator": "creator",
    "contact": "resourceContact",
    "metadataProvider": "metadataContact",
    "associatedParty": "associatedParty",
    "publisher": "publisher",
}
_SIDES = ("west", "east", "south", "north")


def lift_eml(lifting: Lifting) -> RecordGraph:
    """Return the facts of an eml:eml document, whichever of the four kinds of resource it describes."""
    root = lifting.root
    record = lifting.node(root, "Record", "EmlRecord")
    lifting.say(record, "encoding", Literal(ENCODING), root)
    if (package := root.get("packageId")) is not None:
        lifting.say(record, "metadataId", Literal(package.strip()), root)
    for name in _RESOURCES:
        for element in lifting.every(root, name):
            resource = lifting.node(element, "Resource", "EmlResource")
            if name == "dataset":
                lifting.node(element, "EmlDataset")
            lifting.say(record, "describes", resource, element)
            _lift_resource(lifting, resource, element)
    _lift_online_resources(lifting, record)
    return lifting.graph(ENCODING, record)


def _lift_resource(lifting: Lifting, resource: str, element: Element) -> None:
    lifting.contents(resource, "title", element, "title")
    lifting.contents(resource, "abstract", element, "abstract")
    lifting.contents(resource, "resourceId", element, "alternateIdentifier")
    lifting.contents(resource, "licence", element, "intellectualRights")
    lifting.contents(resource, "licence", element, "licensed/licenseName")
    lifting.contents(resource, "language", element, "language")
    lifting.dates(resource, "publicationDate", element, "pubDate")
    for name, predicate in _PARTIES.items():
        _lift_parties(lifting, resource, predicate, element, name)
    for keywords in _objects(lifting, resource, "keywordGroup", element, "keywordSet"):
        _lift_keywords(lifting, lifting.node(keywords, "KeywordGroup"), keywords)
    for coverage in _objects(lifting, resource, "coverage", element, "coverage"):
        lifting.node(coverage, "Coverage")
        _lift_coverage(lifting, resource, coverage)
    for step in lifting.every(element, "methods/methodStep"):
        lifting.say(resource, "methodStep", lifting.node(step, "MethodStep"), step)
        lifting.contents(lifting.node(step), "description", step, "description")
    for name in _ENTITIES:
        for entity in _objects(lifting, resource, "entity", element, name):
            _lift_entity(lifting, lifting.node(entity, "Entity"), entity)


def _objects(lifting: Lifting, subject: str, predicate: str, parent: Element, path: str) -> Iterator[Element]:
    """Link to the elements at ``path`` and yield them, following a ``references`` child to what it names."""
    for element in lifting.every(parent, path):
        pointer = lifting.first(element, "references")
        if pointer is None:
            target = element
        else:
            identifier = content(pointer)
            named = lifting.referenced(identifier)
            if named is None:
                lifting.say(subject, predicate, lifting.reference(element, identifier), element)
                continue
            target = named
        lifting.say(subject, predicate, lifting.node(target), target)
        yield target


def _lift_parties(lifting: Lifting, resource: str, predicate: str, parent: Element, path: str) -> None:
    for party in _objects(lifting, resource, predicate, parent, path):
        node = lifting.node(party, "Party", "EmlParty")
        for individual in lifting.every(party, "individualName"):
            person = lifting.node(individual, "CreatorName" if predicate == "creator" else "PersonName")
            lifting.say(node, "individual", person, individual)
            lifting.contents(person, "surName", individual, "surName")
            lifting.contents(person, "givenName", individual, "givenName")
        lifting.contents(node, "organisationName", party, "organizationName")
        lifting.contents(node, "positionName", party, "positionName")
        lifting.contents(node, "email", party, "electronicMailAddress")
        lifting.contents(node, "role", party, "role")


def _lift_keywords(lifting: Lifting, group: str, element: Element) -> None:
    lifting.contents(group, "thesaurusTitle", element, "keywordThesaurus")
    for keyword in lifting.every(element, "keyword"):
        node = lifting.node(keyword, "Keyword")
        lifting.say(group, "keyword", node, keyword)
        lifting.contents(node, "label", keyword, ".")


def _lift_coverage(lifting: Lifting, resource: str, element: Element) -> None:
    for place in lifting.every(element, "geographicCoverage"):
        node = lifting.node(place, "GeographicCoverage")
        lifting.say(resource, "geographicCoverage", node, place)
        lifting.contents(node, "description", place, "geographicDescription")
        for box in lifting.every(place, "boundingCoordinates"):
            bounds = lifting.node(box, "BoundingBox")
            lifting.say(resource, "boundingBox", bounds, box)
            for side in _SIDES:
                lifting.decimals(bounds, side, box, f"{side}BoundingCoordinate")
    for period in lifting.every(element, "temporalCoverage/rangeOfDates"):
        node = lifting.node(period, "TemporalExtent")
        lifting.say(resource, "temporalExtent", node, period)
        lifting.dates(node, "begin", period, "beginDate/calendarDate")
        lifting.dates(node, "end", period, "endDate/calendarDate")
    for moment in lifting.every(element, "temporalCoverage/singleDateTime"):
        node = lifting.node(moment, "TemporalExtent")
        lifting.say(resource, "temporalExtent", node, moment)
        lifting.dates(node, "instant", moment, "calendarDate")


def _lift_entity(lifting: Lifting, entity: str, element: Element) -> None:
    lifting.contents(entity, "name", element, "entityName")
    lifting.contents(entity, "description", element, "entityDescription")
    for attribute in _objects(lifting, entity, "attribute", element, "attributeList/attribute"):
        node = lifting.node(attribute, "Attribute")
        lifting.contents(node, "name", attribute, "attributeName")
        lifting.contents(node, "definition", attribute, "attributeDefinition")
        for scale in lifting.every(attribute, "measurementScale/*"):
            lifting.say(node, "measurementScale", Literal(local_name(scale)), scale)
            lifting.contents(node, "unit", scale, "unit/*")


def _lift_online_resources(lifting: Lifting, record: str) -> None:
    for element in lifting.within():
        if local_name(element) == "online" and (url := lifting.first(element, "url")) is not None:
            node = lifting.node(element, "OnlineResource")
            lifting.say(record, "onlineResource", node, element)
            lifting.contents(node, "linkage", element, "url")
            lifting.say(node, "function", Literal(url.get("function", "download")), url)
