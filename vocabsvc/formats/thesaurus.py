"""The thesaurus file that GeoNetwork imports from an address.

GeoNetwork reads it twice: by XPath the ConceptScheme under the root, and as RDF the concepts. It finds labels
by two-letter language tags, shows skos:scopeNote as the definition, draws the tree from skos:hasTopConcept, and
walks it by skos:broader and skos:narrower, so both must be there. The box is as in its own list of regions.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from pyoxigraph import Literal as Term
from pyoxigraph import NamedNode

from vocabsvc.formats.concept import read_concept
from vocabsvc.formats.rdf_xml import write_rdf_xml
from vocabsvc.formats.statement import to_triple
from vocabsvc.model.box import BoundingBox
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.model.sink import ByteSink
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.model.thesaurus import Thesaurus
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DC, DCTERMS, OWL, RDF, SKOS, XSD

GML: Final = "http://www.opengis.net/gml#"
_WGS84 = "http://www.opengis.net/gml/srs/epsg.xml#epsg:4326"
_PREFIXES = {"rdf": RDF, "skos": SKOS, "dc": DC, "dcterms": DCTERMS, "owl": OWL, "gml": GML}
_TYPE = f"{RDF}type"


def concept_of(uri: str, about: Iterable[Statement], vocabulary: str) -> Concept:
    """Return a concept, given what is said of it."""
    said: dict[str, list[NamedNode | Term]] = {}
    for statement in about:
        target = to_triple(statement).object
        if statement.subject == uri and isinstance(target, NamedNode | Term):
            said.setdefault(statement.predicate, []).append(target)
    return read_concept(uri, said, vocabulary)


def write_thesaurus(thesaurus: Thesaurus, languages: Sequence[str], sink: ByteSink) -> None:
    """Write the file; of the titles, GeoNetwork calls the thesaurus by the first, so ``languages`` come first."""
    write_rdf_xml(_statements(thesaurus, languages), _PREFIXES, sink)


def titles_in(vocabulary: Vocabulary, languages: Sequence[str]) -> tuple[LangString, ...]:
    """Return a title per language, those in ``languages`` first; at least the id."""
    titles = one_per_language(vocabulary.titles, vocabulary) or (LangString(vocabulary.id),)
    order = {language: place for place, language in enumerate(languages)}
    return tuple(sorted(titles, key=lambda title: order.get(title.lang, len(order))))


def one_per_language(labels: Iterable[LangString], vocabulary: Vocabulary) -> tuple[LangString, ...]:
    """Return one label for each two-letter language, by language; one in plain ``fr`` before ``fr-ca``.

    Labels without tag are in the vocabulary's language, where it has only one.
    """
    found: dict[str, LangString] = {}
    for label in sorted(labels, key=lambda label: ("-" in label.lang, label.text)):
        tagged = _tagged(label, vocabulary)
        found.setdefault(tagged.lang, tagged)
    return tuple(sorted(found.values(), key=attrgetter("lang")))


def notes_of(concept: Concept, vocabulary: Vocabulary) -> tuple[LangString, ...]:
    """Return what GeoNetwork shows as the definition: one text for each language, so several are joined."""
    texts: dict[str, list[str]] = {}
    for definition in _tagged_in_order(concept.definitions, vocabulary):
        texts.setdefault(definition.lang, []).append(definition.text)
    return tuple(LangString("\n".join(found), lang) for lang, found in texts.items())


def text_statements(uri: str, predicate: str, texts: Iterable[LangString]) -> Iterator[Statement]:
    """Yield a statement per text."""
    for text in texts:
        datatype = f"{RDF}langString" if text.lang else f"{XSD}string"
        yield Statement(uri, predicate, Literal(text.text, datatype, text.lang))


def _tagged_in_order(labels: Iterable[LangString], vocabulary: Vocabulary) -> Sequence[LangString]:
    # The graph has no order, and the file should not change with the engine that keeps it.
    tagged = {_tagged(label, vocabulary) for label in labels}
    return sorted(tagged, key=attrgetter("lang", "text"))


def _tagged(label: LangString, vocabulary: Vocabulary) -> LangString:
    only = vocabulary.languages[0] if len(vocabulary.languages) == 1 else ""
    return LangString(label.text, (label.lang or only).partition("-")[0])


def _statements(thesaurus: Thesaurus, languages: Sequence[str]) -> Iterator[Statement]:
    yield from _scheme(thesaurus, languages)
    for number, concept in enumerate(thesaurus.concepts):
        yield from _concept(concept, thesaurus.vocabulary)
        if concept.box:
            yield from _box(concept, concept.box, f"_:box{number}")


def _scheme(thesaurus: Thesaurus, languages: Sequence[str]) -> Iterator[Statement]:
    vocabulary = thesaurus.vocabulary
    uri, titles = vocabulary.uri, titles_in(vocabulary, languages)
    yield Statement(uri, _TYPE, f"{SKOS}ConceptScheme")
    for name in (f"{DC}title", f"{DCTERMS}title"):
        yield from text_statements(uri, name, titles)
    yield from text_statements(uri, f"{DCTERMS}description", one_per_language(thesaurus.descriptions, vocabulary))
    dates = {"created": thesaurus.created, "issued": thesaurus.issued, "modified": thesaurus.modified}
    yield from (Statement(uri, f"{DCTERMS}{name}", Literal(day, f"{XSD}date")) for name, day in dates.items() if day)
    facts = {f"{DCTERMS}publisher": vocabulary.publisher, f"{OWL}versionInfo": vocabulary.edition}
    yield from (Statement(uri, name, Literal(text)) for name, text in facts.items() if text)
    yield from (Statement(uri, f"{SKOS}hasTopConcept", top) for top in thesaurus.top_concepts)


def _concept(concept: Concept, vocabulary: Vocabulary) -> Iterator[Statement]:
    uri = concept.uri
    yield Statement(uri, _TYPE, f"{SKOS}Concept")
    yield Statement(uri, f"{SKOS}inScheme", vocabulary.uri)
    if not concept.broader:
        yield Statement(uri, f"{SKOS}topConceptOf", vocabulary.uri)
    yield from (Statement(uri, f"{SKOS}notation", Literal(text)) for text in sorted(concept.notations))
    yield from text_statements(uri, f"{SKOS}prefLabel", one_per_language(concept.pref_labels, vocabulary))
    yield from text_statements(uri, f"{SKOS}altLabel", _tagged_in_order(concept.alt_labels, vocabulary))
    yield from text_statements(uri, f"{SKOS}definition", _tagged_in_order(concept.definitions, vocabulary))
    yield from text_statements(uri, f"{SKOS}scopeNote", notes_of(concept, vocabulary))
    relations = {"broader": concept.broader, "narrower": concept.narrower, "related": concept.related}
    yield from (Statement(uri, f"{SKOS}{name}", target) for name, targets in relations.items() for target in targets)


def _box(concept: Concept, box: BoundingBox, node: str) -> Iterator[Statement]:
    yield Statement(concept.uri, f"{GML}BoundedBy", node)
    yield Statement(node, _TYPE, f"{GML}Envelope")
    yield Statement(node, f"{GML}srsName", _WGS84)
    yield Statement(node, f"{GML}lowerCorner", Literal(f"{box.west} {box.south}"))
    yield Statement(node, f"{GML}upperCorner", Literal(f"{box.east} {box.north}"))
