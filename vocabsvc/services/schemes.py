"""The concept schemes of a vocabulary, and the classes of its concepts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vocabsvc.formats.concept import TITLES
from vocabsvc.model.label import LangString
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import OWL, RDF, RDFS, SKOS
from vocabsvc.services.concepts import Concepts
from vocabsvc.store.base import Store

SKOS_CONCEPT = f"{SKOS}Concept"

_EVERYDAY = {SKOS_CONCEPT, f"{OWL}NamedIndividual", f"{OWL}Thing", f"{RDFS}Resource"}
"""Classes that tell nothing of a concept beside the others."""

_CONTAINERS = {f"{SKOS}{name}" for name in ("Collection", "OrderedCollection", "ConceptScheme")}


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme, or the collection that stands for one in NVS."""

    uri: str
    titles: tuple[LangString, ...]


@dataclass(frozen=True, slots=True)
class ConceptClass:
    """A class other than skos:Concept, how many concepts of a vocabulary are of it, and how many deprecated ones."""

    uri: str
    labels: tuple[LangString, ...]
    superclasses: tuple[str, ...]
    count: int
    deprecated_count: int


class Schemes:
    """Answers from one snapshot; ``vocabulary`` is an id as loaded. What a vocabulary says of classes is read once."""

    def __init__(self, store: Store, concepts: Concepts) -> None:
        self._store = store
        self._concepts = concepts
        self.classes_of = lru_cache(None)(self._classes_of)  # as many entries as vocabularies

    def schemes(self, vocabulary: str) -> tuple[Scheme, ...]:
        """Return what stands for the vocabulary itself, then the further schemes that it states, by IRI."""
        own = self._concepts.vocabulary(vocabulary)
        stated = {one.subject for one in self._store.stated(vocabulary, f"{RDF}type", f"{SKOS}ConceptScheme")}
        further = sorted(uri for uri in stated - {own.uri} if not uri.startswith("_:"))
        return (Scheme(own.uri, own.titles), *(Scheme(uri, self._named(uri, TITLES)) for uri in further))

    def concepts_in(self, schemes: Iterable[str], vocabularies: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Return the vocabularies that are wholly in one of the schemes, and the IRIs of what else is in them."""
        own = {self._concepts.vocabulary(name).uri: name for name in vocabularies}
        whole = frozenset(own[uri] for uri in schemes if uri in own)
        others = (uri for uri in schemes if uri not in own)
        said = (f"{SKOS}inScheme", f"{SKOS}topConceptOf")
        return whole, frozenset(link.target for uri in others for link in self._store.statements_to(uri, said))

    def typed(self, types: Iterable[str], vocabularies: Sequence[str]) -> frozenset[str]:
        """Return the IRIs of the concepts that are of one of these classes, none of which is skos:Concept."""
        wanted = set(types)
        return frozenset(
            uri
            for name in vocabularies
            for uri, classes in self.classes_of(name).items()
            if not wanted.isdisjoint(classes)
        )

    def classes(self, vocabulary: str) -> tuple[ConceptClass, ...]:
        """Return the classes that concepts are of beside skos:Concept, by IRI."""
        typed = self.classes_of(vocabulary)
        refs = self._store.refs(typed)
        every = Counter(uri for classes in typed.values() for uri in classes)
        gone = Counter(uri for concept, classes in typed.items() if refs[concept].deprecated for uri in classes)
        return tuple(
            ConceptClass(
                uri, self._named(uri, (f"{RDFS}label", *TITLES)), self._superclasses(uri), every[uri], gone[uri]
            )
            for uri in sorted(every)
        )

    def _classes_of(self, vocabulary: str) -> Mapping[str, tuple[str, ...]]:
        """Return the classes of each concept that is of more than skos:Concept."""
        further = [uri for uri in self._store.classes(vocabulary) if uri not in _EVERYDAY and uri not in _CONTAINERS]
        found: defaultdict[str, list[str]] = defaultdict(list)
        for uri in further:
            for one in self._store.stated(vocabulary, f"{RDF}type", uri):
                found[one.subject].append(uri)
        own = {uri for uri, ref in self._store.refs(found).items() if ref.vocabulary == vocabulary}
        return {uri: tuple(classes) for uri, classes in found.items() if uri in own}

    def _superclasses(self, uri: str) -> tuple[str, ...]:
        said = self._store.describe(uri)
        return tuple(one.object for one in said if one.predicate == f"{RDFS}subClassOf" and isinstance(one.object, str))

    def _named(self, uri: str, properties: Sequence[str]) -> tuple[LangString, ...]:
        said = self._store.describe(uri)
        return next((names for name in properties if (names := _texts(said, name))), ())


def _texts(said: Iterable[Statement], predicate: str) -> tuple[LangString, ...]:
    literals = (one.object for one in said if one.predicate == predicate and isinstance(one.object, Literal))
    return tuple(LangString(literal.lexical, literal.lang.lower()) for literal in literals)
