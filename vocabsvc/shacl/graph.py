"""A data graph, or a shapes graph, as dicts."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final, TypeAlias

from vocabsvc.shacl.terms import RDF_TYPE, RDFS, Term, Triple, canonical

Values: TypeAlias = Mapping[Term, Term]
"""A set of terms in the order they were found: what stands for each (``canonical``), and each as written."""

NOTHING: Final[Values] = MappingProxyType({})
_SUBCLASS: Final = f"{RDFS}subClassOf"


class Graph:
    """Triples by predicate and subject; other indexes are made when they are first asked for.

    Threads may share one: an index that two make at once is the same twice. A triple that is given twice counts
    once. What ``forward`` holds must not be changed. ``derived`` is where others keep what they make of it.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        forward: dict[str, dict[Term, dict[Term, Term]]] = {}
        for subject, predicate, value in triples:
            by_subject = forward.get(predicate)
            if by_subject is None:
                by_subject = forward[predicate] = {}
            values = by_subject.get(subject)
            if values is None:
                values = by_subject[subject] = {}
            if type(value) is str or not value[2]:
                values[value] = value
            else:
                values.setdefault(canonical(value), value)
        self.forward: Mapping[str, Mapping[Term, Values]] = forward
        self.derived: dict[str, object] = {}
        self._backward: dict[str, Mapping[Term, Values]] = {}
        self._instances: dict[str, tuple[Term, ...]] = {}
        self._unions: dict[tuple[str, ...], tuple[Term, ...]] = {}
        self._subclasses: dict[str, frozenset[Term]] = {}

    def triples(self) -> Iterator[Triple]:
        """Yield the triples by predicate."""
        for predicate, by_subject in self.forward.items():
            for subject, values in by_subject.items():
                for value in values.values():
                    yield str(subject), predicate, value

    def objects(self, subject: Term, predicate: str) -> Values:
        """Return the objects of a subject."""
        return self.forward.get(predicate, {}).get(subject, NOTHING)

    def backward(self, predicate: str) -> Mapping[Term, Values]:
        """Return the subjects by the canonical term of their object."""
        found = self._backward.get(predicate)
        if found is None:
            made: dict[Term, dict[Term, Term]] = {}
            for subject, values in self.forward.get(predicate, {}).items():
                for key in values:
                    made.setdefault(key, {})[subject] = subject
            found = self._backward[predicate] = made
        return found

    def instances(self, wanted: str) -> tuple[Term, ...]:
        """Return the SHACL instances of a class (https://www.w3.org/TR/shacl/#dfn-shacl-instance)."""
        found = self._instances.get(wanted)
        if found is None:
            by_class = self.backward(RDF_TYPE)
            if _SUBCLASS in self.forward:
                kinds = sorted(self.subclasses(wanted), key=str)
                found = tuple(dict.fromkeys(node for kind in kinds for node in by_class.get(kind, NOTHING)))
            else:
                found = tuple(by_class.get(wanted, NOTHING))
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
        return not self.subclasses(wanted).isdisjoint(self.objects(node, RDF_TYPE))

    def subclasses(self, wanted: str) -> frozenset[Term]:
        """Return a class with all that are below it by rdfs:subClassOf."""
        found = self._subclasses.get(wanted)
        if found is None:
            reached: set[Term] = {wanted}
            if _SUBCLASS in self.forward:
                below = self.backward(_SUBCLASS)
                waiting: list[Term] = [wanted]
                while waiting:
                    new = below.get(waiting.pop(), NOTHING).keys() - reached
                    reached |= new
                    waiting += new
            found = self._subclasses[wanted] = frozenset(reached)
        return found

    @cached_property
    def predicates(self) -> Mapping[Term, tuple[str, ...]]:
        """The predicates of each subject."""
        made: dict[Term, list[str]] = {}
        for predicate, by_subject in self.forward.items():
            for subject in by_subject:
                made.setdefault(subject, []).append(predicate)
        return {subject: tuple(found) for subject, found in made.items()}
