"""What a check that is a program is shown, and what it answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from vocabsvc.formats.element import Element
from vocabsvc.formats.xml import XmlDocument
from vocabsvc.model.constraint import Message
from vocabsvc.model.record import FactIndex, RecordGraph
from vocabsvc.model.report import Edit
from vocabsvc.model.xsd import XsdVerdict


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record: its element ``root`` in the whole ``document``, and its facts; ``now`` is in UTC.

    ``xsd`` is what the installed XML Schema sets say of it.
    """

    document: XmlDocument
    root: Element
    graph: RecordGraph
    facts: FactIndex
    now: datetime
    xsd: XsdVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong at an element (its number in the source map).

    ``focus`` is the element that the check is about where that is another; it decides which dependants are
    silenced. ``message`` is for checks whose message is not the same each time.
    """

    element: int
    value: str = ""
    expected: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    safe: bool = False
    focus: int | None = None
    message: Message | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What could not be judged here, and why."""

    element: int
    message: Message
    value: str = ""


Find: TypeAlias = Callable[[RecordView], Iterator[Fault | Gap]]
"""A check that is a program; its shape in ``shapes/`` says the rest."""

Checks: TypeAlias = Mapping[str, Find]
"""Such checks by the name of their constraint."""
