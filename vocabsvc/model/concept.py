"""Concepts as vocabsvc knows them, whatever RDF dialect they came in."""

from dataclasses import dataclass
from enum import StrEnum

from vocabsvc.model.box import BoundingBox
from vocabsvc.model.label import LangString


def local_name(uri: str) -> str:
    """Return the last step of an IRI, whatever it ends in: what people take for the code of a concept."""
    return uri.rstrip("/#").replace("#", "/").rpartition("/")[2]


class Status(StrEnum):
    """Whether a concept may still be used."""

    CURRENT = "current"
    DEPRECATED = "deprecated"
    UNKNOWN = "unknown"  # only of what is not loaded: what a source does not call deprecated is current


@dataclass(frozen=True, slots=True)
class Link:
    """A statement that leads from one concept to another resource; ``predicate`` is a full IRI."""

    predicate: str
    target: str


@dataclass(frozen=True, slots=True)
class ConceptVersion:
    """Which version of a concept this is, as its source says; empty where it does not.

    ``date`` is of its last change, ISO 8601 with or without a time. ``current`` and ``others`` are IRIs of
    versions (pav:hasCurrentVersion, pav:hasVersion).
    """

    number: str = ""
    date: str = ""
    current: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """A skos:Collection; ``members`` are concepts and further collections, loaded or not."""

    uri: str
    vocabulary: str
    titles: tuple[LangString, ...] = ()
    notation: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptRef:
    """Enough of a concept to show and recognise it in a list; one that is not loaded has no vocabulary."""

    uri: str
    vocabulary: str
    notation: str
    pref_labels: tuple[LangString, ...]
    deprecated: bool = False

    @property
    def status(self) -> Status:
        """Unknown where the concept is not loaded."""
        if not self.vocabulary:
            return Status.UNKNOWN
        return Status.DEPRECATED if self.deprecated else Status.CURRENT


@dataclass(frozen=True, slots=True)
class Concept:
    """A skos:Concept with everything that was said of it.

    ``vocabulary`` is the id of the vocabulary it was loaded from. Relations hold IRIs, loaded or not:
    ``broader``, ``narrower`` and ``related`` as stated by the source, ``units`` the related concepts that
    are units of measure, ``links`` the mapping properties, owl:sameAs and the like. ``collections`` hold the
    concept, directly or through another collection; the vocabulary's own may be among them.
    """

    uri: str
    vocabulary: str
    notations: tuple[str, ...] = ()
    pref_labels: tuple[LangString, ...] = ()
    alt_labels: tuple[LangString, ...] = ()
    hidden_labels: tuple[LangString, ...] = ()
    definitions: tuple[LangString, ...] = ()
    status: Status = Status.CURRENT
    replaced_by: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    box: BoundingBox | None = None
    version: ConceptVersion = ConceptVersion()
    collections: tuple[str, ...] = ()

    def ref(self) -> ConceptRef:
        """Return the short form."""
        return ConceptRef(
            uri=self.uri,
            vocabulary=self.vocabulary,
            notation=self.notations[0] if self.notations else "",
            pref_labels=self.pref_labels,
            deprecated=self.status is Status.DEPRECATED,
        )


@dataclass(frozen=True, slots=True)
class LinkedConcept:
    """A link with what is known of its target, which need not be loaded."""

    predicate: str
    target: ConceptRef
