"""The order in which people read statements: what a resource is called first, long lists last."""

from collections.abc import Iterable, Sequence

from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DCTERMS, OWL, RDF, SKOS

_TYPE = f"{RDF}type"
_FIRST = (
    _TYPE, f"{SKOS}inScheme", f"{SKOS}topConceptOf", f"{DCTERMS}title", f"{SKOS}notation", f"{SKOS}prefLabel",
    f"{SKOS}altLabel", f"{SKOS}hiddenLabel", f"{SKOS}definition", f"{OWL}deprecated", f"{DCTERMS}isReplacedBy",
    f"{SKOS}broader", f"{SKOS}narrower", f"{SKOS}related",
)  # fmt: skip
_LAST = (f"{SKOS}hasTopConcept", f"{SKOS}member")
_RANK = {**{iri: n for n, iri in enumerate(_FIRST)}, **{iri: 1000 + n for n, iri in enumerate(_LAST)}}
_OTHER = 100
_CONTAINERS = frozenset(f"{SKOS}{name}" for name in ("ConceptScheme", "Collection", "OrderedCollection"))

_SortKey = tuple[int, str, tuple[int, str, str, str]]


def in_reading_order(statements: Iterable[Statement]) -> list[Statement]:
    """Return each statement once: schemes and collections first, then other IRIs, blank nodes last.

    Blank nodes keep the order in which they come, and their names do not count: the same file read twice
    gives the same order.
    """
    about: dict[str, list[Statement]] = {}
    blank_nodes: dict[str, int] = {}
    for one in dict.fromkeys(statements):
        for node in (one.subject, one.object):
            if isinstance(node, str) and node.startswith("_:"):
                blank_nodes.setdefault(node, len(blank_nodes))
        about.setdefault(one.subject, []).append(one)

    def key(one: Statement) -> _SortKey:
        return (_RANK.get(one.predicate, _OTHER), one.predicate, _object_key(one.object, blank_nodes))

    def place(subject: str) -> tuple[bool, int, bool, str]:
        if subject in blank_nodes:
            return (True, blank_nodes[subject], False, "")
        return (False, 0, not _is_container(about[subject]), subject)

    return [one for subject in sorted(about, key=place) for one in sorted(about[subject], key=key)]


def _object_key(target: str | Literal, blank_nodes: dict[str, int]) -> tuple[int, str, str, str]:
    if isinstance(target, Literal):
        return (1, target.lang, target.lexical, target.datatype)
    number = blank_nodes.get(target)
    return (0, target, "", "") if number is None else (2, f"{number:09}", "", "")


def _is_container(about: Sequence[Statement]) -> bool:
    return any(one.predicate == _TYPE and one.object in _CONTAINERS for one in about)
