"""QLT-13: what is asked of data is not asked of services."""

import pytest

from tests.cases import clean
from tests.unit.checks.test_cases import group
from vocabsvc.checks.shapes import ShapesGraph
from vocabsvc.formats.records.reading import read_records
from vocabsvc.model.report import State
from vocabsvc.services.validation.validation import Validation

DESCRIBED = (
    "</gmd:level><gmd:levelDescription><gmd:MD_ScopeDescription><gmd:other><gco:CharacterString>service"
    "</gco:CharacterString></gmd:other></gmd:MD_ScopeDescription></gmd:levelDescription></gmd:DQ_Scope>"
)
DROPPED = ("distributionInfo", "contentInfo", "lineage")


def service() -> bytes:
    record = clean("iso19139").decode()
    for name in DROPPED:
        start, end = record.index(f"<gmd:{name}>"), record.index(f"</gmd:{name}>")
        record = record[:start] + record[end + len(f"</gmd:{name}>") :]
    record = record.replace("gmd:MD_DataIdentification>", "gmd:SV_ServiceIdentification>")
    record = record.replace('MD_ScopeCode" codeListValue="dataset"', 'MD_ScopeCode" codeListValue="service"')
    return record.replace("</gmd:level></gmd:DQ_Scope>", DESCRIBED).replace("1089/2010", "976/2009").encode()


@pytest.mark.parametrize("name", ["DST", "QLT"])
def test_service_is_not_asked_for_what_data_have(name: str, shapes: ShapesGraph) -> None:
    (record,) = read_records(service(), max_bytes=1_000_000).records
    report = Validation(shapes, 1_000_000).report(record, group(shapes, name))
    assert [one.constraint for one in report.results if one.state is State.FAIL] == []


def test_the_same_gaps_in_a_dataset_are_faults(shapes: ShapesGraph) -> None:
    data = service().replace(b'codeListValue="service"', b'codeListValue="dataset"')
    (record,) = read_records(data.replace(b"SV_Service", b"MD_Data"), max_bytes=1_000_000).records
    report = Validation(shapes, 1_000_000).report(record, group(shapes, "QLT"))
    assert {"QLT-01", "QLT-07", "QLT-12"} <= {one.code for one in report.results}
