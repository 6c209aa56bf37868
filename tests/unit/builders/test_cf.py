from tests.unit.builders.conftest import NVS, Put, links, table
from vocabsvc.builders import cf, octopus
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import collection
from vocabsvc.builders.sources import SourceFolder


def row(code: str, name: str, p06: str = "", current: str = "True") -> dict[str, str]:
    unit = f"{NVS}P06/current/{p06}/" if p06 else ""
    uri = f"{NVS}P07/current/{code}/"
    return {"uri": uri, "standard_name": name, "canonical_units": "1", "description": "Words", "p06": unit,
            "in_cf_v93": current}  # fmt: skip


def test_names_units_and_former_names(put: Put, sources: SourceFolder) -> None:
    put(cf.NAMES, table(row("CF1", "basin_salinity", "UUUU"), row("CF2", "basin_saltiness", current="False")))
    put(
        cf.TABLE,
        """<t><alias id="salinity_of_basin"><entry_id>basin_salinity</entry_id></alias>
              <alias id="basin_saltiness"><entry_id>basin_salinity</entry_id></alias>
              <alias id="pepper"><entry_id>basin_pepper</entry_id></alias></t>""",
    )
    put("emso-nvs/P07.broader.json", links(P07_CF1=["P02/SALT"], P07_NEW=["P02/SALT"]))
    put("emso-nvs/P07.narrower.json", links())
    put("emso-nvs/P07.related.json", links())
    put(octopus.EDITIONS, '<v><vocabulary list="SDN:P07:90:" version="90" date="2025-03-20T02:00:00.000"/></v>')
    graph = VocabularyGraph()
    graph.add_container(collection("P07"), "Collection", [])
    edition = cf.fill_p07(sources, graph)
    text = "\n".join(map(str, graph.triples()))
    assert edition.number == "90"
    assert edition.missing[0].startswith("1 concepts published by May 2026")
    assert "1 names are no longer in version 93 of the CF table: basin_saltiness." in edition.missing
    assert '#hiddenLabel> "salinity_of_basin"@en' in text
    assert '"SDN:P07::CF1"' in text
    assert '#canonicalUnit> "1"' in text
    assert "CF2/> <http://www.w3.org/2004/02/skos/core#exactMatch>" in text
    for left_out in ("pepper", "Words", "P07/current/NEW"):
        assert left_out not in text
