"""Dates in another calendar or time scale than the usual one."""

from collections.abc import Iterator

from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import text_of

_FRAMES = ("beginFrame", "endFrame", "instantFrame")


def unnamed_frames(view: RecordView) -> Iterator[Fault]:
    """Find periods and instants in a time scale that no reference system of the record names."""
    named = [text for node in view.facts.nodes("ReferenceSystem") for text in view.facts.texts(node, "code")]
    for node in view.facts.nodes("TemporalExtent"):
        for fact in (fact for name in _FRAMES for fact in view.facts.facts(node, name)):
            frame = text_of(fact.object)
            if not frame.startswith(("#", "_")) and not any(frame in text or text in frame for text in named if text):
                yield Fault(element=fact.element, value=frame)
                break
