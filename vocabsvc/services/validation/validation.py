"""Does a metadata record follow the profiles?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from vocabsvc.checks.records.catalogue import CHECKS
from vocabsvc.checks.records.insertions.insertion import ElementInsertions
from vocabsvc.checks.records.view import RecordView
from vocabsvc.checks.results import met_by, results_of
from vocabsvc.checks.shapes import Selection, ShapesGraph
from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.records.reading import SourceRecord, read_records
from vocabsvc.formats.xsd.schema_sets import SchemaSets, xsd_findings
from vocabsvc.model.constraint import Profile
from vocabsvc.model.record import FactIndex, RecordGraph
from vocabsvc.model.report import RecordSummary, Severity, State, ValidationReport, ValidationResult
from vocabsvc.namespaces import SHAPES
from vocabsvc.services.validation.fair import PROFILE, fair_summary
from vocabsvc.services.validation.vocabulary_facts import VocabularyFacts

_BATCH = 5  # a batch may be as long as so many of the largest records


@dataclass(frozen=True, slots=True)
class RecordReports:
    """The reports on the records of one document; ``enveloped`` where they stand in somebody's answer."""

    enveloped: bool
    reports: tuple[ValidationReport, ...]


class Validation:
    """Validates documents of up to ``max_record_bytes``; may be shared by threads. ``clock`` gives the time in UTC."""

    def __init__(
        self,
        shapes: ShapesGraph,
        max_record_bytes: int,
        vocabularies: VocabularyFacts | None = None,
        schemas: SchemaSets | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._shapes = shapes
        self._vocabularies = vocabularies
        self._schemas = schemas
        self._clock = clock
        self._insertions = ElementInsertions()
        self.max_record_bytes = max_record_bytes
        self.max_batch_bytes = _BATCH * max_record_bytes

    def profiles(self) -> tuple[Profile, ...]:
        """Return the profiles that are loaded, those first that others stand on."""
        return tuple(self._shapes.profiles.values())

    def select(self, profiles: Sequence[str]) -> Selection:
        """Return the constraints of these profiles and of those that they include.

        Raises:
            InvalidRequest: a profile that is not loaded.
        """
        return self._shapes.select(profiles)

    def validate(
        self, data: bytes, profiles: Sequence[str], source: str = "", *, all_states: bool = False
    ) -> RecordReports:
        """Return the reports on the records in ``data``; ``source`` is its file name, for error messages.

        ``all_states`` asks for what passed and what did not apply, too.

        Raises:
            InvalidRequest: a profile that is not loaded.
            UnreadableRecord: not a readable metadata record, which is not the same as one that does not
                conform.
        """
        selection = self._shapes.select(profiles)
        document = read_records(data, source, max_bytes=self.max_record_bytes)
        reports = tuple(self.report(record, selection, all_states=all_states) for record in document.records)
        return RecordReports(document.enveloped, reports)

    def known(self, record: SourceRecord) -> tuple[RecordGraph, FactIndex]:
        """Return the graph of a record with what the vocabularies know about it, and the index of its facts."""
        graph, index = record.graph, FactIndex(record.graph.facts)
        if self._vocabularies is not None:
            graph = graph.with_facts(self._vocabularies.of(index, graph))
            index.add(graph.facts[len(record.graph.facts) :])
        return graph, index

    def report(
        self,
        record: SourceRecord,
        selection: Selection,
        *,
        all_states: bool = False,
        lap: Callable[[str], object] = lambda _stage: None,
    ) -> ValidationReport:
        """Return the report on one record that was read; ``lap`` is told each stage as it ends."""
        graph, index = self.known(record)
        lap("vocabularies")
        xsd = xsd_findings(self._schemas, record.document, record.root)
        lap("xsd")
        view = RecordView(record.document, record.root, graph, index, self._clock(), xsd)
        findings = self._shapes.engine.run(graph.facts, selection.shapes)
        lap("engine")
        answers = {iri: tuple(CHECKS[iri.removeprefix(SHAPES)](view)) for iri in selection.programs}
        lap("programs")
        results = results_of(findings, answers, selection, view, self._insertions)
        conforms = not any(result.severity is Severity.VIOLATION and result.state is State.FAIL for result in results)
        met = met_by(results, selection, view) if all_states else ()
        fair = fair_summary(view, selection, results) if PROFILE in selection.profiles else None
        lap("report")
        sparql = self._shapes.engine.sparql_shapes(selection.shapes)
        return ValidationReport(
            conforms, graph.summary, selection.profiles, results, met, record.namespaces, fair, sparql
        )

    def refused(self, error: UnreadableRecord, profiles: Sequence[str]) -> ValidationReport:
        """Return the report on a record that could not be read, for batches: its one result is why."""
        selection = self._shapes.select(profiles)
        constraint = next((one for one in selection.constraints if one.iri == f"{SHAPES}{error.code}"), None)
        message = constraint.message if constraint else {"en": "{value}", "fr": "{value}"}
        result = ValidationResult(
            code=error.code,
            constraint=error.code,
            severity=Severity.VIOLATION,
            profiles=selection.profiles[:1],
            clause=constraint.clause if constraint else "",
            message={language: text.replace("{value}", error.reason) for language, text in message.items()},
            line=error.line or 1,
            column=error.column or 1,
            xpath="/",
            value=error.reason,
            hint=constraint.hint if constraint else {},
        )
        return ValidationReport(
            conforms=False, record=RecordSummary("", "", ""), profiles=selection.profiles, results=(result,)
        )
