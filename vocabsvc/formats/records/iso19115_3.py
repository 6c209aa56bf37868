"""ISO 19115-3 (mdb 1.0, 2.0 and the drafts still found in the wild) to facts of the record profile."""

from vocabsvc.formats.records.distribution import lift_distribution, lift_formats
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.locale import lift_locales
from vocabsvc.formats.records.party import lift_contacts, lift_responsibility
from vocabsvc.formats.records.quality import lift_lineage
from vocabsvc.formats.records.resource import lift_resources, record_classes
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
    lifting.codes(record, "language", root, "defaultLocale/*/language")
    lifting.texts(record, "standardName", root, "metadataStandard/*/title")
    _lift_dates(lifting, record)
    lift_contacts(lifting, record, "metadataContact", root, "contact", party=lift_responsibility)
    lift_resources(lifting, record, scopes, lift_responsibility)
    lift_distribution(lifting, record)
    lift_lineage(lifting, record, "resourceLineage")
    lift_formats(lifting, record, "formatSpecificationCitation/*/title")
    lifting.attribute_facts()
    return lifting.graph(ENCODING, record)


def _lift_dates(lifting: Lifting, record: str) -> None:
    for date in lifting.every(lifting.root, "dateInfo/*"):
        code = lifting.first(date, "dateType/*")
        is_creation = code is not None and code.get("codeListValue", "").strip() == "creation"
        lifting.dates(record, "metadataDate" if is_creation else "metadataOtherDate", date, "date")
