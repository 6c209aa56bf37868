"""Compact JSON-LD by hand, one node a line, in our own context: readable as JSON, equal to the graph as RDF."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from vocabsvc.formats.jsonld_context import CONTEXT, TERMS, TermKind, compact_iri, plain_key
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, XSD

_TYPE = f"{RDF}type"
_STRING, _BOOLEAN, _INTEGER = f"{XSD}string", f"{XSD}boolean", f"{XSD}integer"
_CANONICAL_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")  # exact in every JSON reader
_CACHED_KEYS = 1024

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_key = lru_cache(maxsize=_CACHED_KEYS)(plain_key)
_class = lru_cache(maxsize=_CACHED_KEYS)(compact_iri)

Object = str | Literal


def jsonld_pieces(statements: Iterable[Statement]) -> Iterator[str]:
    """Yield a document: the context inline, and a node per subject under ``@graph``.

    A literal that is no text under a term for texts, and the like, stands under the property's compact IRI
    beside the term. A node with an IRI that the context would read as a compact one has no context.
    """
    blank_nodes: dict[str, str] = {}

    def name(node: str) -> str:
        return blank_nodes.setdefault(node, f"_:b{len(blank_nodes)}") if node.startswith("_:") else node

    yield f'{{"@context":{_encode(CONTEXT)},\n"@graph":['
    comma = ""
    for subject, about in groupby(statements, lambda one: one.subject):
        said: dict[str, list[Object]] = {}
        for _, predicate, target in about:
            said.setdefault(predicate, []).append(name(target) if isinstance(target, str) else target)
        yield f"{comma}\n{_encode(_node(name(subject), said))}"
        comma = ","
    yield "\n]}\n"


def _node(subject: str, said: dict[str, list[Object]]) -> dict[str, object]:
    if any(_is_ambiguous(iri) for iri in _iris(subject, said)):
        return _expanded_node(subject, said)
    node: dict[str, object] = {"@id": subject}
    for predicate, targets in said.items():
        rest: Sequence[Object] = targets
        if predicate == _TYPE:
            rest = _put_types(node, targets)
        elif predicate in TERMS:
            term, kind = TERMS[predicate]
            rest = (_put_texts if kind is TermKind.TEXT else _put_links)(node, term, targets)
        if rest:
            key = compact_iri(predicate) if predicate in TERMS else _key(predicate)
            values = [_value(target) for target in rest]
            node[key] = values[0] if len(values) == 1 else values
    return node


def _put_types(node: dict[str, object], targets: list[Object]) -> list[Object]:
    """Write what can be a type, and return the rest."""
    types = [_class(target) for target in targets if isinstance(target, str)]
    if types:
        node["@type"] = types[0] if len(types) == 1 else types
    return [target for target in targets if not isinstance(target, str)]


def _put_links(node: dict[str, object], term: str, targets: list[Object]) -> list[Object]:
    links = [target for target in targets if isinstance(target, str)]
    if links:
        node[term] = links
    return [target for target in targets if not isinstance(target, str)]


def _put_texts(node: dict[str, object], term: str, targets: list[Object]) -> list[Object]:
    texts: dict[str, list[str]] = {}
    rest: list[Object] = []
    for target in targets:
        if isinstance(target, str) or not (target.lang or target.datatype == _STRING):
            rest.append(target)
        else:
            texts.setdefault(target.lang or "@none", []).append(target.lexical)
    if texts:
        node[term] = texts
    return rest


def _value(target: Object) -> object:
    if isinstance(target, str):
        return {"@id": target}
    lexical, datatype, lang = target
    if lang:
        return {"@language": lang, "@value": lexical}
    if datatype == _STRING:
        return lexical
    if datatype == _BOOLEAN and lexical in {"true", "false"}:
        return lexical == "true"
    if datatype == _INTEGER and _CANONICAL_INTEGER.fullmatch(lexical):
        return int(lexical)
    return {"@type": _class(datatype), "@value": lexical}


def _expanded_node(subject: str, said: dict[str, list[Object]]) -> dict[str, object]:
    node: dict[str, object] = {"@context": None, "@id": subject}
    for predicate, targets in said.items():
        node[predicate] = [_expanded_value(target) for target in targets]
    return node


def _expanded_value(target: Object) -> object:
    if isinstance(target, str):
        return {"@id": target}
    lexical, datatype, lang = target
    return {"@language": lang, "@value": lexical} if lang else {"@type": datatype, "@value": lexical}


def _iris(subject: str, said: dict[str, list[Object]]) -> Iterator[str]:
    yield subject
    for predicate, targets in said.items():
        yield predicate
        for target in targets:
            yield target if isinstance(target, str) else target.datatype


def _is_ambiguous(iri: str) -> bool:
    return not iri.startswith(("http", "_:")) and iri.partition(":")[0] in CONTEXT
