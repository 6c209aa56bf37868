import pytest

from tests.cases import clean
from tests.lifted import read_record
from tests.registers import Registers
from vocabsvc.model.record import FactIndex, text_of
from vocabsvc.services.validation.licence_facts import LicenceFacts

RECORD = clean("iso19139").decode()
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def unknown(address: str, *names: str) -> list[str]:
    assert LICENCE in RECORD
    graph = read_record(RECORD.replace(LICENCE, address).encode(), max_bytes=1_000_000)
    return [text_of(fact.object) for fact in LicenceFacts(Registers(*names)).of(FactIndex(graph.facts), graph)]


@pytest.mark.parametrize(
    "address",
    [
        LICENCE,
        "https://spdx.org/licenses/CC-BY-4.0",
        "http://spdx.org/licenses/CC-BY-4.0.html",
        "http://vocab.nerc.ac.uk/collection/L08/current/UN/",
        "http://www.seadatanet.org/urnurl/SDN:L08::CB",
        "https://example.org/conditions",
    ],
)
def test_address_that_is_right_or_of_no_list(address: str) -> None:
    assert unknown(address) == []


@pytest.mark.parametrize(
    "address", ["https://spdx.org/licenses/CC-BY-9.0", "http://www.seadatanet.org/urnurl/SDN:L08::ZZ"]
)
def test_address_that_its_list_does_not_have(address: str) -> None:
    assert unknown(address) == [address]
    assert unknown(address, "EDMO") == []
