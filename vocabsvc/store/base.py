"""The questions that services may ask of what is loaded, whatever engine answers."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from vocabsvc.model.concept import Collection, Concept, ConceptRef, Link, Status
from vocabsvc.model.match import Facets, Hit, Page
from vocabsvc.model.sink import ByteSink
from vocabsvc.model.statement import Statement


@dataclass(frozen=True, slots=True)
class SparqlQuery:
    """A query and its dataset (SPARQL 1.1 Protocol §2.1.4).

    No graphs named, here or in the text, means the union of all.
    """

    text: str
    media_type: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryLimits:
    """What a public query may use; ``bytes`` and ``rows`` are of one answer, a row being a solution or a triple.

    ``memory`` is what one reader may hold, in bytes; ``readers`` answer at once, and ``waiting`` more queries wait
    for them, each for at most ``seconds``.
    """

    seconds: float = 30.0
    bytes: int = 200_000_000
    rows: int = 5_000_000
    memory: int = 1_000_000_000
    readers: int = 2
    waiting: int = 64


class AnswerStream(Protocol):
    """The bytes of an answer as they come; raising means that it broke off."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    async def __anext__(self) -> bytes: ...

    async def aclose(self) -> None:
        """Stop the query, unless it is over; closing again does nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer under way: ``head`` are its first bytes, ``rest`` what follows, or ``None`` where ``head`` is all.

    A ``rest`` that raises broke off: what came so far must not pass for the whole. One that is not read to its end
    must be closed, or the query goes on for nobody.
    """

    head: bytes
    rest: AnswerStream | None = None


class QueryEngine(Protocol):
    """Answers public queries apart from all else, and within limits."""

    async def start(self) -> None:
        """Be ready to answer; called once, in the event loop that the queries come from."""
        ...

    def begin(self, query: SparqlQuery) -> asyncio.Future[Answer]:
        """Begin to answer; what is raised, here or by the future, came before the first byte.

        To cancel the future is to drop the query.

        Raises:
            QueryRefused: syntax error, or the query fails while it runs.
            QueryInterrupted: it hit a limit.
            Overloaded: too many queries wait already.
            ServiceFault: the engine failed.
        """
        ...

    async def close(self) -> None:
        """Let answers under way end, which the deadline bounds, and leave nothing behind."""
        ...


class Store(Protocol):
    """Concepts and statements by IRI, and SPARQL."""

    def concept(self, uri: str) -> Concept | None:
        """Return a loaded concept with what its own vocabulary says of it.

        What is narrower is left out, since the index pages it: some groups state thousands.
        """
        ...

    def collections(self, vocabulary: str) -> tuple[Collection, ...]:
        """Return every skos:Collection that a vocabulary states, given its id as loaded, by IRI."""
        ...

    def refs(self, uris: Iterable[str]) -> Mapping[str, ConceptRef]:
        """Return short forms of those that are loaded concepts; the others are left out."""
        ...

    def statements_to(self, uri: str, predicates: Sequence[str]) -> tuple[Link, ...]:
        """Return what vocabularies state with these predicates about ``uri``; ``target`` is the subject."""
        ...

    def describe(self, uri: str) -> tuple[Statement, ...]:
        """Return what the vocabulary of a concept, scheme or collection says of it, as it was loaded.

        Blank nodes are described too; what is not loaded has no statements.
        """
        ...

    def statements(self, vocabulary: str) -> Iterator[Statement]:
        """Return all that a vocabulary says, given its id as loaded; those of one subject follow each other."""
        ...

    def classes(self, vocabulary: str) -> tuple[str, ...]:
        """Return the classes of everything that a vocabulary types, given its id as loaded, by IRI."""
        ...

    def stated(self, vocabulary: str, predicate: str, target: str = "") -> Iterator[Statement]:
        """Return what a vocabulary, given its id as loaded, says with a predicate; ``target`` is the object's IRI."""
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

    ``vocabularies`` and ``without`` are ids in any case. ``collection`` is the IRI of a skos:Collection that
    holds the concept, directly or through another. ``language`` asks for a label in it, ``broader`` for
    concepts directly below this IRI, stated from either side, ``below`` at any distance, ``unit`` for this
    unit's IRI, ``top`` for concepts that have nothing broader in their own vocabulary.
    """

    vocabularies: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    collection: str = ""
    status: Status | None = None
    language: str = ""
    broader: str = ""
    below: str = ""
    unit: str = ""
    top: bool = False


class Reading(NamedTuple):
    """Another wording of the text that was asked, and how it came about (``salinité = salinity``).

    ``text`` are folded words with a space between them. The reading is not ``sure`` where the text that was asked
    only resembles what it rewords: then it finds less than that text itself. ``place``, from 0, is how many likelier
    wordings there are in its language ``lang``, ``""`` where that is not known.
    """

    text: str
    via: str
    sure: bool = True
    lang: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A look-up; the last word may be unfinished. Hits by the text itself stand before those by a reading.

    ``preferred`` are ids of vocabularies, in any case, whose hits come first, in this order, among those that
    are found in the same way and are equally current. ``partial`` says that hits with half of the words are
    better than none. ``fallbacks`` gives wordings of something near, to be asked one
    after the other where the text and its readings find nothing; it is called only then.
    """

    text: str
    filters: Filters = Filters()
    limit: int = 20
    offset: int = 0
    readings: tuple[Reading, ...] = ()
    partial: bool = True
    preferred: tuple[str, ...] = ()
    fallbacks: Callable[[], Iterable[tuple[Reading, ...]]] = tuple


class TermIndex(Protocol):
    """Labels and order."""

    def search(self, request: SearchRequest) -> Page[Hit]:
        """Return the concepts that the text finds, best first; an empty or wordless text finds none."""
        ...

    def rendered(self, request: SearchRequest, languages: Sequence[str]) -> bytes:
        """Return the page of ``search`` as JSON, each label in the first of the languages that has one."""
        ...

    def facets(self, request: SearchRequest) -> Facets:
        """Return exact counts over all hits of a request, whatever its page."""
        ...

    def coded(self, code: str, vocabulary: str) -> tuple[ConceptRef, ...]:
        """Return the concepts with this notation, code or last step of the IRI, in any case.

        Where no vocabulary is named, those of auxiliary lists are returned only if no others have the code.
        """
        ...

    def labelled(self, label: str, vocabulary: str) -> tuple[ConceptRef, ...]:
        """Return the concepts with this whole label, those that prefer it first; vocabularies are as in ``coded``."""
        ...

    def similar(self, words: Sequence[str], vocabularies: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """Return the concepts that share most of the folded ``words``, by BM25, whatever else they say."""
        ...

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a folded word, in nats; highest where it is unknown."""
        ...

    def listed(self, filters: Filters, offset: int, limit: int) -> Page[ConceptRef]:
        """Return the concepts that pass the filters, in label order."""
        ...
