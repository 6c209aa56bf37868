"""Answers that are ready as soon as a request is read, with the bytes that the application would send.

They pass no middleware; so what middleware adds to an answer is added here, by the same functions.
"""

from collections.abc import Callable
from typing import Protocol

from starlette.types import Scope

from vocabsvc.api.conditional import validators
from vocabsvc.api.methods import OPEN
from vocabsvc.services.services import Services

Headers = list[tuple[bytes, bytes]]

_NOT_SIMPLE = frozenset(
    (b"if-none-match", b"if-modified-since", b"upgrade", b"x-forwarded-proto", b"x-forwarded-for", b"forwarded")
)
"""Headers whose meaning is left to the application and what stands around it."""


class Reply(Protocol):
    """See ``vocabsvc.serving.direct.Reply``."""

    stop: Callable[[], object] | None

    def send(self, headers: Headers, body: bytes, /) -> None:
        """Answer with status 200."""
        ...

    def leave(self) -> None:
        """Leave the request to the application."""
        ...


DirectAnswer = Callable[[Scope, bytes, Reply], None]
"""Is given a request, its whole body and what it is to use for the answer; what it raises is left to the application,
which comes to the same."""


def simple_headers(scope: Scope) -> dict[bytes, bytes] | None:
    """Return the headers of a request by name in lower case, or ``None`` where it is one for the application."""
    headers: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        headers[name] = headers[name] + b", " + value if name in headers else value
    return None if _NOT_SIMPLE.intersection(headers) else headers


def send_whole(
    reply: Reply, scope: Scope, headers: dict[bytes, bytes], media_type: bytes, body: bytes, *, changes: bool = False
) -> None:
    """Send an answer; without validators where it ``changes`` on the same data, or where nothing may be kept."""
    services: Services = scope["state"]["services"]
    sent = [(b"content-type", media_type), (b"content-length", b"%d" % len(body))]
    if not changes and scope["method"] == "GET":
        sent += validators(services, scope, headers)
    sent += OPEN
    reply.send(sent, body)
