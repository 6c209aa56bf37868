"""A vocabulary laid out for the questions that checks ask."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from vocabsvc.checks.vocabulary.hierarchy import Hierarchy
from vocabsvc.checks.vocabulary.statements import Statements
from vocabsvc.formats.rdf import RdfDocument
from vocabsvc.model.concept import Concept, Link, Status
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DCTERMS, RDFS, SKOS


@dataclass(frozen=True, slots=True)
class CheckedVocabulary:
    """What is checked: the description, and the file as the model has it and as it was."""

    vocabulary: Vocabulary
    concepts: tuple[Concept, ...]
    document: RdfDocument


@dataclass(frozen=True, slots=True)
class KnownConcepts:
    """The concepts of everything that is loaded. ``namespaces`` are those that they stand in."""

    statuses: Mapping[str, Status]
    namespaces: frozenset[str]

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> "KnownConcepts":
        """Gather concepts, of as many vocabularies as there are."""
        statuses = {concept.uri: concept.status for concept in concepts}
        return cls(statuses, frozenset(map(namespace_of, statuses)))


def namespace_of(iri: str) -> str:
    """Return an IRI up to its last step: ``…/P02/current/`` for ``…/P02/current/CAPH/``."""
    end = len(iri) - 1
    return iri[: max(iri.rfind(sign, 0, end) for sign in "/#:") + 1]


class VocabularyView:
    """Built once for a vocabulary and read by all checks.

    ``known`` is ``None`` where nothing is said about other vocabularies, ``previous_count`` where there is no
    earlier edition.
    """

    def __init__(self, checked: CheckedVocabulary, known: KnownConcepts | None, previous_count: int | None) -> None:
        self.vocabulary = checked.vocabulary
        self.concepts = checked.concepts
        self.repaired_iris = checked.document.repaired_iris
        self.statements = Statements.of(checked.document.triples)
        self.previous_count = previous_count
        self._own = {concept.uri: concept for concept in checked.concepts}
        self._known = known or KnownConcepts.of(())

    @cached_property
    def links(self) -> tuple[tuple[Concept, Link], ...]:
        """Every statement of a concept that should lead to a concept.

        What rdfs:seeAlso leads to may be anything, so that it is left out.
        """
        return tuple((concept, link) for concept in self.concepts for link in _links(concept))

    @cached_property
    def unjudged_links(self) -> int:
        """How many links lead where nothing is loaded that could tell whether the concept exists."""
        return sum(not self.may_judge(link.target) for _, link in self.links)

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """The broader relations, stated from either side."""
        return Hierarchy.of(self.concepts)

    @cached_property
    def namespaces(self) -> frozenset[str]:
        """The namespaces that the vocabulary's own concepts stand in."""
        return frozenset(map(namespace_of, self._own))

    def holds(self, uri: str) -> bool:
        """Tell whether a concept is of this vocabulary, there or missing."""
        return uri in self._own or namespace_of(uri) in self.namespaces

    def may_judge(self, uri: str) -> bool:
        """Tell whether enough is loaded to say that a concept exists or does not."""
        return self.holds(uri) or namespace_of(uri) in self._known.namespaces

    def status(self, uri: str) -> Status | None:
        """Return the status of a concept, ``None`` where it is not loaded."""
        own = self._own.get(uri)
        return own.status if own else self._known.statuses.get(uri)

    def share_container(self, uri: str, other: str) -> bool:
        """Tell whether two concepts are of one scheme or collection, as far as the file tells."""
        containers, others = self.statements.containers_of(uri), self.statements.containers_of(other)
        return not containers or not others or not containers.isdisjoint(others)


def _links(concept: Concept) -> Iterator[Link]:
    for predicate, targets in (
        (f"{SKOS}broader", concept.broader),
        (f"{SKOS}narrower", concept.narrower),
        (f"{SKOS}related", (*concept.related, *concept.units)),
        (f"{DCTERMS}isReplacedBy", concept.replaced_by),
    ):
        for target in targets:
            yield Link(predicate, target)
    for link in concept.links:
        if link.predicate not in {f"{RDFS}seeAlso", f"{DCTERMS}isReplacedBy"}:
            yield link
