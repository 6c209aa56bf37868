from tests.unit.builders.conftest import Put
from vocabsvc.builders import copernicus
from vocabsvc.builders.copernicus import InSituVariable
from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.sources import SourceFolder


def test_reads_the_table_and_its_slips(put: Put, sources: SourceFolder) -> None:
    put(
        copernicus.VARIABLES,
        """# Variables

| variable name | long_name | CF standard_name | unit | SDN Param | SDN UoM |
| --- | --- | --- | --- | --- | --- |
| PSAL | Salinity | basin_salinity | 0.001 | SDN:P01::SALTX | SDN:P06::UUUU |
| BATH | Depth | depth | m | SDN:P01:MBANZ | SDN:P06::ULAA |
| FREQ | Frequency | TBD | s-1 | TBD | TBD |
""",
    )
    assert copernicus.variables(sources) == {
        "PSAL": InSituVariable("PSAL", "Salinity", "basin_salinity", "0.001", concept_uri("P01", "SALTX")),
        "BATH": InSituVariable("BATH", "Depth", "depth", "m", concept_uri("P01", "MBANZ")),
        "FREQ": InSituVariable("FREQ", "Frequency", "TBD", "s-1", ""),
    }
