"""What an address answers when it is tried."""

from typing import NamedTuple


class LinkAnswer(NamedTuple):
    """The HTTP status at the end of all redirects, 0 for no answer, and the address that it came from."""

    status: int
    address: str
