"""Reports as rows, for spreadsheets: one a result."""

from collections.abc import Iterable, Iterator

from vocabsvc.model.report import FileReport

COLUMNS = (
    "file",
    "record",
    "line",
    "column",
    "state",
    "severity",
    "code",
    "message",
    "value",
    "expected",
    "count",
    "xpath",
    "profiles",
    "clause",
)


def report_rows(reports: Iterable[FileReport], language: str) -> Iterator[tuple[object, ...]]:
    """Yield the rows under ``COLUMNS``; messages are in ``language``, en or fr."""
    for one in reports:
        for result in (*one.report.results, *one.report.met):
            yield (
                one.file,
                one.report.record.identifier,
                result.line,
                result.column,
                result.state,
                result.severity,
                result.code,
                result.message[language],
                result.value,
                " | ".join(result.expected),
                result.count,
                result.xpath,
                " ".join(result.profiles),
                result.clause,
            )
