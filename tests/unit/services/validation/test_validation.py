import pytest

from tests.cases import clean, shape_files
from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.errors import InvalidRequest, UnreadableRecord
from vocabsvc.model.report import RecordSummary, Severity, State, ValidationReport, ValidationResult
from vocabsvc.services.validation.validation import Validation


@pytest.fixture(scope="module")
def validation() -> Validation:
    return Validation(prepare_shapes(shape_files()), max_record_bytes=100_000)


def failed(report: ValidationReport) -> list[ValidationResult]:
    return [result for result in report.results if result.state is State.FAIL]


def test_report_names_the_record(validation: Validation) -> None:
    (report,) = validation.validate(clean("eml"), ["core"]).reports
    assert report.record == RecordSummary("example.1.1", "Salinité de surface en rade", "eml")
    assert report.conforms


def test_warnings_alone_leave_a_record_conforming(validation: Validation) -> None:
    data = clean("eml").replace(b"<pubDate>2024</pubDate>", b"")
    (report,) = validation.validate(data, ["core"]).reports
    assert [(result.code, result.severity) for result in report.results if result.state is State.FAIL] == [
        ("EML-31", Severity.WARNING)
    ]
    assert report.conforms


def test_violation_does_not(validation: Validation) -> None:
    (report,) = validation.validate(clean("eml").replace(b">48.45<", b">48,45<"), ["core"]).reports
    assert [(result.code, result.value) for result in report.results if result.state is State.FAIL] == [
        ("GEO-02", "48,45")
    ]
    assert not report.conforms


def test_unknown_profile_is_told_before_the_record_is_read(validation: Validation) -> None:
    assert validation.profiles()[0].name == "core"
    with pytest.raises(InvalidRequest, match="unheard"):
        validation.validate(b"not even XML", ["unheard"])


def test_unreadable_record_is_no_report(validation: Validation) -> None:
    with pytest.raises(UnreadableRecord) as caught:
        validation.validate(b"<eml:eml", ["core"], "fiche.xml")
    assert (caught.value.code, str(caught.value)) == ("STR-01", "fiche.xml:1:1: unclosed token")
    with pytest.raises(UnreadableRecord, match="larger than 100000 bytes"):
        validation.validate(b" " * 100_001, ["core"])
