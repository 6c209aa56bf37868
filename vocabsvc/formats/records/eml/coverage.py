"""What an EML resource, entity or attribute covers in space, time and taxa."""

from vocabsvc.formats.dates import parse_date_of_any_era
from vocabsvc.formats.element import Element, content, namespace
from vocabsvc.formats.records.bounding_box import lift_box
from vocabsvc.formats.records.eml.references import objects
from vocabsvc.formats.records.eml.text import lift_texts
from vocabsvc.formats.records.lifting import Lifting

_SIDES = {side: f"{side}BoundingCoordinate" for side in ("west", "east", "south", "north")}
_FREE_UNITS = ("eml-2.0.0", "eml-2.0.1")  # whose altitudes may be in any unit


def lift_coverages(lifting: Lifting, subject: str, parent: Element, path: str = "coverage") -> None:
    """Lift the coverages at ``path``."""
    for _, element in objects(lifting, subject, "coverage", parent, path, "Coverage"):
        lift_places(lifting, subject, element, "geographicCoverage")
        for _, period in objects(lifting, subject, "temporalCoverage", element, "temporalCoverage", "Coverage"):
            _lift_periods(lifting, subject, period)
        for node, taxa in objects(
            lifting, subject, "taxonomicCoverage", element, "taxonomicCoverage", "TaxonomicCoverage"
        ):
            # a checklist has thousands of taxa; the checks read them from the tree
            lifting.take(taxa)
            lift_texts(lifting, node, "description", taxa, "generalTaxonomicCoverage")


def lift_places(lifting: Lifting, subject: str, parent: Element, path: str) -> None:
    """Lift the geographic coverages at ``path``."""
    for node, place in objects(lifting, subject, "geographicCoverage", parent, path, "GeographicCoverage"):
        lift_texts(lifting, node, "description", place, "geographicDescription")
        for box in lifting.every(place, "boundingCoordinates"):
            _lift_box(lifting, subject, node, box)
        for polygon in lifting.every(place, "datasetGPolygon"):
            lifting.say(subject, "boundingPolygon", lifting.node(polygon, "BoundingPolygon"), polygon)
            lifting.take(polygon)


def _lift_box(lifting: Lifting, subject: str, place: str, box: Element) -> None:
    bounds = lift_box(lifting, box, _SIDES)
    lifting.say(subject, "boundingBox", bounds, box)
    lifting.say(place, "boundingBox", bounds, box)
    for altitudes in lifting.every(box, "boundingAltitudes"):
        node = lifting.node(altitudes, "VerticalExtent")
        if not namespace(lifting.root).endswith(_FREE_UNITS):
            lifting.node(altitudes, "BoundingAltitudes")
        lifting.say(subject, "verticalExtent", node, altitudes)
        lifting.decimals(node, "minimum", altitudes, "altitudeMinimum")
        lifting.decimals(node, "maximum", altitudes, "altitudeMaximum")
        lift_texts(lifting, node, "verticalUnit", altitudes, "altitudeUnits")


def _lift_periods(lifting: Lifting, subject: str, element: Element) -> None:
    for period in lifting.every(element, "rangeOfDates"):
        node = lifting.node(period, "TemporalExtent", "RangeOfDates")
        lifting.say(subject, "temporalExtent", node, period)
        for predicate in ("begin", "end"):
            for moment in lifting.every(period, f"{predicate}Date"):
                _lift_moment(lifting, node, predicate, moment)
    for moment in lifting.every(element, "singleDateTime"):
        node = lifting.node(moment, "TemporalExtent")
        lifting.say(subject, "temporalExtent", node, moment)
        _lift_moment(lifting, node, "instant", moment)


def _lift_moment(lifting: Lifting, period: str, predicate: str, moment: Element) -> None:
    times = lifting.every(moment, "time")
    date = lifting.first(moment, "calendarDate")
    for time in times:
        lifting.take(time)
    if date is not None:
        together = parse_date_of_any_era(f"{content(date)}T{content(times[0])}") if times else None
        if together is None:
            lifting.dates(period, predicate, moment, "calendarDate")
        else:
            text = content(date)
            lifting.take(date)
            lifting.say(period, predicate, together.value, date, text)
            lifting.say(period, f"{predicate}Earliest", together.earliest, date, text)
            lifting.say(period, f"{predicate}Latest", together.latest, date, text)
    for scale in lifting.every(moment, "alternativeTimeScale"):
        node = lifting.node(scale, "AlternativeTimeScale")
        lifting.say(period, f"{predicate}TimeScale", node, scale)
        lifting.take(scale)
        lift_texts(lifting, node, "name", scale, "timeScaleName")
        lift_texts(lifting, node, "ageEstimate", scale, "timeScaleAgeEstimate")
