import pytest

from tests.unit.builders.conftest import Put
from vocabsvc.builders import octopus
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import collection, concept_uri
from vocabsvc.builders.recipe import Edition, Fill
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.label import LangString


def test_yields_every_statement(put: Put, sources: SourceFolder) -> None:
    put(
        "m.xml",
        """<mapping><match><element key="SDN:P01:9:OLD"/>
             <exact><element key="SDN:P01:9:NEW"/><element key="SDN:P01:9:TWO"/></exact>
             <broad><element key="SDN:P01:9:UP"/></broad></match></mapping>""",
    )
    old, new, two, up = (concept_uri("P01", code) for code in ("OLD", "NEW", "TWO", "UP"))
    assert list(octopus.matches(sources, "m.xml")) == [
        (old, "exact", new),
        (old, "exact", two),
        (old, "broad", up),
    ]


def test_edition(put: Put, sources: SourceFolder) -> None:
    put(
        octopus.EDITIONS,
        '<vocabularies><vocabulary list="SDN:P06:1:" version="1" date="2020-01-01T00:00:00.000"/>'
        '<vocabulary list="SDN:P07:90:" version="90" date="2025-03-20T02:00:00.000"/></vocabularies>',
    )
    assert octopus.edition(sources, "P07") == Edition("90", "2025-03-20")


@pytest.mark.parametrize(("vocabulary", "file", "fill"), [("C16", octopus.C16, octopus.fill_c16),
                                                          ("L20", octopus.L20, octopus.fill_l20)])  # fmt: skip
def test_a_list_has_codes_and_labels(vocabulary: str, file: str, fill: Fill, put: Put, sources: SourceFolder) -> None:
    put(
        file,
        f"""<vocabulary version="8" date="2022-05-14T02:00:05.000">
             <element key="SDN:{vocabulary}::1a" label="good salt" shortLabel="good"/>
             <element key="SDN:{vocabulary}::2" label="bad salt"/></vocabulary>""",
    )
    graph = VocabularyGraph()
    graph.add_container(collection(vocabulary), "Collection", [])
    edition = fill(sources, graph)
    found = read_skos(graph.triples(), vocabulary).concepts
    assert (edition.number, edition.date) == ("8", "2022-05-14")
    assert [(one.uri, one.notations) for one in found] == [
        (concept_uri(vocabulary, code), (f"SDN:{vocabulary}::{code}",)) for code in ("1a", "2")
    ]
    assert (found[0].pref_labels, found[0].alt_labels) == ((LangString("good salt", "en"),), (LangString("good"),))
