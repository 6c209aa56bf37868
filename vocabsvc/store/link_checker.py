"""Tries the addresses that records give: gently, once each, and never inside a private network."""

import ipaddress
import socket
import threading
import time
from collections.abc import Callable
from urllib.parse import SplitResult, urljoin, urlsplit

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import HTTPError

from vocabsvc.model.link import LinkAnswer

_SCHEMES = {"http": 80, "https": 443}
_REDIRECTS = {301, 302, 303, 307, 308}
_MOST_REDIRECTS = 5
_SECONDS = 10.0
_PAUSE_SECONDS = 1.0
_MOST_KEPT = 100_000
_HEADERS = {"User-Agent": "vocabsvc link check", "Accept": "*/*"}


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the Internet at large."""
    found = ipaddress.ip_address(address)
    return found.is_global and not found.is_multicast


class HttpLinkChecker:
    """A link checker over HTTP, which may be shared by threads.

    It asks by HEAD, and by GET where a server refuses that; it waits ``pause`` seconds between two requests to one
    host, and remembers every answer. Host names are resolved once per request and the connection is made to the
    address that was looked at, so that no name can lead into a network that ``allowed`` refuses.
    """

    def __init__(
        self,
        *,
        seconds: float = _SECONDS,
        pause: float = _PAUSE_SECONDS,
        allowed: Callable[[str], bool] = is_public,
    ) -> None:
        self._timeout = Timeout(connect=seconds, read=seconds)
        self._pause = pause
        self._allowed = allowed
        self._answers: dict[str, LinkAnswer | None] = {}
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def answer(self, address: str) -> LinkAnswer | None:
        """Return what an address answers, ``None`` where it is not tried: no HTTP, or a private network."""
        if address not in self._answers:
            if len(self._answers) >= _MOST_KEPT:
                self._answers.clear()
            self._answers[address] = self._follow(address)
        return self._answers[address]

    def _follow(self, address: str) -> LinkAnswer | None:
        for _ in range(_MOST_REDIRECTS + 1):
            parts = _split(address)
            if parts is None:
                return None
            try:
                target = self._target(parts)
                if target is None:
                    return None
                status, location = self._ask(parts, target)
            except (HTTPError, OSError, UnicodeError):
                return LinkAnswer(0, address)
            if status not in _REDIRECTS or not location:
                return LinkAnswer(status, address)
            address = urljoin(address, location)
        return LinkAnswer(0, address)

    def _target(self, parts: SplitResult) -> str | None:
        """Return an IP address of the host, ``None`` where one of them is not allowed."""
        port = parts.port or _SCHEMES[parts.scheme]
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
        return addresses[0] if addresses and all(map(self._allowed, addresses)) else None

    def _ask(self, parts: SplitResult, target: str) -> tuple[int, str]:
        host, port = parts.hostname or "", parts.port or _SCHEMES[parts.scheme]
        with _pool(parts.scheme, host, target, port, self._timeout) as pool:
            path = parts.path or "/"
            path += f"?{parts.query}" if parts.query else ""
            status, location = 0, ""
            for method in ("HEAD", "GET"):
                self._wait(host)
                response = pool.urlopen(
                    method,
                    path,
                    headers={**_HEADERS, "Host": parts.netloc.rpartition("@")[2]},
                    redirect=False,
                    retries=False,
                    preload_content=False,
                )
                status, location = response.status, response.headers.get("Location", "")
                response.close()
                if status < 400:
                    break
            return status, location

    def _wait(self, host: str) -> None:
        with self._lock:
            now = time.monotonic()
            begin = max(now, self._next.get(host, now))
            self._next[host] = begin + self._pause
        time.sleep(begin - now)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if usable else None


def _pool(scheme: str, host: str, target: str, port: int, timeout: Timeout) -> HTTPConnectionPool:
    """Return connections to ``target`` that are checked against the certificate of ``host``."""
    if scheme == "http":
        return HTTPConnectionPool(target, port, timeout=timeout)
    return HTTPSConnectionPool(target, port, timeout=timeout, server_hostname=host, assert_hostname=host)
