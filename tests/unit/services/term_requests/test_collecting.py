from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from vocabsvc.errors import DatabaseUnreachable, InputTooLarge
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.services.term_requests.collecting import LONGEST_TEXT, Collecting
from vocabsvc.store.curation.collected import Collected


class FakeTerms:
    def __init__(self, *, away: bool = False) -> None:
        self.away = away
        self.kept: list[Collected] = []
        self.closed = 0

    def all(self) -> tuple[Collected, ...]:
        if self.away:
            raise DatabaseUnreachable("away")
        return tuple(self.kept)

    def add(self, collected: Sequence[Collected]) -> None:
        self.kept += collected

    def close(self) -> None:
        self.closed += 1


def test_a_name_is_kept_as_any_database_takes_it_with_the_day() -> None:
    terms = FakeTerms()
    collecting = Collecting(lambda: terms)
    collecting.add([LocalTerm("a\0b", " Débit\n du  flux ", "\ud800", siblings=("x",))], "fichier\t.csv", "marie")
    (kept,) = collecting.known()
    assert kept.term == LocalTerm("a b", "Débit du flux", "?")
    today = datetime.now(UTC).date().isoformat()
    assert (kept.occurrence.source, kept.occurrence.asked_by) == ("fichier .csv", "marie")
    assert (kept.occurrence.first, kept.occurrence.last) == (today, today)


def test_what_is_too_long_is_refused_and_nothing_kept() -> None:
    terms = FakeTerms()
    with pytest.raises(InputTooLarge, match=str(LONGEST_TEXT)):
        Collecting(lambda: terms).add([LocalTerm("a"), LocalTerm("a" * (LONGEST_TEXT + 1))], "f", "")
    assert terms.kept == []


def test_nothing_is_known_while_the_database_is_away() -> None:
    assert Collecting(lambda: FakeTerms(away=True)).known() == ()


def test_what_was_never_asked_opens_nothing_and_what_was_is_closed_once() -> None:
    terms = FakeTerms()
    collecting = Collecting(lambda: terms)
    collecting.close()
    assert terms.closed == 0
    collecting.known()
    collecting.close()
    collecting.close()
    assert terms.closed == 1
