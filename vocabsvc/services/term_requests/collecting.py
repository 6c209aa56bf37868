"""Names that were mapped in vain, kept for those who request terms."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock

from vocabsvc.errors import DatabaseUnreachable, InputTooLarge
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.term_request import Occurrence
from vocabsvc.store.curation.collected import Collected, CollectedTerms

LONGEST_TEXT = 1000


class Collecting:
    """Keeps names; ``open_terms`` is called when something is asked first. Threads may share it."""

    def __init__(self, open_terms: Callable[[], CollectedTerms]) -> None:
        self._open_terms = open_terms
        self._opened: CollectedTerms | None = None
        self._lock = Lock()

    def add(self, terms: Sequence[LocalTerm], source: str, asked_by: str) -> None:
        """Keep names with where they were met and who asked.

        Raises:
            InputTooLarge: a name, unit or source of over ``LONGEST_TEXT`` characters.
            DatabaseUnreachable: the database is away, or cannot be written; nothing is.
        """
        today = datetime.now(UTC).date().isoformat()
        met = Occurrence(_plain(source), asked_by, 1, today, today)
        self._terms().add([Collected(_kept(term), met) for term in terms])

    def known(self) -> tuple[Collected, ...]:
        """Return all that was kept, nothing where the database is away: lists of centres are shown all the same."""
        try:
            return self._terms().all()
        except DatabaseUnreachable:
            return ()

    def close(self) -> None:
        """Leave no connection open."""
        with self._lock:
            opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def _terms(self) -> CollectedTerms:
        with self._lock:
            if self._opened is None:
                self._opened = self._open_terms()
            return self._opened


def _kept(term: LocalTerm) -> LocalTerm:
    names = ("local_name", "long_name", "unit", "centre", "standard_name", "method", "instrument")
    return replace(term, **{name: _plain(getattr(term, name)) for name in names}, siblings=())


def _plain(text: str) -> str:
    """Return a text that any database takes."""
    plain = " ".join(text.replace("\0", " ").split()).encode("utf-8", "replace").decode()
    if len(plain) > LONGEST_TEXT:
        raise InputTooLarge(f"a name that is kept has up to {LONGEST_TEXT} characters")
    return plain
