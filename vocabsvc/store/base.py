"""The questions that services may ask of what is loaded, whatever engine answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from vocabsvc.model.concept import Concept, ConceptRef, Link, Status
from vocabsvc.model.match import Facets, Hit, Page


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
class Filters:
    """What a hit must be; an empty field asks nothing.

    ``vocabularies`` and ``without`` are ids in any case. ``language`` asks for a label in it, ``below`` for
    concepts that have this IRI among their broader ones at any distance, ``unit`` for this unit's IRI.
    """

    vocabularies: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    status: Status | None = None
    language: str = ""
    below: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Another wording of the text that was asked, and how it came about (``salinité = salinity``).

    It is not ``sure`` where the text only resembles what it rewords: then it finds less than the text itself.
    """

    text: str
    via: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A look-up; the last word may be unfinished. Hits by the text itself stand before those by a reading.

    ``partial`` says that hits with half of the words are better than none.
    """

    text: str
    filters: Filters = Filters()
    limit: int = 20
    offset: int = 0
    readings: tuple[Reading, ...] = ()
    partial: bool = True


class TermIndex(Protocol):
    """Labels and order."""

    def search(self, request: SearchRequest) -> Page[Hit]:
        """Return the concepts that the text finds, best first; an empty or wordless text finds none."""
        ...

    def facets(self, request: SearchRequest) -> Facets:
        """Return exact counts over all hits of a request, whatever its page."""
        ...

    def coded(self, code: str, vocabulary: str) -> tuple[ConceptRef, ...]:
        """Return the concepts with this notation, code or last step of the IRI, in any case; all if ``""``."""
        ...

    def labelled(self, label: str, vocabulary: str) -> tuple[ConceptRef, ...]:
        """Return the concepts of a vocabulary with this whole label, those that prefer it first."""
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
