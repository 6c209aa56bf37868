"""ISO 19115-3 (mdb 1.0, 2.0 and the drafts still found in the wild) to facts of the record profile."""

from vocabsvc.formats.records.character_set import lift_character_set
from vocabsvc.formats.records.content import lift_content
from vocabsvc.formats.records.distribution import lift_distribution, lift_formats
from vocabsvc.formats.records.extension import lift_extensions
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.locale import lift_language, lift_locales
from vocabsvc.formats.records.medium import lift_media
from vocabsvc.formats.records.party import lift_contacts, lift_responsibility
from vocabsvc.formats.records.quality import lift_lineage, lift_quality
from vocabsvc.formats.records.resource import lift_resources, record_classes
from vocabsvc.formats.records.sample_dimension import lift_sample_dimensions
from vocabsvc.formats.records.structure import lift_structure
from vocabsvc.model.record import RecordGraph
from vocabsvc.model.statement import Literal

ENCODING = "iso19115-3"


def lift_iso19115_3(lifting: Lifting) -> RecordGraph:
    """Return the facts of an mdb:MD_Metadata."""
    root = lifting.root
    record = lifting.node(root)
    lifting.say(record, "encoding", Literal(ENCODING), root)
    lift_locales(lifting, "defaultLocale/*")
    lift_locales(lifting, "otherLocale/*")
    lifting.codes(record, "scope", root, "metadataScope/*/resourceScope")
    scopes = set(lifting.values(record, "scope"))
    lifting.node(root, *record_classes(scopes))
    lifting.texts(record, "metadataId", root, "metadataIdentifier/*/code")
    lift_language(lifting, record, root, "defaultLocale/*/language")
    lifting.texts(record, "standardName", root, "metadataStandard/*/title")
    lifting.texts(record, "standardVersion", root, "metadataStandard/*/edition")
    _lift_scopes(lifting, record)
    _lift_parent(lifting, record)
    lift_character_set(lifting, record, "defaultLocale/*/characterEncoding")
    _lift_dates(lifting, record)
    lift_contacts(lifting, record, "metadataContact", root, "contact", party=lift_responsibility)
    lift_resources(lifting, record, scopes, lift_responsibility)
    lift_distribution(lifting, record, lift_responsibility)
    lift_lineage(lifting, record, "resourceLineage")
    lift_formats(lifting, record, "formatSpecificationCitation/*/title", "formatSpecificationCitation/*/edition")
    lift_quality(lifting, record)
    lift_content(lifting, record)
    lift_sample_dimensions(lifting, record)
    lift_media(lifting, record)
    lift_extensions(lifting, record)
    lift_structure(lifting, record)
    return lifting.graph(ENCODING, record)


def _lift_scopes(lifting: Lifting, record: str) -> None:
    """Lift each scope with its name; all their codes are those of the record."""
    for node, scope in lifting.objects(record, "metadataScope", lifting.root, "metadataScope", "MetadataScope"):
        lifting.codes(node, "resourceScope", scope, "resourceScope")
        lifting.texts(node, "scopeName", scope, "name")
        lifting.nils(node, "scopeNameNil", scope, "name")


def _lift_parent(lifting: Lifting, record: str) -> None:
    lifting.texts(record, "parentId", lifting.root, "parentMetadata/*/identifier/*/code")
    for parent in lifting.every(lifting.root, "parentMetadata"):
        for name, value in parent.items():
            if str(name) == "uuidref":
                lifting.say(record, "parentId", Literal(str(value).strip()), parent, attribute="uuidref")


def _lift_dates(lifting: Lifting, record: str) -> None:
    for date in lifting.every(lifting.root, "dateInfo/*"):
        code = lifting.first(date, "dateType/*")
        # In another spelling it is a creation all the same, which STR-14 corrects.
        is_creation = code is not None and code.get("codeListValue", "").strip().lower() == "creation"
        lifting.dates(record, "metadataDate" if is_creation else "metadataOtherDate", date, "date")
