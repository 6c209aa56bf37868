"""The address of this server, as whoever asks it wrote it."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends
from starlette.requests import Request

from vocabsvc.services.services import Services

_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


def server_address(request: Request) -> str:
    """Return the address of ``/``, with a final slash.

    That is an address that works for the one who asks. ``base_uri`` may be elsewhere, at a service of
    permanent addresses; where its host is the one asked, its scheme counts, since TLS often ends before us.
    A host that is none (RFC 9110 §7.2) is not repeated.
    """
    services: Services = request.state.services
    base = urlsplit(services.linked_data.base_uri)
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        return f"{base.scheme}://{base.netloc}/"
    scheme = base.scheme if host.lower() == base.netloc.lower() else request.scope.get("scheme", "http")
    return f"{scheme}://{host}{request.scope.get('root_path', '').rstrip('/')}/"


async def _address(request: Request) -> str:  # not for waiting: a plain function would go through a thread
    return server_address(request)


AddressDep = Annotated[str, Depends(_address)]
