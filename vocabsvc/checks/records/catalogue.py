"""All checks on records that are programs: what SHACL Core cannot say well."""

from vocabsvc.checks.records.view import Checks

CHECKS: Checks = {}
"""By the name of the constraint (the local name of the ``v:RecordCheck`` in ``shapes/``)."""
