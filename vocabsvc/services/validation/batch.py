"""Many files validated, by several processes, in the order in which they were given."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeAlias

from vocabsvc.errors import UnreadableInput, UnreadableRecord, VocabsvcError
from vocabsvc.model.report import FileReport
from vocabsvc.services.validation.validation import Validation

_AHEAD = 16  # files handed to each process before their turn, so that none waits while another has a long one
_FEW = 8  # files for which starting processes takes longer than it saves


Read: TypeAlias = Callable[[str], bytes]
"""Reads the content of a file by its name; raises ``UnreadableInput``."""


class FileValidation:
    """Validates files in this process; a profile that is not loaded is an ``InvalidRequest`` at once."""

    def __init__(self, validation: Validation, read: Read, profiles: Sequence[str], *, all_states: bool) -> None:
        validation.select(profiles)  # so that an unknown one is told before any file is read
        self._validation = validation
        self._read = read
        self._profiles = profiles
        self._all_states = all_states

    def reports(self, name: str) -> tuple[FileReport, ...]:
        """Return the reports on the records of a file; on one that cannot be read, the report that says why.

        Raises:
            UnreadableInput: there is no such file.
        """
        try:
            answer = self._validation.validate(self._read(name), self._profiles, name, all_states=self._all_states)
        except UnreadableRecord as error:
            return (FileReport(name, self._validation.refused(error, self._profiles)),)
        return tuple(FileReport(name, report) for report in answer.reports)


def validate_files(
    names: Sequence[str], start: Callable[[], FileValidation], jobs: int
) -> Iterator[tuple[str, tuple[FileReport, ...] | UnreadableInput]]:
    """Yield each name with its reports, or the reason why the file cannot be opened, in the order of ``names``.

    ``start`` is called once in each process and must be picklable. Memory does not grow with the number of files.
    """
    if jobs < 2 or len(names) < _FEW:
        work = start()
        for name in names:
            yield name, _outcome(work, name)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (start,)) as pool:
        yield from _in_order(names, lambda name: pool.submit(_work, name), jobs * _AHEAD)


def _in_order(
    names: Iterable[str], submit: Callable[[str], Future[tuple[FileReport, ...] | UnreadableInput]], ahead: int
) -> Iterator[tuple[str, tuple[FileReport, ...] | UnreadableInput]]:
    waiting: deque[tuple[str, Future[tuple[FileReport, ...] | UnreadableInput]]] = deque()
    for name in names:
        waiting.append((name, submit(name)))
        if len(waiting) > ahead:
            first, future = waiting.popleft()
            yield first, future.result()
    for first, future in waiting:
        yield first, future.result()


def _outcome(work: FileValidation, name: str) -> tuple[FileReport, ...] | UnreadableInput:
    try:
        return work.reports(name)
    except UnreadableInput as error:
        return error


_here: list[FileValidation | VocabsvcError] = []
"""What this worker process was started with; a process of a pool has no other place for it."""


def _begin(start: Callable[[], FileValidation]) -> None:
    try:
        _here.append(start())
    except VocabsvcError as error:  # a pool whose start fails would only say that it broke
        _here.append(error)


def _work(name: str) -> tuple[FileReport, ...] | UnreadableInput:
    work = _here[0]
    if isinstance(work, VocabsvcError):
        raise work
    return _outcome(work, name)
