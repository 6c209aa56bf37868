"""The process that forks readers: small, of one thread, and without a database of its own.

It is told what to do over a stream socket, and replies to one order after the other: 0 asks for a reader, and the
reply is its process id, with the server's end of its socket beside it; a process id asks for the status of this
reader, which is dead, and the reply is what ``waitpid`` says. Until then no other process has this id. When the socket
is closed, which the death of the server does too, readers are killed before it ends itself.
"""

import os
import signal
import socket
import sys
from contextlib import suppress

from vocabsvc.store.readers.confinement import confine, die_with
from vocabsvc.store.readers.frames import ORDER
from vocabsvc.store.readers.reader import Work, serve


def main(arguments: list[str]) -> None:
    """Fork readers as ordered; arguments: number of the socket, folder, bytes and rows of an answer, memory."""
    server = socket.socket(fileno=int(arguments[0]))
    work = Work(arguments[1], int(arguments[2]), int(arguments[3]))
    confine(int(arguments[4]))
    readers: set[int] = set()
    with suppress(ConnectionError):
        while order := server.recv(ORDER.size):
            (number,) = ORDER.unpack(order)
            if number == 0:
                _fork(server, work, readers)
            else:
                readers.discard(number)
                server.sendall(ORDER.pack(os.waitpid(number, 0)[1]))
    for reader in readers:
        os.kill(reader, signal.SIGKILL)
        os.waitpid(reader, 0)


def _fork(server: socket.socket, work: Work, readers: set[int]) -> None:
    parent = os.getpid()
    near, far = socket.socketpair()
    with near, far:
        reader = os.fork()
        if reader == 0:
            server.close()
            far.close()
            _live(near, work, parent)
        readers.add(reader)
        socket.send_fds(server, [ORDER.pack(reader)], [far.fileno()])


def _live(server: socket.socket, work: Work, parent: int) -> None:
    """Be a reader, and nothing afterwards."""
    status = 1
    try:
        die_with(parent)
        # The engine prints a trace where memory ends, which is no news to whoever reads the server's log.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        serve(server, work)
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main(sys.argv[1:])
