"""L24, SeaDataNet's data transport formats, as far as records and programs show it."""

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import collection, concept_uri
from vocabsvc.builders.own_lists import own_list
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString


def fill_l24(_: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the formats that are known."""
    for row in own_list("data_formats"):
        names = [LangString(row["en"], "en")]
        graph.add_concept(concept_uri("L24", row["code"]), collection("L24"), names, [f"SDN:L24::{row['code']}"])
    return Edition(
        missing=(
            "No copy of the list was found: these are the codes that public records and programs use, and it has more.",
        )
    )
