"""SPARQL servers on free ports of this machine, for tests of the store over one."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from vocabsvc.store.remote.address import ServerAddress

_START_SECONDS = 60

VIRTUOSO_INI = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
ErrorLogLevel = 7
FileExtend = 200
MaxCheckpointRemap = 2000
Striping = 0
TempStorage = TempDatabase

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0

[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
CheckpointInterval = 0
CaseMode = 2
DirsAllowed = {folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 12000
MaxMemPoolSize = 400000000
TransactionAfterImageLimit = {transaction_bytes}

[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 20
MaxClientConnections = 20
MaxKeepAlives = 100
KeepAliveTimeout = 10
Charset = UTF-8

[SPARQL]
ResultSetMaxRows = {max_rows}
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 600
"""


@contextmanager
def running_oxigraph() -> Iterator[ServerAddress]:
    """Run ``oxigraph serve`` in memory. Its default graph is not the union of all."""
    port = _free_port()
    program = str(Path(sys.executable).with_name("oxigraph"))
    address = f"http://127.0.0.1:{port}"
    with _running([program, "serve", "--bind", f"127.0.0.1:{port}"], f"{address}/query?query=ASK%7B%7D"):
        yield ServerAddress(f"{address}/query", f"{address}/update", f"{address}/store")


@contextmanager
def running_virtuoso(
    folder: Path, max_rows: int = 5_000_000, transaction_bytes: int = 2_000_000_000
) -> Iterator[ServerAddress]:
    """Run Virtuoso over a new database in ``folder``; the test is skipped where it is not installed."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("Virtuoso is not installed (Debian: virtuoso-opensource-7)")
    port, settings = _free_port(), folder / "virtuoso.ini"
    limits = {"max_rows": max_rows, "transaction_bytes": transaction_bytes}
    settings.write_text(VIRTUOSO_INI.format(folder=folder, port=port, sql_port=_free_port(), **limits))
    address = f"http://127.0.0.1:{port}"
    command = [program, "+foreground", "+configfile", str(settings)]
    with _running(command, f"{address}/sparql?query=ASK%7B%7D"):
        yield ServerAddress(
            f"{address}/sparql", f"{address}/sparql-auth", f"{address}/sparql-graph-crud-auth", "dba", "dba"
        )


@contextmanager
def _running(command: Sequence[str], first: str) -> Iterator[None]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(first, process)
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own address
        except urllib.error.HTTPError as error:
            error.close()
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nothing answers at {address}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
