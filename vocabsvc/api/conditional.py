"""Conditional requests (RFC 9110 §13): what a client has already is not sent again.

An answer depends on the snapshot, the release and the request alone. So its entity tag is known before a
route runs, and a 304 costs a digest. This runs for every answer: headers are read once, as bytes. It leaves alone what
depends on more.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from hashlib import blake2b

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vocabsvc import __version__
from vocabsvc.services.services import Services

_DECIDING = (b"host", b"accept", b"accept-language", b"accept-profile")
"""Headers that an answer may depend on."""

_CONDITIONS = (b"if-none-match", b"if-modified-since")
_READ = frozenset((*_DECIDING, *_CONDITIONS))
_VARY = b"Accept, Accept-Language, Accept-Profile"

RawHeaders = list[tuple[bytes, bytes]]


class ConditionalRequests:
    """ASGI middleware for GET; an answer that states its own entity tag keeps it.

    ``depends_on_more`` tells whether an answer may change although snapshot, release and request are the same.
    """

    def __init__(self, app: ASGIApp, depends_on_more: Callable[[Scope], bool]) -> None:
        self._app = app
        self._depends_on_more = depends_on_more

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or self._depends_on_more(scope):
            await self._app(scope, receive, send)
            return
        services: Services = scope["state"]["services"]
        headers = _read(scope)
        stated = validators(services, scope, headers)
        condition = _Condition(headers, services.created)
        if condition.names(stated[0][1]):
            await send({"type": "http.response.start", "status": 304, "headers": stated})
            await send({"type": "http.response.body"})
            return
        await self._app(scope, receive, condition.watch(send, stated))


def validators(services: Services, scope: Scope, headers: Mapping[bytes, bytes]) -> RawHeaders:
    """Return the headers that say of which state an answer is, the entity tag first."""
    tag = _entity_tag(services.snapshot, scope, headers)
    return [(b"etag", tag), (b"last-modified", _http_date(services.created)), (b"vary", _VARY)]


class _Condition:
    """What one request makes its answer depend on."""

    def __init__(self, headers: dict[bytes, bytes], created: datetime) -> None:
        self._created = created.replace(microsecond=0)
        self._known: set[bytes] = set()
        self._since: datetime | None = None
        if b"if-none-match" in headers:
            tags = headers[b"if-none-match"].split(b",")
            self._known = {one.strip().removeprefix(b"W/") for one in tags} - {b""}
        if not self._known and b"if-modified-since" in headers:
            self._since = _moment(headers[b"if-modified-since"].decode("latin-1"))

    def names(self, tag: bytes) -> bool:
        """Tell whether the client names this entity tag; weak comparison (RFC 9110 §8.8.3.2)."""
        return tag.removeprefix(b"W/") in self._known

    def watch(self, send: Send, validators: RawHeaders) -> Send:
        """Add validators to an answer, or turn it into a 304 where the client has it already."""
        dropped = False

        async def watched(message: Message) -> None:
            nonlocal dropped
            if message["type"] == "http.response.start" and message["status"] == 200:
                stated = dict(message["headers"])
                vary = stated.get(b"vary", _VARY)
                missing = [one for one in validators if one[0] not in stated]
                message["headers"] = [*message["headers"], *missing]
                if vary != _VARY:
                    message["headers"] = [one for one in message["headers"] if one[0] != b"vary"]
                    message["headers"].append((b"vary", _merged(vary)))
                if self._is_known(stated.get(b"etag", validators[0][1])):
                    dropped = True
                    message["headers"] = [one for one in message["headers"] if one[0] != b"content-length"]
                    message["status"] = 304
            elif dropped:
                message = {**message, "body": b""}
            await send(message)

        return watched

    def _is_known(self, tag: bytes) -> bool:
        if self._known:
            return b"*" in self._known or self.names(tag)
        return self._since is not None and self._created <= self._since


def _read(scope: Scope) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        if name in _READ:
            found[name] = found[name] + b", " + value if name in found else value
    return found


def _entity_tag(snapshot: str, scope: Scope, headers: Mapping[bytes, bytes]) -> bytes:
    asked = f"{snapshot}\0{__version__}\0{scope['scheme']}\0{scope['path']}\0".encode()
    parts = (asked, scope["query_string"], *(headers.get(name, b"") for name in _DECIDING))
    return b'W/"%s"' % blake2b(b"\0".join(parts), digest_size=12).hexdigest().encode()


@lru_cache(maxsize=64)
def _merged(vary: bytes) -> bytes:
    names = (name.strip() for name in (vary + b"," + _VARY).split(b","))
    return b", ".join({name.lower(): name for name in names if name}.values())


@lru_cache(maxsize=1)
def _http_date(moment: datetime) -> bytes:
    return format_datetime(moment.replace(microsecond=0), usegmt=True).encode()


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None
