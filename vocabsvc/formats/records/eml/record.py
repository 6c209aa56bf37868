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


def lift_eml(lifting: Lifting) -> RecordGraph:
    """Return the facts of an eml:eml document, whichever of the four kinds of resource it describes."""
    root = lifting.root
    record = lifting.node(root, "Record", "EmlRecord")
    lifting.say(record, "encoding", Literal(ENCODING), root)
    lifting.say(record, "standardVersion", Literal(namespace(root).rpartition("eml-")[2]), root)
    lift_attribute(lifting, record, "metadataId", root, "packageId")
    lift_attribute(lifting, record, "packageSystem", root, "system")
    lift_resources(lifting, record)
    lift_listed_annotations(lifting, record)
    lift_units(lifting, record)
    lift_online_resources(lifting)
    lift_languages(lifting)
    lift_suspect_texts(lifting)
    return lifting.graph(ENCODING, record)
