"""How much of a centre's list its mapping set leads to each target vocabulary."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from vocabsvc.model.concept import ConceptRef, local_name
from vocabsvc.model.decision import ACTIVE, CuratedMapping, MappingStatus
from vocabsvc.model.mapping import MappingSet
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.curation.rows import key_of
from vocabsvc.store.base import Store


@dataclass(frozen=True, slots=True)
class TargetCoverage:
    """Counts of local terms by the best that is said of each; they add up to the list.

    ``mapped`` have an accepted mapping to a concept that may be used, ``deprecated_target`` none but to deprecated
    ones, ``proposed`` a proposal at most.
    """

    target: str
    mapped: int
    proposed: int
    unmapped: int
    deprecated_target: int


@dataclass(frozen=True, slots=True)
class SetCoverage:
    """A mapping set and how far it goes.

    ``local_list`` is the vocabulary of its subjects, ``""`` where that is not loaded: then ``local_terms`` counts the
    set's own subjects. ``statuses`` counts its mappings.
    """

    mapping_set: MappingSet
    local_list: str
    local_terms: int
    statuses: tuple[tuple[MappingStatus, int], ...]
    targets: tuple[TargetCoverage, ...]


class Coverage:
    """Counts over one snapshot, whose concepts are looked up once."""

    def __init__(self, store: Store, concepts: Concepts) -> None:
        self._store = store
        self._concepts = concepts
        self._refs: dict[str, ConceptRef | None] = {}
        self._lists: dict[str, frozenset[str]] = {}

    def of(self, mapping_set: MappingSet, mappings: Iterable[CuratedMapping]) -> SetCoverage:
        """Return how far a set goes with its mappings as they stand."""
        mappings = list(mappings)
        self._look_up(iri for one in mappings for iri in (one.row.subject_id, one.row.object_id) if iri)
        subjects = {key_of(one.row)[0] for one in mappings if one.status in ACTIVE}
        local_list = self._local_list(subjects)
        terms = subjects | self._members(local_list)
        leading = [one for one in mappings if one.status in ACTIVE and one.row.leads]
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for one in leading:
            found[self._vocabulary(one.row.object_id)][key_of(one.row)[0]].add(self._said(one))
        return SetCoverage(
            mapping_set,
            local_list,
            len(terms),
            tuple(sorted(Counter(one.status for one in mappings).items())),
            tuple(_counted(target, said, len(terms)) for target, said in sorted(found.items())),
        )

    def _said(self, mapping: CuratedMapping) -> str:
        target = self._refs.get(mapping.row.object_id)
        deprecated = target is not None and target.deprecated
        if mapping.status is MappingStatus.ACCEPTED:
            return "deprecated_target" if deprecated else "mapped"
        return "unmapped" if deprecated else "proposed"

    def _vocabulary(self, iri: str) -> str:
        known = self._refs.get(iri)
        return known.vocabulary if known else iri.rstrip("/#").removesuffix(local_name(iri))

    def _local_list(self, subjects: Iterable[str]) -> str:
        counted = Counter(known.vocabulary for one in subjects if (known := self._refs.get(one)))
        return max(sorted(counted), key=counted.__getitem__, default="")

    def _members(self, vocabulary: str) -> frozenset[str]:
        if vocabulary and vocabulary not in self._lists:
            current = (one.uri for one in self._concepts.every_member(vocabulary) if not one.deprecated)
            self._lists[vocabulary] = frozenset(current)
        return self._lists.get(vocabulary, frozenset())

    def _look_up(self, iris: Iterable[str]) -> None:
        new = {iri for iri in iris if iri not in self._refs}
        if new:
            found = self._store.refs(sorted(new))
            self._refs.update({iri: found.get(iri) for iri in new})


_BEST = ("mapped", "deprecated_target", "proposed", "unmapped")


def _counted(target: str, said: dict[str, set[str]], terms: int) -> TargetCoverage:
    counted = Counter(next(word for word in _BEST if word in words) for words in said.values())
    unmapped = terms - counted["mapped"] - counted["deprecated_target"] - counted["proposed"]
    return TargetCoverage(target, counted["mapped"], counted["proposed"], unmapped, counted["deprecated_target"])
