"""How catalogues name the protocols of online resources: a list of our own."""

from vocabsvc.builders.graph import HUB, VocabularyGraph
from vocabsvc.builders.own_lists import own_list, texts_of
from vocabsvc.builders.recipe import Container, Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString

PROTOCOLS = Container(
    f"{HUB}protocols/", "Protocols of online resources", "Protocoles des ressources en ligne", "ConceptScheme"
)


def fill_protocols(_: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the protocols under the names that GeoNetwork made common, and the IRIs of OGC's service types."""
    for row in own_list("protocols"):
        uri = PROTOCOLS.uri + "".join(sign if sign.isalnum() or sign in ".-" else "-" for sign in row["code"])
        names = LangString(row["en"], "en"), LangString(row["fr"], "fr")
        graph.add_concept(uri, PROTOCOLS.uri, names, [row["code"]])
        for text in texts_of(row["also"]):
            graph.add_label(uri, "altLabel", LangString(text))
        graph.add_address(uri, row["address"])
    return Edition(
        date="2026-11-21",
        missing=("There is no list that all catalogues share: these are the names met most often. Labels are ours.",),
    )
