"""Vocabularies as the statements that they make, for those who publish them in one RDF syntax or another."""

from collections.abc import Iterator

from vocabsvc.errors import UnknownName
from vocabsvc.formats.identifier import iri_spellings, read_iri
from vocabsvc.model.concept import Status
from vocabsvc.model.statement import Statement
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.paging import MOST_ITEMS
from vocabsvc.store.base import Filters, Store, TermIndex


class Publication:
    """Statements as they were loaded, nothing added and nothing left out."""

    def __init__(self, store: Store, index: TermIndex, concepts: Concepts) -> None:
        self._store = store
        self._index = index
        self._concepts = concepts

    def describe(self, uri: str) -> tuple[Statement, ...]:
        """Return what its own vocabulary says of a concept, scheme or collection; never empty.

        ``uri`` may be written with http or https, with or without the final slash.

        Raises:
            UnknownName: no vocabulary says anything of it.
            InvalidRequest: not an IRI.
        """
        for spelling in iri_spellings(read_iri(uri)):
            found = self._store.describe(spelling)
            if found:
                return found
        raise UnknownName(f"nothing is loaded about <{uri}>")

    def statements(self, vocabulary: str) -> Iterator[Statement]:
        """Return all that a vocabulary says, given its id in any case; those of one subject follow each other.

        Raises:
            UnknownName: no such vocabulary is loaded.
        """
        return self._store.statements(self._concepts.vocabulary(vocabulary).id)

    def concepts_of(self, vocabulary: str, status: Status | None = None) -> Iterator[tuple[Statement, ...]]:
        """Return the statements about each concept of a vocabulary, in label order; ``None`` keeps all of them.

        Raises:
            UnknownName: no such vocabulary is loaded.
        """
        return self._described(Filters((self._concepts.vocabulary(vocabulary).id,), status=status))

    def _described(self, filters: Filters) -> Iterator[tuple[Statement, ...]]:
        offset, total = 0, 1
        while offset < total:
            page = self._index.listed(filters, offset, MOST_ITEMS)
            yield from (self._store.describe(ref.uri) for ref in page.items)
            offset, total = offset + MOST_ITEMS, page.total
