"""Which of the vocabularies that checks depend on are loaded."""

from collections.abc import Iterable

from vocabsvc.model.record import Fact, FactIndex, RecordGraph
from vocabsvc.model.statement import Literal
from vocabsvc.services.validation.loaded_terms import LoadedTerms
from vocabsvc.services.validation.term_facts import said

_NEEDED = ("P01", "P02", "P06", "L05", "L06", "L22", "C19", "EDMERP", "inspire-themes")


class LoadedFacts:
    """A ``FactSource`` about the record as a whole, so that what could not be looked up is not taken for missing."""

    def __init__(self, terms: LoadedTerms) -> None:
        self._loaded = [name for name in _NEEDED if terms.vocabulary(name) is not None]

    def of(self, index: FactIndex, _graph: RecordGraph) -> Iterable[Fact]:
        """Return the ids of those that are loaded."""
        for node in index.nodes("Record"):
            for fact in index.facts(node, "encoding")[:1]:
                yield from (said(node, "loaded", Literal(name), fact) for name in self._loaded)
