"""Lineage, quality and conformity in an ISO record."""

from vocabsvc.formats.records.lifting import Lifting


def lift_lineage(lifting: Lifting, record: str, path: str) -> None:
    """Lift what is said about how the resource came to be."""
    for node, element in lifting.objects(record, "lineage", lifting.root, path, "Lineage"):
        lifting.texts(node, "statement", element, "statement")
        for part in ("source", "processStep"):
            for _ in lifting.objects(node, part, element, part, "LineagePart"):
                pass  # that there is one is all that is said
