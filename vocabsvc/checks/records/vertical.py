"""Heights and depths against the way in which their system counts."""

from collections.abc import Iterator
from decimal import Decimal

from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import Fact, text_of
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import XSD

_DEEP = 100
_AIR = frozenset({"climatologyMeteorologyAtmosphere", "elevation"})
_HEIGHTS = {
    "en": "The data are marine, and their values positive in a system that counts heights upwards: {value}.",
    "fr": "Les données sont marines et leurs valeurs positives dans un système qui compte les altitudes"
    " vers le haut\u00a0: {value}.",
}


def wrong_sign(view: RecordView) -> Iterator[Fault]:
    """Find negative depths, and depths of marine data in a system of heights."""
    elements = view.facts.elements
    for node in view.facts.nodes("IsoVerticalExtent"):
        lowest, highest = _number(view, node, "minimum"), _number(view, node, "maximum")
        if lowest is None or highest is None:
            continue
        direction = view.facts.text(node, "axisDirection")
        if direction == "down" and max(lowest[0], highest[0]) <= 0 and min(lowest[0], highest[0]) < 0:
            lower = min(lowest, highest, key=lambda one: one[0])
            yield Fault(element=lower[1].element, value=_text(lower), focus=elements[node])
        elif direction == "up" and lowest[0] >= 0 and highest[0] > _DEEP and _is_marine(view, node):
            yield Fault(element=highest[1].element, value=_text(highest), focus=elements[node], message=_HEIGHTS)


def _is_marine(view: RecordView, node: str) -> bool:
    topics = {
        topic
        for resource in view.facts.subjects(node, "verticalExtent")
        for topic in view.facts.texts(resource, "topicCategory")
    }
    return "oceans" in topics and not topics & _AIR


def _text(number: tuple[Decimal, Fact]) -> str:
    return number[1].given or text_of(number[1].object)


def _number(view: RecordView, node: str, name: str) -> tuple[Decimal, Fact] | None:
    for fact in view.facts.facts(node, name):
        if isinstance(fact.object, Literal) and fact.object.datatype == f"{XSD}decimal":
            return Decimal(fact.object.lexical), fact
    return None
