"""The questions that services may ask of what is loaded, whatever engine answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from vocabsvc.model.concept import Concept, ConceptRef, Link
from vocabsvc.model.match import Hit, Page


class ByteSink(Protocol):
    """Where an answer is written; raising from ``write`` stops a query that is emitting."""

    def write(self, data: bytes, /) -> int:
        """Take a piece of the answer and return its length."""
        ...

    def flush(self) -> None:
        """Do nothing, or pass on what was written."""
        ...


@dataclass(frozen=True, slots=True)
class SparqlQuery:
    """A query and its dataset (SPARQL 1.1 Protocol §2.1.4); no graphs named means the union of all."""

    text: str
    media_type: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class Store(Protocol):
    """Concepts and statements by IRI, and SPARQL."""

    def concept(self, uri: str) -> Concept | None:
        """Return a loaded concept with what its own vocabulary says of it."""
        ...

    def refs(self, uris: Iterable[str]) -> Mapping[str, ConceptRef]:
        """Return short forms of those that are loaded concepts; the others are left out."""
        ...

    def statements_to(self, uri: str, predicates: Sequence[str]) -> tuple[Link, ...]:
        """Return what vocabularies state with these predicates about ``uri``; ``target`` is the subject."""
        ...

    def answer(self, query: SparqlQuery, sink: ByteSink) -> None:
        """Write the answer to ``sink`` in ``query.media_type``.

        Raises:
            QueryRefused: syntax error, or the query fails while it runs.
        """
        ...


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A look-up; the last word may be unfinished. ``vocabularies`` are ids, empty for all."""

    text: str
    vocabularies: tuple[str, ...] = ()
    limit: int = 20
    offset: int = 0


class TermIndex(Protocol):
    """Labels and order."""

    def search(self, request: SearchRequest) -> Page[Hit]:
        """Return the concepts that the text finds, best first; an empty or wordless text finds none."""
        ...

    def similar(self, words: Sequence[str], vocabularies: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """Return the concepts that share most of the folded ``words``, by BM25, whatever else they say."""
        ...

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a folded word, in nats; highest where it is unknown."""
        ...

    def narrower(self, uri: str, offset: int, limit: int) -> Page[ConceptRef]:
        """Return loaded concepts that have ``uri`` as broader, stated from either side, in label order."""
        ...

    def members(self, vocabulary: str, offset: int, limit: int) -> Page[ConceptRef]:
        """Return the concepts of a vocabulary in label order."""
        ...
