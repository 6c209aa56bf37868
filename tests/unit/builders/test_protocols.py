from urllib.parse import urljoin

from vocabsvc.builders.graph import HUB, VocabularyGraph
from vocabsvc.builders.protocols import PROTOCOLS, fill_protocols
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import ADDRESS


def test_protocols_have_iris_of_the_hub_and_the_names_of_catalogues(sources: SourceFolder) -> None:
    graph = VocabularyGraph()
    graph.add_container(PROTOCOLS.uri, PROTOCOLS.kind, PROTOCOLS.titles)
    fill_protocols(sources, graph)
    found = {concept.notations[0]: concept for concept in read_skos(graph.triples(), "protocols").concepts}
    maps = found["OGC:WMS"]
    assert maps.uri == f"{HUB}protocols/OGC-WMS"
    assert LangString("WMS") in maps.alt_labels
    assert all(urljoin(HUB, concept.uri.removeprefix(HUB)) == concept.uri for concept in found.values())
    assert len({concept.uri for concept in found.values()}) == len(found)
    addresses = [str(t.object) for t in graph.triples() if t.predicate.value == ADDRESS]
    assert "<http://www.opengis.net/def/serviceType/ogc/wms>" in addresses
