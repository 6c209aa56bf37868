"""The checks of a vocabulary: the only list, and how it is run."""

from vocabsvc.checks.check import Check, run_checks
from vocabsvc.checks.vocabulary.check import Fault, VocabularyCheck
from vocabsvc.checks.vocabulary.definitions import missing_definition
from vocabsvc.checks.vocabulary.iris import unusable_iri
from vocabsvc.checks.vocabulary.labels import overlapping_labels, unclear_pref_label
from vocabsvc.checks.vocabulary.languages import incomplete_languages
from vocabsvc.checks.vocabulary.relations import (
    hierarchy_cycle,
    mapping_clash,
    misplaced_relation,
    redundant_broader,
    related_in_hierarchy,
)
from vocabsvc.checks.vocabulary.scheme import inconsistent_scheme, undescribed_vocabulary
from vocabsvc.checks.vocabulary.size import shrunken_vocabulary
from vocabsvc.checks.vocabulary.targets import unexplained_deprecation, unknown_target
from vocabsvc.checks.vocabulary.texts import garbled_label
from vocabsvc.checks.vocabulary.uniqueness import shared_notation, shared_pref_label
from vocabsvc.checks.vocabulary.view import CheckedVocabulary, KnownConcepts, VocabularyView
from vocabsvc.model.report import Severity
from vocabsvc.model.vocabulary_report import VocabularyFinding, VocabularyReport

CATALOGUE = (
    Check("SKO-01", Severity.VIOLATION, unclear_pref_label),
    Check("SKO-02", Severity.VIOLATION, overlapping_labels),
    Check("SKO-03", Severity.WARNING, shared_pref_label),
    Check("SKO-04", Severity.WARNING, shared_notation),
    Check("SKO-05", Severity.WARNING, missing_definition),
    Check("SKO-06", Severity.WARNING, inconsistent_scheme),
    Check("SKO-07", Severity.VIOLATION, hierarchy_cycle),
    Check("SKO-08", Severity.INFO, redundant_broader),
    Check("SKO-09", Severity.VIOLATION, related_in_hierarchy),
    Check("SKO-10", Severity.VIOLATION, mapping_clash),
    Check("SKO-11", Severity.WARNING, misplaced_relation),
    Check("SKO-12", Severity.WARNING, unexplained_deprecation),
    Check("SKO-13", Severity.INFO, incomplete_languages),
    Check("SKO-14", Severity.WARNING, unknown_target),
    Check("SKO-15", Severity.WARNING, undescribed_vocabulary),
    Check("SKO-16", Severity.VIOLATION, unusable_iri),
    Check("SKO-17", Severity.WARNING, garbled_label),
    Check("SKO-18", Severity.VIOLATION, shrunken_vocabulary),
)


def check_vocabulary(
    checked: CheckedVocabulary,
    known: KnownConcepts | None = None,
    previous_count: int | None = None,
    examples: int = 3,
) -> VocabularyReport:
    """Run every check.

    ``known`` are the concepts of all that is loaded, ``previous_count`` the number of concepts that an earlier
    edition had; what depends on one that is ``None`` is reported as not assessed. Of each group of findings
    the first ``examples``, and at least one, are kept.
    """
    view = VocabularyView(checked, known, previous_count)
    groups, not_assessed = run_checks(CATALOGUE, view, _finding, examples)
    return VocabularyReport(checked.vocabulary.id, groups=groups, not_assessed=not_assessed)


def _finding(check: VocabularyCheck, fault: Fault) -> VocabularyFinding:
    return VocabularyFinding(check.code, check.severity, fault.message, fault.value, fault.concept)
