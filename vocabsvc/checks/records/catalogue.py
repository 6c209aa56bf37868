"""All checks on records that are programs: what SHACL Core cannot say well."""

from vocabsvc.checks.records.intake import read_already
from vocabsvc.checks.records.view import Checks

CHECKS: Checks = {
    "STR-01": read_already,
    "STR-02": read_already,
    "STR-03": read_already,
    "STR-04": read_already,
}
"""By the name of the constraint (the local name of the ``v:RecordCheck`` in ``shapes/``)."""
