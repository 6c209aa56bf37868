"""Do the addresses in a record answer? Somebody else tries them, and only where that is asked for."""

from collections.abc import Iterator

from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.model.record import Fact, text_of

_NOT_TRIED = {
    "en": "Whether the addresses answer was not tried: checking links is not switched on.",
    "fr": "Les adresses n’ont pas été essayées\u00a0: le contrôle des liens n’est pas activé.",
}
_UNREACHABLE = {
    "en": "“{value}” cannot be reached.",
    "fr": "«\u00a0{value}\u00a0» est inaccessible.",
}


def dead_links(view: RecordView) -> Iterator[Fault | Gap]:
    """Find addresses that answer with an error or not at all."""
    tried = False
    first: Fact | None = None
    for node in dict.fromkeys(view.facts.nodes("OnlineResource")):
        for link in view.facts.facts(node, "linkage"):
            first = first or link
            for answer in view.facts.texts(node, "linkStatus"):
                tried = True
                if answer == "0":
                    yield Fault(element=link.element, value=text_of(link.object), message=_UNREACHABLE)
                elif answer >= "400":
                    yield Fault(element=link.element, value=text_of(link.object), expected=(answer,))
    if first is not None and not tried:
        yield Gap(first.element, _NOT_TRIED)


def redirected_links(view: RecordView) -> Iterator[Fault | Gap]:
    """Find addresses with http that lead to the same one with https."""
    for node in dict.fromkeys(view.facts.nodes("OnlineResource")):
        for moved in view.facts.facts(node, "linkMoved"):
            yield Fault(element=moved.element, value=moved.given, expected=(text_of(moved.object),))
