"""Links between collections as NVS publishes them: each a ``sssom:Mapping`` at an address of its own.

Two habits of NVS are kept, as clients rest on them: the namespace is SSSOM's schema, and a predicate ends in a
slash (``owl#sameAs/``).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import urljoin

from pyoxigraph import NamedNode, Triple

from vocabsvc.formats.nvs_context import PREFIXES
from vocabsvc.model.concept import Concept
from vocabsvc.namespaces import NVS, OWL, RDF, SKOS

MAPPING_TYPE = f"{PREFIXES['sssom']}Mapping"

_TYPE = NamedNode(f"{RDF}type")
_SLOTS = tuple(NamedNode(f"{PREFIXES['sssom']}{slot}_id") for slot in ("subject", "predicate", "object"))
_RELATIONS = ("broader", "narrower", "related")
_SYMMETRIC = (f"{SKOS}related", f"{OWL}sameAs", *(f"{SKOS}{kind}Match" for kind in ("exact", "close", "related")))
_LINKS = {*_SYMMETRIC, f"{SKOS}broadMatch", f"{SKOS}narrowMatch"}
_INVERSE = {f"{SKOS}narrower": f"{SKOS}broader", **{one: one for one in _SYMMETRIC}}


class NvsMapping(NamedTuple):
    """A link from one collection to another (``internal``), or to what is in none; ``predicate`` is as stated."""

    subject: str
    predicate: str
    object: str
    internal: bool

    def number(self) -> int:
        """Return the number in its address: 48 bits of a digest of the link, so that it stays with the link."""
        link = "\0".join(self[:3]).encode()
        return int.from_bytes(blake2b(link, digest_size=6).digest(), "big")


def mapping_graph(base_uri: str) -> str:
    """Return the name of the graph that holds them, at the root of the hub."""
    return urljoin(base_uri, "/mapping/")


def mapping_uri(base_uri: str, number: int, *, internal: bool) -> str:
    """Return the address of one."""
    return urljoin(base_uri, f"/mapping/{'I' if internal else 'E'}/{number}/")


def mapping_query(base_uri: str, number: int, *, internal: bool) -> str:
    """Return the SPARQL text that asks for all that is said of one."""
    node = NamedNode(mapping_uri(base_uri, number, internal=internal))
    return f"CONSTRUCT {{ {node} ?p ?o }} WHERE {{ GRAPH {NamedNode(mapping_graph(base_uri))} {{ {node} ?p ?o }} }}"


def nvs_mappings(concepts: Sequence[Concept]) -> Iterator[NvsMapping]:
    """Yield, each once, the links between concepts of two collections, or to what is in none.

    NVS publishes a link from both ends, whichever states it. So do we, but that nothing is turned into
    ``narrower``: a group of P02 has thousands. That a concept has a unit is no mapping.
    """
    homes = {concept.uri: concept.vocabulary for concept in concepts}
    seen: set[NvsMapping] = set()
    for concept in concepts:
        for subject, predicate, target in _stated(concept):
            home, there = _home(subject, homes), _home(target, homes)
            mapping = NvsMapping(subject, predicate, target, internal=bool(there))
            if home and home != there and mapping not in seen:
                seen.add(mapping)
                yield mapping


def nvs_mapping_triples(concepts: Sequence[Concept], base_uri: str) -> Iterator[Triple]:
    """Yield each mapping as a node with subject, predicate and object."""
    named = lru_cache(maxsize=100_000)(NamedNode)
    kind = NamedNode(MAPPING_TYPE)
    roots = {internal: mapping_uri(base_uri, 0, internal=internal).removesuffix("0/") for internal in (True, False)}
    for mapping in nvs_mappings(concepts):
        node = NamedNode(f"{roots[mapping.internal]}{mapping.number()}/")
        yield Triple(node, _TYPE, kind)
        for slot, value in zip(_SLOTS, (mapping.subject, f"{mapping.predicate}/", mapping.object), strict=True):
            yield Triple(node, slot, named(value))


def _stated(concept: Concept) -> Iterator[tuple[str, str, str]]:
    links = [(f"{SKOS}{relation}", uri) for relation in _RELATIONS for uri in getattr(concept, relation)]
    links += ((link.predicate, link.target) for link in concept.links if link.predicate in _LINKS)
    for predicate, target in links:
        yield concept.uri, predicate, target
        if inverse := _INVERSE.get(predicate):
            yield target, inverse, concept.uri


def _home(uri: str, homes: Mapping[str, str]) -> str:
    """Return the collection of a concept, loaded or not; ``""`` for what is in none."""
    if uri.startswith(NVS):
        return uri[len(NVS) :].partition("/")[0].upper()
    return homes.get(uri, "").upper()
