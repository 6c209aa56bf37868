"""The mapper's answers for a file as rows of cells: what the file says, then a candidate."""

from collections.abc import Iterator, Sequence

from vocabsvc.formats.parameters.table import ParameterTable
from vocabsvc.model.candidate import TermCandidates, TermKind, is_french
from vocabsvc.schemas.terms import CandidateOut

_CANDIDATE = tuple(name for name in CandidateOut.model_fields if name != "evidence")
_FRENCH = {
    TermKind.QUALITY_FLAG: "indicateur de qualité",
    TermKind.ERROR: "erreur",
    TermKind.DIMENSION: "dimension",
    TermKind.ANCILLARY: "auxiliaire",
}
_SHOWN = ("notation", "pref_label", "score", "explanation")


def answer_columns(table: ParameterTable) -> tuple[str, ...]:
    """Return the columns of ``answer_rows``: those of the file, those of a candidate, and what kind of answer it is."""
    return (*table.columns, *_CANDIDATE, "kind", "no_match")


def answer_rows(table: ParameterTable, answers: Sequence[TermCandidates]) -> Iterator[list[object]]:
    """Yield a row for each candidate, and one for a parameter without any; near misses have ``no_match`` true."""
    for row, answer in zip(table.rows, answers, strict=True):
        cells = [cell for _, cell in row.cells]
        ends = (answer.kind.value, str(answer.no_match).lower())
        for shown in _candidates(answer):
            yield [*cells, *(shown.get(column, "") for column in _CANDIDATE), *ends]


def shown_columns(table: ParameterTable) -> tuple[str, ...]:
    """Return the columns of ``shown_rows``."""
    return (*table.columns, *_SHOWN)


def shown_rows(table: ParameterTable, answers: Sequence[TermCandidates], language: str = "") -> Iterator[list[object]]:
    """Yield the same for people: near misses are marked, and what is no parameter says what it is."""
    for row, answer in zip(table.rows, answers, strict=True):
        cells = [cell for _, cell in row.cells]
        for shown in _candidates(answer):
            told = {**shown, "explanation": _told(answer, str(shown.get("explanation", "")), language)}
            yield [*cells, *(told.get(column, "") for column in _SHOWN)]


def _candidates(answer: TermCandidates) -> list[dict[str, object]]:
    return [CandidateOut.of(candidate).model_dump() for candidate in answer.candidates] or [{}]


def _told(answer: TermCandidates, explanation: str, language: str) -> str:
    french = is_french(language)
    if answer.kind is not TermKind.PARAMETER:
        kind = _FRENCH[answer.kind] if french else answer.kind.value.replace("_", " ")
        return "; ".join(filter(None, (f"{'pas un paramètre : ' if french else 'no parameter: '}{kind}", explanation)))
    if answer.no_match:
        none = "aucun bon candidat" if french else "no good candidate"
        return (" : " if french else ": ").join(filter(None, (none, explanation)))
    return explanation
