"""A query that Oxigraph evaluates and writes out."""

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
)
from pyoxigraph import Store as Engine

from vocabsvc.model.sink import ByteSink


def evaluate(
    engine: Engine,
    text: str,
    media_type: str,
    default_graphs: list[str],
    named_graphs: list[str],
    sink: ByteSink,
    *,
    union: bool,
) -> None:
    """Write the answer to ``sink``; where no graph is given, ``union`` asks the union of all.

    Raises:
        SyntaxError: the text is no query; says at which line and column.
        ValueError: an IRI or a media type that cannot be.
        RuntimeError: the query fails while it runs.
        OSError: the database cannot be read, or the query wants the network.
    """
    graphs: list[NamedNode | BlankNode | DefaultGraph] = [_graph(iri) for iri in default_graphs]
    named: list[NamedNode | BlankNode] = [_graph(iri) for iri in named_graphs]
    given = bool(graphs or named)  # by the protocol, which overrides the query (SPARQL 1.1 Protocol §2.1.4)
    holder = [
        engine.query(
            text,
            use_default_graph_as_union=union and not given,
            default_graph=graphs if given else None,
            named_graphs=named if given else None,
        )
    ]
    _serialise(holder, media_type, sink)


def _graph(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise ValueError(f"not an IRI of a graph: {iri!r}") from error


def _serialise(holder: list[QuerySolutions | QueryBoolean | QueryTriples], media_type: str, sink: ByteSink) -> None:
    """Write results and let go of them: they die with their thread, so no traceback may carry them out of it."""
    results = holder.pop()
    try:
        if isinstance(results, QueryTriples):
            results.serialize(sink, format=RdfFormat.from_media_type(media_type))  # type: ignore[arg-type] # see below
        else:
            layout = QueryResultsFormat.from_media_type(media_type)
            results.serialize(sink, format=layout)  # type: ignore[arg-type] # any object with write() serves
    finally:
        del results
