"""All services together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from vocabsvc.services.browsing import Browsing
from vocabsvc.services.catalogue import Catalogue
from vocabsvc.services.changes import Changes
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.curation.curation import Curation
from vocabsvc.services.curation.export import MappingExport
from vocabsvc.services.curation.identity import Curators
from vocabsvc.services.curation.proposals import Proposals
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.linked_data import LinkedData
from vocabsvc.services.local_names import LocalNames
from vocabsvc.services.mapper.mapper import Mapper
from vocabsvc.services.nvs import NvsView
from vocabsvc.services.proposed_mappings import ProposedMappings
from vocabsvc.services.publication import Publication
from vocabsvc.services.reconciliation.reconciliation import Reconciliation
from vocabsvc.services.resolver import Resolver
from vocabsvc.services.search import Search
from vocabsvc.services.sparql import Sparql
from vocabsvc.services.term_requests.missing_terms import MissingTerms
from vocabsvc.services.thesauri import Thesauri
from vocabsvc.services.validation.validation import Validation


@dataclass(frozen=True, slots=True)
class Services:
    """All services over one snapshot, as routes and commands receive them.

    ``snapshot`` names it, and no other of its data folder; ``created`` is when it became the one to serve, in UTC.
    ``open_validation`` prepares the shapes when it is first called, which takes longer than to look a term up, and
    returns the same from then on.
    """

    snapshot: str
    created: datetime
    changes: Changes
    concepts: Concepts
    search: Search
    resolver: Resolver
    mapper: Mapper
    local_names: LocalNames
    proposed_mappings: ProposedMappings
    open_validation: Callable[[], Validation]
    sparql: Sparql
    nvs: NvsView
    thesauri: Thesauri
    publication: Publication
    linked_data: LinkedData
    catalogue: Catalogue
    dumps: Dumps
    browsing: Browsing
    curation: Curation
    curators: Curators
    proposals: Proposals
    mapping_export: MappingExport
    reconciliation: Reconciliation
    missing_terms: MissingTerms

    async def start(self) -> None:
        """Start what runs beside this process: what answers SPARQL."""
        await self.sparql.start()

    async def close(self) -> None:
        """Let answers under way end, and leave no process behind."""
        await self.sparql.close()
        self.curation.close()
        self.missing_terms.close()

    @property
    def validation(self) -> Validation:
        """The validation of records.

        Raises:
            InvalidShapesGraph: the shapes of the snapshot cannot run.
        """
        return self.open_validation()
