"""What the loaded vocabularies know about a record, pushed into its graph as small facts."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from vocabsvc.model.record import Fact, FactIndex, RecordGraph


class FactSource(Protocol):
    """Knows something about one kind of node, such as keywords or units; may be shared by threads."""

    def of(self, index: FactIndex, graph: RecordGraph) -> Iterable[Fact]:
        """Return facts about nodes of ``graph``, which ``index`` has by class and by property."""


class VocabularyFacts:
    """Asks each source in turn; none sees what another says. Without sources nothing is known."""

    def __init__(self, sources: Sequence[FactSource] = ()) -> None:
        self._sources = tuple(sources)

    def of(self, index: FactIndex, graph: RecordGraph) -> Iterable[Fact]:
        """Return facts about nodes of the record; each stands at the element that it is about."""
        for source in self._sources:
            yield from source.of(index, graph)
