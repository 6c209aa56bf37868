"""What the processes that answer public queries may not do. Linux enforces all of it, other systems some."""

import contextlib
import ctypes
import os
import platform
import resource
import signal
import struct
from pathlib import Path

# <linux/prctl.h>, <linux/seccomp.h>, <linux/bpf_common.h>, <linux/audit.h>
_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_FILTER_MODE = 2
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
_ALLOW, _REFUSE_EACCES = 0x7FFF0000, 0x00050000 | 13
_SOCKET_CALL = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""Machine -> its audit number and the number of its system call ``socket``."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def confine(memory: int) -> None:
    """Limit this process and all that it forks: ``memory`` in bytes, no sockets but those it has, no core dumps.

    What is counted is private memory (RLIMIT_DATA). A limit of the address space would count the database's mapped
    files and the reserves of each thread too, and end queries that use a fifth of it.
    """
    most = resource.getrlimit(resource.RLIMIT_DATA)[1]
    memory = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError):  # if the machine runs out of memory, these go before the server
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")
    # Ctrl-C and a stop of the whole service reach every process of a group; the server alone decides when to end.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    _refuse_sockets()


def die_with(parent: int) -> None:
    """Have this process killed when the process that forked it dies, whatever it is doing; it may be dead already."""
    with contextlib.suppress(AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _refuse_sockets() -> None:
    """Make the system refuse new sockets: SERVICE reaches the network, and Oxigraph has no switch for it.

    It is a second wall behind the refusal of SERVICE before anything is asked; where it cannot be had, that stays.
    """
    architecture, call = _SOCKET_CALL.get(platform.machine(), (0, 0))
    if platform.system() != "Linux" or not call:
        return
    steps = (
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_JUMP_IF_EQUAL, 0, 3, architecture),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_JUMP_IF_EQUAL, 0, 1, call),
        (_RETURN, 0, 0, _REFUSE_EACCES),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(code))
    system = ctypes.CDLL(None)
    system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    system.prctl(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(program))
