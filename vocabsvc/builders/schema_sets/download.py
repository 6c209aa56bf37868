"""One archive fetched from the address that was typed."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import responses
from pathlib import Path
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import parse_url

from vocabsvc import __version__
from vocabsvc.errors import InputTooLarge, InvalidRequest, UnreadableInput

_HEADERS = {
    "User-Agent": f"vocabsvc/{__version__}",
    "Accept": "application/zip, */*;q=0.5",
    "Accept-Encoding": "identity",
}
_TIMEOUT = Timeout(connect=15, read=60)
_MOST_REDIRECTS = 5
_CHUNK = 1 << 18
_OK = 200


def is_address(source: str) -> bool:
    """Tell an address from a path."""
    return "://" in source


@dataclass(frozen=True, slots=True)
class ArchiveDownload:
    """Fetches over http(s), once, at most ``most_bytes`` in at most ``most_seconds``."""

    most_bytes: int = 100_000_000
    most_seconds: float = 600.0
    clock: Callable[[], float] = time.monotonic
    pool: PoolManager = field(default_factory=PoolManager)

    def fetch(self, address: str, into: Path) -> None:
        """Write the body to a file.

        Raises:
            InvalidRequest: no http(s) address, or one with a user name.
            UnreadableInput: the server cannot be reached, refuses, or points to what is no such address.
            InputTooLarge: over the limit of bytes or time.
        """
        _check(address)
        try:
            response = self._open(address)
            try:
                self._receive(response, address, into)
            finally:
                response.close()
        except HTTPError as error:
            reason = str(error.args[0] if error.args else error).rpartition(": ")[2]
            raise UnreadableInput(reason, address) from error

    def _open(self, asked: str) -> BaseHTTPResponse:
        address = asked
        for _ in range(_MOST_REDIRECTS + 1):
            response = self.pool.request(
                "GET",
                address,
                headers=_HEADERS,
                redirect=False,
                retries=False,
                timeout=_TIMEOUT,
                preload_content=False,
                decode_content=False,
            )
            location = response.get_redirect_location()
            if not location:
                if response.status != _OK:
                    response.close()
                    phrase = f"{response.status} {responses.get(response.status, '')}".rstrip()
                    raise UnreadableInput(f"the server answers {phrase}", address)
                return response
            response.close()
            following = urljoin(address, location)
            secure = address.startswith("https:")
            try:
                _check(following)
            except InvalidRequest as error:
                raise UnreadableInput(f"points to {location!r}, which is no http(s) address", address) from error
            if secure and not following.startswith("https:"):
                raise UnreadableInput(f"points to {following}, which is not secure", address)
            address = following
        raise UnreadableInput("is redirected without end", asked)

    def _receive(self, response: BaseHTTPResponse, address: str, into: Path) -> None:
        begun, size = self.clock(), 0
        with into.open("wb") as file:
            while chunk := response.read1(_CHUNK, decode_content=False):
                size += len(chunk)
                if size > self.most_bytes:
                    raise InputTooLarge(f"{address}: more than {self.most_bytes:,} bytes")
                if self.clock() - begun > self.most_seconds:
                    raise InputTooLarge(f"{address}: takes longer than {self.most_seconds:.0f} seconds")
                file.write(chunk)


def _check(address: str) -> None:
    try:
        parts = parse_url(address)
        fine = parts.scheme in {"http", "https"} and bool(parts.host) and not parts.auth
    except LocationParseError:
        fine = False
    if not fine:
        raise InvalidRequest(f"{address!r} is not an http(s) address without a user name")
