import json

from tests.unit.builders.conftest import NVS, Put, table
from vocabsvc.builders import argo, cf
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import collection
from vocabsvc.builders.sources import SourceFolder


def test_the_prescribed_standard_name_becomes_a_link(put: Put, sources: SourceFolder) -> None:
    context = {"skos": "http://www.w3.org/2004/02/skos/core#", "owl": "http://www.w3.org/2002/07/owl#"}

    def concept(code: str, standard_name: str) -> dict[str, object]:
        attributes = f"Salt. Local_Attributes:{{long_name:Salt; standard_name:{standard_name}; units:psu}}."
        return {
            "@id": f"{NVS}R03/current/{code}/",
            "@type": "skos:Concept",
            "skos:prefLabel": {"@value": code, "@language": "en"},
            "skos:definition": {"@value": attributes, "@language": "en"},
            "owl:sameAs": {"@id": f"{NVS}P01/current/{code}X/"},
        }

    graph_nodes = [concept("SALT", "basin_salinity"), concept("RAW", "-"), concept("ODD", "not_in_p07")]
    put(argo.R03, json.dumps({"name": "x", "data": {"@graph": graph_nodes, "@context": context}}))
    put(cf.NAMES, table({"uri": f"{NVS}P07/current/CF1/", "standard_name": "basin_salinity"}))
    graph = VocabularyGraph()
    graph.add_container(collection("R03"), "Collection", [])
    argo.fill_r03(sources, graph)
    text = "\n".join(map(str, graph.triples()))
    assert text.count("broadMatch") == 1
    assert f"{NVS}R03/current/SALT/> <http://www.w3.org/2004/02/skos/core#broadMatch> <{NVS}P07/current/CF1/>" in text
    assert text.count("sameAs") == 3
    assert "Local_Attributes" not in text
