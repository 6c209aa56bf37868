"""ISO 19115-3 (mdb 1.0, 2.0 and the drafts still found in the wild) to facts of the record profile."""

from vocabsvc.formats.element import Element, kind
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

ENCODING = "iso19115-3"
_EMAIL = "contactInfo/*/address/*/electronicMailAddress"


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
    lift_contacts(lifting, record, "metadataContact", root, "contact", party=_lift_party)
    lift_resources(lifting, record, scopes, _lift_party)
    lift_distribution(lifting, record)
    lift_lineage(lifting, record, "resourceLineage")
    for node, element in lifting.objects(record, "format", root, "distributionInfo/*/distributionFormat"):
        lifting.node(element, "Format")
        lifting.texts(node, "name", element, "formatSpecificationCitation/*/title")
    lifting.attribute_facts()
    return lifting.graph(ENCODING, record)


def _lift_dates(lifting: Lifting, record: str) -> None:
    for date in lifting.every(lifting.root, "dateInfo/*"):
        code = lifting.first(date, "dateType/*")
        is_creation = code is not None and code.get("codeListValue", "").strip() == "creation"
        lifting.dates(record, "metadataDate" if is_creation else "metadataOtherDate", date, "date")


def _lift_party(lifting: Lifting, node: str, element: Element) -> None:
    lifting.codes(node, "role", element, "role")
    for party in lifting.every(element, "party/*"):
        if kind(party) == "CI_Individual":
            _lift_individual(lifting, node, party)
        else:
            lifting.texts(node, "organisationName", party, "name")
            lifting.texts(node, "email", party, _EMAIL)
            for individual in lifting.every(party, "individual/*"):
                _lift_individual(lifting, node, individual)


def _lift_individual(lifting: Lifting, node: str, element: Element) -> None:
    lifting.texts(node, "individualName", element, "name")
    lifting.texts(node, "positionName", element, "positionName")
    lifting.texts(node, "email", element, _EMAIL)
