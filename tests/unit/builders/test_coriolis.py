import json

import pytest

from tests.unit.builders.conftest import NVS, Put, table
from vocabsvc.builders import coriolis, emso
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.sources import SourceFolder

PRESSURE = {
    "unit": "decibar", "gf3_strict_name": "PRES", "gf3_extended_name": "PRESSION", "parent_code": "0",
    "label": "Pressure", "code": "28",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _files(put: Put) -> None:
    adjusted = {**PRESSURE, "gf3_strict_name": "", "gf3_extended_name": "PRES_ADJUSTED", "parent_code": "28"}
    level = {**PRESSURE, "unit": "TBD", "gf3_strict_name": "SLEV", "parent_code": "146", "code": "712"}
    codes = {"28": PRESSURE, "66": adjusted, "146": level}
    data = {"valid_codes": ["28", "146", "146", "66"], "codes": codes}
    put(coriolis.CODES, json.dumps({"last_update": "2026-01-25T10:32:07", "data": data}))
    units = [("UPDB", "dbar", "false"), ("ULAA", "m", "false"), ("UAAM", "m", "false"), ("OLDB", "dbar", "true")]
    rows = ({"uri": f"{NVS}P06/current/{code}/", "altLabel": alt, "deprecated": old} for code, alt, old in units)
    put(emso.UNITS, table(*rows))


def test_each_code_once_with_strict_name_before_extended(sources: SourceFolder) -> None:
    found = {parameter.code: parameter for parameter in coriolis.parameters(sources)}
    assert [(one.name, one.other_name, one.parent) for one in found.values()] == [
        ("PRES", "PRESSION", ""),
        ("PRES_ADJUSTED", "", "28"),
        ("SLEV", "PRESSION", ""),
    ]


def test_concepts_are_the_hubs_own_with_units_where_one_is_meant(sources: SourceFolder) -> None:
    graph = VocabularyGraph()
    graph.add_container(coriolis.SCHEME, "ConceptScheme", [])
    edition = coriolis.fill_coriolis(sources, graph)
    text = "\n".join(map(str, graph.triples()))
    assert edition.date == "2026-01-25"
    assert f"<{coriolis.SCHEME}28> <http://www.w3.org/2004/02/skos/core#related> <{NVS}P06/current/UPDB/>" in text
    assert "OLDB" not in text
    assert f"<{coriolis.SCHEME}28> <http://www.w3.org/2004/02/skos/core#related> <{coriolis.SCHEME}66>" in text
    assert '#unit> "TBD"' in text
    assert '#altLabel> "PRESSION"' in text
