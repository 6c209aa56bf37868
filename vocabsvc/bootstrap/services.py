"""Everything that is served."""

from datetime import datetime
from functools import lru_cache, partial

from vocabsvc.bootstrap.stores import is_local, open_database, open_store, query_engine, query_limits
from vocabsvc.bootstrap.validation import validation_over
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.model.vocabulary import GLOSSARY
from vocabsvc.services.browsing import Browsing
from vocabsvc.services.catalogue import Catalogue
from vocabsvc.services.changes import Changes
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.curation.coverage import Coverage
from vocabsvc.services.curation.curation import Curation
from vocabsvc.services.curation.export import MappingExport
from vocabsvc.services.curation.identity import Curators
from vocabsvc.services.curation.proposals import Proposals
from vocabsvc.services.curation.targets import Targets
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.glossary import Glossary
from vocabsvc.services.linked_data import LinkedData
from vocabsvc.services.local_names import LocalNames
from vocabsvc.services.mapper.mapper import Mapper
from vocabsvc.services.mapper.published import PublishedMappings
from vocabsvc.services.mapper.stored_knowledge import read_knowledge
from vocabsvc.services.mapping_sets import MappingSets
from vocabsvc.services.nvs import NvsView
from vocabsvc.services.proposed_mappings import ProposedMappings
from vocabsvc.services.publication import Publication
from vocabsvc.services.reconciliation.reconciliation import Reconciliation
from vocabsvc.services.resolver import Resolver
from vocabsvc.services.search import Search
from vocabsvc.services.services import Services
from vocabsvc.services.sparql import Sparql
from vocabsvc.services.term_requests.collecting import Collecting
from vocabsvc.services.term_requests.drafter_source import DrafterSource
from vocabsvc.services.term_requests.local_lists import LocalLists
from vocabsvc.services.term_requests.missing_terms import MissingTerms, Target
from vocabsvc.services.thesauri import Thesauri
from vocabsvc.settings import Settings
from vocabsvc.store.base import Store
from vocabsvc.store.curation.base import DecisionLog
from vocabsvc.store.curation.collected import CollectedTerms
from vocabsvc.store.dumps import DumpFolder
from vocabsvc.store.glossary_file import read_glossary
from vocabsvc.store.history import HistoryFolder
from vocabsvc.store.labels.index import LabelLists
from vocabsvc.store.nodes import Nodes
from vocabsvc.store.snapshot import Snapshot
from vocabsvc.store.terms.index import TantivyTermIndex

_REQUESTED = "P01"
"""The vocabulary that missing terms are requested for."""


def serve_snapshot(settings: Settings, snapshot: Snapshot) -> Services:
    """Open a snapshot with all that requests will need, so that none waits, and what cannot be served is known now.

    Raises:
        InvalidShapesGraph: its shapes cannot run.
        UnreadableInput: a history or a list of dumps is damaged.
    """
    services = build_services(settings, snapshot)
    services.open_validation()
    return services


def build_services(settings: Settings, snapshot: Snapshot) -> Services:
    """Open a snapshot.

    Raises:
        UnreadableInput: a history or a list of dumps is damaged.
    """
    vocabularies = snapshot.manifest.vocabularies
    names = [vocabulary.id for vocabulary in vocabularies]
    store = open_store(settings, snapshot)
    index = TantivyTermIndex(snapshot.terms)
    base_uri = snapshot.manifest.base_uri
    sssom = [read_sssom(data, name, base_uri) for name, data in snapshot.mapping_files()]
    mapping_sets = MappingSets(sssom)
    glossary = Glossary(read_glossary(snapshot.glossary, GLOSSARY))
    published = PublishedMappings(mapping_sets, store)
    knowledge = lru_cache(1)(partial(read_knowledge, snapshot.mapper, glossary))
    changes = Changes([HistoryFolder(snapshot.history).read(name) for name in names])
    concepts = Concepts(store, index, vocabularies, mapping_sets, changes)
    folder = DumpFolder(snapshot.dumps)
    dumps = Dumps({name: folder.read(name) for name in names}, folder)
    publication = Publication(store, index, concepts)
    search, resolver, local_names = Search(index, glossary, names), Resolver(store, index), LocalNames(sssom, store)
    mapper = Mapper(knowledge, published, names)
    spaces = {editions[-1].vocabulary: editions[-1].uri_space for editions in dumps.all()}
    namespaces = {one.id: spaces.get(one.id) or one.uri for one in vocabularies}
    targets = Targets(store, resolver, vocabularies, base_uri)
    curation = Curation(partial(_open_log, settings), sssom, targets, Coverage(store, concepts))
    missing_terms = MissingTerms(
        next((Target(one.id, one.uri) for one in vocabularies if one.id == _REQUESTED), None),
        LocalLists(vocabularies, concepts, store),
        curation,
        Collecting(partial(_open_collected, settings)),
        mapper,
        DrafterSource(knowledge, glossary, _REQUESTED),
    )
    nodes = {name: Nodes(snapshot.nodes, name) for name in names}
    return Services(
        snapshot=snapshot.folder.name,
        created=snapshot.since or datetime.fromisoformat(snapshot.manifest.created),
        changes=changes,
        concepts=concepts,
        nvs=NvsView(store, index, concepts, nodes, base_uri),
        search=search,
        resolver=resolver,
        mapper=mapper,
        local_names=local_names,
        proposed_mappings=ProposedMappings(mapping_sets, vocabularies, base_uri),
        open_validation=lru_cache(1)(partial(validation_over, settings, snapshot, store, index, resolver)),
        sparql=_sparql(settings, snapshot, store),
        thesauri=Thesauri(store, concepts),
        publication=publication,
        linked_data=LinkedData(publication, store, index, concepts, dumps, base_uri),
        catalogue=Catalogue(vocabularies, [editions[-1] for editions in dumps.all()], sssom, snapshot.manifest.created),
        dumps=dumps,
        browsing=Browsing.over(store, index, LabelLists(snapshot.labels), concepts, changes),
        curation=curation,
        curators=build_curators(settings),
        proposals=Proposals(curation, tuple(sssom), base_uri),
        mapping_export=MappingExport(curation, snapshot.mapping_files, vocabularies, base_uri),
        reconciliation=Reconciliation.over(store, index, concepts, search, resolver, mapper, local_names, namespaces),
        missing_terms=missing_terms,
    )


def build_curators(settings: Settings) -> Curators:
    """Return who may decide over HTTP.

    Raises:
        InvalidRequest: the setting, or the file that it names, does not say it.
    """
    return Curators.read(settings.curator_tokens.get_secret_value())


def _open_log(settings: Settings) -> DecisionLog:
    from vocabsvc.store.curation.log import SqlDecisionLog  # noqa: PLC0415 - a database, which most requests do without

    return SqlDecisionLog(open_database(settings))


def _open_collected(settings: Settings) -> CollectedTerms:
    from vocabsvc.store.curation.missing import SqlCollectedTerms  # noqa: PLC0415 - as above

    return SqlCollectedTerms(open_database(settings))


def _sparql(settings: Settings, snapshot: Snapshot, store: Store) -> Sparql:
    kept = settings.query_kept_bytes if is_local(settings) else 0  # a server elsewhere may be written to meanwhile
    return Sparql(query_engine(settings, snapshot, store), query_limits(settings), kept)
