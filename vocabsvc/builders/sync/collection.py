"""A collection as it was received: whether it is the one asked for, and whole."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from vocabsvc.builders.nvs import collection
from vocabsvc.builders.recipe import CC_BY, NERC
from vocabsvc.builders.sync.part import Representation
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.concept import Statements, iris_of, is_collection, titles_of
from vocabsvc.formats.rdf import parse_rdf, serialise_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Status
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DCTERMS, OWL, SKOS

_ENDINGS: Mapping[str, str] = {
    "text/turtle": ".ttl",
    "application/n-triples": ".nt",
    "application/rdf+xml": ".rdf",
    "application/ld+json": ".jsonld",
}
_NO_BASE = "http://unused.invalid/"
_ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_CC_BY_ADDRESS = re.compile(r"https?://creativecommons\.org/licenses/by/4\.0(/.*)?")

Page = tuple[Representation, bytes]
"""What the server said of a page, and its bytes, decoded."""


@dataclass(frozen=True, slots=True)
class ReceivedCollection:
    """A whole collection; ``content`` is RDF as the file name ending ``ending`` claims."""

    vocabulary: Vocabulary
    ending: str
    content: bytes


def read_collection(pages: Sequence[Page], vocabulary: str) -> ReceivedCollection:
    """Read a collection from its pages; the bytes of a single page are kept as they are.

    A title that is in one language only stands for both.

    Raises:
        UnreadableInput: not RDF, not this collection, pages of two editions, or members without a label
            (which is how a truncated file looks that is well-formed by chance).
    """
    first, uri = pages[0][0], collection(vocabulary)
    triples = tuple(triple for said, content in pages for triple in _parsed(said, content))
    about = _said_of(uri, triples)
    if not is_collection(about):
        raise UnreadableInput(f"does not hold the collection {vocabulary}", first.address)
    editions = _texts(about, f"{OWL}versionInfo")
    if len(pages) > 1 and len(set(editions)) > 1:
        raise UnreadableInput("its pages are of two editions", first.address)
    concepts = read_skos(triples, vocabulary).concepts
    _check_members(iris_of(about, f"{SKOS}member"), {one.uri for one in concepts if one.pref_labels}, first.address)
    titles = {title.lang: _line(title.text) for title in titles_of(about)}
    english = titles.get("en") or next(iter(titles.values()), vocabulary)
    date = next(iter(_texts(about, f"{DCTERMS}date")), "")[:10]
    licence = next(iter(iris_of(about, f"{DCTERMS}license")), "")
    described = Vocabulary(
        id=vocabulary,
        uri=uri,
        titles=(LangString(english, "en"), LangString(titles.get("fr", english), "fr")),
        publisher=next(iter(_texts(about, f"{DCTERMS}publisher")), NERC),
        sources=(first.address,),
        edition=next(iter(editions), ""),
        date=date if _ISO_DATE.fullmatch(date) else "",
        licence=CC_BY if not licence or _CC_BY_ADDRESS.fullmatch(licence) else licence,
        languages=tuple(sorted({label.lang for one in concepts for label in one.pref_labels} - {""})) or ("en",),
        concept_count=len(concepts),
        deprecated_count=sum(concept.status is Status.DEPRECATED for concept in concepts),
    )
    if len(pages) == 1:
        return ReceivedCollection(described, _ENDINGS[first.media_type], pages[0][1])
    return ReceivedCollection(described, ".ttl", serialise_rdf(triples, RdfFormat.TURTLE, {"skos": SKOS}))


def _parsed(said: Representation, content: bytes) -> tuple[Triple, ...]:
    ending = _ENDINGS.get(said.media_type)
    if ending is None:
        raise UnreadableInput(f"sent as {said.media_type or 'nothing known'}, which is not RDF", said.address)
    try:
        return parse_rdf(content, f"x{ending}", _NO_BASE).triples
    except UnreadableInput as error:
        raise UnreadableInput(error.reason, said.address, error.line, error.column) from error


def _said_of(uri: str, triples: Iterable[Triple]) -> Statements:
    said: dict[str, list[NamedNode | Literal]] = defaultdict(list)
    subject = NamedNode(uri)
    for triple in triples:
        if triple.subject == subject and isinstance(triple.object, NamedNode | Literal):
            said[triple.predicate.value].append(triple.object)
    return said


def _check_members(members: Sequence[str], described: set[str], address: str) -> None:
    missing = sorted(set(members) - described)
    if missing:
        count = f"{len(missing)} of {len(members)} members are not described, such as <{missing[0]}>"
        raise UnreadableInput(f"incomplete: {count}", address)
    if not members:
        raise UnreadableInput("incomplete: the collection has no members", address)


def _texts(said: Statements, predicate: str) -> list[str]:
    texts = (_line(term.value) for term in said.get(predicate, ()) if isinstance(term, Literal))
    return [text for text in texts if text]


def _line(text: str) -> str:
    return " ".join(text.split())
