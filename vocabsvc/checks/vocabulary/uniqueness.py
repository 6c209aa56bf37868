"""What one concept alone should have in its scheme: SKO-03, SKO-04."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView
from vocabsvc.model.label import LangString

KeyT = TypeVar("KeyT")

SHARED_PREF_LABEL = {
    "en": "several concepts have the same preferred label",
    "fr": "plusieurs concepts ont le même libellé préférentiel",
}
SHARED_NOTATION = {
    "en": "several concepts have the same notation",
    "fr": "plusieurs concepts ont la même notation",
}


def shared_pref_label(view: VocabularyView) -> Iterator[Fault]:
    """Several concepts of one scheme have the same preferred label.

    What it checks:
        Within a scheme or collection, a preferred label in a language belongs to one concept. One finding
        for each label, at the first of its concepts.

    Why it matters:
        An editor who sees the label alone cannot tell the concepts apart, and a text cannot be mapped to one
        of them.

    Example:
        :water-temperature a skos:Concept ; skos:inScheme : ; skos:prefLabel "Temperature"@en .
        :air-temperature a skos:Concept ; skos:inScheme : ; skos:prefLabel "Temperature"@en .

    References:
        qSKOS: overlapping labels
    """
    concepts: dict[LangString, list[str]] = defaultdict(list)
    for concept in view.concepts:
        for label in concept.pref_labels:
            concepts[label].append(concept.uri)
    for label, uris in _shared(view, concepts):
        yield Fault(SHARED_PREF_LABEL, uris[0], label.text)


def shared_notation(view: VocabularyView) -> Iterator[Fault]:
    """Several concepts of one scheme have the same notation.

    What it checks:
        Within a scheme or collection, a notation belongs to one concept. One finding for each notation, at
        the first of its concepts.

    Why it matters:
        A notation is the code that data files carry. A code that stands for two concepts cannot be resolved.

    Example:
        :temperature a skos:Concept ; skos:inScheme : ; skos:prefLabel "Temperature"@en ; skos:notation "TEMP" .
        :air a skos:Concept ; skos:inScheme : ; skos:prefLabel "Air temperature"@en ; skos:notation "TEMP" .

    References:
        SKOS Reference, §6.5.3: https://www.w3.org/TR/skos-reference/#L2646
        qSKOS: ambiguous notation references
    """
    concepts: dict[str, list[str]] = defaultdict(list)
    for concept in view.concepts:
        for notation in concept.notations:
            concepts[notation].append(concept.uri)
    for notation, uris in _shared(view, concepts):
        yield Fault(SHARED_NOTATION, uris[0], notation)


def _shared(view: VocabularyView, concepts: Mapping[KeyT, Sequence[str]]) -> Iterator[tuple[KeyT, Sequence[str]]]:
    """Return the keys that two concepts of one scheme have, and all concepts that have them."""
    for key, uris in concepts.items():
        if len(uris) > 1 and any(view.share_container(*pair) for pair in combinations(uris, 2)):
            yield key, uris
