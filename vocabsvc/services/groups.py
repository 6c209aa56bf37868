"""The collections inside a vocabulary, which order its concepts beside the hierarchy."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vocabsvc.errors import UnknownName
from vocabsvc.model.concept import Collection, ConceptRef
from vocabsvc.model.folding import fold
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.namespaces import RDF, SKOS
from vocabsvc.services.concepts import Concepts
from vocabsvc.store.base import Store

_KEPT = 16
_KINDS = (f"{SKOS}Collection", f"{SKOS}OrderedCollection")


@dataclass(frozen=True, slots=True)
class Group:
    """A collection and those of the same vocabulary that it holds directly."""

    collection: Collection
    children: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Members:
    """What a collection holds directly: further collections and current concepts."""

    groups: tuple[Collection, ...]
    concepts: tuple[ConceptRef, ...]


class Groups:
    """Answers from one snapshot, whose collections are read once.

    The collection that stands for the vocabulary itself, as in NVS, is none of them.
    """

    def __init__(self, store: Store, concepts: Concepts) -> None:
        self._store = store
        self._concepts = concepts
        self._of = lru_cache(_KEPT)(self._read)
        self.holding = lru_cache(_KEPT)(self._holding)

    def groups(self, vocabulary: str, language: str) -> tuple[Group, ...]:
        """Return the collections of a vocabulary by their names, given its id as loaded."""
        mine = self._of(vocabulary)
        found = (Group(one, tuple(uri for uri in one.members if uri in mine)) for one in mine.values())
        return tuple(sorted(found, key=lambda group: (_name(group.collection, language), group.collection.uri)))

    def members(self, vocabulary: str, uri: str, language: str) -> Members:
        """Return what a collection holds, by name.

        Raises:
            UnknownName: the vocabulary has no such collection.
        """
        mine = self._of(vocabulary)
        if uri not in mine:
            raise UnknownName(f"unknown collection <{uri}>")
        inner = [mine[member] for member in mine[uri].members if member in mine]
        refs = self._store.refs(member for member in mine[uri].members if member not in mine)
        current = [ref for ref in refs.values() if not ref.deprecated]
        return Members(
            tuple(sorted(inner, key=lambda one: (_name(one, language), one.uri))),
            tuple(sorted(current, key=lambda ref: (_label(ref, language), ref.uri))),
        )

    def _holding(self, uri: str) -> frozenset[str]:
        """Return the IRIs of what a collection of any vocabulary holds directly."""
        return frozenset(
            one.object
            for one in self._store.describe(uri)
            if one.predicate == f"{SKOS}member" and isinstance(one.object, str)
        )

    def _read(self, vocabulary: str) -> dict[str, Collection]:
        own = self._concepts.vocabulary(vocabulary).uri
        typed = (one.subject for kind in _KINDS for one in self._store.stated(vocabulary, f"{RDF}type", kind))
        if all(uri == own for uri in typed):
            return {}  # without reading the 50,000 members of P01
        return {one.uri: one for one in self._store.collections(vocabulary) if one.uri != own}


def _name(collection: Collection, language: str) -> str:
    return _folded(collection.titles, language)


def _label(ref: ConceptRef, language: str) -> str:
    return _folded(ref.pref_labels, language)


def _folded(labels: Sequence[LangString], language: str) -> str:
    label = choose_label(labels, (language,))
    return fold(label.text) if label else ""
