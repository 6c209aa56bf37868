"""The broader relations of a vocabulary as a graph."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.model.concept import Concept


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """``broader`` goes from a concept to those directly above it, in the order stated.

    No method recurses, so the depth of a hierarchy is not limited.
    """

    broader: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> "Hierarchy":
        """Gather what concepts say of either direction."""
        broader: dict[str, dict[str, None]] = defaultdict(dict)
        for concept in concepts:
            for above in concept.broader:
                broader[concept.uri][above] = None
            for below in concept.narrower:
                broader[below][concept.uri] = None
        return cls({uri: tuple(above) for uri, above in broader.items()})

    def above(self, uri: str) -> tuple[str, ...]:
        """Return the concepts directly above one."""
        return self.broader.get(uri, ())

    def reaches(self, start: Iterable[str], goal: str, without: str = "") -> bool:
        """Tell whether ``goal`` is above one of ``start`` at any distance, on a way that avoids ``without``."""
        waiting = list(start)
        seen = {*waiting, without}
        while waiting:
            for above in self.above(waiting.pop()):
                if above == goal:
                    return True
                if above not in seen:
                    seen.add(above)
                    waiting.append(above)
        return False

    def cycles(self) -> Iterator[Sequence[str]]:
        """Return cycles as the concepts on them, upwards from the one met first; one for each closing link.

        There is at least one exactly when the hierarchy is not free of cycles. Depth first, in time that is
        linear in the number of relations.
        """
        done: set[str] = set()
        for root in self.broader:
            if root in done:
                continue
            path, ways = [root], [iter(self.above(root))]
            on_path = {root}
            while path:
                above = next(ways[-1], None)
                if above is None:
                    ways.pop()
                    on_path.remove(path[-1])
                    done.add(path.pop())
                elif above in on_path:
                    yield tuple(path[path.index(above) :])
                elif above not in done and above in self.broader:
                    path.append(above)
                    on_path.add(above)
                    ways.append(iter(self.above(above)))
