"""Hierarchy and links over all concepts of a snapshot, as the index needs them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from vocabsvc.model.concept import Concept


def broader_of(concepts: Iterable[Concept]) -> Mapping[str, set[str]]:
    """Return what is broader than each IRI, stated from either side: NVS states it from both, one or none."""
    broader: defaultdict[str, set[str]] = defaultdict(set)
    for concept in concepts:
        broader[concept.uri].update(concept.broader)
        for narrower in concept.narrower:
            broader[narrower].add(concept.uri)
    return broader


def ancestors_of(uri: str, broader: Mapping[str, set[str]]) -> set[str]:
    """Return everything broader than ``uri`` at any distance; a cycle does no harm."""
    found: set[str] = set()
    waiting = [uri]
    while waiting:
        above = broader.get(waiting.pop(), set()) - found
        found |= above
        waiting += above
    return found


def inbound_links(concepts: Iterable[Concept], broader: Mapping[str, set[str]], mapped: Iterable[str]) -> Counter[str]:
    """Count what leads to each IRI: narrower concepts, relations, links, and mappings (``mapped``: their objects)."""
    counted = Counter(target for targets in broader.values() for target in targets)
    counted.update(mapped)
    for concept in concepts:
        counted.update(concept.related)
        counted.update(concept.units)
        counted.update(link.target for link in concept.links)
    return counted
