"""One SPARQL server over HTTP: kept connections, retries, credentials, faults told apart."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Self
from urllib.parse import quote
from urllib.request import Request

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ProtocolError,
)
from urllib3.exceptions import TimeoutError as HttpTimeoutError

from vocabsvc.errors import ServiceFault, StoreUnreachable
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.remote.credentials import Credentials
from vocabsvc.store.remote.request import Question, query_request, update_request

_CONNECT_SECONDS = 5.0
_CONNECTIONS = 16
_FIRST_PAUSE_SECONDS = 0.1
_ATTEMPTS = 4
_BUSY = {502, 503, 504}
_REASON_CHARACTERS = 300
_PIECE_BYTES = 65_536
_UPDATE_SECONDS = 3600.0  # a switch of large graphs is one request
_MOMENTARY = re.compile(r"\bSR17[12]\b")
"""Virtuoso's numbers of a transaction that timed out waiting, or was the victim of a deadlock."""


class ServerRefusal(ServiceFault):
    """The server answered with a status that says no; ``status`` is that, the text its first line."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"the SPARQL server answers {status}: {reason}")
        self.status = status
        self.reason = reason

    @property
    def was_rolled_back(self) -> bool:
        """Whether Virtuoso gave the transaction up for reasons of the moment; the same may go through later."""
        return _MOMENTARY.search(self.reason) is not None


class ServerTimeout(StoreUnreachable):
    """The server did not answer in time."""


class Reply:
    """A successful answer under way; leave it (``with``) read to its end, or its connection is closed."""

    def __init__(self, response: BaseHTTPResponse, deadline: float) -> None:
        self._response = response
        self._deadline = deadline
        self._ended = False

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, by name in any case."""
        return self._response.headers

    def read(self, size: int) -> bytes:
        """Return at most ``size`` bytes, none at the end.

        Raises:
            ServerTimeout: the deadline passed.
            StoreUnreachable: the connection broke, so what was read is no answer.
        """
        if time.monotonic() > self._deadline:
            raise ServerTimeout("the SPARQL server did not finish its answer in time")
        try:
            data = self._response.read1(size, decode_content=True)
        except HttpTimeoutError as error:
            raise ServerTimeout("the SPARQL server did not finish its answer in time") from error
        except (HTTPError, OSError) as error:
            raise StoreUnreachable(f"the SPARQL server broke off its answer: {error}") from error
        self._ended = not data
        return data

    def read_out(self) -> None:
        """Read what is left; an answer left unread may keep locks in the server. Raises as ``read``."""
        while self.read(_PIECE_BYTES):
            pass

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._ended:
            self._response.release_conn()
        else:
            self._response.close()


