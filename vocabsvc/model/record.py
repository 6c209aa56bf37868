"""A metadata record as a small graph of facts, each with its place in the source.

The three encodings (ISO 19139, ISO 19115-3, EML) share one vocabulary of classes and properties, declared
in ``shapes/profile.ttl``. The graph is plain data: it knows neither the XML parser nor the RDF library.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from vocabsvc.model.report import RecordSummary
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DEF, RDF

_TYPE = f"{RDF}type"


class Fact(NamedTuple):
    """One triple; an object that is a plain ``str`` is an IRI.

    A typed literal is always lexically valid; ill-formed text stays xsd:string. ``element`` is the number of
    the element that says it (see ``SourceMap``). ``given`` is the text as it stands in the record where
    ``object`` was derived from it, ``""`` where ``object`` is that text. ``attribute`` is the name, as written, of
    the attribute that says it, ``""`` where the element's content does.
    """

    subject: str
    predicate: str
    object: str | Literal
    element: int
    given: str = ""
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where each element stands; elements are numbered from 0 in document order, the root first.

    The tuples run in parallel: line and column of the start tag (from 1), number of the parent (-1 for the
    root), position among all children of the parent (from 1), name as written with its prefix, and ordinal
    among the siblings of that name (0 where there is only one).
    """

    lines: tuple[int, ...]
    columns: tuple[int, ...]
    parents: tuple[int, ...]
    positions: tuple[int, ...]
    names: tuple[str, ...]
    ordinals: tuple[int, ...]
    _xpaths: dict[int, str] = field(default_factory=lambda: {-1: ""}, init=False, repr=False, compare=False)
    _sequences: dict[int, str] = field(default_factory=lambda: {-1: ""}, init=False, repr=False, compare=False)

    def xpath(self, element: int) -> str:
        """Return the path with the record's own prefixes; no prefix means its default namespace."""
        path = self._xpaths.get(element)
        if path is None:
            ordinal = self.ordinals[element]
            above = self.xpath(self.parents[element])
            path = self._xpaths[element] = f"{above}/{self.names[element]}" + (f"[{ordinal}]" if ordinal else "")
        return path

    def pointer(self, element: int) -> str:
        """Return the child sequence of https://www.w3.org/TR/xptr-element/, such as ``element(/1/12/1)``."""
        return f"element({self._sequence(element)})"

    def _sequence(self, element: int) -> str:
        sequence = self._sequences.get(element)
        if sequence is None:
            above = self._sequence(self.parents[element])
            sequence = self._sequences[element] = f"{above}/{self.positions[element]}"
        return sequence


class CodeValue(NamedTuple):
    """A value of a code list in an ISO record, and which list is cited for it.

    ``name`` is the name of the list, by the ISO name of the element, whose number is ``element``. ``text`` is what the
    element says in words. ``attribute`` names, as written, the attribute that holds the value, ``""`` where the
    content does.
    """

    element: int
    name: str
    value: str
    code_list: str
    text: str
    attribute: str


@dataclass(frozen=True, slots=True)
class RecordGraph:
    """What a lifter made of one record. No fact occurs twice.

    ``unlifted`` numbers the topmost elements that no fact was taken from, so that nothing which was not
    looked at can be called fine. The IRI of an element is ``iri`` and its ``SourceMap.pointer``. ``code_values``
    stand beside the facts: most are right, and then nothing need be said of them.
    """

    summary: RecordSummary
    facts: tuple[Fact, ...]
    source_map: SourceMap
    unlifted: tuple[int, ...]
    iri: str = "urn:x-vocabsvc:record#"
    code_values: tuple[CodeValue, ...] = ()

    def with_facts(self, more: Iterable[Fact]) -> "RecordGraph":
        """Return this graph with facts that somebody who knows more adds; those it has already stay single."""
        added = {fact[:3]: fact for fact in reversed(tuple(more))}
        if not added:
            return self
        subjects = {subject for subject, _, _ in added}
        for fact in self.facts:
            if fact.subject in subjects:
                added.pop(fact[:3], None)
        return replace(self, facts=(*self.facts, *reversed(added.values())))


class FactIndex:
    """The facts of one record by class, and by node and property; names are local names of the profile."""

    elements: Mapping[str, int]
    """The element that each node stands for."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.elements = self._elements = dict[str, int]()
        self._by_class: dict[str, list[str]] = {}
        self._by_node: dict[str, dict[str, list[Fact]]] = {}
        self._subjects: dict[tuple[str, str], list[str]] = {}
        self.add(facts)

    def add(self, facts: Iterable[Fact]) -> None:
        """Take up facts that come after the others."""
        elements, by_class, by_node, subjects = self._elements, self._by_class, self._by_node, self._subjects
        for fact in facts:
            subject, predicate, target, element, _, _ = fact
            if predicate == _TYPE:
                by_class.setdefault(text_of(target).removeprefix(DEF), []).append(subject)
                elements[subject] = element
            else:
                name = predicate.removeprefix(DEF)
                by_node.setdefault(subject, {}).setdefault(name, []).append(fact)
                if isinstance(target, str):
                    subjects.setdefault((target, name), []).append(subject)

    def nodes(self, name: str) -> list[str]:
        """Return the nodes of a class, in document order."""
        return self._by_class.get(name, [])

    def facts(self, node: str, name: str) -> list[Fact]:
        """Return what a node says by a property."""
        said = self._by_node.get(node)
        return [] if said is None else said.get(name, [])

    def texts(self, node: str, name: str) -> list[str]:
        """Return the values of a property, literals by their text."""
        said = self._by_node.get(node)
        return [] if said is None or name not in said else [text_of(fact.object) for fact in said[name]]

    def text(self, node: str, name: str) -> str:
        """Return the first value of a property, ``""`` for none."""
        facts = self.facts(node, name)
        return text_of(facts[0].object) if facts else ""

    def subjects(self, node: str, name: str) -> list[str]:
        """Return the nodes that lead to ``node`` by a property."""
        return self._subjects.get((node, name), [])


def text_of(value: str | Literal) -> str:
    """Return an IRI, or the lexical form of a literal."""
    return value.lexical if isinstance(value, Literal) else value
