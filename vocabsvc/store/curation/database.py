"""The database of what people decide: SQLite in a file, or PostgreSQL on a server, through SQLAlchemy Core."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    NoSuchModuleError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import NullPool

from vocabsvc.errors import DatabaseUnreachable, InvalidRequest

METADATA = MetaData()
"""The tables; a module that keeps something in the database defines its own with it."""

_WAIT_SECONDS = 10
"""How long a writer waits for another one, and anyone for a connection."""

_CONNECT_SECONDS = 3
"""How long a server may take to answer the first time."""

_LOCK = 0x766F6361
"""Names our lock among those of a PostgreSQL database."""


class Database:
    """Gives connections. One writer at a time: what it commits comes after all that was committed before.

    A SQLite file is made when something is written first; until then reading finds empty tables. Threads may share it.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._made: frozenset[str] = frozenset()
        self._making = threading.Lock()

    @classmethod
    def open(cls, address: str) -> "Database":
        """Return the database at ``sqlite:///PATH`` or ``postgresql://…``; nothing is connected to yet.

        Raises:
            InvalidRequest: the address is of neither, or the driver of PostgreSQL is not installed.
        """
        try:
            url = make_url(address)
            return cls(_postgresql(url) if url.get_backend_name() == "postgresql" else _sqlite(url))
        except ModuleNotFoundError as error:
            raise InvalidRequest("PostgreSQL needs the extra: pip install 'vocabsvc[postgresql]'") from error
        except (ArgumentError, NoSuchModuleError, ValueError) as error:
            raise InvalidRequest("the address of the decisions must be sqlite:///PATH or postgresql://…") from error

    @classmethod
    def at(cls, file: Path) -> "Database":
        """Return the SQLite database in a file."""
        return cls(_sqlite(URL.create("sqlite", database=str(file))))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of all tables, and changes nothing.

        Raises:
            DatabaseUnreachable: it is away.
        """
        with _away_is_clear():
            if _is_missing(self._engine.url):
                with create_engine("sqlite://", poolclass=NullPool).connect() as connection:
                    METADATA.create_all(connection)
                    yield connection
                return
            self._make_tables()
            with self._engine.connect() as connection:
                yield _at_one_moment(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are on disk when the block has ended, or else undone.

        Raises:
            DatabaseUnreachable: it is away, cannot be written, or another writer does not end.
        """
        with _away_is_clear():
            self._make_tables()
            with self._engine.begin() as connection:
                _wait_for_turn(connection)
                yield connection

    def close(self) -> None:
        """Close all connections that nobody uses."""
        self._engine.dispose()

    def _make_tables(self) -> None:
        wanted = frozenset(METADATA.tables)
        if self._made >= wanted and not _is_missing(self._engine.url):
            return
        with self._making:
            if not wanted.issubset(inspect(self._engine).get_table_names()):
                with self._engine.begin() as connection:
                    _wait_for_turn(connection)
                    METADATA.create_all(connection)
            self._made = wanted


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_timeout=_WAIT_SECONDS,
        connect_args={
            "connect_timeout": _CONNECT_SECONDS,
            "options": f"-c lock_timeout={_WAIT_SECONDS}s -c synchronous_commit=on",
        },
    )


def _sqlite(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise ArgumentError(f"{url!r} is no file")
    engine = create_engine(url.set(drivername="sqlite+pysqlite"), pool_timeout=_WAIT_SECONDS)

    @event.listens_for(engine, "connect")
    def prepare(connection: object, _record: object) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]  # sqlite3 begins transactions too late
        # The first has the others wait, too.
        for pragma in (f"busy_timeout={_WAIT_SECONDS * 1000}", "journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]

    return engine


def _wait_for_turn(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _at_one_moment(connection: Connection) -> Connection:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
        return connection
    return connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _is_missing(url: URL) -> bool:
    return url.get_backend_name() == "sqlite" and not Path(url.database or "").exists()


@contextmanager
def _away_is_clear() -> Iterator[None]:
    """Raise ``DatabaseUnreachable`` for what says that the database is away, and not that a statement is wrong."""
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError):
        raise
    except (DatabaseError, InterfaceError, PoolTimeoutError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        # What SQLite says may be shown to anybody; PostgreSQL names hosts and users.
        reason = str(cause) if isinstance(cause, sqlite3.Error) else type(cause).__name__
        raise DatabaseUnreachable(f"the database of decisions is away: {reason}") from error
