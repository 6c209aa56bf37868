"""A data graph, or a shapes graph, as dicts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final, TypeAlias

from vocabsvc.shacl.terms import RDF_TYPE, RDFS, Term, Triple, canonical

Values: TypeAlias = Collection[Term]
"""Terms as written, each once, in the order they were found."""

Held: TypeAlias = Term | dict[Term, Term]
"""The one object of a subject and predicate, or several by what stands for each (``canonical``)."""

NOTHING: Final[Values] = ()
NOTHING_HELD: Final[Mapping[Term, Held]] = {}
_EMPTY: Final[Mapping[Term, Term]] = MappingProxyType({})
_SUBCLASS: Final = f"{RDFS}subClassOf"


class Graph:
    """Triples by predicate and subject; other indexes are made when they are first asked for.

    Threads may share one: an index that two make at once is the same twice. A triple that is given twice counts
    once. What ``forward`` holds must not be changed. ``derived`` is where others keep what they make of it.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        # Most subjects have one object. A container for each would take more memory than all else, and the garbage
        # collector would go through a million of them again and again.
        forward: dict[str, dict[Term, Held]] = {}
        for subject, predicate, value in triples:
            by_subject = forward.get(predicate)
            if by_subject is None:
                by_subject = forward[predicate] = {}
            held = by_subject.setdefault(subject, value)
            if held is not value:
                _hold(by_subject, subject, held, value)
        self.forward: Mapping[str, Mapping[Term, Held]] = forward
        self.derived: dict[str, object] = {}
        self._backward: dict[str, Mapping[Term, Term | list[Term]]] = {}
        self._instances: dict[str, tuple[Term, ...]] = {}
        self._unions: dict[tuple[str, ...], tuple[Term, ...]] = {}
        self._subclasses: dict[str, frozenset[Term]] = {}

    def triples(self) -> Iterator[Triple]:
        """Yield the triples by predicate."""
        for predicate, by_subject in self.forward.items():
            for subject, held in by_subject.items():
                for value in values_of(held):
                    yield str(subject), predicate, value

    def objects(self, subject: Term, predicate: str) -> Mapping[Term, Term]:
        """Return the objects of a subject by what stands for each (``canonical``)."""
        held = self.forward.get(predicate, NOTHING_HELD).get(subject)
        if held is None:
            return _EMPTY
        return held if isinstance(held, dict) else {canonical(held): held}

    def subjects(self, value: Term, predicate: str) -> Values:
        """Return the subjects of an object."""
        found = self._by_object(predicate).get(canonical(value))
        if found is None:
            return NOTHING
        return found if isinstance(found, list) else (found,)

    def _by_object(self, predicate: str) -> Mapping[Term, Term | list[Term]]:
        found = self._backward.get(predicate)
        if found is None:
            found = self._backward[predicate] = _turned(self.forward.get(predicate, NOTHING_HELD))
        return found

    def instances(self, wanted: str) -> tuple[Term, ...]:
        """Return the SHACL instances of a class (https://www.w3.org/TR/shacl/#dfn-shacl-instance)."""
        found = self._instances.get(wanted)
        if found is None:
            if _SUBCLASS in self.forward:
                kinds = sorted(self.subclasses(wanted), key=str)
                found = tuple(dict.fromkeys(node for kind in kinds for node in self.subjects(kind, RDF_TYPE)))
            else:
                found = tuple(self.subjects(wanted, RDF_TYPE))
            self._instances[wanted] = found
        return found

    def instances_of_any(self, wanted: tuple[str, ...]) -> tuple[Term, ...]:
        """Return the SHACL instances of several classes, each once."""
        found = self._unions.get(wanted)
        if found is None:
            found = tuple(dict.fromkeys(node for kind in wanted for node in self.instances(kind)))
            self._unions[wanted] = found
        return found

    def is_instance(self, node: Term, wanted: str) -> bool:
        """Return whether a node is a SHACL instance of a class."""
        held = self.forward.get(RDF_TYPE, NOTHING_HELD).get(node)
        if held is None:
            return False
        if isinstance(held, dict):
            return not self.subclasses(wanted).isdisjoint(held)
        return held == wanted or held in self.subclasses(wanted)

    def subclasses(self, wanted: str) -> frozenset[Term]:
        """Return a class with all that are below it by rdfs:subClassOf."""
        found = self._subclasses.get(wanted)
        if found is None:
            reached: set[Term] = {wanted}
            if _SUBCLASS in self.forward:
                waiting: list[Term] = [wanted]
                while waiting:
                    new = set(self.subjects(waiting.pop(), _SUBCLASS)) - reached
                    reached |= new
                    waiting += new
            found = self._subclasses[wanted] = frozenset(reached)
        return found

    @cached_property
    def predicates(self) -> Mapping[Term, tuple[str, ...]]:
        """The predicates of each subject; subjects that have the same share one tuple."""
        made: dict[Term, tuple[str, ...]] = {}
        for predicate, by_subject in self.forward.items():
            longer: dict[tuple[str, ...], tuple[str, ...]] = {}
            for subject in by_subject:
                before = made.get(subject, ())
                made[subject] = longer.get(before) or longer.setdefault(before, (*before, predicate))
        return made


def values_of(held: Held) -> Values:
    """Return the objects that a graph holds for a subject and predicate."""
    return held.values() if isinstance(held, dict) else (held,)


def _hold(by_subject: dict[Term, Held], subject: Term, held: Held, value: Term) -> None:
    """Add an object to those that a subject has."""
    if isinstance(held, dict):
        held.setdefault(canonical(value), value)
    elif (first := canonical(held)) != (other := canonical(value)):
        by_subject[subject] = {first: held, other: value}


def _turned(by_subject: Mapping[Term, Held]) -> Mapping[Term, Term | list[Term]]:
    """Return the one subject, or several, by the canonical term of their object."""
    made: dict[Term, Term | list[Term]] = {}
    for subject, held in by_subject.items():
        for key in held if isinstance(held, dict) else (canonical(held),):
            found = made.setdefault(key, subject)
            if isinstance(found, list):
                found.append(subject)
            elif found is not subject:
                made[key] = [found, subject]
    return made
