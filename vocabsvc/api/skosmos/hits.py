"""A label that was met, as a search result."""

from collections.abc import Callable, Mapping, Sequence

from vocabsvc.api.skosmos.asked import Asked
from vocabsvc.api.skosmos.contexts import shorten
from vocabsvc.model.concept import Concept, ConceptRef
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.namespaces import SKOS
from vocabsvc.services.hierarchy import Hierarchy
from vocabsvc.store.labels.base import ALTERNATIVE, HIDDEN, NOTATION, PREFERRED, LabelledConcept, LabelMatch

Hit = dict[str, object]

_MET = {PREFERRED: "matchedPrefLabel", ALTERNATIVE: "altLabel", NOTATION: "matchedNotation", HIDDEN: "hiddenLabel"}
_CONCEPT_TYPE = "skos:Concept"
_RELATIONS: Mapping[str, Callable[[Hierarchy, str, str], Sequence[ConceptRef]]] = {
    "broader": Hierarchy.broader,
    "narrower": Hierarchy.narrower,
    "related": Hierarchy.related,
}
_TEXTS: Mapping[str, Callable[[Concept], Sequence[LangString]]] = {
    "altLabel": lambda concept: concept.alt_labels,
    "hiddenLabel": lambda concept: concept.hidden_labels,
    "definition": lambda concept: concept.definitions,
}
_MATCHES = tuple(f"{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related"))
FIELDS = ("prefLabel", *_RELATIONS, *_TEXTS, *_MATCHES)
"""Properties that a client may ask for beside what every result has; others are left out."""


class Hits:
    """Builds the results of one request; ``shown`` is the language of labels, ``fields`` what else is wanted."""

    def __init__(self, asked: Asked, shown: str, fields: Sequence[str] = ()) -> None:
        self._browsing = asked.browsing
        self._spaces = {one.id: one.uri for one in asked.services.concepts.vocabularies()}
        self._shown = shown.lower()
        self._fields = fields

    def hit(self, match: LabelMatch) -> Hit:
        """Return one result; which label was met shows where it is not the one that is shown anyway."""
        concept, met = match
        more = self._browsing.schemes.classes_of(concept.vocabulary).get(concept.uri, ())
        hit: Hit = {"uri": concept.uri, "type": [_CONCEPT_TYPE, *map(shorten, more)]}
        for field in self._fields:
            self._add(hit, field, concept)
        space = self._spaces[concept.vocabulary]
        if concept.uri.startswith(space):
            hit["localname"] = concept.uri.removeprefix(space).rstrip("/")
        label = preferred(concept, (self._shown, met.lang))
        if label:
            hit["prefLabel"], hit["lang"] = label.text, label.lang
        notation = concept.notation
        if notation:
            hit["notation"] = notation
        if met.field != PREFERRED or label is None or met.text != label.text:
            hit.setdefault(_MET[met.field], met.text)  # where all alternative labels are asked for, they stand there
            if met.field != NOTATION:
                hit["lang"] = met.lang
        hit["vocab"] = concept.vocabulary
        return hit

    def _add(self, hit: Hit, field: str, concept: LabelledConcept) -> None:
        if field == "prefLabel":
            hit["prefLabels"] = {label.lang: label.text for label in concept.labels if label.field == PREFERRED}
            return
        values = list(self._values(field, concept))
        if values:
            hit[field] = values

    def _values(self, field: str, concept: LabelledConcept) -> Sequence[object]:
        hierarchy = self._browsing.hierarchy
        if field in _RELATIONS:
            return [self._linked(ref) for ref in _RELATIONS[field](hierarchy, concept.vocabulary, concept.uri)]
        stated = hierarchy.find(concept.vocabulary, concept.uri)
        if field in _TEXTS:
            return [label.text for label in _TEXTS[field](stated)]
        return [{"uri": link.target} for link in stated.links if link.predicate == f"{SKOS}{field}"]

    def _linked(self, ref: ConceptRef) -> Hit:
        label = choose_label(ref.pref_labels, (self._shown,))
        return {"uri": ref.uri, **({"prefLabel": label.text} if label else {})}


def preferred(concept: LabelledConcept, languages: Sequence[str]) -> LangString | None:
    """Return the preferred label in the first of the languages that has one, else English, untagged, or any."""
    labels = [LangString(text, lang) for field, lang, text in concept.labels if field == PREFERRED]
    return choose_label(labels, filter(None, languages))
