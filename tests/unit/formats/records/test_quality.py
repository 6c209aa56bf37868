import pytest

from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
NEWER = clean("iso19115-3").decode()


@pytest.mark.parametrize("record", [RECORD, NEWER])
def test_quality_and_conformity(record: str) -> None:
    lifted = Lifted(record.encode())
    assert lifted.said("qualityScope") == ["dataset"]
    assert lifted.said("specificationTitle")[0].startswith("Règlement (UE) n o 1089/2010")
    assert (lifted.said("pass"), lifted.said("passNil")) == (["false"], [])
    assert len(lifted.instances("SpecificationDate")) == 1
    assert len(lifted.instances("Conformance")) == len(lifted.said("conformance")) == 1


@pytest.mark.parametrize(("record", "prefix"), [(RECORD, "gmd"), (NEWER, "mdq")])
def test_degree_that_was_not_evaluated(record: str, prefix: str) -> None:
    given = f"<{prefix}:pass><gco:Boolean>false</gco:Boolean></{prefix}:pass>"
    assert given in record
    lifted = Lifted(record.replace(given, f'<{prefix}:pass gco:nilReason="unknown"/>').encode())
    assert (lifted.said("pass"), lifted.said("passNil")) == ([], ["unknown"])


@pytest.mark.parametrize(("record", "prefix"), [(RECORD, "gmd"), (NEWER, "mdq")])
def test_specification_that_is_only_referred_to(record: str, prefix: str) -> None:
    start, end = record.index(f"<{prefix}:specification>"), record.index(f"</{prefix}:specification>")
    whole = record[start : end + len(f"</{prefix}:specification>")]
    lifted = Lifted(record.replace(whole, f'<{prefix}:specification xlink:href="https://example.org/s"/>').encode())
    assert lifted.said("specificationReference") == ["https://example.org/s"]
    assert lifted.said("specificationUri") == lifted.said("specificationTitle") == []


@pytest.mark.parametrize(("record", "prefix"), [(RECORD, "gmd"), (NEWER, "mrl")])
def test_sources_and_process_steps(record: str, prefix: str) -> None:
    step = (
        f"<{prefix}:processStep><{prefix}:LI_ProcessStep>"
        f"<{prefix}:source><{prefix}:LI_Source><{prefix}:description><gco:CharacterString>Sonde</gco:CharacterString>"
        f"</{prefix}:description></{prefix}:LI_Source></{prefix}:source>"
        f"</{prefix}:LI_ProcessStep></{prefix}:processStep></{prefix}:LI_Lineage>"
    )
    lifted = Lifted(record.replace(f"</{prefix}:LI_Lineage>", step).encode())
    assert len(lifted.instances("ProcessStep")) == len(lifted.instances("LineageSource")) == 2
    assert lifted.said("stepDate") == ["2022-02-01T00:00:00Z"]
    assert "Sonde" in lifted.said("description")


@pytest.mark.parametrize(("record", "prefix"), [(RECORD, "gmd"), (NEWER, "mdq")])
def test_measured_result(record: str, prefix: str) -> None:
    report = (
        f"<{prefix}:report><{prefix}:DQ_TopologicalConsistency><{prefix}:result><{prefix}:DQ_QuantitativeResult>"
        f"<{prefix}:value><gco:Record>2</gco:Record></{prefix}:value></{prefix}:DQ_QuantitativeResult></{prefix}:result>"
        f"</{prefix}:DQ_TopologicalConsistency></{prefix}:report></{prefix}:DQ_DataQuality>"
    )
    lifted = Lifted(record.replace(f"</{prefix}:DQ_DataQuality>", report).encode())
    assert lifted.said("resultValue") == ["0", "2"]
    assert len(lifted.instances("TopologicalConsistency")) == 2
    assert len(lifted.said("conformance")) == 1
