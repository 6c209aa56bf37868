import pytest

from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
NEWER = clean("iso19115-3").decode()


@pytest.mark.parametrize("record", [RECORD, NEWER])
def test_ways_to_get_the_resource(record: str) -> None:
    lifted = Lifted(record.encode())
    assert lifted.said("linkage")[0] == "https://data.example.org/salinite-1"
    assert lifted.said("protocol") == ["WWW:LINK", "OGC:WMS", "OPeNDAP:OPeNDAP"]
    assert lifted.said("function") == ["information", "download", "download"]
    assert (lifted.said("transferSize"), lifted.datatypes("transferSize")) == (["12.5"], ["decimal"])
    assert len(lifted.instances("Distribution")) == len(lifted.instances("TransferOptions")) == 1


@pytest.mark.parametrize("record", [RECORD, NEWER])
def test_format_has_a_version_or_a_reason(record: str) -> None:
    lifted = Lifted(record.encode())
    assert (lifted.said("version"), lifted.said("versionNil")) == ([], ["unknown"])
    given = "<gco:CharacterString>4</gco:CharacterString>"
    for name in ("gmd:version", "cit:edition"):
        record = record.replace(f'<{name} gco:nilReason="unknown"/>', f"<{name}>{given}</{name}>")
    lifted = Lifted(record.encode())
    assert (lifted.said("version"), lifted.said("versionNil")) == (["4"], [])


def test_size_that_is_none_stays_text() -> None:
    lifted = Lifted(RECORD.replace("<gco:Real>12.5</gco:Real>", "<gco:Real>12,5 Mo</gco:Real>").encode())
    assert (lifted.said("transferSize"), lifted.datatypes("transferSize")) == (["12,5 Mo"], ["string"])


def test_formats_and_transfers_of_a_distributor() -> None:
    start, end = RECORD.index("<gmd:transferOptions>"), RECORD.index("</gmd:transferOptions>")
    block = RECORD[start : end + len("</gmd:transferOptions>")]
    moved = block.replace("transferOptions>", "distributorTransferOptions>")
    text = RECORD.replace(block, "").replace("</gmd:MD_Distributor>", f"{moved}</gmd:MD_Distributor>")
    assert Lifted(text.encode()).said("linkage") == Lifted(RECORD.encode()).said("linkage")
