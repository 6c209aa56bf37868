"""What GeoNetwork reads from a Linked Data Registry (UKGovLD): a list in JSON-LD, and one vocabulary as RDF.

GeoNetwork offers each node of the list by its first label, and asks for the RDF at the node's ``@id``. Of that
it takes rdfs:label, dcterms:description and dcterms:modified of the scheme, and labels, dcterms:description,
skos:broader and skos:narrower of the concepts.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from vocabsvc.formats.thesaurus import notes_of, one_per_language, text_statements, titles_in
from vocabsvc.model.label import LangString
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.model.thesaurus import Thesaurus
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DCTERMS, RDF, RDFS, SKOS, XSD

REGISTRY_PREFIXES = {"rdf": RDF, "rdfs": RDFS, "skos": SKOS, "dcterms": DCTERMS}
_CONTEXT = {
    "dcterms": DCTERMS,
    "rdfs": RDFS,
    "reg": "http://purl.org/linked-data/registry#",
    "skos": SKOS,
}
_TYPE = f"{RDF}type"


def registry_list(vocabularies: Iterable[Vocabulary], address: str, languages: Sequence[str]) -> bytes:
    """Return the list in JSON-LD; ``address`` is that of the registry, ``languages`` decide on the first labels."""
    graph = [_node(vocabulary, f"{address}/{quote(vocabulary.id, safe='')}", languages) for vocabulary in vocabularies]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2).encode()


def registry_statements(thesaurus: Thesaurus) -> Iterator[Statement]:
    """Yield what GeoNetwork's transformation of registries reads."""
    vocabulary = thesaurus.vocabulary
    uri = vocabulary.uri
    yield Statement(uri, _TYPE, f"{SKOS}ConceptScheme")
    yield from text_statements(uri, f"{RDFS}label", titles_in(vocabulary, ()))
    yield from text_statements(uri, f"{DCTERMS}description", one_per_language(thesaurus.descriptions, vocabulary))
    if thesaurus.modified:
        yield Statement(uri, f"{DCTERMS}modified", Literal(thesaurus.modified, f"{XSD}date"))
    for concept in thesaurus.concepts:
        yield Statement(concept.uri, _TYPE, f"{SKOS}Concept")
        yield Statement(concept.uri, f"{SKOS}inScheme", uri)
        yield from text_statements(concept.uri, f"{SKOS}prefLabel", one_per_language(concept.pref_labels, vocabulary))
        yield from text_statements(concept.uri, f"{DCTERMS}description", notes_of(concept, vocabulary))
        yield from (Statement(concept.uri, f"{SKOS}broader", target) for target in concept.broader)
        yield from (Statement(concept.uri, f"{SKOS}narrower", target) for target in concept.narrower)


def _node(vocabulary: Vocabulary, address: str, languages: Sequence[str]) -> Mapping[str, object]:
    return {
        "@id": address,
        "@type": "reg:Register",
        "dcterms:identifier": vocabulary.id,
        "rdfs:label": [_value(title) for title in titles_in(vocabulary, languages)],
        "rdfs:seeAlso": {"@id": vocabulary.uri},
    }


def _value(text: LangString) -> Mapping[str, str]:
    return {"@language": text.lang, "@value": text.text} if text.lang else {"@value": text.text}
