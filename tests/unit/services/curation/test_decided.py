from dataclasses import replace

import pytest

from tests.decisions import DECISION, LogInMemory
from vocabsvc.errors import DatabaseUnreachable
from vocabsvc.services.curation import decided
from vocabsvc.services.curation.decided import Decided


def test_the_log_is_opened_when_it_is_asked_first() -> None:
    opened: list[LogInMemory] = []

    def open_log() -> LogInMemory:
        opened.append(LogInMemory())
        return opened[-1]

    decisions = Decided(open_log)
    decisions.close()
    assert not opened
    assert decisions.known() == {}
    assert len(opened) == 1
    decisions.close()
    assert opened[0].closed


def test_only_what_is_new_is_read_and_what_was_given_out_stays() -> None:
    log = LogInMemory()
    decisions = Decided(lambda: log)
    decisions.append([DECISION])
    before = decisions.known()
    assert [one.number for one in before["testcentre"]["m1"]] == [1]
    log.append([replace(DECISION, number=2)])
    after = decisions.known()
    assert [one.number for one in after["testcentre"]["m1"]] == [1, 2]
    assert [one.number for one in before["testcentre"]["m1"]] == [1]
    assert decisions.known()["testcentre"] is after["testcentre"]


def test_while_the_log_is_away_what_was_read_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    log, now = LogInMemory(), [1000.0]
    monkeypatch.setattr(decided, "monotonic", lambda: now[0])
    decisions = Decided(lambda: log)
    decisions.append([DECISION])
    known = decisions.known()
    log.away = True
    assert decisions.known() == known
    assert "away" in decisions.away
    with pytest.raises(DatabaseUnreachable):
        decisions.fresh()
    log.away = False
    log.append([replace(DECISION, number=2)])
    assert decisions.known() == known  # it is left alone for a while
    now[0] += 10
    assert len(decisions.known()["testcentre"]["m1"]) == 2
    assert decisions.away == ""
