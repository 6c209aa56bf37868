"""Labels that a concept inherits from those it stands in for, so that an old name finds the current term."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import OWL, SKOS

_SAME = {f"{SKOS}exactMatch", f"{OWL}sameAs"}


def former_labels(concepts: Iterable[Concept]) -> Mapping[str, tuple[LangString, ...]]:
    """Return, by IRI, the labels of deprecated concepts that the concept replaces or that it equals.

    NVS states no successor for P01, but an exact match from a deprecated concept to a current one of the same
    vocabulary.
    """
    inherited: defaultdict[str, dict[LangString, None]] = defaultdict(dict)
    for concept in concepts:
        if concept.status is Status.DEPRECATED:
            labels = (*concept.pref_labels, *concept.alt_labels)
            for heir in (*concept.replaced_by, *_equals_within(concept)):
                inherited[heir].update(dict.fromkeys(labels))
    return {uri: tuple(labels) for uri, labels in inherited.items()}


def _equals_within(concept: Concept) -> Iterable[str]:
    home = concept.uri.rstrip("/").rpartition("/")[0]
    return (link.target for link in concept.links if link.predicate in _SAME and link.target.startswith(home))
