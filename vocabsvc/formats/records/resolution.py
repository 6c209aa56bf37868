"""How an ISO record says that a resource represents space, and how finely it does so in space and time."""

from collections.abc import Iterator

from vocabsvc.formats.element import Element, content
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal


def lift_resolutions(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the representation and the resolutions of a resource."""
    lifting.codes(resource, "spatialRepresentationType", element, "spatialRepresentationType")
    lifting.texts(resource, "timeStep", element, "temporalResolution")
    for dimension in _dimensions(lifting.root):
        if _name(lifting, dimension) == "time":
            lifting.texts(resource, "timeStep", dimension, "resolution")
    for node, inside in lifting.objects(
        resource, "spatialResolution", element, "spatialResolution", "SpatialResolution"
    ):
        lifting.decimals(node, "scaleDenominator", inside, "equivalentScale/*/denominator")
        lifting.decimals(node, "distance", inside, "distance")
        lifting.decimals(node, "distance", inside, "vertical")
        lifting.decimals(node, "distance", inside, "angularDistance")
        lifting.texts(node, "levelOfDetail", inside, "levelOfDetail")
        for name in ("distance", "vertical", "angularDistance"):
            for measure in lifting.every(inside, f"{name}/*"):
                if (unit := measure.get("uom")) is not None:
                    lifting.say(node, "distanceUnit", Literal(unit.strip()), measure, attribute="uom")


def _dimensions(root: Element) -> Iterator[Element]:
    """Yield the dimensions of grids, without a claim that the rest of these sections was looked at."""
    for section in root.iterchildren("{*}spatialRepresentationInfo"):
        for representation in section:
            for prop in representation.iterchildren("{*}axisDimensionProperties"):
                yield from prop


def _name(lifting: Lifting, dimension: Element) -> str:
    code = lifting.first(dimension, "dimensionName/*")
    return "" if code is None else code.get("codeListValue", "").strip() or content(code)
