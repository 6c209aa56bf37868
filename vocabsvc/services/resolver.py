"""Cited identifiers to concepts, thousands at once."""

from collections.abc import Iterable, Sequence

from vocabsvc.errors import InputTooLarge
from vocabsvc.formats.identifier import Citation, read_citation
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.resolution import Resolution
from vocabsvc.model.vocabulary import GLOSSARY
from vocabsvc.namespaces import ADDRESS
from vocabsvc.store.base import Store, TermIndex

MOST_IDS = 20_000
LONGEST_ID = 2000
CF_NAMES = "P07"
"""The vocabulary whose labels are the CF standard names."""

_LONGEST_CHAIN = 10


class Resolver:
    """Answers from one snapshot."""

    def __init__(self, store: Store, index: TermIndex) -> None:
        self._store = store
        self._index = index

    def resolve(self, ids: Sequence[str]) -> list[Resolution]:
        """Return what each id means, in input order; equal ids are looked up once.

        Raises:
            InputTooLarge: over ``MOST_IDS``, or one over ``LONGEST_ID`` characters.
        """
        if len(ids) > MOST_IDS:
            raise InputTooLarge(f"one request resolves up to {MOST_IDS} ids")
        if any(len(one) > LONGEST_ID for one in ids):
            raise InputTooLarge(f"an id goes up to {LONGEST_ID} characters")
        known = {one: self._resolve(one) for one in dict.fromkeys(ids)}
        return [known[one] for one in ids]

    def named(self, text: str, vocabulary: str) -> tuple[ConceptRef, ...]:
        """Return the concepts of a vocabulary, by its id, with this code or this whole label in any language.

        Case and accents do not count; a code goes before a label.
        """
        if len(text) > LONGEST_ID:
            return ()
        return self._index.coded(text, vocabulary) or self._index.labelled(text, vocabulary)

    def _resolve(self, text: str) -> Resolution:
        found = self._candidates(read_citation(text))
        if len(found) != 1:
            return Resolution(text, candidates=tuple(ref.uri for ref in found))
        (concept,) = found
        return Resolution(text, concept, self._successor(concept) if concept.deprecated else "")

    def _candidates(self, citation: Citation) -> tuple[ConceptRef, ...]:
        for uri in citation.uris:
            concept = self._store.concept(uri)
            if concept is not None:
                return (concept.ref(),)
        cited = self._at(citation.uris)
        if cited:
            return cited
        named = self._index.labelled(citation.cf_name, CF_NAMES) if citation.cf_name else ()
        if named:
            return named[:1]  # a current name before those that were once its alias
        if not citation.code:
            return ()
        coded = self._index.coded(citation.code, citation.vocabulary)
        if not coded and citation.vocabulary:  # a prefix that is part of the notation: CHEBI:15377
            coded = self._index.coded(f"{citation.vocabulary}:{citation.code}", "")
        if not coded and citation.vocabulary:
            coded = self._index.labelled(citation.code, citation.vocabulary)
        return tuple(ref for ref in coded if citation.vocabulary or ref.vocabulary.lower() != GLOSSARY)

    def _at(self, addresses: Iterable[str]) -> tuple[ConceptRef, ...]:
        """Return the concepts that a vocabulary says are cited at one of the addresses."""
        subjects = [link.target for one in addresses for link in self._store.statements_to(one, (ADDRESS,))]
        found = self._store.refs(subjects)
        return tuple(found[uri] for uri in dict.fromkeys(subjects) if uri in found)

    def _successor(self, concept: ConceptRef) -> str:
        last = ""
        seen = {concept.uri}
        uri = concept.uri
        for _ in range(_LONGEST_CHAIN):
            stated = self._store.concept(uri)
            uri = next(iter(stated.replaced_by), "") if stated else ""
            if not uri or uri in seen:
                break
            seen.add(uri)
            last = uri
        return last
