"""Getting the bytes behind an address, over connections that break and servers that are busy."""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from http.client import responses
from typing import NoReturn

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError, InvalidHeader, SSLError
from urllib3.util import Retry

from vocabsvc import __version__
from vocabsvc.builders.sync.links import next_link
from vocabsvc.builders.sync.part import Part, Representation
from vocabsvc.builders.sync.server import Server
from vocabsvc.errors import UnreadableInput

Received = Callable[[int, int | None], None]
"""Told how many bytes are there, and how many there will be where that is known."""

_HEADERS = {
    "User-Agent": f"vocabsvc/{__version__}",
    "Accept": "text/turtle",
    "Accept-Encoding": "gzip",
}
_CHUNK = 1 << 18
_MOST_REDIRECTS = 5
_LONGEST_WAIT = 120.0
_LENGTH = re.compile(r"[0-9]{1,18}")
_TIMEOUT = Timeout(connect=15, read=60)
_OK, _PARTIAL, _NOT_MODIFIED, _RANGE_NOT_SATISFIABLE, _TOO_MANY, _FAULT = 200, 206, 304, 416, 429, 500


@dataclass
class _TryAgain(Exception):
    """A fault that may pass; ``after`` is how many seconds the server asks to wait."""

    reason: str
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Download:
    """Downloads from one server, each address as often as there are ``waits`` (seconds) and once more.

    More than ``most_bytes`` are refused: far more than the largest collection has.
    """

    server: Server
    pause: Callable[[float], None] = time.sleep
    waits: Sequence[float] = (1, 2, 4, 8, 16)
    most_bytes: int = 2_000_000_000
    pool: PoolManager = field(default_factory=PoolManager)

    def fetch(self, part: Part, conditions: Mapping[str, str], received: Received) -> bool:
        """Complete a part; ``False`` if the server says that by the ``conditions`` there is nothing new.

        However it ends, the part has all the bytes that may be of use to the next call.

        Raises:
            UnreadableInput: the server refuses, points elsewhere, sends too much, or all attempts failed.
        """
        for wait in (*self.waits, None):
            try:
                return self._attempt(part, conditions, received)
            except _TryAgain as fault:
                if wait is None or fault.after > _LONGEST_WAIT:
                    self._give_up(part, fault)
                self.pause(max(wait, fault.after))
        raise AssertionError("the last attempt returns or raises")  # pragma: no cover

    def _attempt(self, part: Part, conditions: Mapping[str, str], received: Received) -> bool:
        asked = part.conditions if part.complete else {**conditions, **part.conditions}
        address = part.representation.address
        try:
            with closing(self._open(address, {**_HEADERS, **asked})) as response:
                if response.status == _NOT_MODIFIED and asked.keys() & {"If-None-Match", "If-Modified-Since"}:
                    return part.complete
                self._place(response, part)
                self._receive(response, part, received)
        except SSLError as error:
            raise UnreadableInput(f"no secure connection: {_cause(error)}", address) from error
        except HTTPError as error:
            raise _TryAgain(_cause(error)) from error
        return True

    def _open(self, address: str, headers: Mapping[str, str]) -> BaseHTTPResponse:
        asked = address
        for _ in range(_MOST_REDIRECTS + 1):
            response = self.pool.request(
                "GET",
                address,
                headers=headers,
                redirect=False,
                retries=False,
                timeout=_TIMEOUT,
                preload_content=False,
                decode_content=False,
            )
            location = response.get_redirect_location()
            if not location:
                return response
            response.close()
            address = self.server.resolve(address, location)
        raise UnreadableInput("is redirected without end", asked)

    def _place(self, response: BaseHTTPResponse, part: Part) -> None:
        """Make the part ready for the body of an answer."""
        status, said = response.status, self._described(response, part.representation.address)
        if status == _OK:
            part.begin(said)
        elif status == _PARTIAL:
            if not part.continues(said, response.headers.get("Content-Range", "")):
                part.discard()
                raise _TryAgain("the server mixes versions")
        elif status == _RANGE_NOT_SATISFIABLE:
            part.discard()
            raise _TryAgain(_phrase(status))
        elif status == _TOO_MANY or status >= _FAULT:
            raise _TryAgain(_phrase(status), _retry_after(response))
        else:
            raise UnreadableInput(f"the server answers {_phrase(status)}", said.address)

    def _described(self, response: BaseHTTPResponse, address: str) -> Representation:
        headers = response.headers
        length, following = headers.get("Content-Length", ""), next_link(headers.get("Link", ""))
        return Representation(
            address,
            etag=headers.get("ETag", ""),
            last_modified=headers.get("Last-Modified", ""),
            length=int(length) if _LENGTH.fullmatch(length) else None,
            media_type=headers.get("Content-Type", "").partition(";")[0].strip().lower(),
            encoding=headers.get("Content-Encoding", "").strip().lower(),
            next=self.server.resolve(address, following) if following else "",
        )

    def _receive(self, response: BaseHTTPResponse, part: Part, received: Received) -> None:
        length, size = part.representation.length, part.size
        with part.open() as file:
            while chunk := response.read1(_CHUNK, decode_content=False):
                file.write(chunk)
                file.flush()  # so that it is there whatever happens next
                size += len(chunk)
                received(size, length)
                if size > self.most_bytes:
                    part.discard()
                    raise UnreadableInput(f"more than {self.most_bytes:,} bytes", part.representation.address)
        if length not in {None, part.finish()}:
            raise _TryAgain(f"cut after {size:,} of {length:,} bytes")

    def _give_up(self, part: Part, fault: _TryAgain) -> NoReturn:
        attempts = len(self.waits) + 1
        after = f"asks to wait {fault.after:.0f} seconds" if fault.after > _LONGEST_WAIT else f"{attempts} attempts"
        raise UnreadableInput(f"{fault.reason} ({after})", part.representation.address)


def _phrase(status: int) -> str:
    return f"{status} {responses.get(status, '')}".rstrip()


def _cause(error: HTTPError) -> str:
    """Return the innermost reason, without the names of Python objects before it."""
    return str(error.args[0] if error.args else error).rpartition(": ")[2]


def _retry_after(response: BaseHTTPResponse) -> float:
    try:
        return Retry().get_retry_after(response) or 0.0
    except InvalidHeader:
        return 0.0
