"""What the routes of linked data are handed."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request

from vocabsvc.services.catalogue import Catalogue
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.linked_data import LinkedData

_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


async def _linked_data(request: Request) -> LinkedData:
    service: LinkedData = request.state.services.linked_data
    return service


async def _dumps(request: Request) -> Dumps:
    service: Dumps = request.state.services.dumps
    return service


async def _catalogue(request: Request) -> Catalogue:
    service: Catalogue = request.state.services.catalogue
    return service


LinkedDataDep = Annotated[LinkedData, Depends(_linked_data)]
DumpsDep = Annotated[Dumps, Depends(_dumps)]
CatalogueDep = Annotated[Catalogue, Depends(_catalogue)]


async def address_of(request: Request, linked_data: LinkedDataDep) -> str:
    """Return the address of ``/``, with a final slash, as the client wrote it.

    That is an address that works for the one who asks. ``base_uri`` may be elsewhere, at a service of
    permanent addresses; where its host is the one asked, its scheme counts, since TLS often ends before us.
    A host that is none (RFC 9110 §7.2) is not repeated.
    """
    base = urlsplit(linked_data.base_uri)
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        return f"{base.scheme}://{base.netloc}/"
    scheme = base.scheme if host.lower() == base.netloc.lower() else request.scope.get("scheme", "http")
    return f"{scheme}://{host}{request.scope.get('root_path', '').rstrip('/')}/"


AddressDep = Annotated[str, Depends(address_of)]
