"""What is said of one SKOS concept or collection, to the model, in the dialects that publishers write."""

import re
from collections.abc import Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from vocabsvc.model.box import BoundingBox
from vocabsvc.model.concept import Collection, Concept, ConceptVersion, Link, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import DC, DCTERMS, DEF, NVS, OWL, PAV, RDF, RDFS, SKOS

_TYPE = f"{RDF}type"
_MATCHES = tuple(f"{SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related"))
LINK_PREDICATES = (
    *_MATCHES,
    f"{OWL}sameAs",
    f"{RDFS}seeAlso",
    f"{DCTERMS}isReplacedBy",
    f"{DCTERMS}replaces",
)
"""Statements about a concept that are links to another resource, apart from the SKOS hierarchy."""

UNIT_NAMESPACES = (f"{NVS}P06/current/", "http://qudt.org/vocab/unit/")
"""A concept related to one of these has it as its unit: NVS says ``skos:related`` for both."""

TITLES = (f"{SKOS}prefLabel", f"{DCTERMS}title", f"{DC}title", f"{RDFS}label")
"""What a scheme or collection is called by, the first that is there."""

_VERSIONS = (f"{PAV}version", f"{OWL}versionInfo")
_DATES = (*(f"{DCTERMS}{name}" for name in ("modified", "date", "issued", "created")), f"{PAV}authoredOn")
_DATE_AND_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]+)?(Z?))?")
_PLACEHOLDER = re.compile(
    r"""[-?.\s]* | n/?a | nan | none | null | tb[acd] | unknown | undefined | unavailable
    | (definition\s)? not\s (yet\s)? (available|defined|known) | no\s definition (\savailable)?
    | to\s be\s (added|completed|confirmed|defined)
    | non\s (disponible|displonible|défini|définie|renseigné|renseignée) | indisponible
    | (définition\s)? à\s (compléter|définir|préciser) | (pas\s de|sans) \s définition""",
    re.VERBOSE | re.IGNORECASE,
)
"""What is written where a definition is wanted and there is none; the second French one is OD1's spelling."""

Statements = Mapping[str, Sequence[NamedNode | Literal]]
"""What is said of one subject: predicate IRI -> objects, in the order read."""


def is_concept(said: Statements) -> bool:
    """Tell whether a subject is a concept, typed so or at least labelled so."""
    return f"{SKOS}Concept" in iris_of(said, _TYPE) or f"{SKOS}prefLabel" in said


def is_collection(said: Statements) -> bool:
    """Tell whether a subject is a skos:Collection."""
    return not {f"{SKOS}Collection", f"{SKOS}OrderedCollection"}.isdisjoint(iris_of(said, _TYPE))


def read_concept(uri: str, said: Statements, vocabulary: str, collections: tuple[str, ...] = ()) -> Concept:
    """Read one concept; ``collections`` hold it.

    Empty labels are dropped, and definitions that only say that there is none; ``owl:deprecated`` counts as
    true in any datatype (NVS writes plain ``"true"``); a missing skos:notation falls back on
    dcterms:identifier.
    """
    related = iris_of(said, f"{SKOS}related")
    definitions = _labels(said, f"{SKOS}definition")
    return Concept(
        uri=uri,
        vocabulary=vocabulary,
        notations=_notations(said),
        pref_labels=_labels(said, f"{SKOS}prefLabel"),
        alt_labels=_labels(said, f"{SKOS}altLabel"),
        hidden_labels=_labels(said, f"{SKOS}hiddenLabel"),
        definitions=tuple(text for text in definitions if not _PLACEHOLDER.fullmatch(text.text.rstrip("."))),
        status=_status(said),
        replaced_by=iris_of(said, f"{DCTERMS}isReplacedBy"),
        broader=iris_of(said, f"{SKOS}broader"),
        narrower=iris_of(said, f"{SKOS}narrower"),
        related=tuple(iri for iri in related if not iri.startswith(UNIT_NAMESPACES)),
        units=tuple(iri for iri in related if iri.startswith(UNIT_NAMESPACES)),
        links=tuple(Link(predicate, iri) for predicate in LINK_PREDICATES for iri in iris_of(said, predicate)),
        box=_box(said),
        version=_version(said),
        collections=collections,
    )


def read_collection(uri: str, said: Statements, vocabulary: str) -> Collection:
    """Read one collection."""
    notation = next(iter(_notations(said)), "")
    return Collection(uri, vocabulary, titles_of(said), notation, iris_of(said, f"{SKOS}member"))


def titles_of(said: Statements) -> tuple[LangString, ...]:
    """Return what a scheme or collection is called, by the first property that tells."""
    return next((labels for predicate in TITLES if (labels := _labels(said, predicate))), ())


def iris_of(said: Statements, predicate: str) -> tuple[str, ...]:
    """Return the IRIs that a property leads to, each once."""
    objects = said.get(predicate, ())
    return tuple(dict.fromkeys(term.value for term in objects if isinstance(term, NamedNode)))


def _labels(said: Statements, predicate: str) -> tuple[LangString, ...]:
    texts = (term for term in said.get(predicate, ()) if isinstance(term, Literal))
    labels = (LangString(term.value.strip(), (term.language or "").lower()) for term in texts)
    return tuple(dict.fromkeys(label for label in labels if label.text))


def _texts(said: Statements, predicate: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label.text for label in _labels(said, predicate)))


def _notations(said: Statements) -> tuple[str, ...]:
    return _texts(said, f"{SKOS}notation") or _texts(said, f"{DCTERMS}identifier")


def _status(said: Statements) -> Status:
    deprecated = any(text.lower() in {"true", "1"} for text in _texts(said, f"{OWL}deprecated"))
    return Status.DEPRECATED if deprecated else Status.CURRENT


def _version(said: Statements) -> ConceptVersion:
    number = next((texts[0] for predicate in _VERSIONS if (texts := _texts(said, predicate))), "")
    current = next(iter(iris_of(said, f"{PAV}hasCurrentVersion")), "")
    return ConceptVersion(number, _date(said), current, iris_of(said, f"{PAV}hasVersion"))


def _date(said: Statements) -> str:
    """Return the first date there is; NVS writes ``2015-10-06 14:18:58.0``, as a plain string."""
    texts = (text for predicate in _DATES for text in _texts(said, predicate))
    dates = (match for text in texts if (match := _DATE_AND_TIME.fullmatch(text)))
    return next(("T".join(filter(None, date.groups()[:2])) + (date[3] or "") for date in dates), "")


def _box(said: Statements) -> BoundingBox | None:
    sides = [_texts(said, f"{DEF}{side}") for side in ("west", "east", "south", "north")]
    try:
        west, east, south, north = (float(texts[0]) for texts in sides)
    except (IndexError, ValueError):
        return None
    return BoundingBox(west, east, south, north)
