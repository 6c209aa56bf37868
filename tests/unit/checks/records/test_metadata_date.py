from tests.cases import clean
from tests.viewed import view
from vocabsvc.checks.records.metadata_date import future_metadata_dates

OLD, NEW = clean("iso19139").decode(), clean("iso19115-3").decode()


def dated(text: str) -> list[str]:
    record = OLD.replace("<gco:Date>2024-03-01</gco:Date>", f"<gco:Date>{text}</gco:Date>", 1)
    return [fault.value for fault in future_metadata_dates(view(record.encode()))]


def test_date_to_come() -> None:
    assert dated("2026-01-03") == ["2026-01-03"]
    assert dated("2027") == ["2027"]


def test_today_and_this_month_are_not_to_come() -> None:
    for text in ("2026-01-01", "2026-01", "2026", "hier"):
        assert dated(text) == []


def test_only_planned_dates_may_lie_ahead() -> None:
    def revised(kind: str) -> list[str]:
        record = NEW.replace("2024-04-02T10:00:00", "2030-04-02T10:00:00").replace('"revision"', f'"{kind}"', 1)
        return [fault.value for fault in future_metadata_dates(view(record.encode()))]

    assert revised("revision") == ["2030-04-02T10:00:00"]
    assert revised("nextUpdate") == []
