"""Reports as plain text: each result with the line it is about, and a caret under the place."""

from collections.abc import Iterable, Iterator

from vocabsvc.formats.reports.words import WORDS, edit_in_words
from vocabsvc.model.fair import FairIndicator, FairState, FairSummary
from vocabsvc.model.report import FileReport, Severity, State, ValidationReport, ValidationResult

_MOST_LINES = 8
_MOST_EDITS = 3
_MOST_EXPECTED = 5
_LONGEST_EDIT = 200


def text_lines(reports: Iterable[FileReport], language: str) -> Iterator[str]:
    """Yield the lines of the reports, each with its end; ``language`` is en or fr."""
    words = WORDS[language]
    for one in reports:
        for result in (*one.report.results, *one.report.met):
            yield from (f"{line}\n" for line in _result(one.file, result, language))
        yield f"{one.file}{words['colon']} {summary_of(one.report, language)}\n"
        if not one.report.results:
            yield f"  {words['nothing']}\n"
        if one.report.sparql_shapes:
            yield f"  {words['sparql_shapes']}{words['colon']} {one.report.sparql_shapes}\n"
        if one.report.fair is not None:
            yield from (f"  {line}\n" for line in fair_lines(one.report.fair, language))


def fair_lines(summary: FairSummary, language: str) -> Iterator[str]:
    """Yield a line for each FAIR indicator, with what speaks for it or against it."""
    words = WORDS[language]
    for one in summary.indicators:
        yield f"FAIR {one.name}{words['colon']} {fair_state(one, summary, language)}"


def fair_state(indicator: FairIndicator, summary: FairSummary, language: str) -> str:
    """Return the state of an indicator in words, with the codes of failed checks, and the share of keywords for I2."""
    words = WORDS[language]
    said = words["not_assessed" if indicator.state is FairState.NOT_ASSESSED else f"fair_{indicator.state}"]
    if indicator.failed:
        said += f" ({', '.join(indicator.failed)})"
    if indicator.name == "I2" and summary.keywords.total:
        said += f", {words['linked'].format(summary.keywords.linked, summary.keywords.total)}"
    return said


def summary_of(report: ValidationReport, language: str) -> str:
    """Return whether a record conforms, and how many results of each kind there are."""
    words = WORDS[language]
    counts = report.counts()
    kinds = (*Severity, State.NOT_ASSESSED)
    parts = [f"{counts[kind]} {words[kind if counts[kind] < 2 else f'{kind}s']}" for kind in kinds if counts[kind]]
    verdict = words["conforms" if report.conforms else "does_not_conform"]
    return f"{verdict} ({', '.join(parts)})" if parts else verdict


def _result(file: str, result: ValidationResult, language: str) -> Iterator[str]:
    words = WORDS[language]
    kind = words[result.severity if result.state is State.FAIL else result.state]
    yield f"{file}:{result.line}:{result.column}: {kind} {result.code} {result.message[language]}"
    if result.state is not State.FAIL:
        return
    if result.source_line:
        yield from _excerpt(result)
    details = {
        "value": result.value,
        "expected": ", ".join(result.expected[:_MOST_EXPECTED]),
        "also": ", ".join(str(place.line) for place in result.more[:_MOST_LINES]),
    }
    for name, text in details.items():
        if text:
            more = "…" if name == "also" and len(result.more) > _MOST_LINES else ""
            yield f"        {words[name]}{words['colon']} {text}{more}"
    if result.hint:
        yield f"        {result.hint[language]}"
    if result.fix is not None:
        certainty = words["safe" if result.fix.safe else "unsafe"]
        for edit in result.fix.edits[:_MOST_EDITS]:
            value = edit.value if len(edit.value) <= _LONGEST_EDIT else f"{edit.value[:_LONGEST_EDIT]}…"
            what = edit_in_words(language, edit.action, edit.xpath, value)
            yield f"        {words['fix']} ({certainty}){words['colon']} {what}"


def _excerpt(result: ValidationResult) -> Iterator[str]:
    """Yield the line and the caret; a line that was cut begins at the place itself."""
    number = f"{result.line:6}"
    text = result.source_line.rstrip()
    column = result.column - 1 if text[result.column - 1 : result.column] == "<" else 0
    yield f"{number} | {text}"
    yield f"       | {''.join(sign if sign.isspace() else ' ' for sign in text[:column])}^"
