import pytest

from tests.cases import clean
from tests.edits import edited
from tests.viewed import faults
from vocabsvc.checks.records import chronology

RECORD = clean("iso19139").decode()
BEGIN = "<gml:beginPosition>2019-05</gml:beginPosition>"
END = "<gml:endPosition>2021-12-31T23:00:00Z</gml:endPosition>"
PUBLISHED = "<gco:Date>2023-11</gco:Date>"
TITLE = "<gco:CharacterString>Salinité de surface en rade</gco:CharacterString>"


def changed(*pairs: tuple[str, str]) -> str:
    text = RECORD
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("date", "ahead"), [("2025-12-31", False), ("2026", False), ("2026-01-02", True), ("2031", True)]
)
def test_dates_of_the_citation_lie_in_the_past(date: str, *, ahead: bool) -> None:
    found = faults(chronology.dated_ahead, changed((PUBLISHED, f"<gco:Date>{date}</gco:Date>")))
    assert [fault.value for fault in found] == ([date] if ahead else [])


def test_date_type_may_be_of_the_future() -> None:
    start = RECORD.index(PUBLISHED)
    text = RECORD[:start] + RECORD[start:].replace('codeListValue="publication"', 'codeListValue="nextUpdate"', 1)
    assert faults(chronology.dated_ahead, text.replace(PUBLISHED, "<gco:Date>2031</gco:Date>")) == []


def test_pub_date_of_eml_lies_in_the_past() -> None:
    text = clean("eml").decode()
    assert faults(chronology.dated_ahead, text) == []
    assert len(faults(chronology.dated_ahead, text.replace("<pubDate>2024</pubDate>", "<pubDate>2031</pubDate>"))) == 1


@pytest.mark.parametrize(
    ("written", "meant", "safe"), [("Now", "now", True), ("UNKNOWN", "unknown", True), ("Present", "", False)]
)
def test_indeterminate_position_is_one_that_gml_knows(written: str, meant: str, *, safe: bool) -> None:
    text = changed((END, f'<gml:endPosition indeterminatePosition="{written}"/>'))
    (fault,) = faults(chronology.misused_indeterminate, text)
    assert (fault.value, fault.safe) == (written, safe)
    assert bool(fault.edits) == safe
    if safe:
        assert fault.expected == (meant,)
        assert faults(chronology.misused_indeterminate, edited(text.encode(), fault.edits).decode()) == []


@pytest.mark.parametrize(("position", "count"), [("now", 1), ("unknown", 1), ("before", 0), ("after", 0)])
def test_date_beside_an_indeterminate_position(position: str, count: int) -> None:
    text = changed((BEGIN, f'<gml:beginPosition indeterminatePosition="{position}">2019</gml:beginPosition>'))
    assert len(faults(chronology.misused_indeterminate, text)) == count


@pytest.mark.parametrize(
    ("begin", "end", "title", "found"),
    [
        ("1019-05", "2021", "Salinité en rade", ["1019-05"]),
        ("1701", "2021", "Salinité en rade", []),
        ("1019-05", "2021", "Paléosalinité en rade", []),
        ("2019", "9999-12-31", "Salinité en rade", ["9999-12-31"]),
        ("2019", "2026-06", "Salinité en rade", []),
        ("2019", "2100", "Projection de salinité, scénario RCP8.5", []),
    ],
)
def test_period_is_of_the_age_of_instruments(begin: str, end: str, title: str, found: list[str]) -> None:
    text = changed(
        (BEGIN, f"<gml:beginPosition>{begin}</gml:beginPosition>"),
        (END, f"<gml:endPosition>{end}</gml:endPosition>"),
        (TITLE, f"<gco:CharacterString>{title}</gco:CharacterString>"),
    )
    assert [fault.value for fault in faults(chronology.implausible_period, text)] == found


@pytest.mark.parametrize(
    ("published", "found"), [("2012", ["2012"]), ("2019", []), ("2018-12-31", ["2018-12-31"]), ("2023", [])]
)
def test_data_begin_before_they_are_published(published: str, found: list[str]) -> None:
    text = changed((PUBLISHED, f"<gco:Date>{published}</gco:Date>"))
    assert [fault.value for fault in faults(chronology.published_before_begin, text)] == found


def test_forecasts_begin_after_they_are_published() -> None:
    text = changed(
        (PUBLISHED, "<gco:Date>2012</gco:Date>"), (TITLE, TITLE.replace("Salinité", "Prévision de salinité"))
    )
    assert faults(chronology.published_before_begin, text) == []


@pytest.mark.parametrize(
    ("status", "end", "outdated"),
    [
        ("completed", END, False),
        ("completed", '<gml:endPosition indeterminatePosition="now"/>', True),
        ("onGoing", END, True),
        ("onGoing", "<gml:endPosition>2025-06</gml:endPosition>", False),
        ("onGoing", '<gml:endPosition indeterminatePosition="now"/>', False),
        ("planned", END, True),
        ("planned", "<gml:endPosition>2028</gml:endPosition>", False),
        ("underDevelopment", END, False),
    ],
)
def test_status_fits_the_period(status: str, end: str, *, outdated: bool) -> None:
    instant = '<gml:TimeInstant gml:id="i1"><gml:timePosition>2020</gml:timePosition></gml:TimeInstant>'
    text = changed(('codeListValue="completed"', f'codeListValue="{status}"'), (END, end), (instant, ""))
    found = faults(chronology.outdated_status, text)
    assert [fault.value for fault in found] == ([status] if outdated else [])
