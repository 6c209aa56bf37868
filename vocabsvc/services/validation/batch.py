"""Many files validated, by several processes, in the order in which they were given."""

import gc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeAlias, TypeVar

from vocabsvc.errors import UnreadableInput, UnreadableRecord, VocabsvcError
from vocabsvc.garbage import leave_out_what_is_loaded
from vocabsvc.model.report import FileReport
from vocabsvc.services.validation.validation import Validation

_AHEAD = 16  # files handed to each process before their turn, so that none waits while another has a long one
_FEW = 8  # files for which starting processes takes longer than it saves


Read: TypeAlias = Callable[[str], bytes]
"""Reads the content of a file by its name; raises ``UnreadableInput``."""

OutcomeT = TypeVar("OutcomeT")
Work: TypeAlias = Callable[[str], OutcomeT]
"""Makes something of a file by its name, such as ``FileValidation.reports``; raises ``UnreadableInput``."""


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
    names: Sequence[str], start: Callable[[], Work[OutcomeT]], jobs: int
) -> Iterator[OutcomeT | UnreadableInput]:
    """Yield what is made of each file, or the reason why it cannot be opened, in the order of ``names``.

    ``start`` is called once in each process and must be picklable, as must be what is made; the more is done there, and
    the less is handed over, the more processes can help. Memory does not grow with the number of files.
    """
    if jobs < 2 or len(names) < _FEW:
        usual = gc.get_threshold()
        work = _settled(start)
        try:
            for name in names:
                yield _outcome(work, name)
        finally:
            gc.unfreeze()
            gc.set_threshold(*usual)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (start,)) as pool:
        waiting: deque[Future[OutcomeT | UnreadableInput]] = deque()
        for name in names:
            waiting.append(pool.submit(_work, name))
            if len(waiting) > jobs * _AHEAD:
                yield waiting.popleft().result()
        for future in waiting:
            yield future.result()


def _settled(start: Callable[[], Work[OutcomeT]]) -> Work[OutcomeT]:
    work = start()
    leave_out_what_is_loaded()
    return work


def _outcome(work: Work[OutcomeT], name: str) -> OutcomeT | UnreadableInput:
    try:
        return work(name)
    except UnreadableInput as error:
        return error


_here: list[Work[Any] | VocabsvcError] = []
"""What this worker process was started with; a process of a pool has no other place for it."""


def _begin(start: Callable[[], Work[Any]]) -> None:
    try:
        _here.append(_settled(start))
    except VocabsvcError as error:  # a pool whose start fails would only say that it broke
        _here.append(error)


def _work(name: str) -> Any:
    work = _here[0]
    if isinstance(work, VocabsvcError):
        raise work
    return _outcome(work, name)
