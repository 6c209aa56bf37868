"""The prefixes that our own documents use, name to namespace."""

from collections.abc import Mapping
from typing import Final

from vocabsvc.namespaces import DCAT, DCTERMS, DEF, OWL, PAV, RDFS, SKOS, XSD

FOAF: Final = "http://xmlns.com/foaf/0.1/"
SPDX: Final = "http://spdx.org/rdf/terms#"
VOID: Final = "http://rdfs.org/ns/void#"

VOCABULARY_PREFIXES: Final[Mapping[str, str]] = {
    "dcterms": DCTERMS,
    "owl": OWL,
    "pav": PAV,
    "rdfs": RDFS,
    "skos": SKOS,
    "v": DEF,
    "xsd": XSD,
}
"""For what vocabularies say."""

CATALOGUE_PREFIXES: Final[Mapping[str, str]] = {
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "owl": OWL,
    "skos": SKOS,
    "spdx": SPDX,
    "void": VOID,
    "xsd": XSD,
}
"""For what is said of vocabularies."""
