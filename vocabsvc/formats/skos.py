"""SKOS triples to the concepts of a vocabulary."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from vocabsvc.formats.concept import (
    Statements,
    iris_of,
    is_collection,
    is_concept,
    read_collection,
    read_concept,
    titles_of,
)
from vocabsvc.model.concept import Collection, Concept
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import RDF, SKOS


@dataclass(frozen=True, slots=True)
class SkosDocument:
    """The concepts of one file and the scheme or collection that holds them.

    ``uri`` is ``""`` where the file declares neither a skos:ConceptScheme nor a skos:Collection.
    """

    uri: str
    titles: tuple[LangString, ...]
    concepts: tuple[Concept, ...]


def read_skos(triples: Iterable[Triple], vocabulary: str) -> SkosDocument:
    """Read every concept, in the order of the file.

    A concept is what is typed skos:Concept, or has a skos:prefLabel without being a scheme or collection.
    Of several schemes or collections, the one with most members names the document (GEMET-like files
    carry groups beside the scheme).
    """
    statements: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            statements[triple.subject.value][triple.predicate.value].append(triple.object)
    containers = [uri for uri, said in statements.items() if _is_container(said)]
    collections = [read_collection(uri, statements[uri], vocabulary) for uri in containers]
    holding = _holding(collections)
    concepts = tuple(
        read_concept(uri, said, vocabulary, holding.get(uri, ()))
        for uri, said in statements.items()
        if is_concept(said) and not _is_container(said)
    )
    uri = _main_container(containers, statements)
    return SkosDocument(uri, titles_of(statements[uri]) if uri else (), concepts)


def _is_container(said: Statements) -> bool:
    return is_collection(said) or f"{SKOS}ConceptScheme" in iris_of(said, f"{RDF}type")


def _holding(collections: Sequence[Collection]) -> Mapping[str, tuple[str, ...]]:
    """Return the collections that hold each member, directly or through another; a cycle does no harm."""
    direct: dict[str, list[str]] = defaultdict(list)
    for collection in collections:
        for member in collection.members:
            direct[member].append(collection.uri)

    def above(member: str) -> tuple[str, ...]:
        found = dict.fromkeys(direct[member])
        waiting = list(found)
        while waiting:
            new = [uri for uri in direct.get(waiting.pop(), ()) if uri not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return tuple(found)

    return {member: above(member) for member in list(direct)}


def _main_container(containers: Sequence[str], statements: Mapping[str, Statements]) -> str:
    members: dict[str, int] = defaultdict(int)
    for uri in containers:
        members[uri] += len(statements[uri].get(f"{SKOS}member", ()))
    for said in statements.values():
        for scheme in iris_of(said, f"{SKOS}inScheme"):
            members[scheme] += 1
    return max(containers, key=lambda uri: members[uri], default="")
