"""Missing terms and the requests drafted for them, as JSON and as rows."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from pydantic import BaseModel

from vocabsvc.model.match import Page
from vocabsvc.model.term_request import (
    ComponentKind,
    ComponentSource,
    MissingStatus,
    MissingTerm,
    Occurrence,
    RequestedUnit,
    TermComponent,
    TermDraft,
)
from vocabsvc.schemas.terms import CandidateOut, TermOut


class RequestFormat(StrEnum):
    """How missing terms are written: for programs, for a spreadsheet, as text to paste."""

    JSON = "json"
    TSV = "tsv"
    MD = "md"


class OccurrenceOut(BaseModel):
    """Where a name was met: a centre's list or a file; dates and who asked are empty of a list."""

    source: str
    asked_by: str
    times: int
    first: str
    last: str

    @classmethod
    def of(cls, met: Occurrence) -> "OccurrenceOut":
        """Build from the model."""
        return cls(source=met.source, asked_by=met.asked_by, times=met.times, first=met.first, last=met.last)


class ComponentOut(BaseModel):
    """A part of a drafted label: ``source`` says how it is known, ``suggestions`` are wordings of P01 to choose."""

    kind: ComponentKind
    text: str
    source: ComponentSource
    said: str
    suggestions: list[str]

    @classmethod
    def of(cls, one: TermComponent) -> "ComponentOut":
        """Build from the model."""
        return cls(kind=one.kind, text=one.text, source=one.source, said=one.said, suggestions=list(one.suggestions))


class UnitOut(BaseModel):
    """A unit as given, and the P06 concept for it if there is one."""

    given: str
    uri: str
    notation: str
    label: str

    @classmethod
    def of(cls, unit: RequestedUnit) -> "UnitOut":
        """Build from the model."""
        return cls(given=unit.given, uri=unit.uri, notation=unit.notation, label=unit.label)


class DraftOut(BaseModel):
    """A drafted label; parts that are ``open`` stand in it in ⟨angle brackets⟩, ``existing`` has this very label."""

    label: str
    complete: bool
    open: list[ComponentKind]
    unplaced: list[str]
    existing: str
    components: list[ComponentOut]
    unit: UnitOut

    @classmethod
    def of(cls, draft: TermDraft) -> "DraftOut":
        """Build from the model."""
        return cls(
            label=draft.label,
            complete=draft.complete,
            open=list(draft.open),
            unplaced=list(draft.unplaced),
            existing=draft.existing,
            components=[ComponentOut.of(one) for one in draft.components],
            unit=UnitOut.of(draft.unit),
        )


class MissingTermOut(BaseModel):
    """A name without a concept; evidence of negative weight speaks against a near miss."""

    status: MissingStatus
    term: TermOut
    times: int
    occurrences: list[OccurrenceOut]
    draft: DraftOut
    near_misses: list[CandidateOut]

    @classmethod
    def of(cls, missing: MissingTerm) -> "MissingTermOut":
        """Build from the model."""
        return cls(
            status=missing.status,
            term=TermOut.of(missing.unmatched.term),
            times=missing.unmatched.times,
            occurrences=[OccurrenceOut.of(one) for one in missing.unmatched.occurrences],
            draft=DraftOut.of(missing.draft),
            near_misses=[CandidateOut.of(one) for one in missing.near_misses],
        )


class MissingTermsOut(BaseModel):
    """A page of missing terms; ``total`` is exact."""

    total: int
    results: list[MissingTermOut]

    @classmethod
    def of(cls, page: Page[MissingTerm]) -> "MissingTermsOut":
        """Build from the model."""
        return cls(total=page.total, results=[MissingTermOut.of(one) for one in page.items])


COLUMNS = (
    "status", "centre", "local_name", "long_name", "unit", "times", "sources", "asked_by", "drafted_label", "open",
    "unplaced", "unit_code", "unit_label", "existing", "near_miss", "near_miss_label", "score", "against",
)  # fmt: skip


def missing_rows(found: Iterable[MissingTerm]) -> Iterator[list[object]]:
    """Yield a row of ``COLUMNS`` for each term, with the nearest miss only."""
    for one in found:
        term, draft = one.unmatched.term, one.draft
        near = one.near_misses[0] if one.near_misses else None
        yield [
            one.status.value, term.centre, term.local_name, term.long_name, term.unit, one.unmatched.times,
            _listed(met.source for met in one.unmatched.occurrences),
            _listed(met.asked_by for met in one.unmatched.occurrences),
            draft.label, _listed(kind.value for kind in draft.open), _listed(draft.unplaced), draft.unit.notation,
            draft.unit.label, draft.existing, near.notation if near else "", near.pref_label.text if near else "",
            near.score if near else "", _listed(said.text for said in near.evidence if said.weight < 0) if near else "",
        ]  # fmt: skip


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))
