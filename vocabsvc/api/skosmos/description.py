"""The façade described in OpenAPI: what it takes and answers here, where Skosmos's own description is not exact."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vocabsvc import __version__

Described = Mapping[str, Any]

_IDENTIFIERS = r"^[A-Za-z_$][A-Za-z0-9_$]*(\.[A-Za-z_$][A-Za-z0-9_$]*)*$"
_TEXT: Described = {"type": "string"}
_IRI: Described = {"type": "string", "format": "iri"}
_PARAMETERS: Mapping[str, tuple[str, Described]] = {
    "vocid": ("Id of a vocabulary, in any case", _TEXT),
    "letter": ("A letter, or the beginning of a label; 0-9, !* (other signs) or * (everything)", _TEXT),
    "lang": ("Language of labels; the vocabulary's own where it is left out", _TEXT),
    "clang": ("Language of the labels of what a concept is mapped to", _TEXT),
    "labellang": ("Language of the labels that are shown, where it is not that of those searched", _TEXT),
    "query": ("A whole label; * stands for anything", _TEXT),
    "label": ("A whole label", _TEXT),
    "uri": ("IRI of a concept or collection", _IRI),
    "vocab": ("Ids of vocabularies with spaces between; all where it is left out", _TEXT),
    "type": ("Classes with spaces between, as IRI or with a known prefix", _TEXT),
    "parent": ("IRI of a concept that is broader, at any distance", _TEXT),
    "group": ("IRI of a collection that holds the concept itself", _TEXT),
    "scheme": ("IRIs of concept schemes with spaces between", _TEXT),
    "fields": ("Properties that results are to have besides, with spaces between", _TEXT),
    "unique": ("Each concept once, by its best label: 1, true, on, yes", _TEXT),
    "external": ("Whether labels are taken from other vocabularies: 0, false, off, no", _TEXT),
    "maxhits": ("How many results at most; 0 for all", {"type": "integer", "minimum": 0}),
    "offset": ("How many to pass over", {"type": "integer", "minimum": 0}),
    "limit": ("How many at most", {"type": "integer", "minimum": 1}),
    "format": ("Media type of the data", _TEXT),
    "callback": (
        "JavaScript function that the JSON is handed to",
        {"type": "string", "pattern": _IDENTIFIERS},
    ),
}
_IN_PATH = ("vocid", "letter")
_SEARCH = "query lang labellang type parent group scheme fields unique maxhits offset"


@dataclass(frozen=True, slots=True)
class _Operation:
    """``takes`` names the parameters with spaces between, the required ones with an asterisk behind."""

    summary: str
    takes: str = ""
    data: bool = False


_OPERATIONS: Mapping[str, _Operation] = {
    "vocabularies": _Operation("Every vocabulary", "lang*"),
    "search": _Operation("Labels by pattern", f"vocab {_SEARCH}"),
    "label": _Operation("Labels of a concept", "uri* lang"),
    "data": _Operation("A concept and its neighbours as RDF", "uri* format", data=True),
    "types": _Operation("Classes in all vocabularies", "lang*"),
    "{vocid}/": _Operation("One vocabulary", "lang"),
    "{vocid}/types": _Operation("Classes in a vocabulary", "lang"),
    "{vocid}/topConcepts": _Operation("Concepts with nothing broader", "lang scheme"),
    "{vocid}/data": _Operation("A concept and its neighbours as RDF, or the way to all", "uri format", data=True),
    "{vocid}/search": _Operation("Labels of a vocabulary by pattern", _SEARCH),
    "{vocid}/lookup": _Operation("Concepts by one label", "label* lang"),
    "{vocid}/vocabularyStatistics": _Operation("How many concepts and collections", "lang"),
    "{vocid}/labelStatistics": _Operation("How many labels by language", "lang"),
    "{vocid}/index/": _Operation("What the alphabetical index offers", "lang"),
    "{vocid}/index/{letter}": _Operation("Labels under a letter", "lang limit offset"),
    "{vocid}/label": _Operation("Labels of a concept", "uri* lang"),
    "{vocid}/broader": _Operation("What is directly above", "uri* lang"),
    "{vocid}/broaderTransitive": _Operation("All that is above, by IRI", "uri* lang limit"),
    "{vocid}/narrower": _Operation("What is directly below", "uri* lang"),
    "{vocid}/narrowerTransitive": _Operation("All that is below, by IRI", "uri* lang limit"),
    "{vocid}/related": _Operation("What is related", "uri* lang"),
    "{vocid}/children": _Operation("What is directly below, and whether there is more", "uri* lang"),
    "{vocid}/hierarchy": _Operation("All that is above, each with what is directly below", "uri* lang"),
    "{vocid}/groups": _Operation("Collections of a vocabulary", "lang"),
    "{vocid}/groupMembers": _Operation("What a collection holds", "uri* lang"),
    "{vocid}/mappings": _Operation("What a concept is mapped to", "uri* external lang clang"),
    "{vocid}/new": _Operation("Concepts by date of creation", "lang offset limit"),
    "{vocid}/modified": _Operation("Concepts by date of change", "lang offset limit"),
}

_JSON: Described = {"type": "object", "required": ["@context"], "properties": {"@context": {"type": "object"}}}
_PLAIN: Described = {"content": {"text/plain": {"schema": _TEXT}}}
_REFUSALS: Described = {
    "400": {"description": "A parameter is missing or impossible.", **_PLAIN},
    "404": {"description": "There is no such vocabulary, concept, collection or label.", **_PLAIN},
}


def description(server: str) -> Described:
    """Return the description; ``server`` is the address that all paths follow."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Skosmos REST API, as vocabsvc answers it", "version": __version__},
        "servers": [{"url": server}],
        "paths": {f"/{path}": {"get": _described(path, one)} for path, one in _OPERATIONS.items()},
    }


def _described(path: str, one: _Operation) -> Described:
    in_path = [_parameter(name, "path", required=True) for name in _IN_PATH if f"{{{name}}}" in path]
    names = one.takes.split() if one.data else [*one.takes.split(), "callback"]
    return {
        "summary": one.summary,
        "parameters": [*in_path, *_in_query(names)],
        "responses": _data_responses() if one.data else _json_responses(),
    }


def _in_query(names: Iterable[str]) -> Iterable[Described]:
    return (_parameter(name.removesuffix("*"), "query", required=name.endswith("*")) for name in names)


def _parameter(name: str, place: str, *, required: bool) -> Described:
    text, schema = _PARAMETERS[name]
    return {"name": name, "in": place, "required": required, "description": text, "schema": schema}


def _json_responses() -> Described:
    bodies = {
        "application/json": {"schema": _JSON},
        "application/ld+json": {"schema": _JSON},
        "application/javascript": {"schema": _TEXT},
    }
    return {"200": {"description": "The answer.", "content": bodies}, **_REFUSALS}


def _data_responses() -> Described:
    bodies = {
        "application/rdf+xml": {"schema": _TEXT},
        "text/turtle": {"schema": _TEXT},
        "application/ld+json": {"schema": _JSON},
        "application/json": {"schema": _JSON},
    }
    return {
        "200": {"description": "The data.", "content": bodies},
        "302": {"description": "All data of the vocabulary are there."},
        "406": {"description": "Not in this format.", **_PLAIN},
        **_REFUSALS,
    }
