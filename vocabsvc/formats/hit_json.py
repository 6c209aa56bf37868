"""Hits as JSON, in pieces.

A suggestion is asked at every key. So all of a hit but its match is rendered when a concept is indexed, and joined
when it is found. ``schemas.hits`` describes the same JSON.
"""

import json
from collections.abc import Iterable, Sequence

from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.model.match import MatchKind

Variant = tuple[str, str]
"""A language tag, and a piece of JSON for those who read it."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_KINDS = {kind: f',"kind":{_encode(kind)},"score":' for kind in MatchKind}


def json_text(text: str) -> str:
    """Return a text as JSON, null where it is empty; no line break or tab is left in it as such."""
    return _encode(text) if text else "null"


def text_of(piece: str) -> str:
    """Return the text that ``json_text`` wrote."""
    text: str | None = json.loads(piece)
    return text or ""


def label_json(field: str, label: LangString) -> str:
    """Return a label as the members of a match that say which label was met."""
    return f'"field":{_encode(field)},"text":{_encode(label.text)},"lang":{json_text(label.lang)}'


def uri_json(uri: str) -> str:
    """Return the same for an IRI that was met itself; it is JSON already."""
    return f'"field":"uri","text":{uri},"lang":null'


def labels_of(pieces: Iterable[str]) -> list[tuple[str, LangString]]:
    """Return fields and labels that ``label_json`` wrote."""
    labels = json.loads(f"[{{{'},{'.join(pieces)}}}]")
    return [(label["field"], LangString(label["text"], label["lang"] or "")) for label in labels]


def name_variants(ref: ConceptRef) -> list[Variant]:
    """Return how a concept is called in each language; without a label there is one variant."""
    return [
        (label.lang, f'"pref_label":{_encode(label.text)},"lang":{json_text(label.lang)}') for label in ref.pref_labels
    ] or [("", '"pref_label":null,"lang":null')]


def text_variants(labels: Sequence[LangString]) -> list[Variant]:
    """Return a text in each language; without any there is one variant."""
    return [(label.lang, _encode(label.text)) for label in labels] or [("", "null")]


def source_json(ref: ConceptRef) -> str:
    """Return vocabulary and status."""
    vocabulary, deprecated = json_text(ref.vocabulary), _encode(ref.deprecated)
    return f'"vocabulary":{vocabulary},"deprecated":{deprecated},"status":{_encode(ref.status)}'


def chosen(variants: Sequence[Variant], languages: Sequence[str]) -> str:
    """Return the piece of the variant that ``choose_label`` takes."""
    label = choose_label([LangString(piece, lang) for lang, piece in variants], languages)
    return label.text if label else "null"


def match_json(met: str, kind: MatchKind, score: float, via: str) -> str:
    """Return a match; ``met`` is of ``label_json`` or ``uri_json``."""
    return f'{{{met}{_KINDS[kind]}{score!r},"via":{json_text(via)}}}'


def page_json(total: int, hits: Iterable[str]) -> bytes:
    """Return a page of hits."""
    return f'{{"total":{total},"results":[{",".join(hits)}]}}'.encode()
