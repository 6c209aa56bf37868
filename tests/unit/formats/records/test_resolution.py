from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
GRID = (
    "<gmd:spatialRepresentationInfo><gmd:MD_GridSpatialRepresentation><gmd:axisDimensionProperties><gmd:MD_Dimension>"
    '<gmd:dimensionName><gmd:MD_DimensionNameTypeCode codeListValue="{}"/></gmd:dimensionName><gmd:resolution>'
    '<gco:Measure uom="h">1</gco:Measure></gmd:resolution></gmd:MD_Dimension></gmd:axisDimensionProperties>'
    "</gmd:MD_GridSpatialRepresentation></gmd:spatialRepresentationInfo><gmd:referenceSystemInfo>"
)


def test_distance_and_its_unit() -> None:
    found = Lifted(RECORD.encode())
    assert (found.said("distance"), found.said("distanceUnit")) == (["100"], ["m"])
    assert found.said("spatialRepresentationType") == ["vector"]


def test_step_of_the_dimension_time_is_the_time_step() -> None:
    with_time = Lifted(RECORD.replace("<gmd:referenceSystemInfo>", GRID.format("time")).encode())
    assert with_time.said("timeStep") == ["1"]
    with_rows = Lifted(RECORD.replace("<gmd:referenceSystemInfo>", GRID.format("row")).encode())
    assert with_rows.said("timeStep") == []


def test_duration_of_iso_19115_3_is_the_time_step() -> None:
    step = "<mri:temporalResolution><gco:TM_PeriodDuration>PT1H</gco:TM_PeriodDuration></mri:temporalResolution>"
    record = clean("iso19115-3").decode().replace("<mri:topicCategory>", step + "<mri:topicCategory>")
    assert Lifted(record.encode()).said("timeStep") == ["PT1H"]
