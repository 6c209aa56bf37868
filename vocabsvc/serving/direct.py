"""Requests that are answered without ASGI.

A small answer costs as much again on its way through a task, messages and middleware. So uvicorn's protocol asks
first whether somebody answers an address directly. Whatever turns out not to be simple goes to the application, as
every other request does, and gets the same answer there. A request that differs from an earlier one in its first line
alone is not even parsed, unless it goes to the application (see ``recognition``).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from vocabsvc.serving.recognition import KnownHeads
from vocabsvc.serving.swap import Generation, Serving

_MOST_BODY = 50_000
"""Bytes of a request that are waited for here; uvicorn stops reading a little above."""

_STATE = "direct"


class Reply:
    """What becomes of one request: exactly one of ``send`` and ``leave`` is to be called, now or later.

    ``stop`` may be set to what ends the work when the client goes away; nothing needs to be called then.
    """

    __slots__ = ("_cycle", "_generation", "_protocol", "_scope", "stop")

    def __init__(
        self, protocol: "DirectProtocol", cycle: RequestResponseCycle | None, scope: Scope, generation: Generation
    ) -> None:
        self.stop: Callable[[], object] | None = None
        self._protocol = protocol
        self._cycle = cycle
        self._scope = scope
        self._generation = generation

    def send(self, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> None:
        """Answer with status 200; ``headers`` tell the length of the body, too."""
        protocol = self._protocol
        if protocol.reply is not self:  # the client is gone
            return
        self._generation.leave()
        protocol.reply = None
        protocol.respond(self._cycle, headers, body)

    def leave(self) -> None:
        """Leave the request to the application."""
        if self._protocol.reply is self:
            self._protocol.reply = None
            self._protocol.leave(self._cycle, self._scope, self._generation)

    def gone(self) -> None:
        """Stop, as the client went away."""
        self._generation.leave()
        if self.stop is not None:
            self.stop()


Answerer = Callable[[Scope, bytes, Reply], None]
"""Is given a request with its whole body and ``state.services``, and a reply to be used; what it raises is left to the
application, which begins anew. Of the scope it may read method, scheme, path, query string, headers and state."""


@dataclass(frozen=True, slots=True)
class DirectAnswers:
    """Who answers which path, and from what."""

    serving: Serving
    answerers: Mapping[str, Answerer]
    known: KnownHeads = field(default_factory=KnownHeads)

    def state(self) -> dict[str, "DirectAnswers"]:
        """Return what the application's lifespan is to yield, for the protocol to find."""
        return {_STATE: self}


@dataclass(frozen=True, slots=True)
class _Left:
    """What the application goes on with where a request was begun before it was parsed."""

    state: Mapping[str, Any]
    generation: Generation


