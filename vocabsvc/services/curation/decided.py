"""All decisions, as far as they are known here: read once, and then what came since."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from time import monotonic

from vocabsvc.errors import DatabaseUnreachable
from vocabsvc.model.decision import Decision
from vocabsvc.services.curation.states import ByMapping
from vocabsvc.store.curation.base import DecisionLog

_PATIENCE_SECONDS = 5.0
"""How long reading leaves a log alone that was away: to try takes seconds."""

_log = logging.getLogger("vocabsvc")


class Decided:
    """The decisions by set and mapping; what was given out is never changed. Threads may share it.

    ``open_log`` is called when something is asked first.
    """

    def __init__(self, open_log: Callable[[], DecisionLog]) -> None:
        self._open_log = open_log
        self._opened: DecisionLog | None = None
        self._lock = threading.Lock()
        self._last = 0
        self._by_set: Mapping[str, ByMapping] = {}
        self._again_at = 0.0
        self._away = ""

    @property
    def away(self) -> str:
        """Why the log could not be read last, ``""`` where it could."""
        return self._away

    def known(self) -> Mapping[str, ByMapping]:
        """Return all decisions, or those that were read before where the log is away."""
        if monotonic() < self._again_at:
            return self._by_set
        try:
            return self.fresh()
        except DatabaseUnreachable:
            return self._by_set

    def fresh(self) -> Mapping[str, ByMapping]:
        """Return all decisions.

        Raises:
            DatabaseUnreachable: the log is away.
        """
        with self._lock:
            try:
                new = self._log().since(self._last)
            except DatabaseUnreachable as error:
                if not self._away:
                    shown = "mappings are shown as published, or as they were last read"
                    _log.warning("%s; %s (%s)", error, shown, error.__cause__)
                self._away, self._again_at = str(error), monotonic() + _PATIENCE_SECONDS
                raise
            self._away, self._again_at = "", 0.0
            if new:
                self._by_set, self._last = _with(self._by_set, new), new[-1].sequence
            return self._by_set

    def append(self, decisions: Sequence[Decision]) -> None:
        """Write decisions; raises as ``DecisionLog.append``."""
        with self._lock:
            log = self._log()
        log.append(decisions)

    def close(self) -> None:
        """Leave no connection open."""
        with self._lock:
            opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def _log(self) -> DecisionLog:
        if self._opened is None:
            self._opened = self._open_log()
        return self._opened


def _with(by_set: Mapping[str, ByMapping], new: Sequence[Decision]) -> dict[str, ByMapping]:
    more = dict(by_set)
    touched = {decision.mapping_set: dict(by_set.get(decision.mapping_set, {})) for decision in new}
    for decision in new:
        before = touched[decision.mapping_set].get(decision.mapping, ())
        touched[decision.mapping_set][decision.mapping] = (*before, decision)
    return {**more, **touched}
