"""The published mapping sets of a snapshot, asked by name and by concept."""

from collections import defaultdict
from collections.abc import Sequence

from vocabsvc.model.folding import fold
from vocabsvc.model.mapping import Mapping, MappingSet


class MappingSets:
    """All sets in memory: a few thousand rows, asked for every term of every file.

    Rows that deny a mapping, or find none, are left out.
    """

    def __init__(self, mapping_sets: Sequence[MappingSet]) -> None:
        self._by_concept: dict[str, list[Mapping]] = defaultdict(list)
        self._by_name: dict[str, list[tuple[MappingSet, Mapping]]] = defaultdict(list)
        for mapping_set in mapping_sets:
            for mapping in mapping_set.mappings:
                if not mapping.leads:
                    continue
                if mapping.subject_id:
                    self._by_concept[mapping.subject_id].append(mapping)
                self._by_concept[mapping.object_id].append(mapping)
                self._by_name[fold(mapping.subject_label)].append((mapping_set, mapping))

    def about(self, uri: str) -> tuple[Mapping, ...]:
        """Return the mappings that a concept is subject or object of."""
        return tuple(self._by_concept.get(uri, ()))

    def named(self, local_name: str) -> tuple[tuple[MappingSet, Mapping], ...]:
        """Return the mappings of a local name in every set, without regard to case and accents."""
        return tuple(self._by_name.get(fold(local_name), ())) if local_name else ()
