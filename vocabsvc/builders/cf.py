"""P07: the CF standard names, with the canonical units and former names of the CF tables."""

from dataclasses import replace

from vocabsvc.builders.emso import RELATIONS, add_link_lists, link_list
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import RELATED, code_of, collection
from vocabsvc.builders.octopus import edition
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import SKOS

NAMES = "cf/P07_CF.csv.gz"
TABLE = "cf/cf-standard-name-table-v83.xml.gz"


def fill_p07(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add P07. A former name (alias) is a hidden label: it is found, but not offered for use."""
    container = collection("P07")
    rows = sources.rows(NAMES)
    for row in rows:
        uri = row["uri"]
        notation = f"SDN:P07::{code_of(uri)}"
        graph.add_concept(uri, container, [LangString(row["standard_name"], "en")], [notation])
        graph.add_term(uri, "canonicalUnit", row["canonical_units"])
        if row["p06"]:
            graph.add_link(uri, RELATED, row["p06"])
    _add_former_names(sources, graph, {row["standard_name"]: row["uri"] for row in rows})
    add_link_lists(graph, sources, "P07", RELATIONS, {})
    newer = len(sources.links(link_list("P07", "broader")).keys() - graph.concepts)
    gone = sorted(row["standard_name"] for row in rows if row["in_cf_v93"] != "True")
    missing = (
        f"{newer} concepts published by May 2026 are absent, as their names are not known.",
        f"{len(gone)} names are no longer in version 93 of the CF table: {', '.join(gone)}.",
        "Deprecated concepts are not marked. Former names are those of version 83 of the CF table.",
    )
    return replace(edition(sources, "P07"), missing=missing)


def standard_names(sources: SourceFolder) -> dict[str, str]:
    """Return the IRI of each standard name."""
    return {row["standard_name"]: row["uri"] for row in sources.rows(NAMES)}


def _add_former_names(sources: SourceFolder, graph: VocabularyGraph, uris: dict[str, str]) -> None:
    for alias in sources.xml(TABLE).iterfind("alias"):
        former, current = alias.get("id", ""), uris.get(alias.findtext("entry_id", ""))
        if current is None:
            continue
        if former in uris:
            graph.add_link(uris[former], f"{SKOS}exactMatch", current)
        else:
            graph.add_label(current, "hiddenLabel", LangString(former, "en"))
