"""Media on which the resource of an ISO record is handed over offline."""

from vocabsvc.formats.records.lifting import Lifting

_PATHS = (
    "distributionInfo/*/transferOptions/*/offLine",
    "distributionInfo/*/distributor/*/distributorTransferOptions/*/offLine",
)


def lift_media(lifting: Lifting, record: str) -> None:
    """Lift the media and how densely they are written."""
    for path in _PATHS:
        for node, element in lifting.objects(record, "medium", lifting.root, path, "Medium"):
            lifting.texts(node, "density", element, "density")
            lifting.texts(node, "densityUnit", element, "densityUnits")
