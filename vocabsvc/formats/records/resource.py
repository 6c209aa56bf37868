"""The resource that an ISO record describes; what both encodings say in the same words."""

from vocabsvc.formats.element import kind
from vocabsvc.formats.records.citation import lift_citation
from vocabsvc.formats.records.constraints import lift_constraints
from vocabsvc.formats.records.extent import lift_extents
from vocabsvc.formats.records.keywords import lift_keywords
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.party import LiftParty, lift_contacts


def lift_resources(lifting: Lifting, record: str, scopes: set[str], party: LiftParty) -> None:
    """Lift every identification section; ``scopes`` tells a dataset from a series."""
    root = lifting.root
    for node, element in lifting.objects(record, "describes", root, "identificationInfo", "Resource"):
        service = kind(element).endswith("ServiceIdentification")
        lifting.node(element, "IsoResource", *_resource_classes(scopes, service=service))
        lift_citation(lifting, node, element)
        lifting.texts(node, "abstract", element, "abstract", translated="abstractTranslation")
        lifting.texts(node, "topicCategory", element, "topicCategory")
        lift_contacts(lifting, node, "resourceContact", element, "pointOfContact", party=party)
        lift_keywords(lifting, node, element)
        lift_constraints(lifting, node, element)
        lift_extents(lifting, node, element)


def record_classes(scopes: set[str]) -> tuple[str, ...]:
    """Return the classes of a record by what it describes; without scope it is a dataset (ISO 19115)."""
    is_data = not scopes or scopes & {"", "dataset", "series"}
    return ("Record", "IsoRecord", *(("DataRecord",) if is_data else ()))


def _resource_classes(scopes: set[str], *, service: bool) -> tuple[str, ...]:
    if service:
        return ("Service",)
    if scopes & {"series"}:
        return ("Series",)
    return ("Dataset",) if not scopes or scopes & {"", "dataset"} else ()
