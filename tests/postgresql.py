"""A PostgreSQL server of our own on a free port of this machine."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

_START_SECONDS = 60
_names = count(1)


class PostgresServer:
    """A server that can be stopped and started; it trusts whoever connects from this machine."""

    def __init__(self, programs: Path, folder: Path, user: str | None) -> None:
        self._programs = programs
        self._folder = folder
        self._user = user
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port: int = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None
        self._run(["initdb", "--pgdata", str(folder), "--username", "test", "--auth", "trust", "--encoding", "UTF8"])

    def start(self) -> None:
        """Start it, and wait until it answers; what a killed one left is waited for, too."""
        options = {"listen_addresses": "127.0.0.1", "port": str(self._port), "unix_socket_directories": ""}
        said = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        command = [str(self._programs / "postgres"), "-D", str(self._folder), *said]
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self._process is None or self._process.poll() is not None:
                silent = subprocess.DEVNULL
                self._process = subprocess.Popen(command, stdout=silent, stderr=silent, user=self._user)
            if time.monotonic() > deadline:
                raise TimeoutError("PostgreSQL does not start")
            time.sleep(0.05)

    def kill(self) -> None:
        """Kill its first process; the others notice and end."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Stop it at once, breaking connections."""
        self._run(["pg_ctl", "--pgdata", str(self._folder), "--mode", "immediate", "--wait", "stop"])
        if self._process:
            self._process.wait(30)

    def new_database(self) -> str:
        """Make an empty database, and return its address."""
        name = f"test{next(_names)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self._address(name)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self._address("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _address(self, database: str) -> str:
        return f"postgresql://test@127.0.0.1:{self._port}/{database}"

    def _run(self, command: Sequence[str]) -> None:
        program, *arguments = command
        words = [str(self._programs / program), *arguments]
        subprocess.run(words, check=True, capture_output=True, user=self._user, cwd=self._folder)


@contextmanager
def running_postgresql() -> Iterator[PostgresServer]:
    """Run PostgreSQL over a new folder; the test is skipped where it is not installed.

    It refuses to run as root: root runs it as the user of Debian's package.
    """
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    program = str(found[-1]) if found else shutil.which("postgres")
    if program is None:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        if user:
            os.chown(name, pwd.getpwnam(user).pw_uid, -1)
        server = PostgresServer(Path(program).parent, Path(name), user)
        server.start()
        try:
            yield server
        finally:
            server.stop()
