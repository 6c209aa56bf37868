"""P01 and F02, from the tables that EMODnet Biology's checking tool took from NVS."""

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import NARROWER, add_collection, code_of, collection, vocabulary_of
from vocabsvc.builders.octopus import matches
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import SKOS

P01 = "nvs-p01/P01.nt.gz"
P01_LINKS = "emso-nvs/P01.narrower.json"
P01_MATCHES = "seadatanet-octopus/mapping.SDN.P01.1291.SDN.P01.1291.xml"
VALUES = "nvs-p01/BODCvalues.csv.gz"


def fill_p01(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add P01 with the P02 parent and P06 unit of each concept, and SeaDataNet's matches within P01."""
    add_collection(graph, sources.triples(P01), "P01", {NARROWER: {"P09"}})
    exact = {(s, target) for s, relation, target in matches(sources, P01_MATCHES) if relation == "exact"}
    for subject, target in exact:
        graph.add_link(subject, f"{SKOS}exactMatch", target)
    newer = len(sources.links(P01_LINKS).keys() - graph.concepts)
    return Edition(
        date="2026-01",
        missing=(
            "The NVS version is not known; labels are of January 2026, links of May 2026.",
            f"{newer} concepts published by May 2026 are absent, as their labels are not known.",
            "Successors of deprecated concepts are not stated.",
            f"{len(exact)} exact matches within P01, nearly all from deprecated, are of version 1291 (April 2025).",
            "Labels are in ASCII only.",
        ),
    )


def fill_f02(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add F02; the table holds several collections."""
    container = collection("F02")
    for row in sources.rows(VALUES):
        if vocabulary_of(row["uri"]) == "F02":
            graph.add_concept(
                row["uri"],
                container,
                [LangString(row["preflabel"], "en")],
                [f"SDN:F02::{code_of(row['uri'])}"],
                deprecated=row["deprecated"] == "true",
            )
    return Edition(
        missing=(
            "Neither the NVS version nor its date is known.",
            "Short names (altLabel) and links are absent.",
        )
    )
