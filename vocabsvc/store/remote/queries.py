"""The questions of a store as SPARQL 1.1; every IRI in them was checked by the RDF library, none is glued in raw.

What is asked about stands in VALUES inside GRAPH: engines look it up from there, where they scan for a FILTER.
"""

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode

from vocabsvc.namespaces import DCTERMS, OWL, RDF, SKOS

_TYPE = NamedNode(f"{RDF}type")
_MEMBER = NamedNode(f"{SKOS}member")
_NARROWER = NamedNode(f"{SKOS}narrower")
_COLLECTIONS = (NamedNode(f"{SKOS}Collection"), NamedNode(f"{SKOS}OrderedCollection"))
_SHORT_FORM = (
    _TYPE,
    *(NamedNode(iri) for iri in (f"{SKOS}prefLabel", f"{SKOS}notation", f"{DCTERMS}identifier", f"{OWL}deprecated")),
)
"""What ``formats.concept`` reads the short form of a concept from."""


def about(subject: NamedNode) -> str:
    """Ask ``graph, predicate, object`` of a subject, in every graph."""
    return f"SELECT ?g ?p ?o WHERE {{ GRAPH ?g {{ {subject} ?p ?o }} }}"


def about_but_narrower(subject: NamedNode) -> str:
    """Ask the same but for what is narrower, which a group of NVS states by the thousand."""
    return f"SELECT ?g ?p ?o WHERE {{ GRAPH ?g {{ {subject} ?p ?o FILTER(?p != {_NARROWER}) }} }}"


def inside(graph: NamedNode, subjects: Iterable[NamedNode]) -> str:
    """Ask ``subject, predicate, object`` of some subjects in one graph."""
    return f"SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ VALUES ?s {{ {_values(subjects)} }} ?s ?p ?o }} }}"


def short_forms(subjects: Iterable[NamedNode]) -> str:
    """Ask ``graph, subject, predicate, object`` for the short forms of concepts."""
    return (
        f"SELECT ?g ?s ?p ?o WHERE {{ GRAPH ?g {{ VALUES ?s {{ {_values(subjects)} }} ?s ?p ?o "
        f"FILTER(?p IN ({', '.join(map(str, _SHORT_FORM))})) }} }}"
    )


def stated_about(targets: Iterable[NamedNode], predicates: Sequence[NamedNode]) -> str:
    """Ask ``graph, predicate, subject`` of what is stated about some resources."""
    return (
        f"SELECT ?g ?p ?s WHERE {{ GRAPH ?g {{ VALUES ?o {{ {_values(targets)} }} ?s ?p ?o "
        f"FILTER(?p IN ({', '.join(map(str, predicates))})) }} }}"
    )


def holders(members: Iterable[NamedNode]) -> str:
    """Ask ``graph, predicate, subject`` of what has some resources as a member."""
    return stated_about(members, [_MEMBER])


def everything(graph: NamedNode) -> str:
    """Ask ``subject, predicate, object`` of a whole graph, subject by subject."""
    return f"SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }} ORDER BY ?s"


def classes(graph: NamedNode) -> str:
    """Ask the classes of all that a graph types."""
    return f"SELECT DISTINCT ?class WHERE {{ GRAPH {graph} {{ ?thing {_TYPE} ?class }} }}"


def stated(graph: NamedNode, predicate: NamedNode, target: NamedNode | None) -> str:
    """Ask ``subject, object`` of a predicate in a graph; where ``target`` is the object it is not asked again."""
    if target is None:
        return f"SELECT ?s ?o WHERE {{ GRAPH {graph} {{ ?s {predicate} ?o }} }}"
    return f"SELECT ?s WHERE {{ GRAPH {graph} {{ ?s {predicate} {target} }} }}"


def collections(graph: NamedNode) -> str:
    """Ask ``subject, predicate, object`` of every collection in a graph."""
    kinds = " ".join(map(str, _COLLECTIONS))
    return (
        f"SELECT ?s ?p ?o WHERE {{ {{ SELECT DISTINCT ?s WHERE {{ VALUES ?kind {{ {kinds} }} "
        f"GRAPH {graph} {{ ?s {_TYPE} ?kind }} }} }} GRAPH {graph} {{ ?s ?p ?o }} }}"
    )


def _values(terms: Iterable[NamedNode]) -> str:
    return " ".join(map(str, terms))
