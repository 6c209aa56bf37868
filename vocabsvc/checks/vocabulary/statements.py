"""What a file says that the model leaves out: schemes, collections, notes, empty labels."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from vocabsvc.namespaces import RDF, RDFS, SKOS

_TYPE = f"{RDF}type"
_SCHEME, _COLLECTION = f"{SKOS}ConceptScheme", f"{SKOS}Collection"
_LABELS = {f"{SKOS}{kind}": kind for kind in ("prefLabel", "altLabel", "hiddenLabel")}
_NOTES = frozenset(
    {
        *(f"{SKOS}{kind}" for kind in ("note", "changeNote", "editorialNote", "historyNote", "scopeNote")),
        f"{RDFS}comment",
    }
)
_INTO = {f"{SKOS}inScheme": False, f"{SKOS}topConceptOf": True}
"""From a concept to its scheme; true where the concept is a top concept of it."""
_HOLDS = {f"{SKOS}member": False, f"{SKOS}hasTopConcept": True}
"""The same from the side of the scheme or collection."""
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Statements:
    """``empty_labels`` are pairs of concept and kind (``altLabel``); ``noted`` has every subject with a SKOS note.

    ``schemes`` are the IRIs typed skos:ConceptScheme, ``collections`` those typed skos:Collection.
    ``top_concepts`` goes from scheme to concepts, ``containers`` from concept to schemes and collections,
    declared in the file or not, ``properties`` from a declared one to the predicates that it is described with.
    """

    empty_labels: tuple[tuple[str, str], ...]
    noted: frozenset[str]
    schemes: tuple[str, ...]
    collections: tuple[str, ...]
    top_concepts: Mapping[str, frozenset[str]]
    properties: Mapping[str, frozenset[str]]
    containers: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> "Statements":
        """Read the triples of one file, in one pass."""
        reading = _Reading()
        for triple in triples:
            if not isinstance(triple.object, Triple):
                reading.add(triple.subject, triple.predicate.value, triple.object)
        return reading.result()

    def containers_of(self, concept: str) -> frozenset[str]:
        """Return the schemes and collections that the file puts a concept in."""
        return self.containers.get(concept, _NOTHING)


class _Reading:
    """Statements in the making."""

    def __init__(self) -> None:
        self._empty_labels: list[tuple[str, str]] = []
        self._noted: set[str] = set()
        self._typed: dict[str, dict[str, None]] = {_SCHEME: {}, _COLLECTION: {}}
        self._top_concepts: dict[str, set[str]] = defaultdict(set)
        self._containers: dict[str, set[str]] = defaultdict(set)
        self._said: dict[str, set[str]] = defaultdict(set)

    def add(
        self, subject: NamedNode | BlankNode | Triple, predicate: str, target: Literal | NamedNode | BlankNode
    ) -> None:
        if not isinstance(subject, NamedNode):
            return
        if predicate in _LABELS:
            if not target.value.strip():
                self._empty_labels.append((subject.value, _LABELS[predicate]))
        elif predicate == _TYPE:
            self._typed.get(target.value, {})[subject.value] = None
        elif predicate in _INTO:
            self._put(subject.value, target.value, top=_INTO[predicate])
        elif predicate in _HOLDS:
            self._put(target.value, subject.value, top=_HOLDS[predicate])
        elif predicate in _NOTES:
            self._noted.add(subject.value)
        self._said[subject.value].add(predicate)

    def _put(self, concept: str, container: str, *, top: bool) -> None:
        self._containers[concept].add(container)
        if top:
            self._top_concepts[container].add(concept)

    def result(self) -> Statements:
        schemes, collections = tuple(self._typed[_SCHEME]), tuple(self._typed[_COLLECTION])
        return Statements(
            empty_labels=tuple(self._empty_labels),
            noted=frozenset(self._noted),
            schemes=schemes,
            collections=collections,
            top_concepts={uri: frozenset(concepts) for uri, concepts in self._top_concepts.items()},
            properties={uri: frozenset(self._said[uri]) for uri in (*schemes, *collections)},
            containers={uri: frozenset(containers) for uri, containers in self._containers.items()},
        )
