"""Where a SPARQL server is asked, and who asks."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from vocabsvc.errors import InvalidRequest


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Addresses of one server; ``update`` and ``graph_store`` are empty where nothing is loaded into it.

    An empty ``user`` asks without credentials. ``timeout`` is in seconds, of one question.

    Raises:
        InvalidRequest: an address that is not http(s), or that holds credentials.
    """

    query: str
    update: str = ""
    graph_store: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 30.0

    def __post_init__(self) -> None:
        for address in filter(None, (self.query, self.update, self.graph_store)):
            _check(address)


def _check(address: str) -> None:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidRequest(f"not the address of a SPARQL server: {error}") from error
    if parts.username is not None or parts.password is not None:
        raise InvalidRequest("credentials of a SPARQL server do not belong in its address: see docs/scaling.md")
    if parts.scheme not in {"http", "https"} or not host:
        raise InvalidRequest(f"not the address of a SPARQL server: {address!r}")
