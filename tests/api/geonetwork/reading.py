"""How GeoNetwork reads a thesaurus file, as its contract describes it: XPath on the scheme, RDF for the concepts."""

import re
from dataclasses import dataclass

import rdflib
from lxml import etree
from rdflib.namespace import RDF, SKOS

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "gml": "http://www.opengis.net/gml#",
}
GML = rdflib.Namespace(NAMESPACES["gml"])
TITLES = "skos:ConceptScheme/dc:title|skos:ConceptScheme/dcterms:title"
DESCRIPTIONS = "skos:ConceptScheme/dc:description|skos:ConceptScheme/dcterms:description"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class ReadScheme:
    """What GeoNetwork knows of the thesaurus itself; texts are by language."""

    namespace: str
    title: str
    titles: dict[str, str]
    descriptions: dict[str, str]
    created: str
    issued: str
    modified: str


def select(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, etree._Element)]


def read_root(data: bytes) -> etree._Element:
    """Parse; GeoNetwork takes a file only if its root is RDF by this prefix."""
    root = etree.fromstring(data)
    assert (root.prefix, root.tag) == ("rdf", f"{{{NAMESPACES['rdf']}}}RDF")
    return root


def read_scheme(root: etree._Element) -> ReadScheme:
    title, *_ = select(root, TITLES)
    scheme = title.getparent()
    assert scheme is not None

    def date(name: str) -> str:
        found = select(root, f"skos:ConceptScheme/dcterms:{name}")
        return (found[0].text or "") if found else ""

    return ReadScheme(
        namespace=str(scheme.attrib[f"{{{NAMESPACES['rdf']}}}about"]),
        title=title.text or "",
        titles=_by_language(root, TITLES),
        descriptions=_by_language(root, DESCRIPTIONS),
        created=date("created"),
        issued=date("issued"),
        modified=date("modified"),
    )


def _by_language(root: etree._Element, path: str) -> dict[str, str]:
    tagged = (one for one in select(root, path) if LANG in one.attrib)
    return {str(one.attrib[LANG]): " ".join((one.text or "").split()) for one in tagged}


class ReadConcepts:
    """The concepts, by the queries that GeoNetwork sends to its RDF store."""

    def __init__(self, data: bytes) -> None:
        self.graph = rdflib.Graph().parse(data=data, format="xml")
        self.uris = {str(uri) for uri in self.graph.subjects(RDF.type, SKOS.Concept)}

    def texts(self, uri: str, name: str, lang: str) -> list[str]:
        found = self.graph.objects(rdflib.URIRef(uri), SKOS[name])
        return [str(text) for text in found if isinstance(text, rdflib.Literal) and text.language == lang]

    def tops(self) -> set[str]:
        schemes = self.graph.subjects(RDF.type, SKOS.ConceptScheme)
        tops = {str(top) for scheme in schemes for top in self.graph.objects(scheme, SKOS.hasTopConcept)}
        return tops & self.uris

    def above(self, uri: str) -> set[str]:
        """Return the broader concepts as GeoNetwork finds them: by who states to be wider."""
        return {str(one) for one in self.graph.subjects(SKOS.narrower, rdflib.URIRef(uri))} & self.uris

    def below(self, uri: str) -> set[str]:
        return {str(one) for one in self.graph.subjects(SKOS.broader, rdflib.URIRef(uri))} & self.uris

    def box(self, uri: str) -> tuple[str, ...]:
        """Return west, south, east, north, empty where a corner is not two numbers with a space between."""
        nodes = list(self.graph.objects(rdflib.URIRef(uri), GML.BoundedBy))
        corners = [
            str(text).split(" ")
            for node in nodes
            for name in (GML.lowerCorner, GML.upperCorner)
            for text in self.graph.objects(node, name)
        ]
        return tuple(side for corner in corners if len(corner) == 2 for side in corner)
