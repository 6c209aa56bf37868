"""The checks of a mapping set: the only list, and how it is run (``docs/checks-mappings.md``).

MAP-01 to MAP-03 are not here: what violates them is not read. A violation is what a file itself says wrongly.
What may come to be wrong because a publisher changed a vocabulary (a concept was deprecated, got another label
or unit) is a warning, so that an update of the vocabulary can always be loaded.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from vocabsvc.checks.check import Check, run_checks
from vocabsvc.checks.mappings.check import Fault, MappingCheck
from vocabsvc.checks.mappings.provenance import inconsistent_record_id, missing_provenance, missing_reviewer
from vocabsvc.checks.mappings.relations import (
    clashing_predicates,
    equal_concepts,
    repeated_mapping,
    wrong_cardinality,
)
from vocabsvc.checks.mappings.targets import deprecated_object, other_kind_of_unit, other_label, unknown_concept
from vocabsvc.checks.mappings.view import KnownConcepts, MappingView
from vocabsvc.model.concept import Concept
from vocabsvc.model.mapping import MappingSet
from vocabsvc.model.mapping_report import MappingFinding, MappingReport
from vocabsvc.model.report import Severity

CATALOGUE = (
    Check("MAP-04", Severity.VIOLATION, missing_reviewer),
    Check("MAP-05", Severity.VIOLATION, unknown_concept),
    Check("MAP-06", Severity.VIOLATION, inconsistent_record_id),
    Check("MAP-07", Severity.WARNING, wrong_cardinality),
    Check("MAP-08", Severity.WARNING, deprecated_object),
    Check("MAP-09", Severity.VIOLATION, clashing_predicates),
    Check("MAP-09", Severity.VIOLATION, equal_concepts),
    Check("MAP-10", Severity.WARNING, other_label),
    Check("MAP-11", Severity.WARNING, missing_provenance),
    Check("MAP-12", Severity.INFO, repeated_mapping),
    Check("MAP-13", Severity.WARNING, other_kind_of_unit),
)


def check_mapping_sets(
    sets: Sequence[MappingSet], concepts: Iterable[Concept], base_uri: str, examples: int = 3
) -> Iterator[MappingReport]:
    """Run every check over sets that are used together.

    ``concepts`` are those of all that is loaded. Of each group of findings the first ``examples``, and at least
    one, are kept.
    """
    known = KnownConcepts.of(concepts)
    for mapping_set in sets:
        view = MappingView(mapping_set, known, sets, base_uri)
        groups, not_assessed = run_checks(CATALOGUE, view, partial(_finding, mapping_set.columns), examples)
        yield MappingReport(mapping_set.id, mapping_set.file, groups=groups, not_assessed=not_assessed)


def _finding(columns: Sequence[str], check: MappingCheck, fault: Fault) -> MappingFinding:
    return MappingFinding(
        code=check.code,
        severity=check.severity,
        message=fault.message,
        value=fault.value,
        line=fault.mapping.line if fault.mapping else 0,
        column=columns.index(fault.slot) + 1 if fault.slot in columns else 0,
    )