class Connection:
    """Asks and updates one server; may be used by several threads at once."""

    def __init__(self, address: ServerAddress, pause: Callable[[float], None] = time.sleep) -> None:
        self._address = address
        self._pause = pause
        self._credentials = Credentials(address.user, address.password)
        self._pool = PoolManager(maxsize=_CONNECTIONS, retries=False)
        self.is_virtuoso = False

    def query(self, question: Question, seconds: float | None = None) -> Reply:
        """Ask, again with growing pauses where the connection is lost or the server is busy.

        Raises:
            ServerRefusal: it answers with another status than 200.
            ServerTimeout: nothing came within ``seconds``.
            StoreUnreachable: it cannot be reached.
        """
        within = seconds or self._address.timeout
        if self.is_virtuoso:  # others have units of their own for it
            question = replace(question, more=[*question.more, ("timeout", f"{within * 1000:.0f}")])
        return self._send(query_request(self._address, question), within, repeatable=True)

    def update(self, text: str, *, repeatable: bool) -> None:
        """Run an update; one that does the same when it is run twice is ``repeatable``.

        Raises:
            ServerRefusal: it is refused.
            StoreUnreachable: the server cannot be reached; what is not repeatable may have run or not.
        """
        with self._send(update_request(self._address, text), _UPDATE_SECONDS, repeatable=repeatable) as reply:
            reply.read_out()

    def upload(self, graph: str, n_triples: bytes) -> None:
        """Add to a graph (SPARQL 1.1 Graph Store HTTP Protocol §5.5); without blank nodes it is repeatable.

        Raises:
            ServerRefusal: it is refused.
            StoreUnreachable: the server cannot be reached.
        """
        address = f"{self._address.graph_store}?graph={quote(graph, safe='')}"
        headers = {"Content-Type": "application/n-triples", "User-Agent": "vocabsvc"}
        with self._send(Request(address, n_triples, headers), _UPDATE_SECONDS, repeatable=True) as reply:  # noqa: S310 - checked
            reply.read_out()

    def close(self) -> None:
        """Close the connections that are kept."""
        self._pool.clear()

    def _send(self, request: Request, seconds: float, *, repeatable: bool) -> Reply:
        deadline = time.monotonic() + seconds
        for attempt in range(_ATTEMPTS):
            last = attempt == _ATTEMPTS - 1
            try:
                response = self._authorised(request, seconds)
            except (ConnectTimeoutError, NewConnectionError, ProtocolError) as error:
                # What was not sent may be sent again whatever it is.
                if last or not (repeatable or isinstance(error, ConnectTimeoutError | NewConnectionError)):
                    raise StoreUnreachable(f"the SPARQL server cannot be reached: {_reason(error)}") from error
            except HttpTimeoutError as error:
                raise ServerTimeout(f"the SPARQL server did not answer within {seconds:g} s") from error
            except HTTPError as error:
                raise StoreUnreachable(f"the SPARQL server cannot be reached: {_reason(error)}") from error
            else:
                if response.status not in _BUSY or last or not repeatable:
                    return _checked(response, deadline)
                response.drain_conn()
                response.release_conn()
            self._pause(_FIRST_PAUSE_SECONDS * 4**attempt)
        raise AssertionError("unreachable: the last attempt returns or raises")

    def _authorised(self, request: Request, seconds: float) -> BaseHTTPResponse:
        response = self._once(request, seconds)
        if response.status == 401 and self._credentials.challenged(
            request, response.headers.get("www-authenticate", "")
        ):
            response.drain_conn()
            response.release_conn()
            response = self._once(request, seconds)
        self.is_virtuoso = response.headers.get("server", "").startswith("Virtuoso")
        return response

    def _once(self, request: Request, seconds: float) -> BaseHTTPResponse:
        headers = dict(request.header_items())
        if authorization := self._credentials.header(request):
            headers["Authorization"] = authorization
        body = request.data
        assert isinstance(body, bytes)  # noqa: S101 - every request here is a POST
        return self._pool.request(
            "POST",
            request.full_url,
            body=body,
            headers=headers,
            preload_content=False,
            redirect=False,
            timeout=Timeout(connect=_CONNECT_SECONDS, read=seconds),
        )


def _checked(response: BaseHTTPResponse, deadline: float) -> Reply:
    reply = Reply(response, deadline)
    if 200 <= response.status < 300:
        return reply
    with reply:
        first = reply.read(_REASON_CHARACTERS).decode(errors="replace").strip().partition("\n")[0]
    if response.status in {401, 403}:
        raise ServerRefusal(response.status, "it does not take these credentials for this")
    if 300 <= response.status < 400:
        raise ServerRefusal(response.status, f"it is elsewhere, at {response.headers.get('location', '')!r}")
    if response.status in _BUSY:
        raise StoreUnreachable(f"the SPARQL server answers {response.status}: {first}")
    told = "" if first.startswith("<") else first  # a page for people
    raise ServerRefusal(response.status, told or response.reason or "")


def _reason(error: Exception) -> str:
    return str(error.__cause__ or error).partition("\n")[0]
