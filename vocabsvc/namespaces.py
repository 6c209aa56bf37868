"""IRIs of the vocabularies that the code names, as plain strings."""

from typing import Final

DC: Final = "http://purl.org/dc/elements/1.1/"
DCAT: Final = "http://www.w3.org/ns/dcat#"
DCTERMS: Final = "http://purl.org/dc/terms/"
OWL: Final = "http://www.w3.org/2002/07/owl#"
PAV: Final = "http://purl.org/pav/"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SEMAPV: Final = "https://w3id.org/semapv/vocab/"
SH: Final = "http://www.w3.org/ns/shacl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
SSSOM: Final = "https://w3id.org/sssom/"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

NVS: Final = "http://vocab.nerc.ac.uk/collection/"
"""Namespace of the NERC Vocabulary Server's collections; concepts end in ``/current/CODE/``."""

MAPPINGS: Final = "https://w3id.org/vocabsvc/mappings/"
"""Namespace of the mapping sets that the project publishes itself."""

DEF: Final = "https://w3id.org/vocabsvc/def#"
"""Our own terms: the record profile of ``shapes/`` and bounding boxes of place concepts."""

ADDRESS: Final = f"{DEF}address"
"""Property: another IRI or web address under which a concept is cited, apart from the concepts it is matched with."""

SHAPES: Final = "https://w3id.org/vocabsvc/shapes#"
"""Our constraints on metadata records."""
