"""Queries to begin with, over whatever is loaded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.model.vocabulary import Vocabulary

_LABELS = """SELECT ?concept ?label
FROM <{graph}>
WHERE {{
  ?concept a skos:Concept ; skos:prefLabel ?label .
}}
ORDER BY ?label
LIMIT 20"""

_BY_LABEL = """SELECT ?concept ?label
WHERE {
  ?concept skos:prefLabel ?label .
  FILTER(CONTAINS(LCASE(?label), "temp"))
}
LIMIT 20"""

_GRAPHS = """SELECT ?graph (COUNT(?concept) AS ?concepts)
WHERE {
  GRAPH ?graph { ?concept a skos:Concept }
}
GROUP BY ?graph
ORDER BY DESC(?concepts)"""

_LINKS = """SELECT ?concept ?link ?target
WHERE {
  VALUES ?link { skos:exactMatch skos:closeMatch skos:broadMatch owl:sameAs }
  ?concept ?link ?target .
}
LIMIT 20"""

_DESCRIBED = """CONSTRUCT { ?concept ?property ?value }
WHERE {
  { SELECT ?concept WHERE { ?concept a skos:Concept } LIMIT 1 }
  ?concept ?property ?value .
}"""


@dataclass(frozen=True, slots=True)
class QueryExample:
    """``name`` is what its title is looked up by; ``text`` has its prefixes declared."""

    name: str
    text: str


def example_queries(prefixes: Mapping[str, str], vocabularies: Sequence[Vocabulary]) -> Iterator[QueryExample]:
    """Yield the examples, each with the prefixes declared: the page does that, the protocol does not."""
    declared = "".join(f"PREFIX {name}: <{uri}>\n" for name, uri in prefixes.items())
    if vocabularies:
        yield QueryExample("labels", declared + _LABELS.format(graph=vocabularies[0].uri))
    yield QueryExample("by_label", declared + _BY_LABEL)
    yield QueryExample("graphs", declared + _GRAPHS)
    yield QueryExample("links", declared + _LINKS)
    yield QueryExample("described", declared + _DESCRIBED)
