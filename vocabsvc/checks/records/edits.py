"""Edits that checks propose by themselves."""

from html import escape

from vocabsvc.checks.records.view import RecordView
from vocabsvc.formats.element import Element, local_name, namespace
from vocabsvc.model.record import Fact
from vocabsvc.model.report import Action, Edit

_REPEATABLE = frozenset({"keyword", "electronicMailAddress"})


def replacement(view: RecordView, fact: Fact, value: str) -> Edit:
    """Return the edit that puts ``value`` where a fact was read: in an element, or in an attribute of it."""
    attribute = f"/@{fact.attribute}" if fact.attribute else ""
    return Edit(f"{view.graph.source_map.xpath(fact.element)}{attribute}", Action.REPLACE, value)


def split(view: RecordView, element: int, parts: tuple[str, ...]) -> tuple[Edit, ...]:
    """Return the edits that turn a keyword or e-mail address, of which this is the text, into one for each part."""
    carrier = view.document.elements[element]
    repeated = carrier if local_name(carrier) in _REPEATABLE else carrier.getparent()
    if repeated is None or local_name(repeated) not in _REPEATABLE or len(repeated) > 1:
        return ()
    if carrier.get("codeListValue") is not None:
        return ()
    path = view.graph.source_map.xpath(element)
    beside = view.graph.source_map.xpath(view.document.numbers[repeated])
    copies = (_copy(repeated, carrier, part) for part in reversed(parts[1:]))  # each goes before those already there
    return (Edit(path, Action.REPLACE, parts[0]), *(Edit(beside, Action.INSERT_AFTER, copy) for copy in copies))


def _copy(repeated: Element, carrier: Element, text: str) -> str:
    written = escape(text, quote=False)
    if carrier is repeated:
        name = local_name(repeated)
        return f"<{name}>{written}</{name}>"
    outer, inner = (_tag(one) for one in (repeated, carrier))
    declared = {outer[1], inner[1]} - {""}
    return f"<{outer[0]} {' '.join(sorted(declared))}><{inner[0]}>{written}</{inner[0]}></{outer[0]}>"


def _tag(element: Element) -> tuple[str, str]:
    """Return the name of an element with its prefix, and the declaration that it needs."""
    name, bound = local_name(element), namespace(element)
    if not bound:
        return name, ""
    prefix = element.prefix
    return (f"{prefix}:{name}", f'xmlns:{prefix}="{bound}"') if prefix else (name, f'xmlns="{bound}"')
