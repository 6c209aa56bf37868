"""The JSON-LD contexts of answers, member by member as clients of Skosmos know them."""

from collections.abc import Mapping

from vocabsvc.namespaces import DC, DCTERMS, OWL, RDFS, SKOS, XSD

Context = Mapping[str, object]

ONKI = "http://schema.onki.fi/onki#"
ISOTHES = "http://purl.org/iso25964/skos-thes#"
VOID = "http://rdfs.org/ns/void#"

BASE: Context = {"skos": SKOS, "uri": "@id", "type": "@type"}
PREFIXES = {"skos": SKOS, "isothes": ISOTHES, "rdfs": RDFS, "owl": OWL, "dct": DCTERMS}
"""Prefixes that classes and properties are shortened by."""

LABELS: Context = {"prefLabel": "skos:prefLabel", "altLabel": "skos:altLabel", "hiddenLabel": "skos:hiddenLabel"}

VOCABULARY: Context = {"rdfs": RDFS, "skos": SKOS, "onki": ONKI}
STATISTICS: Context = {**VOCABULARY, "void": VOID, "uri": "@id", "id": "onki:vocabularyIdentifier"}

SEARCH: Context = {
    "skos": SKOS,
    "isothes": ISOTHES,
    "onki": ONKI,
    "uri": "@id",
    "type": "@type",
    "results": {"@id": "onki:results", "@container": "@list"},
    **LABELS,
}

GRAPH: Mapping[str, str] = {
    **PREFIXES,
    "dc11": DC,
    "uri": "@id",
    "type": "@type",
    "lang": "@language",
    "value": "@value",
    "graph": "@graph",
    "label": "rdfs:label",
    **{
        name: f"skos:{name}"
        for name in (
            "prefLabel",
            "altLabel",
            "hiddenLabel",
            "broader",
            "narrower",
            "related",
            "inScheme",
            "exactMatch",
            "closeMatch",
            "broadMatch",
            "narrowMatch",
            "relatedMatch",
        )
    },
}
"""That of RDF data as JSON-LD."""

DATES: Context = {
    "prefLabel": "skos:prefLabel",
    "xsd": XSD,
    "date": {"@id": f"{DCTERMS}date", "@type": f"{XSD}dateTime"},
}


def iri(name: str) -> dict[str, str]:
    """Return the definition of a member whose values are IRIs."""
    return {"@id": name, "@type": "@id"}


def keyed(name: str) -> dict[str, str]:
    """Return the definition of a member that is an object by IRI."""
    return {"@id": name, "@container": "@index"}


def shorten(uri: str) -> str:
    """Return a class or property with a prefix, where there is one."""
    for prefix, namespace in PREFIXES.items():
        if uri.startswith(namespace):
            return f"{prefix}:{uri.removeprefix(namespace)}"
    return uri


def expand(name: str) -> str:
    """Return the full IRI of a class or property that may have been written with a prefix."""
    prefix, colon, rest = name.partition(":")
    return f"{PREFIXES[prefix]}{rest}" if colon and prefix in PREFIXES else name
