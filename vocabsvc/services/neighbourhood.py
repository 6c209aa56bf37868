"""A concept as statements, with as much of its neighbours as shows and orders them."""

from collections.abc import Iterator

from vocabsvc.errors import InvalidRequest, UnknownName
from vocabsvc.formats.identifier import iri_spellings, read_iri
from vocabsvc.model.statement import Statement
from vocabsvc.namespaces import RDF, SKOS
from vocabsvc.store.base import Filters, Store, TermIndex

MOST_NEIGHBOURS = 1000
"""How many neighbours are described; a P02 group states thousands. What the concept itself says is never cut."""

_SHOWN = {f"{RDF}type", f"{SKOS}prefLabel", f"{SKOS}notation"}
_BROADER = f"{SKOS}broader"


class Neighbourhood:
    """Statements as they were loaded, nothing added."""

    def __init__(self, store: Store, index: TermIndex) -> None:
        self._store = store
        self._index = index

    def around(self, uri: str, vocabulary: str = "") -> tuple[Statement, ...]:
        """Return what is said of a concept, scheme or collection, then of its neighbours, subject by subject.

        Neighbours are what it leads to, and the concepts that state it as broader in its own vocabulary.
        ``vocabulary``, an id as loaded, refuses concepts of others. ``uri`` may be written with http or https,
        with or without the final slash.

        Raises:
            UnknownName: nothing is loaded about it.
        """
        found, said = self._describe(uri)
        concept = self._store.concept(found)
        if vocabulary and concept is not None and concept.vocabulary != vocabulary:
            raise UnknownName(f"{vocabulary} says nothing of <{uri}>")
        below = Filters((concept.vocabulary,), broader=found) if concept else None
        children = [ref.uri for ref in self._index.listed(below, 0, MOST_NEIGHBOURS).items] if below else []
        targets = [one.object for one in said if isinstance(one.object, str) and not one.object.startswith("_:")]
        neighbours = list(dict.fromkeys(uri for uri in (*targets, *children) if uri != found))[:MOST_NEIGHBOURS]
        return (*said, *(one for uri in neighbours for one in self._shown(uri, found)))

    def _describe(self, uri: str) -> tuple[str, tuple[Statement, ...]]:
        try:
            spellings = iri_spellings(read_iri(uri))
        except InvalidRequest:
            spellings = ()
        described = ((spelling, self._store.describe(spelling)) for spelling in spellings)
        found = next((one for one in described if one[1]), None)
        if found is None:
            raise UnknownName(f"nothing is loaded about <{uri}>")
        return found

    def _shown(self, uri: str, centre: str) -> Iterator[Statement]:
        for one in self._store.describe(uri):
            if one.subject == uri and (one.predicate in _SHOWN or (one.predicate, one.object) == (_BROADER, centre)):
                yield one
