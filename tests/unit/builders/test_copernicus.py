from pyoxigraph import RdfFormat

from tests.unit.builders.conftest import Put
from vocabsvc.builders import copernicus
from vocabsvc.builders.copernicus import InSituVariable
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString

TABLE = """# Variables

| variable name | long_name | CF standard_name | unit | SDN Param | SDN UoM |
| --- | --- | --- | --- | --- | --- |
| PSAL | Salinity | basin_salinity | 0.001 | SDN:P01::SALTX | SDN:P06::UUUU |
| BATH | Depth | depth | m | SDN:P01:MBANZ | SDN:P06::ULAA |
| FREQ | Frequency | TBD | s-1 | TBD | TBD |
| RDVA | Radial velocity | velocity_away_from _instrument (1) | m s-1 | TBD | TBD |
"""


def test_reads_the_table_and_its_slips(put: Put, sources: SourceFolder) -> None:
    put(copernicus.VARIABLES, TABLE)
    assert copernicus.variables(sources) == {
        "PSAL": InSituVariable(
            "PSAL", "Salinity", "basin_salinity", "0.001", concept_uri("P01", "SALTX"), concept_uri("P06", "UUUU")
        ),
        "BATH": InSituVariable("BATH", "Depth", "depth", "m", concept_uri("P01", "MBANZ"), concept_uri("P06", "ULAA")),
        "FREQ": InSituVariable("FREQ", "Frequency", "TBD", "s-1", ""),
        "RDVA": InSituVariable("RDVA", "Radial velocity", "velocity_away_from_instrument", "m s-1", ""),
    }


def test_the_variables_are_a_vocabulary_with_units(put: Put, sources: SourceFolder) -> None:
    put(copernicus.VARIABLES, TABLE)
    graph = VocabularyGraph()
    graph.add_container(copernicus.SCHEME, "ConceptScheme", [LangString("Variables", "en")])
    edition = copernicus.fill_copernicus(sources, graph)
    turtle = graph.serialise(RdfFormat.TURTLE).decode()
    assert len(graph.concepts) == 4
    assert edition.missing
    assert "<copernicus/PSAL> a skos:Concept" in turtle
    assert 'skos:prefLabel "Salinity"@en' in turtle
    assert "skos:related <http://vocab.nerc.ac.uk/collection/P06/current/UUUU/>" in turtle
    assert 'v:unit "0.001"' in turtle
