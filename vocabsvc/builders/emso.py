"""NVS collections in the tables and link lists that EMSO ERIC keeps, of May 2026."""

from collections.abc import Iterable, Mapping

from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import BROADER, NARROWER, RELATED, Elsewhere, code_of, collection, vocabulary_of
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString

DATE = "2026-05"
UNITS = "nvs-p01/BODCunits_20260101.csv"

RELATIONS = {"broader": BROADER, "narrower": NARROWER, "related": RELATED}
UPWARD = ("broader", "related")
"""The relations taken of a vocabulary whose narrower concepts are instances (ships) or state it themselves."""

_NO_VERSION = "The NVS version is not known; the copy is of May 2026."


def table(vocabulary: str) -> str:
    """Return the name of the table of a collection's concepts."""
    return f"emso-nvs/{vocabulary}.csv"


def link_list(vocabulary: str, relation: str) -> str:
    """Return the name of the file that holds one relation of a collection's concepts."""
    return f"emso-nvs/{vocabulary}.{relation}.json"


def link_lists(vocabulary: str, relations: Iterable[str] = RELATIONS) -> tuple[str, ...]:
    """Return the names of the files that hold the relations of a collection's concepts."""
    return tuple(link_list(vocabulary, relation) for relation in relations)


def add_table(graph: VocabularyGraph, sources: SourceFolder, vocabulary: str, status: Mapping[str, bool]) -> int:
    """Add those concepts of a collection that the graph does not have yet, and tell how many.

    ``status`` tells by IRI whether a concept is deprecated; the table itself does not.
    """
    new = [row for row in sources.rows(table(vocabulary)) if row["uri"] not in graph.concepts]
    for row in new:
        uri = row["uri"]
        label = LangString(row["prefLabel"], "en")
        deprecated = status.get(uri, False)
        graph.add_concept(uri, collection(vocabulary), [label], [row["id"]], deprecated=deprecated)
        graph.add_label(uri, "altLabel", LangString(row["altLabel"]))
    return len(new)


def add_link_lists(
    graph: VocabularyGraph,
    sources: SourceFolder,
    vocabulary: str,
    relations: Iterable[str],
    elsewhere: Elsewhere,
) -> None:
    """Add the links of the concepts that the graph has, unless another vocabulary states them."""
    for relation in relations:
        predicate = RELATIONS[relation]
        for uri, targets in sources.links(link_list(vocabulary, relation)).items():
            for target in targets:
                if uri in graph.concepts and vocabulary_of(target) not in elsewhere.get(predicate, ()):
                    graph.add_link(uri, predicate, target)


def fill_p06(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add P06; its links to P01, P07, P09 and R03 are stated there."""
    status = {row["uri"]: row["deprecated"] == "true" for row in sources.rows(UNITS)}
    add_table(graph, sources, "P06", status)
    stated = {RELATED: {"P01", "P07", "P09", "R03"}}
    add_link_lists(graph, sources, "P06", UPWARD, stated)
    unknown = sorted(graph.concepts - status.keys())
    codes = ", ".join(map(code_of, unknown))
    return Edition(
        date=DATE,
        missing=(
            _NO_VERSION,
            f"Deprecation is as of January 2026; that of the newer {codes} is not known.",
        ),
    )


def fill_l06(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add L06."""
    add_table(graph, sources, "L06", {})
    add_link_lists(graph, sources, "L06", UPWARD, {})
    return Edition(date=DATE, missing=(_NO_VERSION, "Deprecated concepts are not marked."))


def fill_l35(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add L35; each device states its manufacturers."""
    add_table(graph, sources, "L35", {})
    add_link_lists(graph, sources, "L35", ("related",), {RELATED: {"L22"}})
    return Edition(date=DATE, missing=(_NO_VERSION, "Deprecated concepts are not marked."))


def fill_l22(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add L22; each device states the L05 categories above it."""
    add_table(graph, sources, "L22", {})
    add_link_lists(graph, sources, "L22", UPWARD, {})
    return Edition(date=DATE, missing=(_NO_VERSION, "Deprecated concepts are not marked."))
