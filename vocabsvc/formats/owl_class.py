"""A class of an OWL ontology, as far as a vocabulary needs it."""

from collections.abc import Mapping
from dataclasses import dataclass

from vocabsvc.model.label import LangString

OBO = "http://purl.obolibrary.org/obo/"
OBO_IN_OWL = "http://www.geneontology.org/formats/oboInOwl#"


@dataclass(frozen=True, slots=True)
class OwlClass:
    """A named class; ``texts`` and ``targets`` are its annotations by property, literals and IRIs.

    ``superclasses`` are the named classes that it is stated to be a subclass of, alone or in an intersection.
    A class that is only defined has the named parts of its definition (owl:equivalentClass an intersection).
    OBO tools show the former as is_a, and Protégé also the latter. ``equivalents`` are named classes.
    Everything is sorted, as the order in a file of OWL means nothing and changes from one edition to the next.
    """

    iri: str
    superclasses: tuple[str, ...]
    equivalents: tuple[str, ...]
    texts: Mapping[str, tuple[LangString, ...]]
    targets: Mapping[str, tuple[str, ...]]
