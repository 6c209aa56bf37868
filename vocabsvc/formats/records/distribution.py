"""The distribution of a resource in an ISO record."""

from vocabsvc.formats.records.lifting import Lifting


def lift_distribution(lifting: Lifting, record: str) -> None:
    """Lift the ways to get the resource."""
    for path in ("transferOptions", "distributor/*/distributorTransferOptions"):
        for node, element in lifting.objects(
            record, "onlineResource", lifting.root, f"distributionInfo/*/{path}/*/onLine", "OnlineResource"
        ):
            lifting.texts(node, "linkage", element, "linkage")
            lifting.texts(node, "protocol", element, "protocol")
            lifting.texts(node, "name", element, "name")


def lift_formats(lifting: Lifting, record: str, name: str) -> None:
    """Lift the formats; ``name`` is the path to the name inside one."""
    for node, element in lifting.objects(record, "format", lifting.root, "distributionInfo/*/distributionFormat"):
        lifting.node(element, "Format")
        lifting.texts(node, "name", element, name)
