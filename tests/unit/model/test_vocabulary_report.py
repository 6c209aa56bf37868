from vocabsvc.model.findings import FindingGroup
from vocabsvc.model.report import Severity
from vocabsvc.model.vocabulary_report import VocabularyFinding, VocabularyReport, violation_lines

MESSAGE = {"en": "a label is empty", "fr": "un libellé est vide"}


def group(
    code: str, severity: Severity, count: int, concept: str = "", value: str = ""
) -> FindingGroup[VocabularyFinding]:
    return FindingGroup(count, (VocabularyFinding(code, severity, MESSAGE, value, concept),))


REPORT = VocabularyReport(
    "L22",
    groups=(
        group("SKO-01", Severity.VIOLATION, 97, "http://x/é", "l’eau"),
        group("SKO-01", Severity.VIOLATION, 2),
        group("SKO-03", Severity.WARNING, 5, "http://x/a"),
    ),
)


def test_a_line_for_each_group_of_violations() -> None:
    assert violation_lines(REPORT) == (
        "L22: SKO-01 (97): a label is empty, such as 'l’eau' <http://x/é>",
        "L22: SKO-01 (2): a label is empty",
    )


def test_lines_in_french() -> None:
    first = "L22 : SKO-01 (97) : un libellé est vide, par exemple 'l’eau' <http://x/é>"
    assert violation_lines(REPORT, "fr")[0] == first


def test_what_conforms_has_no_violation() -> None:
    assert not REPORT.conforms
    assert REPORT.counts() == {"SKO-01": 99, "SKO-03": 5}
    mild = VocabularyReport("L22", groups=REPORT.groups[2:])
    assert mild.conforms
    assert violation_lines(mild) == ()
