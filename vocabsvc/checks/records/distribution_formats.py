"""Can everybody read the formats of a record, and do programs know them?"""

from collections.abc import Iterator

from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.data_format import is_known, is_proprietary
from vocabsvc.model.record import text_of


def unknown_formats(view: RecordView) -> Iterator[Fault]:
    """Find formats that are known neither by name nor by identifier."""
    for node in dict.fromkeys(view.facts.nodes("Format")):
        names = [fact for fact in view.facts.facts(node, "name") if text_of(fact.object)]
        if names and not any(is_known(text) for text in _texts(view, node)):
            yield Fault(element=names[0].element, value=text_of(names[0].object))


def proprietary_formats(view: RecordView) -> Iterator[Fault]:
    """Find proprietary formats of records that offer no other."""
    nodes = dict.fromkeys(view.facts.nodes("Format"))
    closed = [node for node in nodes if any(is_proprietary(text) for text in _texts(view, node))]
    if len(closed) < len(nodes):
        return
    for node in closed:
        name = view.facts.facts(node, "name")[0]
        yield Fault(element=name.element, value=text_of(name.object))


def _texts(view: RecordView, node: str) -> list[str]:
    return [*view.facts.texts(node, "name"), *view.facts.texts(node, "formatId")]
