"""RDF data of one concept with its neighbours, or the way to all of a vocabulary."""

import json
from collections.abc import Iterable, Mapping
from io import BytesIO
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from vocabsvc.api.negotiation import choose_media_type
from vocabsvc.api.skosmos.asked import Asked, Refusal
from vocabsvc.api.skosmos.contexts import PREFIXES
from vocabsvc.api.skosmos.graph import compact
from vocabsvc.errors import UnknownName
from vocabsvc.formats.rdf_writer import write_rdf
from vocabsvc.model.statement import Statement

_JSON = ("application/ld+json", "application/json")
_OFFERED = {kind: kind for kind in ("application/rdf+xml", "text/turtle", *_JSON)}
_DUMPS = {"text/turtle": "ttl.gz", "application/n-triples": "nt.gz", "application/ld+json": "jsonld", "text/csv": "csv"}
_ALSO = {"application/json": "application/ld+json"}


def data(asked: Asked) -> Response:
    """Describe something in whatever vocabulary says it."""
    asked.required("uri")
    return _described(asked, "")


def vocabulary_data(asked: Asked) -> Response:
    """Describe something of one vocabulary; without ``uri`` lead to all of it."""
    if asked.uri:
        return _described(asked, asked.vocabulary.id)
    return RedirectResponse(_dump_address(asked), 302, {"Vary": "Accept"})


def to_json_ld(statements: Iterable[Statement]) -> str:
    """Return statements as compacted JSON-LD."""
    return json.dumps(compact(statements), ensure_ascii=False, separators=(",", ":"))


def _described(asked: Asked, vocabulary: str) -> Response:
    media_type = _choose(asked, _OFFERED)
    try:
        found = asked.browsing.neighbourhood.around(asked.uri, vocabulary)
    except UnknownName:
        raise Refusal(404, "Bad Request", "no concept found with given uri") from None
    headers = {"Content-Type": f"{media_type}; charset=utf-8", "Vary": "Accept"}
    if media_type in _JSON:
        return Response(to_json_ld(found), headers=headers)
    sink = BytesIO()
    write_rdf(found, media_type, PREFIXES, sink)
    return Response(sink.getvalue(), headers=headers)


def _dump_address(asked: Asked) -> str:
    """Return where the edition that is served can be had as one file."""
    name = asked.vocabulary.id
    try:
        dump = asked.dumps.of(name)[-1]
    except UnknownName:
        raise Refusal(404, "Not Found", f"No download source URL known for vocabulary {name}") from None
    there = {file.ending for file in dump.files}
    media_type = _choose(asked, {kind: ending for kind, ending in _DUMPS.items() if ending in there})
    return f"/dumps/{quote(name, safe='')}/{quote(dump.name, safe='')}.{_DUMPS[media_type]}"


def _choose(asked: Asked, offered: Mapping[str, str]) -> str:
    """Return the media type that ``format`` names, else what the Accept header likes best."""
    asked_for = asked.text("format")
    named = _ALSO.get(asked_for, asked_for) if asked_for not in offered else asked_for
    chosen = named if named in offered else None if asked_for else choose_media_type(asked.accept, offered)
    if chosen is None:
        raise Refusal(406, "Not Acceptable", f"Unsupported format. Supported MIME types are: {' '.join(offered)}")
    return chosen
