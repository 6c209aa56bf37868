"""Where what is missing goes, and how it is written with the record's own prefixes."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from lxml import etree

from vocabsvc.checks.records.insertions.snippet import Snippet, read_snippets, write_snippet
from vocabsvc.checks.records.view import RecordView
from vocabsvc.formats.element import Element, kind, local_name
from vocabsvc.model.report import Action, Edit

_MOST_KEPT = 5000


class ElementInsertions:
    """Knows the order of elements and what is put in, in each encoding."""

    def __init__(self) -> None:
        self._sequences = _read_sequences()
        self._snippets = read_snippets()
        self._written: dict[tuple[Snippet, frozenset[tuple[str | None, str]]], str] = {}

    def names(self) -> frozenset[str]:
        """Return what can be put in."""
        return frozenset(self._snippets)

    def edits(self, view: RecordView, element: int, insertion: str) -> tuple[Edit, ...]:
        """Return the edit that puts ``insertion`` into an element; none where it is not known how.

        Its ``…`` are to be filled in, so it is never safe by itself.
        """
        encoding = view.graph.summary.encoding
        for snippet in self._snippets.get(insertion, {}).get(encoding, ()):
            parent = _at(view.document.elements[element], snippet.into)
            ranks = None if parent is None else self._sequences[encoding].get(kind(parent))
            # An element in the place of another may have no room for what is missing there.
            if parent is not None and ranks is not None and local_name(snippet.element) in ranks:
                return (self._edit(view, parent, snippet, ranks),)
        return ()

    def _edit(self, view: RecordView, parent: Element, snippet: Snippet, ranks: Mapping[str, int]) -> Edit:
        text = self._text(snippet, parent)
        own = ranks[local_name(snippet.element)]
        children = list(parent)
        before = next((one for one in reversed(children) if ranks.get(local_name(one), len(ranks)) <= own), None)
        if before is not None:
            return Edit(_xpath(view, before), Action.INSERT_AFTER, text)
        if children:
            return Edit(_xpath(view, children[0]), Action.INSERT_BEFORE, text)
        return Edit(_xpath(view, parent), Action.APPEND, text)

    def _text(self, snippet: Snippet, parent: Element) -> str:
        """Return the snippet in the prefixes that count at ``parent``; few records have prefixes of their own."""
        key = (snippet, frozenset(parent.nsmap.items()))
        text = self._written.get(key)
        if text is None:
            if len(self._written) >= _MOST_KEPT:
                self._written.clear()
            text = self._written[key] = write_snippet(snippet.element, parent)
        return text


def _at(element: Element, path: str) -> Element | None:
    """Return the first element at a path of names, where ``*`` is any and ``.`` the element itself."""
    for step in path.split("/"):
        if step != ".":
            children = element.iterchildren(etree.Element)
            found = next((child for child in children if step in {"*", local_name(child)}), None)
            if found is None:
                return None
            element = found
    return element


def _xpath(view: RecordView, element: Element) -> str:
    return view.graph.source_map.xpath(view.document.numbers[element])


@cache
def _read_sequences() -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    text = files("vocabsvc.checks.records.insertions").joinpath("sequences.toml").read_text("utf-8")
    return {
        encoding: {name: {child: rank for rank, child in enumerate(order.split())} for name, order in kinds.items()}
        for encoding, kinds in tomllib.loads(text).items()
    }
