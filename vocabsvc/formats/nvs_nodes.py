"""What becomes of rendered nodes on their way out: fewer languages, fewer properties, or only a label."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from json.encoder import JSONEncoder
from operator import attrgetter
from typing import Any

from vocabsvc.formats.nvs_profile import Profile
from vocabsvc.model.folding import fold
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, XSD

_LABELS = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel", "skos:definition")
_SINGLE = {"skos:prefLabel", "skos:definition"}
_AMONG_SEVERAL = re.compile(rb'[\[,]\{"@language"')  # quotes inside a text are escaped: no text looks like this
_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Json = dict[str, Any]


def in_language(node: bytes, languages: Sequence[str]) -> bytes:
    """Return a node with its texts in the first of ``languages`` that they are in, else English, else any.

    Preferred label and definition come down to one value, synonyms to those of the language. A node whose
    texts are one each comes back as it is.
    """
    if not _AMONG_SEVERAL.search(node):
        return node
    content: Json = json.loads(node)
    for key in _LABELS:
        if isinstance(content.get(key), list):
            found = _in_language(content[key], languages)
            content[key] = found[0] if len(found) == 1 or key in _SINGLE else found
    return _encode(content).encode()


def narrowed(node: bytes, profile: Profile) -> bytes:
    """Return a node with what a profile keeps of it; without the empty strings that ``nvs`` needs."""
    if not profile.prefixes:
        return node
    kept = tuple(f"{prefix}:" for prefix in profile.prefixes)
    content: Json = json.loads(node)
    rest = {key: value for key, value in content.items() if key[0] == "@" or (key.startswith(kept) and value != "")}
    return _encode(rest).encode()


def entries(nodes: Iterable[bytes], languages: Sequence[str], *, with_broader: bool) -> bytes:
    """Return the profile ``dd``: a JSON list of what a form's drop-down shows, sorted by label."""
    found = [_entry(json.loads(node), languages, with_broader=with_broader) for node in nodes]
    found.sort(key=lambda one: (fold(one["prefLabel"]), one["uri"]))
    return _encode(found).encode()


def expanded(statements: Iterable[Statement]) -> Iterator[bytes]:
    """Yield the nodes of expanded JSON-LD; statements about one subject must follow each other."""
    for subject, said in groupby(statements, attrgetter("subject")):
        about: Json = {"@id": subject}
        for _, predicate, target in said:
            if isinstance(target, str):
                kind = predicate == f"{RDF}type"
                about.setdefault("@type" if kind else predicate, []).append(target if kind else {"@id": target})
            else:
                about.setdefault(predicate, []).append(_value(target))
        yield _encode(about).encode()


def _value(literal: Literal) -> Json:
    if literal.lang:
        return {"@language": literal.lang, "@value": literal.lexical}
    typed = {} if literal.datatype == f"{XSD}string" else {"@type": literal.datatype}
    return {**typed, "@value": literal.lexical}


def _entry(content: Json, languages: Sequence[str], *, with_broader: bool) -> Json:
    labels = [_label(value) for value in _list(content.get("skos:prefLabel", ()))]
    chosen = choose_label(labels, languages)
    entry = {"uri": content["@id"], "prefLabel": chosen.text if chosen else ""}
    broader = [value["@id"] for value in _list(content.get("skos:broader", ()))] if with_broader else []
    # One IRI as NVS has it; a list only where there are several.
    return {**entry, "broader": broader[0] if len(broader) == 1 else broader} if broader else entry


def _in_language(values: Sequence[str | Json], languages: Sequence[str]) -> list[str | Json]:
    chosen = choose_label([_label(value) for value in values], languages)
    assert chosen is not None  # noqa: S101 - a list is never empty
    return [value for value in values if _label(value).lang == chosen.lang]


def _label(value: str | Json) -> LangString:
    if isinstance(value, str):
        return LangString(value)
    return LangString(value.get("@value", ""), value.get("@language", "").lower())


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]
