"""What a snapshot knows of the terms that records cite, kept for the records to come."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vocabsvc.formats.identifier import read_citation
from vocabsvc.model.concept import Concept, ConceptRef, Status
from vocabsvc.model.label import LangString
from vocabsvc.model.statement import Statement
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import SKOS
from vocabsvc.services.resolver import LONGEST_ID, Resolver
from vocabsvc.store.base import Store, TermIndex

_KEPT = 8192
_EXACT = f"{SKOS}exactMatch"
_ABSENT = re.compile(r"\b([0-9]+) concepts\b[^.]*\babsent\b")
_LITTLE = 0.05


class LoadedTerms:
    """Answers from one snapshot; catalogues cite the same terms again and again, so that most answers are kept.

    ``vocabularies`` is what its manifest lists. May be shared by threads.
    """

    def __init__(self, store: Store, index: TermIndex, resolver: Resolver, vocabularies: Sequence[Vocabulary]) -> None:
        self._store = store
        self._index = index
        self._resolver = resolver
        self.vocabularies = tuple(vocabularies)
        self._by_id = {one.id.lower(): one for one in vocabularies}
        self._by_namespace = {f"{one.uri.rstrip('/#')}/": one for one in vocabularies}
        self.concept = lru_cache(_KEPT)(store.concept)
        self.cited = lru_cache(_KEPT)(self._cited)
        self.home = lru_cache(_KEPT)(self._home)
        self._kept_labelled = lru_cache(_KEPT)(index.labelled)

    def vocabulary(self, name: str) -> Vocabulary | None:
        """Return the loaded vocabulary with this id in any case, or ``None``."""
        return self._by_id.get(name.lower())

    def statements(self, vocabulary: str) -> Iterator[Statement]:
        """Return all that a vocabulary says, by its id; nothing if it is not loaded."""
        return self._store.statements(vocabulary)

    def labelled(self, label: str, vocabulary: str = "") -> tuple[ConceptRef, ...]:
        """Return the concepts with this whole label, folded, in one vocabulary by its id or in all."""
        return self._kept_labelled(label, vocabulary) if len(label) <= LONGEST_ID else ()

    def successors(self, concept: Concept) -> tuple[Concept, ...]:
        """Return what its vocabulary says to use in the place of a deprecated concept, to the end of each chain."""
        waiting, seen, ends = [*concept.replaced_by], {concept.uri}, dict[str, Concept]()
        while waiting:
            uri = waiting.pop(0)
            after = self.concept(uri) if uri not in seen else None
            seen.add(uri)
            if after is None:
                continue
            if after.replaced_by and after.status is Status.DEPRECATED:
                waiting += after.replaced_by
            else:
                ends[uri] = after
        return tuple(ends.values())

    def equivalents(self, concept: Concept) -> tuple[Concept, ...]:
        """Return the current concepts of the same vocabulary that are exact matches."""
        targets = (self.concept(link.target) for link in concept.links if link.predicate == _EXACT)
        return tuple(
            one
            for one in targets
            if one is not None and one.vocabulary == concept.vocabulary and one.status is Status.CURRENT
        )

    def _cited(self, text: str) -> Concept | None:
        """Return the concept that an address or URN cites in whatever spelling; no bare code is resolved."""
        if len(text) > LONGEST_ID or not read_citation(text).uris:
            return None
        ref = self._resolver.resolve([text])[0].concept
        return None if ref is None else self.concept(ref.uri)

    def _home(self, text: str) -> Vocabulary | None:
        """Return the loaded vocabulary that an address or URN must be of, known or not, or ``None``.

        Its own address, and one step more: what merely begins like its concepts may be of another list.
        """
        if len(text) > LONGEST_ID:
            return None
        steps = (uri.rstrip("/").rpartition("/") for uri in read_citation(text).uris)
        return next((found for space, _, _ in steps if (found := self._by_namespace.get(f"{space}/"))), None)


def is_whole(vocabulary: Vocabulary) -> bool:
    """Tell whether next to nothing is absent, so that a term which is not found is none.

    Editions say in ``missing`` how many concepts they lack.
    """
    absent = sum(int(found[1]) for text in vocabulary.missing if (found := _ABSENT.search(text)))
    return absent <= _LITTLE * vocabulary.concept_count


def labels_of(concept: Concept) -> tuple[LangString, ...]:
    """Return all labels, preferred ones first."""
    return (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels)
