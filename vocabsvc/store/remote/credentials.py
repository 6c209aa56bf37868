"""User and password as a server wants them: Basic (RFC 7617) or Digest (RFC 7616), told from its challenge."""

import base64
import threading
from urllib.request import AbstractDigestAuthHandler, HTTPPasswordMgr, Request, parse_http_list, parse_keqv_list

from vocabsvc.errors import ServiceFault


class Credentials:
    """Answers the challenges of a server. A challenge is kept, so that only the first request is sent twice."""

    def __init__(self, user: str, password: str) -> None:
        self._user = user
        self._password = password
        self._challenges: dict[str, tuple[str, dict[str, str]]] = {}
        self._passwords = HTTPPasswordMgr()
        self._digest = AbstractDigestAuthHandler(self._passwords)
        self._lock = threading.Lock()

    def header(self, request: Request) -> str:
        """Return the ``Authorization`` of a request, or ``""`` while its address has not asked for one."""
        scheme, challenge = self._challenges.get(request.full_url, ("", {}))
        if scheme == "basic":
            pair = f"{self._user}:{self._password}".encode()
            return f"Basic {base64.b64encode(pair).decode('ascii')}"
        if scheme == "digest":
            with self._lock:  # it counts the uses of a nonce
                answer = self._digest.get_authorization(request, challenge)
            return f"Digest {answer}" if answer else ""
        return ""

    def challenged(self, request: Request, challenge: str) -> bool:
        """Take note of a 401; tell whether there is something to answer it with.

        Raises:
            ServiceFault: a scheme that is not known here.
        """
        if not self._user:
            return False
        scheme, _, rest = challenge.partition(" ")
        if scheme.lower() not in {"basic", "digest"}:
            raise ServiceFault(f"the SPARQL server wants credentials in a way that is not known here: {scheme!r}")
        fields = parse_keqv_list([part for part in parse_http_list(rest) if "=" in part])
        with self._lock:
            if scheme.lower() == "digest":
                self._passwords.add_password(fields.get("realm", ""), request.full_url, self._user, self._password)
            self._challenges[request.full_url] = (scheme.lower(), fields)
        return True
