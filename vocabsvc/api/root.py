"""The address ``/``: a page for browsers, the DCAT catalogue for clients that want RDF."""

from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from vocabsvc.api.negotiation import choose_media_type
from vocabsvc.formats.rdf_writer import RDF_TYPES

CATALOGUE = "/catalogue"
_CHOOSING = {"_format", "_mediatype", "_profile", "_view"}
_OFFERED = {"text/html": "html", "application/xhtml+xml": "html", **RDF_TYPES}


class RootByAccept:
    """ASGI middleware: turns a request for ``/`` that wants RDF, or names a profile, to the catalogue."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"] == "/" and _wants_rdf(scope):
            scope = {**scope, "path": CATALOGUE, "raw_path": CATALOGUE.encode()}
        await self._app(scope, receive, send)


def _wants_rdf(scope: Scope) -> bool:
    if _CHOOSING & parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=None).keys():
        return True
    return choose_media_type(Headers(scope=scope).get("accept", ""), _OFFERED) in RDF_TYPES
