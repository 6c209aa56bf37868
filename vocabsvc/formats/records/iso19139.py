"""ISO 19139 (gmd, gmi and profiles such as SeaDataNet's and MCP's) to facts of the record profile."""

from vocabsvc.formats.records.distribution import lift_distribution, lift_formats
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.locale import lift_locales
from vocabsvc.formats.records.party import lift_contacts, lift_responsible_party
from vocabsvc.formats.records.quality import lift_lineage
from vocabsvc.formats.records.resource import lift_resources, record_classes
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
    lift_contacts(lifting, record, "metadataContact", root, "contact", party=lift_responsible_party)
    lift_resources(lifting, record, scopes, lift_responsible_party)
    lift_distribution(lifting, record)
    lift_lineage(lifting, record, "dataQualityInfo/*/lineage")
    lift_formats(lifting, record, "name")
    lifting.attribute_facts()
    return lifting.graph(ENCODING, record)
