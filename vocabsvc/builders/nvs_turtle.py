"""NVS collections taken as RDF: P02, P03, P09, L05, L08, L10, L11, C19 and OD1."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Triple

from vocabsvc.builders import emso
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import (
    BROADER,
    NARROWER,
    RELATED,
    Elsewhere,
    add_collection,
    code_of,
    concept_uri,
    edition_of,
    vocabulary_of,
)
from vocabsvc.builders.octopus import matches
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.box import BoundingBox
from vocabsvc.namespaces import OWL, SKOS

P02, P09, L05, L08, L10, L11, C19 = (
    f"nvs-ttl/{vocabulary}.ttl" for vocabulary in ("P02", "P09", "L05", "L08", "L10", "L11", "C19")
)
P03 = "sextant-geonetwork/2017/NVS.P03.rdf"
OD1 = "data-terra/ODATIS_Thesaurus.ttl"
P09_MATCHES = "seadatanet-octopus/mapping.SDN.P01.1291.SDN.P09.77.xml"

WRONG_LINKS = {"MAGW": "PBAFWC01", "NHUW": "NOUWXXXX", "NOUW": "AMUWXXXX"}
"""P09 code -> the P01 code that NVS equals it with: lead for silver, nitrate uptake for that of ammonium."""

WRONG_GROUPS = {"DENS": "CAPH"}
"""OD1 code -> the P02 code that NVS equals it with: density with air pressure."""

_SIDES = ("Westernmost_longitude", "Easternmost_longitude", "Southernmost_latitude", "Northernmost_latitude")


def fill_p02(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add P02 and its newer concepts; links to finer vocabularies are stated there."""
    elsewhere = {
        NARROWER: {"P01", "P07", "P09", "OD1"},
        RELATED: {"P07"},
        f"{OWL}sameAs": {"OD1"},
    }
    return _fill_from_two(sources, graph, P02, "P02", elsewhere)


def fill_l05(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add L05 and its newer concepts; links to devices (L22) are stated there."""
    return _fill_from_two(sources, graph, L05, "L05", {NARROWER: {"L22"}, RELATED: {"L22"}})


def fill_l08(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add L08."""
    return _fill_from_one(sources, graph, L08, "L08")


def fill_l10(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add L10."""
    return _fill_from_one(sources, graph, L10, "L10")


def fill_l11(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add L11."""
    return _fill_from_one(sources, graph, L11, "L11")


def fill_p03(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add P03; its links to P02 are stated there, in a later edition."""
    triples = sources.triples(P03)
    add_collection(graph, triples, "P03", {NARROWER: {"P02"}, RELATED: {"P02"}})
    used = {
        target
        for name in emso.link_lists("P02")
        for targets in sources.links(name).values()
        for target in targets
        if vocabulary_of(target) == "P03"
    }
    absent = _codes(used - set(graph.concepts))
    missing = f"{len(absent)} concepts that P02 links to are newer and absent: {', '.join(absent)}."
    return replace(edition_of(triples, "P03"), missing=(missing,))


def fill_p09(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add P09 with its links to P01, P02 and units."""
    triples = sources.triples(P09)
    wrong = {concept_uri("P09", code): concept_uri("P01", other) for code, other in WRONG_LINKS.items()}
    add_collection(graph, _without(triples, wrong), "P09")
    newer = _codes({subject for subject, _, _ in matches(sources, P09_MATCHES)} - set(graph.concepts))
    missing = (
        f"{len(newer)} concepts of version 77 (December 2024) are absent: {', '.join(newer)}.",
        f"Left out as plain errors are the links to P01 of {', '.join(WRONG_LINKS)}.",
    )
    return replace(edition_of(triples, "P09"), missing=missing)


def fill_c19(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add C19 with the bounding boxes that its definitions hold."""
    triples = sources.triples(C19)
    add_collection(graph, triples, "C19")
    boxes = {
        t.subject.value: box
        for t in triples
        if t.predicate.value == f"{SKOS}definition"
        and isinstance(t.subject, NamedNode)
        and isinstance(t.object, Literal)
        and (box := read_box(t.object.value))
    }
    for uri, box in boxes.items():
        graph.add_box(uri, box)
    without = _codes(set(graph.concepts) - boxes.keys())
    missing = f"{len(without)} concepts have no bounding box or an impossible one: {', '.join(without)}."
    return replace(edition_of(triples, "C19"), missing=(missing,))


def fill_od1(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add OD1, which is in English and French."""
    triples = sources.triples(OD1)
    wrong = {concept_uri("OD1", code): concept_uri("P02", other) for code, other in WRONG_GROUPS.items()}
    add_collection(graph, _without(triples, wrong), "OD1")
    missing = f"Left out as a plain error is the link to air pressure (P02) of {', '.join(WRONG_GROUPS)}."
    return replace(edition_of(triples, "OD1"), missing=(missing,))


def read_box(definition: str) -> BoundingBox | None:
    """Return the box that a C19 definition states in JSON.

    ``None`` if the definition is in words, a side is empty or the south lies north of the north.
    """
    try:
        stated = json.loads(definition)
    except json.JSONDecodeError:
        return None
    coverage = stated.get("node", stated)["Spatial_Coverage"]
    sides = [coverage[side] for side in _SIDES]
    if "" in sides:
        return None
    box = BoundingBox(*map(float, sides))
    return box if box.south <= box.north else None


def _fill_from_one(sources: SourceFolder, graph: VocabularyGraph, file: str, vocabulary: str) -> Edition:
    triples = sources.triples(file)
    add_collection(graph, triples, vocabulary)
    return edition_of(triples, vocabulary)


def _fill_from_two(
    sources: SourceFolder, graph: VocabularyGraph, file: str, vocabulary: str, elsewhere: Elsewhere
) -> Edition:
    # NVS's own Turtle knows status and successors, EMSO's later copy has the newer concepts and links.
    triples = sources.triples(file)
    add_collection(graph, _without_relations(triples), vocabulary, elsewhere)
    before = set(graph.concepts)
    emso.add_table(graph, sources, vocabulary, {})
    emso.add_link_lists(graph, sources, vocabulary, emso.RELATIONS, elsewhere)
    newer = _codes(set(graph.concepts) - before)
    missing = (
        f"{len(newer)} concepts are newer than the version stated, of May 2026: {', '.join(newer)}.",
        "Links are of May 2026.",
        "Whether concepts were deprecated since is not known.",
    )
    return replace(edition_of(triples, vocabulary), missing=missing)


def _without(triples: Iterable[Triple], links: Mapping[str, str]) -> list[Triple]:
    """Leave out links, given as subject -> object."""
    pairs = {(NamedNode(subject), NamedNode(target)) for subject, target in links.items()}
    return [t for t in triples if (t.subject, t.object) not in pairs]


def _without_relations(triples: Iterable[Triple]) -> list[Triple]:
    return [t for t in triples if t.predicate.value not in {BROADER, NARROWER, RELATED}]


def _codes(uris: Iterable[str]) -> list[str]:
    return sorted(map(code_of, uris))
