"""The engines that settings name."""

from typing import TYPE_CHECKING

from vocabsvc.errors import NoSnapshot
from vocabsvc.settings import Settings
from vocabsvc.store.base import QueryEngine, QueryLimits, Store
from vocabsvc.store.memory import MemoryStore
from vocabsvc.store.oxigraph import OxigraphStore
from vocabsvc.store.readers.pool import ReaderPool
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.remote.graph_list import is_on_server
from vocabsvc.store.snapshot import Snapshot
from vocabsvc.store.threaded import ThreadedEngine

if TYPE_CHECKING:
    from vocabsvc.store.curation.database import Database

_LOCAL = {"oxigraph", "memory"}
"""Stores that read the database of a snapshot; any other is the address of a SPARQL server."""


def is_local(settings: Settings) -> bool:
    """Tell whether the graph is read from the snapshot, and not from a SPARQL server."""
    return settings.store in _LOCAL


def open_store(settings: Settings, snapshot: Snapshot) -> Store:
    """Open the graph of a snapshot.

    Raises:
        NoSnapshot: it was loaded into a SPARQL server, and settings name none.
    """
    vocabularies = {one.uri: one.id for one in snapshot.manifest.vocabularies}
    if is_local(settings) and is_on_server(snapshot.graph):
        raise NoSnapshot("this snapshot was loaded into a SPARQL server: serve it with --store, or load it again")
    if settings.store == "oxigraph":
        return OxigraphStore.open(snapshot.graph, vocabularies)
    if settings.store == "memory":
        return MemoryStore.open(snapshot.graph, vocabularies)
    from vocabsvc.store.remote.store import RemoteStore  # noqa: PLC0415 - an HTTP client, for nobody else

    return RemoteStore.open(server_address(settings), vocabularies, snapshot.graph, query_limits(settings))


def query_engine(settings: Settings, snapshot: Snapshot, store: Store) -> QueryEngine:
    """Return what answers public SPARQL: readers over the database of the snapshot, even beside a store in memory."""
    limits = query_limits(settings)
    return ReaderPool(snapshot.graph, limits) if is_local(settings) else ThreadedEngine(store, limits)


def query_limits(settings: Settings) -> QueryLimits:
    """Return the limits of public SPARQL."""
    return QueryLimits(
        seconds=settings.query_timeout,
        bytes=settings.query_max_bytes,
        rows=settings.query_max_rows,
        memory=settings.query_memory,
        readers=settings.query_readers,
        waiting=settings.query_waiting,
    )


def server_address(settings: Settings) -> ServerAddress:
    """Return how the SPARQL server is reached that settings name."""
    return ServerAddress(
        query=settings.store,
        update=settings.update_store,
        graph_store=settings.graph_store,
        user=settings.store_user,
        password=settings.store_password.get_secret_value(),
        timeout=settings.store_timeout,
    )


def open_database(settings: Settings) -> "Database":
    """Return the database of what people decide; nothing is connected to yet.

    Raises:
        InvalidRequest: its address is of neither SQLite nor PostgreSQL.
    """
    from vocabsvc.store.curation.database import Database  # noqa: PLC0415 - most commands do without

    address = settings.decisions.get_secret_value()
    return Database.open(address) if address else Database.at(settings.data / "decisions.sqlite")
