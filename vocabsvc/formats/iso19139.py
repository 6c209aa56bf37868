"""ISO 19139 (gmd, gmi and profiles such as SeaDataNet's and MCP's) to facts of the record profile."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.iso19115 import (
    lift_contacts,
    lift_distribution,
    lift_lineage,
    lift_locales,
    lift_resources,
    record_classes,
)
from vocabsvc.formats.lifting import Lifting
from vocabsvc.model.record import RecordGraph
from vocabsvc.model.statement import Literal

ENCODING = "iso19139"


def lift_iso19139(lifting: Lifting) -> RecordGraph:
    """Return the facts of a gmd:MD_Metadata or of what a profile puts in its place."""
    root = lifting.root
    record = lifting.node(root)
    lifting.say(record, "encoding", Literal(ENCODING), root)
    lift_locales(lifting, "locale/*")
    lifting.codes(record, "scope", root, "hierarchyLevel")
    scopes = set(lifting.values(record, "scope"))
    lifting.node(root, *record_classes(scopes))
    lifting.texts(record, "metadataId", root, "fileIdentifier")
    lifting.codes(record, "language", root, "language")
    lifting.dates(record, "metadataDate", root, "dateStamp")
    lifting.texts(record, "standardName", root, "metadataStandardName")
    lift_contacts(lifting, record, "metadataContact", root, "contact", party=_lift_party)
    lift_resources(lifting, record, scopes, _lift_party)
    lift_distribution(lifting, record)
    lift_lineage(lifting, record, "dataQualityInfo/*/lineage")
    for node, element in lifting.objects(record, "format", root, "distributionInfo/*/distributionFormat"):
        lifting.node(element, "Format")
        lifting.texts(node, "name", element, "name")
    lifting.attribute_facts()
    return lifting.graph(ENCODING, record)


def _lift_party(lifting: Lifting, node: str, element: Element) -> None:
    lifting.texts(node, "individualName", element, "individualName")
    lifting.texts(node, "organisationName", element, "organisationName")
    lifting.texts(node, "positionName", element, "positionName")
    lifting.texts(node, "email", element, "contactInfo/*/address/*/electronicMailAddress")
    lifting.codes(node, "role", element, "role")
