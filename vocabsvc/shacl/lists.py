"""RDF lists of a shapes graph."""

from vocabsvc.shacl.errors import IllFormedShapes, Problem
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.terms import RDF_FIRST, RDF_NIL, RDF_REST, Term, show


def read_list(graph: Graph, head: Term, owner: Term, what: str) -> tuple[Term, ...]:
    """Return the members of the list that ``owner`` has as ``what``.

    Raises:
        IllFormedShapes: no list, a list without end, or one whose node has not exactly one rdf:first and rdf:rest.
    """
    members: list[Term] = []
    seen: set[Term] = set()
    node = head
    while node != RDF_NIL:
        if node in seen:
            raise IllFormedShapes(
                [Problem(owner, f"the list of {show(what)} has no end: it comes back to {show(node)}")]
            )
        seen.add(node)
        first, rest = graph.objects(node, RDF_FIRST), graph.objects(node, RDF_REST)
        if len(first) != 1 or len(rest) != 1:
            reason = f"{show(what)} needs a list; {show(node)} has {len(first)} rdf:first and {len(rest)} rdf:rest"
            raise IllFormedShapes([Problem(owner, reason)])
        members += first.values()
        node = next(iter(rest.values()))
    return tuple(members)
