"""What is above and below a concept inside its own vocabulary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.errors import InvalidRequest, UnknownName
from vocabsvc.formats.identifier import iri_spellings, read_iri
from vocabsvc.model.concept import Concept, ConceptRef
from vocabsvc.namespaces import SKOS
from vocabsvc.services.paging import MOST_ITEMS
from vocabsvc.store.base import Filters, Store, TermIndex


@dataclass(frozen=True, slots=True)
class Branch:
    """A concept in a hierarchy, and the IRIs of what is directly above or below it there."""

    concept: ConceptRef
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Child:
    """A concept below another, and whether there is more below it."""

    concept: ConceptRef
    has_children: bool


class Hierarchy:
    """Answers from one snapshot; a link may be stated from either end, and a cycle does no harm.

    ``vocabulary`` is an id as loaded. A concept of another vocabulary is unknown here: every method that is asked
    about one concept raises ``UnknownName`` where the vocabulary has no such concept. ``uri`` may be written with
    http or https, with or without the final slash.
    """

    def __init__(self, store: Store, index: TermIndex) -> None:
        self._store = store
        self._index = index

    def find(self, vocabulary: str, uri: str) -> Concept:
        """Return a concept of a vocabulary, of any where it is ``""``."""
        try:
            spellings = iri_spellings(read_iri(uri))
        except InvalidRequest:
            spellings = ()
        for spelling in spellings:
            concept = self._store.concept(spelling)
            if concept is not None and vocabulary in {"", concept.vocabulary}:
                return concept
        raise UnknownName(f"unknown concept <{uri}>")

    def ref(self, uri: str) -> ConceptRef:
        """Return the short form of a concept of any vocabulary; one that is not loaded has no vocabulary."""
        return self._store.refs([uri]).get(uri) or ConceptRef(uri, "", "", ())

    def broader(self, vocabulary: str, uri: str) -> tuple[ConceptRef, ...]:
        """Return what is directly above a concept."""
        return self._above(self.find(vocabulary, uri))

    def narrower(self, vocabulary: str, uri: str) -> tuple[ConceptRef, ...]:
        """Return what is directly below a concept, in label order."""
        return tuple(self._below(vocabulary, self.find(vocabulary, uri).uri))

    def related(self, vocabulary: str, uri: str) -> tuple[ConceptRef, ...]:
        """Return what a concept is related to."""
        return self._inside(vocabulary, self.find(vocabulary, uri).related)

    def children(self, vocabulary: str, uri: str) -> tuple[Child, ...]:
        """Return what is directly below a concept, in label order."""
        return tuple(self._children(vocabulary, self._below(vocabulary, self.find(vocabulary, uri).uri)))

    def tops(self, vocabulary: str) -> Iterator[Child]:
        """Yield the concepts with nothing above them, in label order."""
        return self._children(vocabulary, self._every(Filters((vocabulary,), top=True)))

    def ancestors(self, vocabulary: str, uri: str, limit: int) -> Mapping[str, Branch]:
        """Return a concept and everything above it, nearest first, by IRI; at most ``limit``."""
        start = self.find(vocabulary, uri)
        found: dict[str, Branch] = {}
        waiting = [start]
        for concept in waiting:
            if len(found) == limit:
                break
            above = self._above(concept)
            found[concept.uri] = Branch(concept.ref(), tuple(ref.uri for ref in above))
            known = {one.uri for one in waiting}
            further = (self._store.concept(ref.uri) for ref in above if ref.uri not in known)
            waiting += (one for one in further if one is not None)
        return found

    def descendants(self, vocabulary: str, uri: str, limit: int) -> Mapping[str, Branch]:
        """Return a concept and everything below it, nearest first, by IRI; at most ``limit``."""
        start = self.find(vocabulary, uri).ref()
        found: dict[str, Branch] = {}
        waiting = {start.uri: start}
        while waiting and len(found) < limit:
            ref = waiting.pop(next(iter(waiting)))
            below = list(self._below(vocabulary, ref.uri))
            found[ref.uri] = Branch(ref, tuple(one.uri for one in below))
            waiting |= {one.uri: one for one in below if one.uri not in found}
        return found

    def below(self, uri: str, vocabularies: Sequence[str]) -> frozenset[str]:
        """Return the IRIs of everything below a concept at any distance, in any of the vocabularies."""
        return frozenset(ref.uri for ref in self._every(Filters(tuple(vocabularies), below=uri)))

    def _above(self, concept: Concept) -> tuple[ConceptRef, ...]:
        stated_above = (link.target for link in self._store.statements_to(concept.uri, (f"{SKOS}narrower",)))
        return self._inside(concept.vocabulary, (*concept.broader, *stated_above))

    def _below(self, vocabulary: str, uri: str) -> Iterator[ConceptRef]:
        return self._every(Filters((vocabulary,), broader=uri))

    def _children(self, vocabulary: str, refs: Iterable[ConceptRef]) -> Iterator[Child]:
        for ref in refs:
            yield Child(ref, self._index.listed(Filters((vocabulary,), broader=ref.uri), 0, 1).total > 0)

    def _inside(self, vocabulary: str, uris: Iterable[str]) -> tuple[ConceptRef, ...]:
        refs = self._store.refs(dict.fromkeys(uris))
        return tuple(ref for ref in refs.values() if ref.vocabulary == vocabulary)

    def _every(self, filters: Filters) -> Iterator[ConceptRef]:
        offset, total = 0, 1
        while offset < total:
            page = self._index.listed(filters, offset, MOST_ITEMS)
            yield from page.items
            offset, total = offset + MOST_ITEMS, page.total
