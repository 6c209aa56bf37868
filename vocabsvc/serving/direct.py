"""Requests that are answered without ASGI.

A small answer costs as much again on its way through a task, messages and middleware. So uvicorn's protocol asks
first whether somebody answers an address directly. Whatever turns out not to be simple goes to the application, as
every other request does, and gets the same answer there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from vocabsvc.serving.swap import Generation, Serving

_MOST_BODY = 50_000
"""Bytes of a request that are waited for here; uvicorn stops reading a little above."""

_STATE = "direct"


class Reply:
    """What becomes of one request: exactly one of ``send`` and ``leave`` is to be called, now or later.

    ``stop`` may be set to what ends the work when the client goes away; nothing needs to be called then.
    """

    __slots__ = ("_app", "_cycle", "_generation", "_protocol", "stop")

    def __init__(
        self, protocol: "DirectProtocol", cycle: RequestResponseCycle, app: ASGIApp, generation: Generation
    ) -> None:
        self.stop: Callable[[], object] | None = None
        self._protocol = protocol
        self._cycle = cycle
        self._app = app
        self._generation = generation

    def send(self, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> None:
        """Answer with status 200; ``headers`` tell the length of the body, too."""
        cycle = self._cycle
        if cycle.disconnected:
            return
        lines = [b"HTTP/1.1 200 OK\r\n"]
        for name, value in (*cycle.default_headers, *headers):
            lines += (name, b": ", value, b"\r\n")
        if not cycle.keep_alive:
            lines.append(b"connection: close\r\n")
        lines += (b"\r\n", body)
        cycle.transport.write(b"".join(lines))
        if not cycle.keep_alive:
            cycle.transport.close()
        cycle.response_started = cycle.response_complete = True
        self._generation.leave()
        self._protocol.reply = None
        self._protocol.on_response_complete()

    def leave(self) -> None:
        """Leave the request to the application."""
        self._protocol.reply = None
        self._protocol.apply(self._cycle, _Pinned(self._app, self._generation))

    def gone(self) -> None:
        """Stop, as the client went away."""
        self._generation.leave()
        if self.stop is not None:
            self.stop()


Answerer = Callable[[Scope, bytes, Reply], None]
"""Is given a request with its whole body and ``state.services``, and a reply to be used; what it raises is left to the
application, which begins anew."""


@dataclass(frozen=True, slots=True)
class DirectAnswers:
    """Who answers which path, and from what."""

    serving: Serving
    answerers: Mapping[str, Answerer]

    def state(self) -> dict[str, "DirectAnswers"]:
        """Return what the application's lifespan is to yield, for the protocol to find."""
        return {_STATE: self}


class DirectProtocol(HttpToolsProtocol):
    """Asks the ``DirectAnswers`` of the application, where it has some, before the application itself."""

    reply: Reply | None = None
    _held: Callable[[], None] | None = None

    def apply(self, cycle: RequestResponseCycle, app: Any) -> None:  # uvicorn's type is not ASGI's
        """Have the application answer."""
        super()._start_asgi_task(cycle, app)

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        direct: DirectAnswers | None = self.app_state.get(_STATE)
        answerer = direct.answerers.get(cycle.scope["path"]) if direct is not None and app is self.app else None
        if direct is None or answerer is None or cycle.waiting_for_100_continue or self.flow.write_paused:
            super()._start_asgi_task(cycle, app)
        elif cycle.more_body:
            self._held = lambda: self._answer(cycle, app, answerer, direct.serving.current)
        else:
            self._answer(cycle, app, answerer, direct.serving.current)

    def on_body(self, body: bytes) -> None:
        """Take a part of the body; one that is long is the application's."""
        super().on_body(body)
        if self._held is not None and len(self.cycle.body) > _MOST_BODY:
            self._held = None
            super()._start_asgi_task(self.cycle, self.app)

    def on_message_complete(self) -> None:
        """Answer what was only waiting for its body."""
        super().on_message_complete()
        held, self._held = self._held, None
        if held is not None:
            held()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop what is answered."""
        super().connection_lost(exc)
        self._held = None
        if self.reply is not None:
            self.reply.gone()
            self.reply = None

    def _answer(self, cycle: RequestResponseCycle, app: ASGIApp, answerer: Answerer, generation: Generation) -> None:
        generation.enter()
        scope: Scope = dict(cycle.scope)
        scope["state"]["services"] = generation.services
        self.reply = reply = Reply(self, cycle, app, generation)
        try:
            answerer(scope, bytes(cycle.body), reply)
        except Exception:  # noqa: BLE001 - it comes again in the application, which says what it is
            reply.leave()


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
