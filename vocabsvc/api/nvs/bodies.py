"""Bodies of the façade: rendered nodes put together, piece by piece where they are many."""

from collections.abc import Iterable, Iterator
from itertools import chain

from vocabsvc.api.nvs.negotiation import Choice
from vocabsvc.formats.nvs_collection import collection_node
from vocabsvc.formats.nvs_context import CONTEXT
from vocabsvc.formats.nvs_jsonld import group_by_subject, plain_node
from vocabsvc.formats.nvs_nodes import in_language, narrowed
from vocabsvc.model.concept import Status
from vocabsvc.model.statement import Statement
from vocabsvc.services.nvs import NvsCollection
from vocabsvc.store.nodes import SEPARATOR, separated, uri_of

_TAIL = b"," + CONTEXT + b"}"
_GRAPH = b'{"@graph":['
_GRAPH_END = b"]" + _TAIL


def single(node: bytes, choice: Choice) -> bytes:
    """Return one node as a document: the object itself with its context."""
    return _shown(node, choice)[:-1] + _TAIL


def statements_document(uri: str, statements: tuple[Statement, ...]) -> bytes:
    """Return what is said of one thing as a document."""
    return plain_node(uri, group_by_subject(statements)).encode()[:-1] + _TAIL


def graph(nodes: Iterable[bytes]) -> Iterator[bytes]:
    """Yield nodes as a document."""
    yield _GRAPH
    yield from separated(nodes)
    yield _GRAPH_END


def with_neighbours(node: bytes, around: Iterable[Statement], choice: Choice) -> Iterator[bytes]:
    """Yield a concept, and after it those that state something of it, as a document."""
    subjects = group_by_subject(around)
    neighbours = (plain_node(uri, subjects).encode() for uri in subjects.said)
    return graph(_shown(one, choice) for one in chain((node,), neighbours))


def overview(collections: Iterable[NvsCollection], choice: Choice) -> Iterator[bytes]:
    """Yield collections without their members."""
    return (_head(one, choice) for one in collections)


def contents(collection: NvsCollection, status: Status | None, choice: Choice) -> Iterator[bytes]:
    """Yield the concepts of a collection and, after them, itself with the list of those; a scheme has no list."""
    yield _GRAPH
    empty = True
    for piece in _concepts(collection, status, choice):
        yield piece
        empty = False
    head = _head(collection, choice)
    if not collection.is_scheme:
        head = head[:-1] + b',"skos:member":['
    yield head if empty else SEPARATOR + head
    if not collection.is_scheme:
        yield from separated(b'{"@id":"' + uri_of(node).encode() + b'"}' for node in collection.each(status))
        yield b"]}"
    yield _GRAPH_END


def _concepts(collection: NvsCollection, status: Status | None, choice: Choice) -> Iterator[bytes]:
    if choice.languages or choice.profile.prefixes:
        return separated(_shown(node, choice) for node in collection.each(status))
    return collection.stream(status)


def _head(collection: NvsCollection, choice: Choice) -> bytes:
    node = collection_node(collection.uri, collection.statements, collection.vocabulary, choice.languages)
    return narrowed(node.encode(), choice.profile)


def _shown(node: bytes, choice: Choice) -> bytes:
    shown = in_language(node, choice.languages) if choice.languages else node
    return narrowed(shown, choice.profile)
