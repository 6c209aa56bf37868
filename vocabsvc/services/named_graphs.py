"""The named graphs of the endpoint, as its description and its page tell them."""

import json
import re
from collections.abc import Mapping

from vocabsvc.errors import QueryInterrupted
from vocabsvc.formats.prefixes import CATALOGUE_PREFIXES, VOCABULARY_PREFIXES
from vocabsvc.formats.service_description import DescribedGraph
from vocabsvc.namespaces import RDF, SEMAPV, SH, SSSOM
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.sparql import Sparql
from vocabsvc.store.base import SparqlQuery

_GRAPHS = "SELECT ?g { GRAPH ?g {} }"
_KNOWN = {**CATALOGUE_PREFIXES, **VOCABULARY_PREFIXES, "rdf": RDF, "sh": SH, "sssom": SSSOM, "semapv": SEMAPV}
_ALWAYS = ("rdf", "rdfs", "skos", "dcterms", "owl", "xsd")
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_MOST_BYTES = 10_000_000


async def named_graphs(sparql: Sparql, concepts: Concepts, dumps: Dumps) -> tuple[DescribedGraph, ...]:
    """Return the graphs that are loaded: vocabularies first, then what else a query finds, by IRI.

    Raises:
        Overloaded, QueryInterrupted: the endpoint has no time to say.
    """
    counts = {editions[-1].vocabulary: editions[-1].triples for editions in dumps.all() if editions}
    known = [DescribedGraph(one.uri, one.titles, counts.get(one.id)) for one in concepts.vocabularies()]
    uris = {graph.uri for graph in known}
    found = json.loads(await whole(sparql, SparqlQuery(_GRAPHS, "application/sparql-results+json"), _MOST_BYTES))
    others = {row["g"]["value"] for row in found["results"]["bindings"]} - uris
    return (*known, *(DescribedGraph(uri) for uri in sorted(others)))


def loaded_prefixes(concepts: Concepts, dumps: Dumps) -> Mapping[str, str]:
    """Return the prefixes of what is loaded: common ones that occur, and one a vocabulary for its concepts."""
    newest = [editions[-1] for editions in dumps.all() if editions]
    occurring = {namespace for dump in newest for namespace in dump.namespaces}
    names = {name: uri for name, uri in _KNOWN.items() if name in _ALWAYS or uri in occurring}
    ids = {one.id for one in concepts.vocabularies()}
    own = {dump.vocabulary: dump.uri_space for dump in newest if dump.vocabulary in ids and dump.uri_space}
    return names | {name: uri for name, uri in own.items() if _PREFIX.fullmatch(name)}


async def whole(sparql: Sparql, query: SparqlQuery, most_bytes: int) -> bytes:
    """Return an answer that is wanted in one piece.

    Raises:
        QueryInterrupted: it has more than ``most_bytes``.
        VocabsvcError: as ``Sparql.answer`` does.
    """
    answer = await sparql.answer(query)
    content = bytearray(answer.head)
    if answer.rest is not None:
        try:
            async for piece in answer.rest:
                content += piece
                if len(content) > most_bytes:
                    break
        finally:
            await answer.rest.aclose()
    if len(content) > most_bytes:
        raise QueryInterrupted(f"the answer has more than {most_bytes:,} bytes, which is too much here")
    return bytes(content)
