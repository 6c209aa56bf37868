"""The composition root: the only place that knows which store stands behind the services."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from vocabsvc.checks.engine import Engine
from vocabsvc.checks.mappings.catalogue import check_mapping_sets
from vocabsvc.checks.shapes import EngineName, prepare_shapes
from vocabsvc.checks.vocabulary.catalogue import check_vocabulary
from vocabsvc.checks.vocabulary.view import CheckedVocabulary
from vocabsvc.errors import InvalidRequest, NoSnapshot
from vocabsvc.formats.rdf import RdfDocument
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.formats.xsd.schema_sets import SchemaSets
from vocabsvc.model.concept import Concept
from vocabsvc.model.vocabulary import GLOSSARY, Vocabulary
from vocabsvc.model.vocabulary_report import VocabularyReport
from vocabsvc.services import Services
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
from vocabsvc.services.mapper.stored_knowledge import read_knowledge, write_knowledge
from vocabsvc.services.mapping_sets import MappingSets
from vocabsvc.services.nvs import NvsView
from vocabsvc.services.proposed_mappings import ProposedMappings
from vocabsvc.services.publication import Publication
from vocabsvc.services.reconciliation.reconciliation import Reconciliation
from vocabsvc.services.resolver import Resolver
from vocabsvc.services.search import Search
from vocabsvc.services.sparql import Sparql
from vocabsvc.services.term_requests.collecting import Collecting
from vocabsvc.services.term_requests.drafter_source import DrafterSource
from vocabsvc.services.term_requests.local_lists import LocalLists
from vocabsvc.services.term_requests.missing_terms import MissingTerms, Target
from vocabsvc.services.thesauri import Thesauri
from vocabsvc.services.validation.engine_comparison import EngineComparison
from vocabsvc.services.validation.link_facts import LinkFacts
from vocabsvc.services.validation.loaded_terms import LoadedTerms
from vocabsvc.services.validation.sources import fact_sources
from vocabsvc.services.validation.validation import Validation
from vocabsvc.services.validation.vocabulary_facts import FactSource, VocabularyFacts
from vocabsvc.settings import Settings
from vocabsvc.store.base import QueryLimits, SearchRequest, Store, TermIndex
from vocabsvc.store.build import LoadChecks
from vocabsvc.store.curation.base import DecisionLog
from vocabsvc.store.curation.collected import CollectedTerms
from vocabsvc.store.dumps import DumpFolder
from vocabsvc.store.glossary_file import read_glossary
from vocabsvc.store.history import HistoryFolder
from vocabsvc.store.labels.index import LabelLists
from vocabsvc.store.loader import Loader
from vocabsvc.store.memory import MemoryStore
from vocabsvc.store.nodes import Nodes
from vocabsvc.store.oxigraph import OxigraphStore, OxigraphWriter
from vocabsvc.store.readers.pool import ReaderPool
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.remote.graph_list import is_on_server
from vocabsvc.store.snapshot import Snapshot
from vocabsvc.store.snapshot_choice import choose_snapshot
from vocabsvc.store.snapshot_folder import SnapshotFolder
from vocabsvc.store.terms.index import TantivyTermIndex
from vocabsvc.store.threaded import ThreadedEngine

if TYPE_CHECKING:
    from vocabsvc.store.curation.database import Database

_REQUESTED = "P01"
"""The vocabulary that missing terms are requested for."""

_LOCAL_STORES = {"oxigraph", "memory"}
"""Stores that read the database of a snapshot; any other is the address of a SPARQL server."""


def snapshot_folder(settings: Settings) -> SnapshotFolder:
    """Return the folder that holds the snapshots."""
    return SnapshotFolder(settings.data)


def build_loader(settings: Settings) -> Loader:
    """Return what builds snapshots.

    Raises:
        InvalidRequest: the graphs are to go into a SPARQL server, but not where it takes updates.
    """
    base_uri = settings.base_uri
    check_mappings = partial(check_mapping_sets, base_uri=base_uri, examples=1)
    checks = LoadChecks(_check_shapes, _check_vocabulary, check_mappings, write_knowledge)
    folder = snapshot_folder(settings)
    if settings.store in _LOCAL_STORES:
        return Loader(folder, settings.base_uri, OxigraphWriter, checks, _complete)
    from vocabsvc.store.remote.writer import RemoteWriter  # noqa: PLC0415 - an HTTP client, for nobody else

    address = _server_address(settings)
    if not address.update:
        raise InvalidRequest("a load into a SPARQL server needs --update-store")

    def open_graph(folder: Path) -> RemoteWriter:
        return RemoteWriter(folder, address, settings.base_uri)

    return Loader(folder, settings.base_uri, open_graph, checks, _complete, engine=settings.store)


def build_engine_comparison(settings: Settings) -> EngineComparison:
    """Open the current snapshot to compare the SHACL engines over records.

    Raises:
        NoSnapshot: nothing was loaded.
        InvalidShapesGraph: its shapes cannot run.
    """
    files = tuple(snapshot_folder(settings).current().shape_files())
    engines: dict[str, Engine] = {name: prepare_shapes(files, name).engine for name in EngineName}
    return EngineComparison(build_validation(settings), engines)


def build_validation(
    settings: Settings,
    *,
    engine: EngineName = EngineName.CLOSURES,
    check_links: bool = False,
    clock: Callable[[], datetime] | None = None,
) -> Validation:
    """Open the current snapshot for validation alone; ``check_links`` asks each address in a record whether it answers.

    ``clock`` gives the time in UTC where it is not that of the machine.

    Raises:
        NoSnapshot: nothing was loaded.
        InvalidShapesGraph: its shapes cannot run.
    """
    snapshot = snapshot_folder(settings).current()
    store = _open_store(settings, snapshot, _query_limits(settings))
    index = TantivyTermIndex(snapshot.terms)
    links: tuple[FactSource, ...] = ()
    if check_links:
        # Nothing else that a command line needs speaks HTTP.
        from vocabsvc.store.link_checker import HttpLinkChecker  # noqa: PLC0415

        links = (LinkFacts(HttpLinkChecker()),)
    return _validation(settings, snapshot, store, index, Resolver(store, index), links, clock, engine)


def _validation(
    settings: Settings,
    snapshot: Snapshot,
    store: Store,
    index: TermIndex,
    resolver: Resolver,
    more: Sequence[FactSource] = (),
    clock: Callable[[], datetime] | None = None,
    engine: EngineName = EngineName.CLOSURES,
) -> Validation:
    terms = LoadedTerms(store, index, resolver, snapshot.manifest.vocabularies)
    return Validation(
        prepare_shapes(tuple(snapshot.shape_files()), engine),
        settings.max_record_bytes,
        VocabularyFacts((*fact_sources(terms, index), *more)),
        SchemaSets.open(settings.schemas) if settings.schemas else None,
        clock or (lambda: datetime.now(UTC)),
    )


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
    limits = _query_limits(settings)
    store = _open_store(settings, snapshot, limits)
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
        open_validation=lru_cache(1)(partial(_validation, settings, snapshot, store, index, resolver)),
        sparql=_sparql(settings, snapshot, store, limits),
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


def open_database(settings: Settings) -> "Database":
    """Return the database of what people decide; nothing is connected to yet.

    Raises:
        InvalidRequest: its address is of neither SQLite nor PostgreSQL.
    """
    from vocabsvc.store.curation.database import Database  # noqa: PLC0415 - most commands do without

    address = settings.decisions.get_secret_value()
    return Database.open(address) if address else Database.at(settings.data / "decisions.sqlite")


def has_graphs_elsewhere(snapshot: Snapshot) -> bool:
    """Tell whether its graphs are in a SPARQL server, which holds those of the last load only."""
    return is_on_server(snapshot.graph)


def check_snapshots(settings: Settings) -> None:
    """Find out, without opening databases, whether there is a snapshot that can be served.

    Raises:
        NoSnapshot: nothing was loaded, or nothing of it can be served.
    """
    choose_snapshot(snapshot_folder(settings), _check_snapshot)


def default_sources() -> list[Path]:
    """Return the folders that are loaded when none is named, as far as they are there."""
    return [path for path in map(Path, ("vocabularies", "mappings", "shapes")) if path.is_dir()]


def _open_log(settings: Settings) -> DecisionLog:
    from vocabsvc.store.curation.log import SqlDecisionLog  # noqa: PLC0415 - as above

    return SqlDecisionLog(open_database(settings))


def _open_collected(settings: Settings) -> CollectedTerms:
    from vocabsvc.store.curation.missing import SqlCollectedTerms  # noqa: PLC0415 - as above

    return SqlCollectedTerms(open_database(settings))


def _open_store(settings: Settings, snapshot: Snapshot, limits: QueryLimits) -> Store:
    vocabularies = {one.uri: one.id for one in snapshot.manifest.vocabularies}
    if settings.store in _LOCAL_STORES and is_on_server(snapshot.graph):
        raise NoSnapshot("this snapshot was loaded into a SPARQL server: serve it with --store, or load it again")
    if settings.store == "oxigraph":
        return OxigraphStore.open(snapshot.graph, vocabularies)
    if settings.store == "memory":
        return MemoryStore.open(snapshot.graph, vocabularies)
    from vocabsvc.store.remote.store import RemoteStore  # noqa: PLC0415 - as above

    return RemoteStore.open(_server_address(settings), vocabularies, snapshot.graph, limits)


def _sparql(settings: Settings, snapshot: Snapshot, store: Store, limits: QueryLimits) -> Sparql:
    """Return public SPARQL: readers over the database of the snapshot, even beside a store in memory."""
    if settings.store in _LOCAL_STORES:
        return Sparql(ReaderPool(snapshot.graph, limits), limits, settings.query_kept_bytes)
    return Sparql(ThreadedEngine(store, limits), limits)


def _server_address(settings: Settings) -> ServerAddress:
    return ServerAddress(
        query=settings.store,
        update=settings.update_store,
        graph_store=settings.graph_store,
        user=settings.store_user,
        password=settings.store_password.get_secret_value(),
        timeout=settings.store_timeout,
    )


def _query_limits(settings: Settings) -> QueryLimits:
    return QueryLimits(
        seconds=settings.query_timeout,
        bytes=settings.query_max_bytes,
        rows=settings.query_max_rows,
        memory=settings.query_memory,
        readers=settings.query_readers,
        waiting=settings.query_waiting,
    )


def _check_snapshot(snapshot: Snapshot) -> None:
    prepare_shapes(tuple(snapshot.shape_files()))
    for vocabulary in snapshot.manifest.vocabularies:
        HistoryFolder(snapshot.history).read(vocabulary.id)
        DumpFolder(snapshot.dumps).read(vocabulary.id)


def _check_shapes(files: Sequence[tuple[str, bytes]]) -> None:
    prepare_shapes(files)


def _check_vocabulary(
    vocabulary: Vocabulary, concepts: tuple[Concept, ...], document: RdfDocument, previous_count: int | None
) -> VocabularyReport:
    # Whether targets are loaded is known only when all is; that gives warnings, which a load does not show.
    return check_vocabulary(CheckedVocabulary(vocabulary, concepts, document), None, previous_count, examples=1)


def _complete(terms: Path, glossary: Path, texts: Sequence[str]) -> None:
    index = TantivyTermIndex(terms)
    search = Search(index, Glossary(read_glossary(glossary, GLOSSARY)), ())
    index.write_completions(search.prepared(SearchRequest(text)) for text in texts)
