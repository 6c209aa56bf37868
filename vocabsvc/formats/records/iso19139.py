"""ISO 19139 (gmd, gmi and profiles such as SeaDataNet's and MCP's) to facts of the record profile."""

from vocabsvc.formats.records.character_set import lift_character_set
from vocabsvc.formats.records.content import lift_content
from vocabsvc.formats.records.distribution import lift_distribution, lift_formats
from vocabsvc.formats.records.extension import lift_extensions
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.locale import lift_language, lift_locales
from vocabsvc.formats.records.medium import lift_media
from vocabsvc.formats.records.party import lift_contacts, lift_responsible_party
from vocabsvc.formats.records.quality import lift_lineage, lift_quality
from vocabsvc.formats.records.resource import lift_resources, record_classes
from vocabsvc.formats.records.sample_dimension import lift_sample_dimensions
from vocabsvc.formats.records.seadatanet import lift_seadatanet
from vocabsvc.formats.records.structure import lift_structure
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
    lifting.node(root, *record_classes(scopes), "MetadataScope")
    lifting.texts(record, "metadataId", root, "fileIdentifier")
    lift_language(lifting, record, root, "language")
    lifting.dates(record, "metadataDate", root, "dateStamp")
    lifting.texts(record, "standardName", root, "metadataStandardName")
    lifting.texts(record, "standardVersion", root, "metadataStandardVersion")
    lifting.texts(record, "scopeName", root, "hierarchyLevelName")
    lifting.texts(record, "parentId", root, "parentIdentifier")
    lift_character_set(lifting, record, "characterSet")
    lift_contacts(lifting, record, "metadataContact", root, "contact", party=lift_responsible_party)
    lift_resources(lifting, record, scopes, lift_responsible_party)
    lift_distribution(lifting, record, lift_responsible_party)
    lift_lineage(lifting, record, "dataQualityInfo/*/lineage")
    lift_formats(lifting, record, "name", "version")
    lift_quality(lifting, record)
    lift_content(lifting, record)
    lift_sample_dimensions(lifting, record)
    lift_media(lifting, record)
    lift_extensions(lifting, record)
    lift_seadatanet(lifting, record)
    lift_structure(lifting, record)
    return lifting.graph(ENCODING, record)
