"""The server's end of the process that forks readers."""

import asyncio
import socket
import subprocess
import sys
from collections import deque
from pathlib import Path

from vocabsvc.errors import ServiceFault
from vocabsvc.store.base import QueryLimits
from vocabsvc.store.readers.frames import ORDER

_MODULE = "vocabsvc.store.readers.fork_server"


class Forks:
    """Starts the process and gives it orders; they are carried out one after the other."""

    def __init__(self, folder: Path, limits: QueryLimits) -> None:
        self._loop = asyncio.get_running_loop()
        self._replies: deque[asyncio.Future[tuple[int, list[int]]]] = deque()
        self._near, far = socket.socketpair()
        with far:
            arguments = (far.fileno(), folder, limits.bytes, limits.rows, limits.memory)
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", _MODULE, *map(str, arguments)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[far.fileno()],
            )
        self._near.setblocking(False)  # noqa: FBT003 - the name of the method says it
        self._loop.add_reader(self._near.fileno(), self._readable)

    @property
    def lost(self) -> bool:
        """Whether the process is gone."""
        return self._near.fileno() < 0

    async def fork(self) -> tuple[int, socket.socket]:
        """Return the process id of a new reader, and the server's end of its socket.

        Raises:
            ServiceFault: the process is gone.
        """
        pid, ends = await self._order(0)
        return pid, socket.socket(fileno=ends[0])

    async def reap(self, pid: int) -> int:
        """Return what ``waitpid`` says of a reader that is dead.

        Raises:
            ServiceFault: the process is gone.
        """
        status, _ = await self._order(pid)
        return status

    async def close(self) -> None:
        """End the process, and with it the readers."""
        self._lose()
        await asyncio.to_thread(self._process.wait)

    async def _order(self, number: int) -> tuple[int, list[int]]:
        if self.lost:
            raise ServiceFault("the process that forks readers is gone")
        reply: asyncio.Future[tuple[int, list[int]]] = self._loop.create_future()
        self._replies.append(reply)
        self._near.send(ORDER.pack(number))
        # A reply that nobody waits for any more must be taken all the same, were it an error.
        reply.add_done_callback(asyncio.Future.exception)
        return await asyncio.shield(reply)

    def _readable(self) -> None:
        try:
            message, ends, _, _ = socket.recv_fds(self._near, ORDER.size, 1)
        except BlockingIOError:
            return
        except OSError:
            message, ends = b"", []
        if not message:
            self._lose()
            return
        self._replies.popleft().set_result((ORDER.unpack(message)[0], ends))

    def _lose(self) -> None:
        if not self.lost:
            self._loop.remove_reader(self._near.fileno())
            self._near.close()
        while self._replies:
            self._replies.popleft().set_exception(ServiceFault("the process that forks readers is gone"))
