"""Requests of the SPARQL 1.1 Protocol, written by SPARQLWrapper."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.request import Request

from SPARQLWrapper import INSERT, POST, SELECT, SPARQLWrapper

from vocabsvc.store.remote.address import ServerAddress


@dataclass(frozen=True, slots=True)
class Question:
    """A query and its dataset; ``accept`` are the media types that can be read, ``more`` further parameters."""

    text: str
    accept: str
    default_graphs: Sequence[str] = ()
    named_graphs: Sequence[str] = ()
    more: Sequence[tuple[str, str]] = ()


class _Written(SPARQLWrapper):
    """SPARQLWrapper as the one who writes requests.

    It is not asked to send them: it opens a connection for each, has no retries, and puts the password of a
    Digest into an opener of the whole process. Nor is it shown the text, whose form it tells by patterns that a
    hostile query keeps busy.
    """

    def __init__(self, address: ServerAddress, text: str, form: str, accept: str) -> None:
        super().__init__(address.query, updateEndpoint=address.update or None)
        self.setMethod(POST)
        self.setOnlyConneg(True)
        self.addCustomHttpHeader("Accept", accept)
        self.addCustomHttpHeader("User-Agent", "vocabsvc")
        self.queryString, self.queryType = text, form

    def written(self) -> Request:
        return self._createRequest()


def query_request(address: ServerAddress, question: Question) -> Request:
    """Return a query as a form-encoded POST."""
    request = _Written(address, question.text, SELECT, question.accept)
    for graph in question.default_graphs:
        request.addParameter("default-graph-uri", graph)
    for graph in question.named_graphs:
        request.addParameter("named-graph-uri", graph)
    for name, value in question.more:
        request.addParameter(name, value)
    return request.written()


def update_request(address: ServerAddress, text: str) -> Request:
    """Return an update as a form-encoded POST."""
    return _Written(address, text, INSERT, "*/*").written()