class DirectProtocol(HttpToolsProtocol):
    """Asks the ``DirectAnswers`` of the application, where it has some, before the application itself."""

    reply: Reply | None = None
    _held: Callable[[], None] | None = None
    _between = True
    """Whether the parser is between two requests."""

    _recognised = b""
    """The request under way, if it was not parsed."""

    _later = b""
    """What came after it."""

    _left: _Left | None = None
    _stopping = False
    _quiet_since = 0.0

    def data_received(self, data: bytes) -> None:
        """Answer what is recognised, and have the rest parsed."""
        if self._recognised:
            self._later += data
            if len(self._later) > _MOST_BODY:
                self.flow.pause_reading()
        elif not (self._between and self._answer_recognised(data)):
            self._parse(data)

    def respond(self, cycle: RequestResponseCycle | None, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> None:
        """Send a whole answer; ``cycle`` is that of uvicorn, if the request was parsed."""
        lines = [b"HTTP/1.1 200 OK\r\n"]
        lines += [b"%b: %b\r\n" % header for header in (*self.server_state.default_headers, *headers)]
        kept = not self._stopping if cycle is None else cycle.keep_alive
        lines += (b"\r\n", body) if kept else (b"connection: close\r\n\r\n", body)
        self.transport.write(b"".join(lines))
        if not kept:
            self.transport.close()
        if cycle is None:
            self._go_on()
        else:
            cycle.response_started = cycle.response_complete = True
            self.on_response_complete()

    def leave(self, cycle: RequestResponseCycle | None, scope: Scope, generation: Generation) -> None:
        """Leave a request to the application."""
        if cycle is not None:
            self.apply(cycle, _Pinned(self.app, generation))
            return
        data, self._recognised, self._later = self._recognised + self._later, b"", b""
        self._left = _Left(scope["state"], generation)
        self.flow.resume_reading()
        self._parse(data)
        if self._left is not None:  # it was none, though it looked like one
            self._left = None
            generation.leave()

    def apply(self, cycle: RequestResponseCycle, app: Any) -> None:  # uvicorn's type is not ASGI's
        """Have the application answer."""
        super()._start_asgi_task(cycle, app)

    def _parse(self, data: bytes) -> None:
        alone = self._between
        super().data_received(data)
        direct = self._direct
        if direct is not None and alone and self._between and data.startswith(b"GET "):
            direct.known.learn(data, self.scope, direct.answerers)

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        if self._left is not None:
            left, self._left = self._left, None
            cycle.scope["state"].update(left.state)
            cycle.keep_alive = cycle.keep_alive and not self._stopping
            self.apply(cycle, _Pinned(app, left.generation))
            return
        direct = self._direct
        answerer = direct.answerers.get(cycle.scope["path"]) if direct is not None and app is self.app else None
        if direct is None or answerer is None or cycle.waiting_for_100_continue or self.flow.write_paused:
            super()._start_asgi_task(cycle, app)
        elif cycle.more_body:
            self._held = lambda: self._answer(cycle, dict(cycle.scope), answerer, direct.serving.current)
        else:
            self._answer(cycle, dict(cycle.scope), answerer, direct.serving.current)

    def on_message_begin(self) -> None:
        """Begin with a request."""
        self._between = False
        super().on_message_begin()

    def on_body(self, body: bytes) -> None:
        """Take a part of the body; one that is long is the application's."""
        super().on_body(body)
        if self._held is not None and len(self.cycle.body) > _MOST_BODY:
            self._held = None
            super()._start_asgi_task(self.cycle, self.app)

    def on_message_complete(self) -> None:
        """Answer what was only waiting for its body."""
        self._between = True
        super().on_message_complete()
        held, self._held = self._held, None
        if held is not None:
            held()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop what is answered."""
        super().connection_lost(exc)
        self._held = None
        self._recognised = self._later = b""
        if self.reply is not None:
            reply, self.reply = self.reply, None
            reply.gone()

    def shutdown(self) -> None:
        """End the connection, after the answer if there is one under way."""
        self._stopping = True
        if not self._recognised:
            super().shutdown()

    def timeout_keep_alive_handler(self) -> None:
        """Close the connection, unless it was used meanwhile; one timer for many requests is cheaper than one each."""
        left = self._quiet_since + self.timeout_keep_alive - self.loop.time()
        if left <= 0 and not self._recognised:
            super().timeout_keep_alive_handler()
        else:
            self._close_in(left if left > 0 else self.timeout_keep_alive)

    @property
    def _direct(self) -> DirectAnswers | None:
        return self.app_state.get(_STATE)

    @property
    def _is_free(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # as uvicorn begins
        return cycle is None or cycle.response_complete

    def _answer_recognised(self, data: bytes) -> bool:
        """Begin to answer a request that need not be parsed, if this is one, and tell whether it is."""
        direct = self._direct
        if direct is None or not self._is_free or self.flow.write_paused:
            return False
        found = direct.known.find(data)
        if found is None or self.limit_concurrency is not None or self.root_path:
            return False
        path, query, headers = found
        answerer = direct.answerers.get(path)
        if answerer is None:
            return False
        self._recognised = data
        scope: Scope = {
            "type": "http",
            "method": "GET",
            "scheme": self.scheme,
            "path": path,
            "query_string": query,
            "headers": headers,
            "state": {},
        }
        self._answer(None, scope, answerer, direct.serving.current)
        return True

    def _answer(
        self, cycle: RequestResponseCycle | None, scope: Scope, answerer: Answerer, generation: Generation
    ) -> None:
        generation.enter()
        scope["state"]["services"] = generation.services
        self.reply = reply = Reply(self, cycle, scope, generation)
        try:
            answerer(scope, b"" if cycle is None else bytes(cycle.body), reply)
        except Exception:  # noqa: BLE001 - it comes again in the application, which says what it is
            reply.leave()

    def _go_on(self) -> None:
        """Be ready for the next request, after one that was not parsed."""
        self._recognised = b""
        self.server_state.total_requests += 1
        self._quiet_since = self.loop.time()
        if self.timeout_keep_alive_task is None:
            self._close_in(self.timeout_keep_alive)
        if self._later and not self.transport.is_closing():
            later, self._later = self._later, b""
            self.flow.resume_reading()
            self.data_received(later)

    def _close_in(self, seconds: float) -> None:
        self.timeout_keep_alive_task = self.loop.call_later(seconds, self.timeout_keep_alive_handler)


class _Pinned:
    """The application, answering from services that were entered before."""

    def __init__(self, app: ASGIApp, generation: Generation) -> None:
        self._app = app
        self._generation = generation

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["state"]["generation"] = self._generation
        try:
            await self._app(scope, receive, send)
        finally:
            self._generation.leave()
