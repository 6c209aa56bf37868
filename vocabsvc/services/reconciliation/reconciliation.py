"""Reconciliation over one snapshot."""

from collections.abc import Mapping
from dataclasses import dataclass

from vocabsvc.model.match import Hit, Page
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.local_names import LocalNames
from vocabsvc.services.mapper.mapper import Mapper
from vocabsvc.services.reconciliation.extension import Extension
from vocabsvc.services.reconciliation.identifiers import Identifiers
from vocabsvc.services.reconciliation.properties import EntityProperties
from vocabsvc.services.reconciliation.reconciler import Reconciler
from vocabsvc.services.reconciliation.types import EntityTypes
from vocabsvc.services.resolver import Resolver
from vocabsvc.services.search import Search
from vocabsvc.store.base import Filters, SearchRequest, Store, TermIndex


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What a client of the Reconciliation Service API may ask."""

    reconciler: Reconciler
    extension: Extension
    identifiers: Identifiers
    types: EntityTypes
    properties: EntityProperties
    search: Search

    def suggested(self, vocabulary: str, prefix: str, offset: int, limit: int) -> Page[Hit]:
        """Return the concepts of a vocabulary, or of ``EVERYTHING``, that a text begins; raises as ``search`` does."""
        filters = Filters((vocabulary,) if vocabulary else ())
        return self.search.search(SearchRequest(prefix, filters, limit, offset))

    @classmethod
    def over(
        cls,
        store: Store,
        index: TermIndex,
        concepts: Concepts,
        search: Search,
        resolver: Resolver,
        mapper: Mapper,
        local_names: LocalNames,
        namespaces: Mapping[str, str],
    ) -> "Reconciliation":
        """Return it over what one snapshot holds; ``namespaces`` are of the concepts of each vocabulary, by its id."""
        vocabularies = concepts.vocabularies()
        names = [one.id for one in vocabularies]
        identifiers = Identifiers(store, index, resolver, namespaces)
        types, properties = EntityTypes(vocabularies), EntityProperties(vocabularies)
        return cls(
            reconciler=Reconciler(store, search, mapper, identifiers, types, names),
            extension=Extension(store, concepts, local_names, identifiers, properties),
            identifiers=identifiers,
            types=types,
            properties=properties,
            search=search,
        )
