"""Ecological Metadata Language (2.0 to 2.2) to facts of the record profile."""

from vocabsvc.formats.element import namespace
from vocabsvc.formats.records.eml.annotation import lift_listed_annotations, lift_units
from vocabsvc.formats.records.eml.distribution import lift_online_resources
from vocabsvc.formats.records.eml.resource import lift_resources
from vocabsvc.formats.records.eml.text import lift_attribute, lift_languages
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.suspect_text import lift_suspect_texts
from vocabsvc.model.record import RecordGraph
from vocabsvc.model.statement import Literal

ENCODING = "eml"

_NAMESPACES = {
    **{version: f"eml://ecoinformatics.org/eml-{version}" for version in ("2.0.0", "2.0.1", "2.1.0", "2.1.1")},
    "2.2.0": "https://eml.ecoinformatics.org/eml-2.2.0",
}
"""Version -> the namespace of its root element; drafts of 2.2.0 had the older form, which no schema knows."""


def lift_eml(lifting: Lifting) -> RecordGraph:
    """Return the facts of an eml:eml document, whichever of the four kinds of resource it describes."""
    root = lifting.root
    record = lifting.node(root, "Record", "EmlRecord")
    lifting.say(record, "encoding", Literal(ENCODING), root)
    _lift_version(lifting, record)
    lift_attribute(lifting, record, "metadataId", root, "packageId")
    lift_attribute(lifting, record, "packageSystem", root, "system")
    lift_resources(lifting, record)
    lift_listed_annotations(lifting, record)
    lift_units(lifting, record)
    lift_online_resources(lifting)
    lift_languages(lifting)
    lift_suspect_texts(lifting)
    return lifting.graph(ENCODING, record)


def _lift_version(lifting: Lifting, record: str) -> None:
    root, found = lifting.root, namespace(lifting.root)
    version = found.rpartition("eml-")[2]
    lifting.say(record, "standardVersion", Literal(version), root)
    meant = _NAMESPACES.get(version, found)
    if meant != found:
        lifting.say(record, "misspeltNamespace", Literal(found), root)
        lifting.say(record, "meantNamespace", Literal(meant), root)
