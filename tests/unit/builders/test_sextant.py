from tests.unit.builders.conftest import Put
from vocabsvc.builders import sextant
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.sources import SourceFolder

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:skos="http://www.w3.org/2004/02/skos/core#">{}</rdf:RDF>"""


def concept(uri: str, label: str, narrower: str = "") -> str:
    link = f'<skos:narrower rdf:resource="{narrower}"/>' if narrower else ""
    return (
        f'<skos:Concept rdf:about="{uri}"><skos:prefLabel xml:lang="fr">{label}</skos:prefLabel>'
        f'<skos:scopeNote xml:lang="fr"/>{link}</skos:Concept>'
    )


def test_the_last_step_is_the_label_and_the_path_is_found(put: Put, sources: SourceFolder) -> None:
    for number, name in enumerate(sextant.LISTS):
        base = f"https://lists.example/{number}/"
        nodes = concept(f"{base}a", "/Géologie", f"{base}b") + concept(f"{base}b", "/Géologie/Trait de côte")
        put(name, RDF.format(nodes if number == 0 else concept(f"{base}a", "Télédétection")))
    graph = VocabularyGraph()
    for part in sextant.LISTS.values():
        graph.add_container(part.uri, part.kind, part.titles)
    sextant.fill_odatis(sources, graph)
    text = "\n".join(map(str, graph.triples()))
    assert len(graph.concepts) == 4
    assert '#prefLabel> "Trait de côte"@fr' in text
    assert '#hiddenLabel> "/Géologie/Trait de côte"@fr' in text
    assert '#hiddenLabel> "Télédétection"@fr' not in text
    assert (
        "<https://lists.example/0/b> <http://www.w3.org/2004/02/skos/core#broader> <https://lists.example/0/a>" in text
    )
    assert text.count("#inScheme>") == 4
