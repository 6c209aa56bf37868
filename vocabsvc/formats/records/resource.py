"""The resource that an ISO record describes; what both encodings say in the same words."""

from vocabsvc.formats.element import Element, kind
from vocabsvc.formats.records.association import lift_associations
from vocabsvc.formats.records.citation import lift_citation
from vocabsvc.formats.records.constraints import lift_constraints
from vocabsvc.formats.records.extent import lift_extents
from vocabsvc.formats.records.keywords import lift_keywords
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.locale import lift_language
from vocabsvc.formats.records.measure import lift_measures
from vocabsvc.formats.records.party import LiftParty, lift_contacts
from vocabsvc.formats.records.reference_system import lift_reference_systems
from vocabsvc.formats.records.resolution import lift_resolutions

_UPDATE_PERIODS = (  # where Copernicus Marine says it: ISO 19139, ISO 19115-3
    "updateScopeDescription/*/other",
    "maintenanceScope/*/levelDescription/*/other",
)


def lift_resources(lifting: Lifting, record: str, scopes: set[str], party: LiftParty) -> None:
    """Lift every identification section; ``scopes`` tells a dataset from a series."""
    root = lifting.root
    lift_reference_systems(lifting, record)
    lift_measures(lifting)
    for node, element in lifting.objects(record, "describes", root, "identificationInfo", "Resource"):
        service = kind(element).endswith("ServiceIdentification")
        lifting.node(element, "IsoResource", *_resource_classes(scopes, service=service))
        lift_citation(lifting, node, element, party)
        lifting.texts(node, "abstract", element, "abstract", translated="abstractTranslation")
        for name in ("purpose", "credit", "topicCategory"):
            lifting.texts(node, name, element, name)
        lifting.codes(node, "status", element, "status")
        lifting.codes(node, "characterSet", element, "characterSet")
        if service:
            lifting.texts(node, "serviceType", element, "serviceType")
        _lift_maintenance(lifting, node, element)
        _lift_pictures(lifting, node, element)
        lift_resolutions(lifting, node, element)
        lift_associations(lifting, node, element)
        for path in ("language", "defaultLocale/*/language"):  # ISO 19139, ISO 19115-3
            lift_language(lifting, node, element, path)
        lift_contacts(lifting, node, "resourceContact", element, "pointOfContact", party=party)
        lift_keywords(lifting, node, element)
        lift_constraints(lifting, node, element)
        lift_extents(lifting, node, element)


def _lift_maintenance(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift how often the resource is brought up to date."""
    for node, inside in lifting.objects(resource, "maintenance", element, "resourceMaintenance", "Maintenance"):
        lifting.codes(node, "maintenanceFrequency", inside, "maintenanceAndUpdateFrequency")
        lifting.texts(node, "maintenanceInterval", inside, "userDefinedMaintenanceFrequency")
        for path in _UPDATE_PERIODS:
            lifting.texts(node, "updatePeriod", inside, path)


def _lift_pictures(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the pictures that show the resource."""
    for node, picture in lifting.objects(resource, "graphicOverview", element, "graphicOverview", "GraphicOverview"):
        lifting.texts(node, "fileName", picture, "fileName")
        lifting.texts(node, "fileName", picture, "linkage/*/linkage")
        lifting.texts(node, "fileType", picture, "fileType")
        lifting.texts(node, "description", picture, "fileDescription")


def record_classes(scopes: set[str]) -> tuple[str, ...]:
    """Return the classes of a record by what it describes; without scope it is a dataset (ISO 19115)."""
    is_data = not scopes or scopes & {"", "dataset", "series"}
    return ("Record", "IsoRecord", *(("DataRecord",) if is_data else ()))


def _resource_classes(scopes: set[str], *, service: bool) -> tuple[str, ...]:
    if service:
        return ("Service", "DescribedService") if "service" in scopes else ("Service",)
    if scopes & {"series"}:
        return ("Series",)
    return ("Dataset",) if not scopes or scopes & {"", "dataset"} else ()
