"""What a thesaurus browser asks for beside concepts and search."""

from dataclasses import dataclass

from vocabsvc.services.change_lists import ChangeLists
from vocabsvc.services.changes import Changes
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.groups import Groups
from vocabsvc.services.hierarchy import Hierarchy
from vocabsvc.services.labels import Labels
from vocabsvc.services.neighbourhood import Neighbourhood
from vocabsvc.services.schemes import Schemes
from vocabsvc.store.base import Store, TermIndex
from vocabsvc.store.labels.base import LabelIndex


@dataclass(frozen=True, slots=True)
class Browsing:
    """These services over one snapshot."""

    change_lists: ChangeLists
    groups: Groups
    hierarchy: Hierarchy
    labels: Labels
    neighbourhood: Neighbourhood
    schemes: Schemes

    @classmethod
    def over(
        cls, store: Store, index: TermIndex, labels: LabelIndex, concepts: Concepts, changes: Changes
    ) -> "Browsing":
        """Return the services over what one snapshot holds."""
        hierarchy = Hierarchy(store, index)
        groups, schemes = Groups(store, concepts), Schemes(store, concepts)
        names = [vocabulary.id for vocabulary in concepts.vocabularies()]
        return cls(
            change_lists=ChangeLists(store, changes),
            groups=groups,
            hierarchy=hierarchy,
            labels=Labels(labels, hierarchy, groups, schemes, names),
            neighbourhood=Neighbourhood(store, index),
            schemes=schemes,
        )
