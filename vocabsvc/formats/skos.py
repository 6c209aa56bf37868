"""SKOS triples to concepts, in the dialects that publishers write."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from vocabsvc.model.box import BoundingBox
from vocabsvc.model.concept import Concept, Link, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import DCTERMS, DEF, NVS, OWL, RDF, RDFS, SKOS

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

_TITLES = (f"{SKOS}prefLabel", f"{DCTERMS}title", "http://purl.org/dc/elements/1.1/title", f"{RDFS}label")

Statements = Mapping[str, Sequence[NamedNode | Literal]]
"""What is said of one subject: predicate IRI -> objects, in the order read."""


@dataclass(frozen=True, slots=True)
class SkosDocument:
    """The concepts of one file and the scheme or collection that holds them.

    ``uri`` is ``""`` where the file declares neither a skos:ConceptScheme nor a skos:Collection.
    """

    uri: str
    titles: tuple[LangString, ...]
    concepts: tuple[Concept, ...]


def read_skos(triples: Iterable[Triple], vocabulary: str) -> SkosDocument:
    """Read every concept, in the order of the file.

    A concept is what is typed skos:Concept, or has a skos:prefLabel without being a scheme or collection.
    Of several schemes or collections, the one with most members names the document (GEMET-like files
    carry groups beside the scheme).
    """
    statements: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            statements[triple.subject.value][triple.predicate.value].append(triple.object)
    containers = [uri for uri, said in statements.items() if _is_container(said)]
    concepts = tuple(
        read_concept(uri, said, vocabulary)
        for uri, said in statements.items()
        if is_concept(said) and not _is_container(said)
    )
    uri = _main_container(containers, statements)
    return SkosDocument(uri, _titles(statements[uri]) if uri else (), concepts)


def is_concept(said: Statements) -> bool:
    """Tell whether a subject is a concept, typed so or at least labelled so."""
    return f"{SKOS}Concept" in _iris(said, _TYPE) or f"{SKOS}prefLabel" in said


def read_concept(uri: str, said: Statements, vocabulary: str) -> Concept:
    """Read one concept.

    Empty labels are dropped; ``owl:deprecated`` counts as true in any datatype (NVS writes plain
    ``"true"``); a missing skos:notation falls back on dcterms:identifier.
    """
    related = _iris(said, f"{SKOS}related")
    return Concept(
        uri=uri,
        vocabulary=vocabulary,
        notations=_texts(said, f"{SKOS}notation") or _texts(said, f"{DCTERMS}identifier"),
        pref_labels=_labels(said, f"{SKOS}prefLabel"),
        alt_labels=_labels(said, f"{SKOS}altLabel"),
        hidden_labels=_labels(said, f"{SKOS}hiddenLabel"),
        definitions=_labels(said, f"{SKOS}definition"),
        status=_status(said),
        replaced_by=_iris(said, f"{DCTERMS}isReplacedBy"),
        broader=_iris(said, f"{SKOS}broader"),
        narrower=_iris(said, f"{SKOS}narrower"),
        related=tuple(iri for iri in related if not iri.startswith(UNIT_NAMESPACES)),
        units=tuple(iri for iri in related if iri.startswith(UNIT_NAMESPACES)),
        links=tuple(Link(predicate, iri) for predicate in LINK_PREDICATES for iri in _iris(said, predicate)),
        box=_box(said),
    )


def _is_container(said: Statements) -> bool:
    return not {f"{SKOS}ConceptScheme", f"{SKOS}Collection"}.isdisjoint(_iris(said, _TYPE))


def _main_container(containers: Sequence[str], statements: Mapping[str, Statements]) -> str:
    members: dict[str, int] = defaultdict(int)
    for uri in containers:
        members[uri] += len(statements[uri].get(f"{SKOS}member", ()))
    for said in statements.values():
        for scheme in _iris(said, f"{SKOS}inScheme"):
            members[scheme] += 1
    return max(containers, key=lambda uri: members[uri], default="")


def _titles(said: Statements) -> tuple[LangString, ...]:
    return next((labels for predicate in _TITLES if (labels := _labels(said, predicate))), ())


def _iris(said: Statements, predicate: str) -> tuple[str, ...]:
    objects = said.get(predicate, ())
    return tuple(dict.fromkeys(term.value for term in objects if isinstance(term, NamedNode)))


def _labels(said: Statements, predicate: str) -> tuple[LangString, ...]:
    texts = (term for term in said.get(predicate, ()) if isinstance(term, Literal))
    labels = (LangString(term.value.strip(), (term.language or "").lower()) for term in texts)
    return tuple(dict.fromkeys(label for label in labels if label.text))


def _texts(said: Statements, predicate: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label.text for label in _labels(said, predicate)))


def _status(said: Statements) -> Status:
    deprecated = any(text.lower() in {"true", "1"} for text in _texts(said, f"{OWL}deprecated"))
    return Status.DEPRECATED if deprecated else Status.CURRENT


def _box(said: Statements) -> BoundingBox | None:
    sides = [_texts(said, f"{DEF}{side}") for side in ("west", "east", "south", "north")]
    try:
        west, east, south, north = (float(texts[0]) for texts in sides)
    except (IndexError, ValueError):
        return None
    return BoundingBox(west, east, south, north)
