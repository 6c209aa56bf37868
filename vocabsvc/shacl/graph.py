"""A data graph, or a shapes graph, as dicts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Final, TypeAlias

from vocabsvc.shacl.terms import RDF_TYPE, RDFS, Term, Triple, canonical

Values: TypeAlias = Collection[Term]
"""Terms as written, each once, in the order they were found."""

Held: TypeAlias = Term | dict[Term, Term]
"""The one object of a subject and predicate, or several by what stands for each (``canonical``)."""

NOTHING: Final[Values] = ()
NOTHING_HELD: Final[Mapping[str, Held]] = {}
_EMPTY: Final[Mapping[Term, Term]] = MappingProxyType({})
_SUBCLASS: Final = f"{RDFS}subClassOf"


class Graph:
    """Triples by subject and predicate; other indexes are made when they are first asked for.

    Threads may share one: an index that two make at once is the same twice. A triple that is given twice counts
    once. What ``forward`` holds must not be changed. ``derived`` is where others keep what they make of it.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        # By subject first, as most data comes: so it is written, and later read, in one place after the other. By
        # predicate first, each triple would be far in memory from the one before, and from its subject's others.
        # Most subjects have one object of a predicate: a container for each would take more memory than all else.
        forward: dict[Term, dict[str, Held]] = {}
        predicates: dict[str, str] = {}
        before: str | None = None
        said: dict[str, Held] = {}
        for subject, written, value in triples:
            if subject != before:
                before = subject
                found = forward.get(subject)
                if found is None:
                    found = forward[subject] = {}
                said = found
            predicate = predicates.setdefault(written, written)  # readers make a new text each time; one is enough
            held = said.setdefault(predicate, value)
            if held is not value:
                _hold(said, predicate, held, value)
        self.forward: Mapping[Term, Mapping[str, Held]] = forward
        self.derived: dict[str, object] = {}
        self._predicates = predicates
        self._backward: dict[str, Mapping[Term, Term | list[Term]]] = {}
        self._instances: dict[str, tuple[Term, ...]] = {}
        self._subclasses: dict[Term, frozenset[Term]] = {}

    @property
    def predicates(self) -> Mapping[Term, Collection[str]]:
        """The predicates of each subject."""
        return self.forward

    def triples(self) -> Iterator[Triple]:
        """Yield the triples by subject."""
        for subject, said in self.forward.items():
            for predicate, held in said.items():
                for value in values_of(held):
                    yield str(subject), predicate, value

    def objects(self, subject: Term, predicate: str) -> Mapping[Term, Term]:
        """Return the objects of a subject by what stands for each (``canonical``)."""
        held = self.forward.get(subject, NOTHING_HELD).get(predicate)
        if held is None:
            return _EMPTY
        return held if isinstance(held, dict) else {canonical(held): held}

    def subjects(self, value: Term, predicate: str) -> Values:
        """Return the subjects of an object."""
        found = self._by_object(predicate).get(canonical(value))
        if found is None:
            return NOTHING
        return found if isinstance(found, list) else (found,)

    def subjects_of(self, predicate: str) -> Sequence[Term]:
        """Return the subjects that say anything with a predicate."""
        return self._by_predicate[predicate] if predicate in self._predicates else ()

    def objects_of(self, predicate: str) -> Iterator[Term]:
        """Yield what is said with a predicate, by subject."""
        for subject in self.subjects_of(predicate):
            yield from values_of(self.forward[subject][predicate])

    @cached_property
    def _by_predicate(self) -> Mapping[str, list[Term]]:
        made: dict[str, list[Term]] = {predicate: [] for predicate in self._predicates}
        for subject, said in self.forward.items():
            for predicate in said:
                made[predicate].append(subject)
        return made

    def _by_object(self, predicate: str) -> Mapping[Term, Term | list[Term]]:
        """Return the one subject, or several, by the canonical term of their object."""
        made = self._backward.get(predicate)
        if made is not None:
            return made
        made = {}
        for subject in self.subjects_of(predicate):
            held = self.forward[subject][predicate]
            for key in held if isinstance(held, dict) else (canonical(held),):
                found = made.setdefault(key, subject)
                if isinstance(found, list):
                    found.append(subject)
                elif found is not subject:
                    made[key] = [found, subject]
        self._backward[predicate] = made
        return made

    @property
    def has_subclasses(self) -> bool:
        """Whether any class is said to be below another."""
        return _SUBCLASS in self._predicates

    def instances(self, wanted: str) -> tuple[Term, ...]:
        """Return the SHACL instances of a class (https://www.w3.org/TR/shacl/#dfn-shacl-instance)."""
        found = self._instances.get(wanted)
        if found is None:
            kinds = sorted(self.subclasses(wanted), key=str)
            found = tuple(dict.fromkeys(node for kind in kinds for node in self.subjects(kind, RDF_TYPE)))
            self._instances[wanted] = found
        return found

    def is_instance(self, node: Term, wanted: str) -> bool:
        """Return whether a node is a SHACL instance of a class."""
        held = self.forward.get(node, NOTHING_HELD).get(RDF_TYPE)
        if held is None:
            return False
        if isinstance(held, dict):
            return not self.subclasses(wanted).isdisjoint(held)
        return held == wanted or held in self.subclasses(wanted)

    def subclasses(self, wanted: Term) -> frozenset[Term]:
        """Return a class with all that are below it by rdfs:subClassOf."""
        found = self._subclasses.get(wanted)
        if found is None:
            reached: set[Term] = {wanted}
            if self.has_subclasses:
                waiting: list[Term] = [wanted]
                while waiting:
                    new = set(self.subjects(waiting.pop(), _SUBCLASS)) - reached
                    reached |= new
                    waiting += new
            found = self._subclasses[wanted] = frozenset(reached)
        return found


def values_of(held: Held) -> Values:
    """Return the objects that a graph holds for a subject and predicate."""
    return held.values() if isinstance(held, dict) else (held,)


def _hold(said: dict[str, Held], predicate: str, held: Held, value: Term) -> None:
    """Add an object to those that a subject has."""
    if isinstance(held, dict):
        held.setdefault(canonical(value), value)
    elif (first := canonical(held)) != (other := canonical(value)):
        said[predicate] = {first: held, other: value}
