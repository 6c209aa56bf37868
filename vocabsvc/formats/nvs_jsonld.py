"""Concepts, collections and schemes as nodes of NVS's own JSON-LD (profile ``nvs``).

A value is a string, ``{"@language", "@value"}`` or ``{"@id"}``, and a list of them only where there are several.
Clients index the keys of ``_NEEDED`` without asking; where nothing is held they get NVS's own empty string.
Nothing else is added, but for the identifiers, which NVS repeats from the notation.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring
from typing import NamedTuple

from vocabsvc.formats.nvs_context import compact
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DC, DCTERMS, OWL, RDF, SKOS, XSD

Said = Mapping[str, Sequence[str | Literal]]
"""What is said of one subject: predicate IRI -> objects, in the order read; plain strings are IRIs."""

_TYPE = f"{RDF}type"
_STRING = f"{XSD}string"
_DEPRECATED = f"{OWL}deprecated"
_PREF_LABEL = f"{SKOS}prefLabel"
_NOTATION = f"{SKOS}notation"
_MEMBER = f"{SKOS}member"
_IDENTIFIERS = (f"{DCTERMS}identifier", f"{DC}identifier")
_NEEDED: Mapping[str, str] = {
    f"{SKOS}altLabel": '""',
    f"{SKOS}definition": '""',
    _NOTATION: '""',
    f"{DCTERMS}date": '""',
    f"{OWL}versionInfo": '""',
    _DEPRECATED: '"false"',
}
_ORDER = (
    _TYPE,
    _PREF_LABEL,
    f"{SKOS}altLabel",
    f"{SKOS}definition",
    _NOTATION,
    *_IDENTIFIERS,
    f"{DCTERMS}date",
    f"{OWL}versionInfo",
    _DEPRECATED,
)
_RANK = {predicate: rank for rank, predicate in enumerate(_ORDER)}


class Subjects(NamedTuple):
    """What is said of each subject; ``shared`` are the blank nodes that several statements lead to."""

    said: Mapping[str, Said]
    shared: Collection[str] = ()


def group_by_subject(statements: Iterable[Statement]) -> Subjects:
    """Return statements by subject and predicate."""
    said: dict[str, dict[str, list[str | Literal]]] = defaultdict(dict)
    referred: Counter[str] = Counter()
    for subject, predicate, target in statements:
        said[subject].setdefault(predicate, []).append(target)
        if isinstance(target, str) and target.startswith("_:"):
            referred[target] += 1
    return Subjects(said, {node for node, times in referred.items() if times > 1})


def concept_node(uri: str, subjects: Subjects) -> str:
    """Return the JSON object of a concept, ``@id`` first; blank nodes are written where they are met."""
    said = subjects.said.get(uri, {})
    values = _values(said, subjects, {uri})
    for predicate, empty in _NEEDED.items():
        values.setdefault(predicate, empty)
    notations = [one for one in said.get(_NOTATION, ()) if isinstance(one, Literal)]
    identifier = encode_basestring(notations[0].lexical) if notations else '""'
    for predicate in _IDENTIFIERS:
        values.setdefault(predicate, identifier)
    return _object(uri, values)


def plain_node(uri: str, subjects: Subjects) -> str:
    """Return the JSON object of any other subject, with nothing added."""
    return _object(uri, _values(subjects.said.get(uri, {}), subjects, {uri}))


def _object(uri: str, values: Mapping[str, str]) -> str:
    keys = sorted(values, key=lambda predicate: (_RANK.get(predicate, len(_RANK)), _key(predicate)))
    members = [f'"{_key(predicate)}":{values[predicate]}' for predicate in keys]
    named = [f'"@id":{encode_basestring(uri)}'] if uri else []
    return f"{{{','.join(named + members)}}}"


@lru_cache(maxsize=4096)
def _key(predicate: str) -> str:
    return "@type" if predicate == _TYPE else encode_basestring(compact(predicate))[1:-1]


def _values(said: Said, subjects: Subjects, seen: set[str]) -> dict[str, str]:
    """Return the rendered values of each property; a type that is no IRI is none."""
    values = {}
    for predicate, objects in said.items():
        kept = [one for one in objects if isinstance(one, str)] if predicate == _TYPE else objects
        if kept:
            values[predicate] = _several(predicate, kept, subjects, seen)
    return values


def _several(predicate: str, objects: Sequence[str | Literal], subjects: Subjects, seen: set[str]) -> str:
    if len(objects) == 1 and predicate != _MEMBER:  # clients loop over members, however few
        return _value(predicate, objects[0], subjects, seen)
    values = {_same(one, value := _value(predicate, one, subjects, seen)): value for one in objects}
    return f"[{','.join(values.values())}]"


def _same(target: str | Literal, value: str) -> str:
    """Return what two objects have in common that are one: blank nodes are several, whatever is said of them."""
    return target if isinstance(target, str) and target.startswith("_:") else value


def _value(predicate: str, target: str | Literal, subjects: Subjects, seen: set[str]) -> str:
    if isinstance(target, Literal):
        return _literal(predicate, target)
    if predicate == _TYPE:
        return encode_basestring(compact(target))
    if target.startswith("_:") and target in subjects.said and target not in seen:
        inside = _values(subjects.said[target], subjects, {*seen, target})
        return _object(target if target in subjects.shared else "", inside)
    return f'{{"@id":{encode_basestring(target)}}}'


def _literal(predicate: str, literal: Literal) -> str:
    text, datatype, lang = literal
    if lang:
        return f'{{"@language":{encode_basestring(lang)},"@value":{encode_basestring(text)}}}'
    if predicate == _DEPRECATED:
        return '"true"' if text.strip().lower() in {"true", "1"} else '"false"'
    if datatype == _STRING:
        # Clients take ["@value"] of a preferred label, whether it has a language or not.
        return f'{{"@value":{encode_basestring(text)}}}' if predicate == _PREF_LABEL else encode_basestring(text)
    return f'{{"@type":{encode_basestring(compact(datatype))},"@value":{encode_basestring(text)}}}'
