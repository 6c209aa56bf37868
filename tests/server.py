"""A real server on a free port of this machine, in a thread."""

import dataclasses
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from vocabsvc.asgi import create_app
from vocabsvc.services.services import Services
from vocabsvc.services.sparql import Sparql
from vocabsvc.serving.direct import DirectProtocol
from vocabsvc.store.readers.pool import ReaderPool


def with_own_readers(services: Services) -> Services:
    """The same services for another application: a pool of readers belongs to one event loop."""
    pool, limits = services.sparql._engine, services.sparql.limits
    assert isinstance(pool, ReaderPool)
    return dataclasses.replace(services, sparql=Sparql(ReaderPool(pool.folder, limits), limits))


@contextmanager
def running_server(services: Services) -> Iterator[str]:
    """Give the server's address while it runs."""
    server = uvicorn.Server(
        uvicorn.Config(create_app(lambda: with_own_readers(services)), port=0, log_level="error", http=DirectProtocol)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
