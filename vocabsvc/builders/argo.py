"""R03, the Argo parameter codes, from argopy's copy of NVS."""

import json
import re

from pyoxigraph import Literal, NamedNode, Triple

from vocabsvc.builders.cf import standard_names
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import add_collection, edition_of
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.namespaces import NVS, SKOS

R03 = "argo-nvs/R03.json"

_STANDARD_NAME = re.compile(r"\bstandard_name:\s*(\w+)\s*;")


def fill_r03(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add R03.

    A definition in R03 holds the attributes that Argo prescribes for the variable. The CF standard name
    among them becomes a ``skos:broadMatch`` to P07: the parameter is one case of that quantity (all
    UP_RADIANCE parameters share one name).
    """
    triples = _triples(sources)
    add_collection(graph, triples, "R03")
    names = standard_names(sources)
    for triple in triples:
        if (
            triple.predicate.value == f"{SKOS}definition"
            and isinstance(triple.subject, NamedNode)
            and isinstance(triple.object, Literal)
            and (found := _STANDARD_NAME.search(triple.object.value))
            and found[1] in names
        ):
            graph.add_link(triple.subject.value, f"{SKOS}broadMatch", names[found[1]])
    return edition_of(triples, "R03")


def _triples(sources: SourceFolder) -> tuple[Triple, ...]:
    # argopy wraps the JSON-LD document in one of its own, under the key "data".
    document = json.loads(sources.read(R03))["data"]
    return parse_rdf(json.dumps(document).encode(), f"{R03}ld", NVS).triples
