"""A process that answers one query at a time from a database that nobody writes."""

import os
from dataclasses import dataclass
from socket import socket

from pyoxigraph import Store as Engine

from vocabsvc.errors import QueryInterrupted
from vocabsvc.store.allowance import Allowance
from vocabsvc.store.evaluation import evaluate
from vocabsvc.store.readers.frames import (
    END,
    FAULT,
    HEADER,
    INTERRUPTED,
    PART,
    PART_BYTES,
    READY,
    REFUSED,
    Frames,
    Question,
    frame,
    read_question,
)

_RECEIVE_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Work:
    """What readers read, and the limits of an answer that they keep themselves."""

    folder: str
    most_bytes: int
    most_rows: int


def serve(server: socket, work: Work) -> None:
    """Answer the queries that come over the socket until it is closed."""
    try:
        engine = Engine.read_only(work.folder)
    except OSError as error:
        server.sendall(frame(FAULT, str(error).encode()))
        return
    server.sendall(frame(READY, str(os.getpid()).encode()))
    frames = Frames()
    while data := server.recv(_RECEIVE_BYTES):
        for _, payload in frames.feed(data):
            _answer(engine, read_question(payload), work, server)


def _answer(engine: Engine, question: Question, work: Work, server: socket) -> None:
    text, media_type, default_graphs, named_graphs, union = question
    sink = _FrameSink(server, media_type, work)
    try:
        evaluate(engine, text, media_type, default_graphs, named_graphs, sink, union=union)
        sink.end()
    except QueryInterrupted as interruption:
        server.sendall(frame(INTERRUPTED, str(interruption).encode()))
    except MemoryError:
        server.sendall(frame(INTERRUPTED, b"the query needs more memory than this endpoint gives"))
    except (SyntaxError, ValueError, RuntimeError) as error:
        server.sendall(frame(REFUSED, str(error).encode("utf-8", "replace")))
    except BaseException as error:  # noqa: BLE001 - OSError of the database, or the engine's PanicException
        # Where it is the server that listens no more, this fails too, and ends the reader.
        server.sendall(frame(FAULT, f"{type(error).__name__}: {error}".encode("utf-8", "replace")))


class _FrameSink:
    """Sends what is written as frames; a short answer is a single one, and too short to be over a limit."""

    def __init__(self, server: socket, media_type: str, work: Work) -> None:
        self._server = server
        self._media_type = media_type
        self._work = work
        self._allowance: Allowance | None = None
        self._buffer = bytearray(HEADER.size)

    def write(self, data: bytes, /) -> int:
        self._buffer += data
        if len(self._buffer) > PART_BYTES:
            self._send(PART)
            self._buffer = bytearray(HEADER.size)
        return len(data)

    def flush(self) -> None:
        """Keep what is buffered: the end of the answer sends it."""

    def end(self) -> None:
        self._send(END)

    def _send(self, kind: int) -> None:
        length = len(self._buffer) - HEADER.size
        if kind == PART or self._allowance is not None or length > min(self._work.most_bytes, self._work.most_rows):
            self._spend(kind)  # no row is shorter than a byte
        HEADER.pack_into(self._buffer, 0, kind, length)
        self._server.sendall(self._buffer)

    def _spend(self, kind: int) -> None:
        if self._allowance is None:
            self._allowance = Allowance(self._media_type, self._work.most_bytes, self._work.most_rows)
        self._allowance.spend(memoryview(self._buffer)[HEADER.size :])
        if kind == END:
            self._allowance.end()
