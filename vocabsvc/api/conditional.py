"""Conditional requests (RFC 9110 §13): what a client has already is not sent again.

An answer depends on the snapshot, the release and the request alone. So its entity tag is known before a
route runs, and a 304 costs a digest.
"""

from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import blake2b

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vocabsvc import __version__
from vocabsvc.services import Services

_DECIDING = ("host", "accept", "accept-language", "accept-profile")
"""Headers that an answer may depend on."""

_VARY = ("Accept", "Accept-Language", "Accept-Profile")
_UNCACHED = "/health"


class ConditionalRequests:
    """ASGI middleware for GET; an answer that states its own entity tag keeps it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] == _UNCACHED:
            await self._app(scope, receive, send)
            return
        services: Services = scope["app"].state.services
        headers = Headers(scope=scope)
        condition = _Condition(headers, _entity_tag(services.fingerprint, scope, headers), services.created)
        if condition.is_met_by(condition.tag):
            await send({"type": "http.response.start", "status": 304, "headers": condition.raw_headers()})
            await send({"type": "http.response.body"})
            return
        await self._app(scope, receive, condition.watch(send))


class _Condition:
    """What one request makes its answer depend on."""

    def __init__(self, headers: Headers, tag: str, created: datetime) -> None:
        self.tag = tag
        self._created = created.replace(microsecond=0)
        self._known = {one.strip().removeprefix("W/") for one in headers.get("if-none-match", "").split(",")} - {""}
        self._since = None if self._known else _moment(headers.get("if-modified-since", ""))

    def is_met_by(self, tag: str) -> bool:
        """Tell whether the client names this entity tag; weak comparison (RFC 9110 §8.8.3.2)."""
        return tag.removeprefix("W/") in self._known

    def raw_headers(self) -> list[tuple[bytes, bytes]]:
        """Return the headers that a 304 repeats."""
        return MutableHeaders(self._headers()).raw

    def watch(self, send: Send) -> Send:
        """Add validators to an answer, or turn it into a 304 where the client has it already."""
        dropped = False

        async def watched(message: Message) -> None:
            nonlocal dropped
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                stated = [name.strip() for name in headers.get("vary", "").split(",") if name.strip()]
                headers["Vary"] = ", ".join({name.lower(): name for name in (*stated, *_VARY)}.values())
                for name, value in self._headers().items():
                    headers.setdefault(name, value)
                if self._is_known(headers):
                    dropped = True
                    del headers["content-length"]
                    message = {**message, "status": 304}
            elif dropped:
                message = {**message, "body": b""}
            await send(message)

        return watched

    def _is_known(self, headers: Headers) -> bool:
        if self._known:
            return "*" in self._known or self.is_met_by(headers["etag"])
        return self._since is not None and self._created <= self._since

    def _headers(self) -> dict[str, str]:
        return {
            "ETag": self.tag,
            "Last-Modified": format_datetime(self._created, usegmt=True),
            "Vary": ", ".join(_VARY),
        }


def _entity_tag(fingerprint: str, scope: Scope, headers: Headers) -> str:
    asked = (scope["scheme"], scope["path"], scope["query_string"].decode("latin-1"))
    parts = (fingerprint, __version__, *asked, *(headers.get(name, "") for name in _DECIDING))
    return f'W/"{blake2b(chr(0).join(parts).encode(), digest_size=12).hexdigest()}"'


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None
