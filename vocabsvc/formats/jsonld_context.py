"""The JSON-LD context of our documents: pinned, since clients read the keys (JSON-LD 1.1 §4.1).

A change of meaning gets a new number and leaves the old context where it is; new terms may be added.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from vocabsvc.formats.prefixes import CATALOGUE_PREFIXES, VOCABULARY_PREFIXES
from vocabsvc.namespaces import OWL, RDF, SKOS

CONTEXT_NUMBER: Final = 1

_PREFIXES: Mapping[str, str] = {**CATALOGUE_PREFIXES, **VOCABULARY_PREFIXES, "rdf": RDF}
_TEXTS = (
    *(f"skos:{name}" for name in ("prefLabel", "altLabel", "hiddenLabel")),
    *(f"skos:{name}" for name in ("definition", "note", "scopeNote", "example")),
    *(f"skos:{name}" for name in ("changeNote", "editorialNote", "historyNote")),
    *("dcterms:title", "dcterms:description", "rdfs:label", "rdfs:comment"),
)
_LINKS = (
    *(f"skos:{name}" for name in ("broader", "narrower", "related", "inScheme", "topConceptOf", "hasTopConcept")),
    *(f"skos:{name}" for name in ("member", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")),
    *("owl:sameAs", "rdfs:seeAlso", "dcterms:isReplacedBy", "dcterms:replaces"),
    *("dcterms:license", "dcterms:publisher", "dcterms:source"),
)


class TermKind(Enum):
    """How the values of a term are written."""

    TEXT = "a map from language to texts, untagged ones under @none"
    LINK = "a list of IRIs"


def _definition(curie: str, kind: TermKind) -> dict[str, object]:
    if kind is TermKind.TEXT:
        return {"@id": curie, "@container": ["@language", "@set"]}
    return {"@id": curie, "@type": "@id", "@container": "@set"}


_KINDS = {**dict.fromkeys(_TEXTS, TermKind.TEXT), **dict.fromkeys(_LINKS, TermKind.LINK)}

CONTEXT: Final[Mapping[str, object]] = {
    "@version": 1.1,
    **_PREFIXES,
    **{curie.partition(":")[2]: _definition(curie, kind) for curie, kind in _KINDS.items()},
    "notation": "skos:notation",
    "deprecated": "owl:deprecated",
}
"""What stands under ``@context``. Texts and links are always lists."""


def _expanded(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return f"{_PREFIXES[prefix]}{name}"


TERMS: Final[Mapping[str, tuple[str, TermKind]]] = {
    _expanded(curie): (curie.partition(":")[2], kind) for curie, kind in _KINDS.items()
}
"""Predicate IRI -> its term, and how its values are written."""

_PLAIN_TERMS: Mapping[str, str] = {f"{SKOS}notation": "notation", f"{OWL}deprecated": "deprecated"}
_NAMESPACES = {namespace: prefix for prefix, namespace in _PREFIXES.items()}


def plain_key(iri: str) -> str:
    """Return the shortest key for a property whose values are written one by one, and for a class."""
    if iri in _PLAIN_TERMS:
        return _PLAIN_TERMS[iri]
    return compact_iri(iri)


def compact_iri(iri: str) -> str:
    """Return ``prefix:name`` where a prefix fits, else the IRI."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _NAMESPACES.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and cut < len(iri) else iri
