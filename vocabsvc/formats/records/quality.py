"""Lineage, quality and conformity in an ISO record."""

from vocabsvc.formats.element import Element, kind
from vocabsvc.formats.records.lifting import Lifting

_STEP_DATES = ("dateTime", "stepDateTime/*/timePosition", "stepDateTime/*/beginPosition")
_SOURCE_EXTENTS = ("sourceExtent", "sourceScope", "scope")


def lift_lineage(lifting: Lifting, record: str, path: str) -> None:
    """Lift what is said about how the resource came to be."""
    for node, element in lifting.objects(record, "lineage", lifting.root, path, "Lineage"):
        lifting.texts(node, "statement", element, "statement")
        _lift_sources(lifting, node, element)
        for step, inside in lifting.objects(node, "processStep", element, "processStep", "ProcessStep"):
            for date in _STEP_DATES:
                lifting.texts(step, "stepDate", inside, date)
            _lift_sources(lifting, step, inside)


def lift_quality(lifting: Lifting, record: str) -> None:
    """Lift the quality reports, and what the resource conforms to."""
    for node, element in lifting.objects(record, "quality", lifting.root, "dataQualityInfo", "DataQuality"):
        lifting.codes(node, "qualityScope", element, "scope/*/level")
        lifting.contents(node, "levelDescription", element, "scope/*/levelDescription/*")
        for report, inside in lifting.objects(node, "qualityReport", element, "report"):
            lifting.node(inside, "QualityReport")
            if kind(inside) == "DQ_TopologicalConsistency":
                lifting.node(inside, "TopologicalConsistency")
            for result, found in lifting.objects(report, "result", inside, "result"):
                _lift_result(lifting, record, result, found)


def _lift_sources(lifting: Lifting, node: str, element: Element) -> None:
    for source, inside in lifting.objects(node, "source", element, "source", "LineageSource"):
        lifting.texts(source, "description", inside, "description")
        for path in _SOURCE_EXTENTS:
            for _ in lifting.objects(source, "sourceExtent", inside, path, "SourceExtent"):
                pass  # as above: that there is one


def _lift_result(lifting: Lifting, record: str, node: str, element: Element) -> None:
    lifting.node(element, "QualityResult")
    if kind(element) != "DQ_ConformanceResult":
        lifting.contents(node, "resultValue", element, "value")
        return
    lifting.node(element, "Conformance")
    lifting.say(record, "conformance", node, element)
    lifting.texts(node, "specificationTitle", element, "specification/*/title")
    for prop in lifting.every(element, "specification"):
        lifting.iris(node, "specificationUri" if len(prop) else "specificationReference", prop)
        for title in lifting.every(prop, "*/title"):
            lifting.iris(node, "specificationUri", title)
    for date, inside in lifting.objects(
        node, "specificationDate", element, "specification/*/date", "SpecificationDate"
    ):
        lifting.dates(date, "value", inside, "date")
        lifting.codes(date, "dateType", inside, "dateType")
    lifting.texts(node, "pass", element, "pass")
    lifting.texts(node, "explanation", element, "explanation")
    lifting.nils(node, "passNil", element, "pass")
