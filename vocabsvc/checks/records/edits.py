"""Edits that checks propose by themselves."""

from vocabsvc.checks.records.view import RecordView
from vocabsvc.model.record import Fact
from vocabsvc.model.report import Action, Edit


def replacement(view: RecordView, fact: Fact, value: str) -> Edit:
    """Return the edit that puts ``value`` where a fact was read: in an element, or in an attribute of it."""
    attribute = f"/@{fact.attribute}" if fact.attribute else ""
    return Edit(f"{view.graph.source_map.xpath(fact.element)}{attribute}", Action.REPLACE, value)
