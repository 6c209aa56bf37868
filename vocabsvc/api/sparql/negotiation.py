"""The format of an answer, by Accept or else by what many clients add to the address."""

from collections.abc import Mapping
from functools import lru_cache

from vocabsvc.formats.accept import preferences
from vocabsvc.formats.sparql import GRAPH_TYPES, SOLUTION_TYPES

_HTML_TYPES = ("text/html", "application/xhtml+xml")

_JSON, _XML = "application/sparql-results+json", "application/sparql-results+xml"
_SOLUTIONS: Mapping[str, str] = {
    **{media_type: media_type for media_type in SOLUTION_TYPES},
    **dict.fromkeys(("application/json", "text/json", "text/javascript", "application/javascript", "json"), _JSON),
    **dict.fromkeys(("application/xml", "text/xml", "xml"), _XML),
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
_TURTLE, _RDF_XML, _TRIPLES, _JSONLD = GRAPH_TYPES
_GRAPHS: Mapping[str, str] = {
    **{media_type: media_type for media_type in GRAPH_TYPES},
    **dict.fromkeys(("application/turtle", "application/x-turtle", "text/n3", "text/rdf+n3"), _TURTLE),
    **dict.fromkeys(("turtle", "ttl", "n3"), _TURTLE),
    **dict.fromkeys(("application/xml", "text/xml", "xml", "rdf", "rdfxml", "rdf+xml", "rdf-xml"), _RDF_XML),
    **dict.fromkeys(("text/plain", "text/ntriples", "nt", "ntriples", "n-triples"), _TRIPLES),
    **dict.fromkeys(("application/json", "application/x-json+ld", "json", "jsonld", "json-ld"), _JSONLD),
}
_LONGEST_CACHED = 400


def choose_format(accept: str, override: str, *, graph: bool) -> str | None:
    """Return the media type of an answer: of RDF where ``graph``, else of solutions; ``None`` where none is liked.

    What Accept names counts first, then ``override``, then what Accept takes besides (``*/*``, or anything at all
    where there is no such header). The Accept of a browser names XML, and means pages: there ``override`` is first.
    """
    if len(accept) + len(override) > _LONGEST_CACHED:
        return _choose(accept, override, graph=graph)
    return _chosen_before(accept, override, graph=graph)


def wants_page(accept: str) -> bool:
    """Tell whether a client likes a page best, as browsers do."""
    return "html" in accept and next(iter(preferences(accept)), "") in _HTML_TYPES


def _choose(accept: str, override: str, *, graph: bool) -> str | None:
    known = _GRAPHS if graph else _SOLUTIONS
    liked = preferences(accept)
    named = known.get(_spelled(override))
    if named and liked and liked[0] in _HTML_TYPES:
        return named
    anything = not accept.replace(",", "").strip()
    for kind in liked:
        if kind in known:
            return known[kind]
        if kind == "*/*":
            anything = True
            break
        if found := _in_range(kind, known):
            return named or found
    if named:
        return named
    return next(iter(known)) if anything else None


def _in_range(kind: str, known: Mapping[str, str]) -> str | None:
    if not kind.endswith("/*"):
        return None
    return next((known[one] for one in known if one.startswith(kind[:-1])), None)


def _spelled(override: str) -> str:
    return override.strip().lower().replace(" ", "+")  # a plus sign that was not encoded


_chosen_before = lru_cache(maxsize=1024)(_choose)
