"""What chains of exact matches make equal."""

from collections.abc import Iterable, Iterator, Mapping

from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.namespaces import OWL, SKOS

EXACT = frozenset({f"{SKOS}exactMatch", f"{OWL}sameAs"})


class ExactMatches:
    """Concepts in classes of equals."""

    def __init__(self, members: Mapping[str, frozenset[str]]) -> None:
        self._members = members

    @classmethod
    def of(cls, mappings: Iterable[SssomMapping]) -> "ExactMatches":
        """Follow the exact matches among mappings, whichever way they point."""
        neighbours: dict[str, set[str]] = {}
        for mapping in mappings:
            if mapping.predicate_id in EXACT:
                neighbours.setdefault(mapping.subject_id, set()).add(mapping.object_id)
                neighbours.setdefault(mapping.object_id, set()).add(mapping.subject_id)
        members: dict[str, frozenset[str]] = {}
        for start in neighbours:
            if start not in members:
                found = frozenset(_reached(start, neighbours))
                members.update(dict.fromkeys(found, found))
        return cls(members)

    def equal_to(self, uri: str) -> frozenset[str]:
        """Return everything that a concept is equal to, itself included."""
        return self._members.get(uri, frozenset({uri}))


def _reached(start: str, neighbours: Mapping[str, set[str]]) -> Iterator[str]:
    seen, waiting = {start}, [start]
    while waiting:
        uri = waiting.pop()
        yield uri
        new = neighbours[uri] - seen
        seen |= new
        waiting += new
