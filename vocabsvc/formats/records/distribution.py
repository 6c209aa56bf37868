"""The distribution of a resource in an ISO record."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.party import LiftParty, lift_contacts

_TRANSFERS = ("transferOptions", "distributor/*/distributorTransferOptions")
_FORMATS = ("distributionFormat", "distributor/*/distributorFormat")


def lift_distribution(lifting: Lifting, record: str, party: LiftParty) -> None:
    """Lift the ways to get the resource."""
    for _, element in lifting.objects(record, "distribution", lifting.root, "distributionInfo", "Distribution"):
        lift_contacts(lifting, record, "distributorContact", element, "distributor/*/distributorContact", party=party)
        for transfer in (found for path in _TRANSFERS for found in lifting.every(element, f"{path}/*")):
            _lift_transfer(lifting, record, transfer)


def lift_formats(lifting: Lifting, record: str, name: str, version: str) -> None:
    """Lift the formats; ``name`` and ``version`` are the paths inside one."""
    for path in (f"distributionInfo/*/{one}" for one in _FORMATS):
        lifting.nils(record, "formatNil", lifting.root, path)
        for node, element in lifting.objects(record, "format", lifting.root, path, "Format", "IsoFormat"):
            lifting.texts(node, "name", element, name)
            for prop in lifting.every(element, name):
                lifting.iris(node, "formatId", prop)
            lifting.texts(node, "version", element, version)
            lifting.nils(node, "versionNil", element, version)


def _lift_transfer(lifting: Lifting, record: str, transfer: Element) -> None:
    if lifting.first(transfer, "transferSize") is not None:
        node = lifting.node(transfer, "TransferOptions")
        lifting.decimals(node, "transferSize", transfer, "transferSize")
    for node, element in lifting.objects(
        record, "onlineResource", transfer, "onLine", "OnlineResource", "IsoOnlineResource"
    ):
        for name in ("linkage", "protocol", "name", "description"):
            lifting.texts(node, name, element, name)
        lifting.codes(node, "function", element, "function")
