"""Concepts as vocabsvc knows them, whatever RDF dialect they came in."""

from dataclasses import dataclass
from enum import StrEnum

from vocabsvc.model.box import BoundingBox
from vocabsvc.model.label import LangString


class Status(StrEnum):
    """Whether a concept may still be used."""

    CURRENT = "current"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Link:
    """A statement that leads from one concept to another resource; ``predicate`` is a full IRI."""

    predicate: str
    target: str


@dataclass(frozen=True, slots=True)
class ConceptRef:
    """Enough of a concept to show and recognise it in a list."""

    uri: str
    vocabulary: str
    notation: str
    pref_labels: tuple[LangString, ...]
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """A skos:Concept with everything that was said of it.

    ``vocabulary`` is the id of the vocabulary it was loaded from. Relations hold IRIs, loaded or not:
    ``broader``, ``narrower`` and ``related`` as stated by the source, ``units`` the related concepts that
    are units of measure, ``links`` the mapping properties, owl:sameAs and the like.
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
