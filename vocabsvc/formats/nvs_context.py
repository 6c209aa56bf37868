"""The JSON-LD context of NVS, pinned: clients read its short names as they stand."""

import json
from collections.abc import Mapping

PREFIXES: Mapping[str, str] = {
    "cpm": "http://purl.org/voc/cpm#",
    "qudt": "https://qudt.org/2.1/schema/qudt#",
    "void": "http://rdfs.org/ns/void#",
    "pav": "http://purl.org/pav/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "dce": "http://purl.org/dc/elements/1.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "ns0": "http://www.w3.org/ns/dx/conneg/altr#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "iop": "https://w3id.org/iadopt/ont#",
    "ns1": "http://www.w3.org/ns/dx/prof/",
    "puv": "https://w3id.org/env/puv#",
    "semapv": "http://w3id.org/semapv/vocab/",
    "dct": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "reg": "http://purl.org/linked-data/registry#",
    "sssom": "https://w3id.org/sssom/schema/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "grg": "http://www.isotc211.org/schemas/grg/",
    "prov": "https://www.w3.org/ns/prov#",
    "dc": "http://purl.org/dc/terms/",
}
"""Prefix -> namespace, in NVS's order. ``dc`` and ``dct`` are both Dublin Core terms; bodies use ``dc``."""

CONTEXT = b'"@context":' + json.dumps(PREFIXES, separators=(",", ":")).encode()
"""The member ``@context`` of a JSON-LD object, as bytes."""

_NAMESPACES = tuple((namespace, prefix) for prefix, namespace in PREFIXES.items() if prefix != "dct")


def compact(iri: str) -> str:
    """Return an IRI by its prefix, or as it is where it has none.

    A local part in ``//`` would read as an absolute IRI (JSON-LD 1.1 §5.2), so such an IRI stays whole.
    """
    for namespace, prefix in _NAMESPACES:
        if iri.startswith(namespace) and len(iri) > len(namespace) and not iri.startswith("//", len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
