"""The resource that an EML document describes: a dataset, citation, software or protocol."""

from vocabsvc.formats.dates import parse_date
from vocabsvc.formats.element import Element, content
from vocabsvc.formats.records.eml.annotation import lift_annotations
from vocabsvc.formats.records.eml.coverage import lift_coverages
from vocabsvc.formats.records.eml.distribution import lift_distributions
from vocabsvc.formats.records.eml.entity import lift_entities
from vocabsvc.formats.records.eml.keywords import lift_keywords
from vocabsvc.formats.records.eml.methods import lift_methods
from vocabsvc.formats.records.eml.party import lift_parties
from vocabsvc.formats.records.eml.project import lift_projects
from vocabsvc.formats.records.eml.rights import lift_rights
from vocabsvc.formats.records.eml.text import lift_texts
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.persistent_identifier import lift_persistent_identifier
from vocabsvc.model.statement import Literal

RESOURCES = ("dataset", "citation", "software", "protocol")
"""The elements that describe a resource."""

_PARTIES = {
    "creator": "creator",
    "contact": "resourceContact",
    "metadataProvider": "metadataContact",
    "associatedParty": "associatedParty",
    "publisher": "publisher",
}
_OTHERS = (
    "maintenance",
    "shortName",
    "series",
    "pubPlace",
    "purpose",
    "additionalInfo",
    "introduction",
    "gettingStarted",
    "acknowledgements",
)


def lift_resources(lifting: Lifting, record: str) -> None:
    """Lift what the document describes."""
    for name in RESOURCES:
        for element in lifting.every(lifting.root, name):
            resource = lifting.node(element, "Resource", "EmlResource")
            lifting.say(record, "describes", resource, element)
            if name == "dataset":
                lifting.node(element, "EmlDataset")
            _lift_resource(lifting, resource, element)
            lift_distributions(lifting, record, resource, element)
            lift_entities(lifting, record, resource, element)


def _lift_resource(lifting: Lifting, resource: str, element: Element) -> None:
    lift_texts(lifting, resource, "title", element, "title", translated="titleTranslation")
    lift_texts(lifting, resource, "abstract", element, "abstract", translated="abstractTranslation")
    lift_texts(lifting, resource, "resourceId", element, "alternateIdentifier")
    for identifier in lifting.every(element, "alternateIdentifier"):
        lift_persistent_identifier(lifting, resource, identifier, content(identifier))
    lift_persistent_identifier(lifting, resource, lifting.root, lifting.root.get("packageId", ""))
    lift_texts(lifting, resource, "language", element, "language")
    _lift_publication_date(lifting, resource, element)
    for name, predicate in _PARTIES.items():
        lift_parties(lifting, resource, predicate, element, name)
    lift_keywords(lifting, resource, element)
    lift_rights(lifting, resource, element)
    lift_coverages(lifting, resource, element)
    lift_methods(lifting, resource, element)
    lift_projects(lifting, resource, element)
    lift_annotations(lifting, resource, element)
    for name in _OTHERS:
        for found in lifting.every(element, name):
            lifting.take(found)


def _lift_publication_date(lifting: Lifting, resource: str, element: Element) -> None:
    for date in lifting.every(element, "pubDate"):
        node = lifting.node(date, "CitationDate", "PublicationDate")
        lifting.say(resource, "date", node, date)
        lifting.dates(node, "value", date, ".")
        if (bounds := parse_date(content(date))) is not None:
            lifting.say(resource, "publicationEarliest", bounds.earliest, date, content(date))
            lifting.say(resource, "publicationLatest", bounds.latest, date, content(date))
        lifting.say(node, "dateType", Literal("publication"), date)
