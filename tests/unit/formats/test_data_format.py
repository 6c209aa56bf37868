import pytest

from vocabsvc.formats.data_format import is_known, is_proprietary


@pytest.mark.parametrize(
    "text",
    [
        "NetCDF", "netCDF-4 CF", "Ocean Data View ASCII input", "MEDATLAS", "ESRI Shapefile", "CSV (UTF-8)",
        "Comma Separated Values, comma separated", "GeoTIFF", "application/x-netcdf", "SDN:L24::CF", "Web Map Service",
        "http://publications.europa.eu/resource/authority/file-type/CSV",
    ],
)  # fmt: skip
def test_known_formats(text: str) -> None:
    assert is_known(text)
    assert not is_proprietary(text)


@pytest.mark.parametrize("text", ["unknown", "papier", "données internes", "Digital - Binary", "numérique"])
def test_unknown_formats(text: str) -> None:
    assert not is_known(text)


@pytest.mark.parametrize("text", ["Microsoft Excel", "MS Access", "ECW", "MapInfo TAB", "ESRI File Geodatabase"])
def test_proprietary_formats(text: str) -> None:
    assert is_known(text)
    assert is_proprietary(text)


@pytest.mark.parametrize("text", ["Excel (xlsx)", "XLSX", "Excel / CSV"])
def test_spreadsheets_that_everybody_can_read(text: str) -> None:
    assert not is_proprietary(text)
