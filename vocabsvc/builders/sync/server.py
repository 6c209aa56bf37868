"""The server that collections are taken from, and which addresses are its own."""

from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from vocabsvc.errors import InvalidRequest, UnreadableInput

_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Server:
    """A server with the addresses of NVS (``{base}/collection/P01/current/``)."""

    base: Url

    @classmethod
    def parse(cls, address: str) -> "Server":
        """Read the address that was typed.

        Raises:
            InvalidRequest: not an http(s) address, or one with a user name, a query or a fragment.
        """
        try:
            base = parse_url(address.rstrip("/"))
        except LocationParseError:
            base = Url()
        if base.scheme not in _DEFAULT_PORTS or not base.host or base.auth or base.query or base.fragment:
            raise InvalidRequest(f"{address!r} is not the address of a server, like https://vocab.nerc.ac.uk")
        return cls(base)

    def collection(self, vocabulary: str) -> str:
        """Return the address of a collection with all its concepts, in Turtle."""
        return f"{self.base}/collection/{vocabulary}/current/?_profile=nvs&_mediatype=text/turtle"

    def resolve(self, address: str, reference: str) -> str:
        """Return the address that an answer from ``address`` points to.

        Raises:
            UnreadableInput: it is not on this server: another scheme (but https for http), host or port.
        """
        try:
            target = urljoin(address, reference)
            mine = self._holds(parse_url(target))
        except ValueError as error:
            raise UnreadableInput(f"points to {reference!r}, which is no address", address) from error
        if not mine:
            raise UnreadableInput(f"points to another server, {target}", address)
        return target

    def _holds(self, target: Url) -> bool:
        if target.host != self.base.host or target.auth:
            return False
        if (self.base.scheme, target.scheme) == ("http", "https"):
            return target.port in {None, _DEFAULT_PORTS["https"]}
        return target.scheme == self.base.scheme and _port(target) == _port(self.base)


def _port(address: Url) -> int:
    return address.port or _DEFAULT_PORTS[str(address.scheme)]
