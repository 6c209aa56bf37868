"""Short answers to queries, sent as soon as they are there (see ``vocabsvc.api.direct``)."""

import asyncio
from functools import partial

from starlette.types import Scope

from vocabsvc.api.direct import Reply, send_whole, simple_headers
from vocabsvc.api.sparql.asked import POSTED, Asked, media_type_of, read_asked, read_posted
from vocabsvc.api.sparql.endpoint import BEGUN, content_type
from vocabsvc.api.sparql.negotiation import choose_format, wants_page
from vocabsvc.api.sparql.router import asks_chance_or_time
from vocabsvc.formats.sparql import GRAPH_TYPES, answer_types, has_relative_iris, query_form
from vocabsvc.services.services import Services
from vocabsvc.store.base import Answer, SparqlQuery


def answer_sparql_directly(scope: Scope, body: bytes, reply: Reply) -> None:
    """Answer a query by GET or POST; leave to the application what is neither, refused, or long.

    Raises:
        VocabsvcError: the query is refused.
    """
    headers = simple_headers(scope)
    query = _query(scope, body, headers) if headers is not None else None
    if headers is None or query is None:
        reply.leave()
        return
    services: Services = scope["state"]["services"]
    kept = services.sparql.kept(query)
    if kept is not None:
        _send(scope, headers, query, kept, reply)
        return
    begun = services.sparql.begin(query)
    reply.stop = begun.cancel
    begun.add_done_callback(partial(_begun, scope, headers, query, reply))


def _query(scope: Scope, body: bytes, headers: dict[bytes, bytes]) -> SparqlQuery | None:
    accept = headers.get(b"accept", b"").decode("latin-1")
    asked = _asked(scope, body, headers, accept)
    if asked is None or len(asked.queries) != 1 or has_relative_iris(asked.query):
        return None
    text = asked.query
    media_type = choose_format(accept, asked.format, graph=answer_types(query_form(text)) is GRAPH_TYPES)
    if media_type is None:
        return None
    return SparqlQuery(text, media_type, asked.default_graphs, asked.named_graphs)


def _asked(scope: Scope, body: bytes, headers: dict[bytes, bytes], accept: str) -> Asked | None:
    if scope["method"] == "GET" and not wants_page(accept):
        return read_asked(scope["query_string"])
    if scope["method"] == "POST":
        kind = media_type_of(headers.get(b"content-type", b"").decode("latin-1"))
        return read_posted(kind, body, scope["query_string"]) if kind in POSTED else None
    return None


def _begun(
    scope: Scope, headers: dict[bytes, bytes], query: SparqlQuery, reply: Reply, begun: asyncio.Future[Answer]
) -> None:
    if begun.cancelled():
        return
    if begun.exception() is None and begun.result().rest is None:
        _send(scope, headers, query, begun.result(), reply)
    else:
        scope["state"][BEGUN] = begun
        reply.leave()


def _send(scope: Scope, headers: dict[bytes, bytes], query: SparqlQuery, answer: Answer, reply: Reply) -> None:
    kind = content_type(query.media_type)
    send_whole(reply, scope, headers, kind, answer.head, changes=asks_chance_or_time(scope))
