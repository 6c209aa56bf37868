"""The labels of one concept: SKO-01, SKO-02."""

from collections import Counter
from collections.abc import Iterator, Sequence

from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView
from vocabsvc.model.label import LangString

NO_PREF_LABEL = {
    "en": "a concept has no preferred label",
    "fr": "un concept n’a pas de libellé préférentiel",
}
SEVERAL_PREF_LABELS = {
    "en": "a concept has several preferred labels in one language",
    "fr": "un concept a plusieurs libellés préférentiels dans une même langue",
}
EMPTY_LABEL = {
    "en": "a label is empty",
    "fr": "un libellé est vide",
}
PREF_AND_ALT = {
    "en": "a label is both preferred and alternative",
    "fr": "un libellé est à la fois préférentiel et alternatif",
}
PREF_AND_HIDDEN = {
    "en": "a label is both preferred and hidden",
    "fr": "un libellé est à la fois préférentiel et caché",
}
ALT_AND_HIDDEN = {
    "en": "a label is both alternative and hidden",
    "fr": "un libellé est à la fois alternatif et caché",
}


def unclear_pref_label(view: VocabularyView) -> Iterator[Fault]:
    """A concept has not exactly one preferred label in a language, or has an empty label.

    What it checks:
        Every concept has a skos:prefLabel, never two in the same language, and none of its labels, preferred
        or not, is empty or blank.

    Why it matters:
        Lists, suggestions and records show the preferred label. Without one there is only an IRI to show,
        and of two the choice would be left to chance.

    Example:
        :temperature a skos:Concept ; skos:inScheme : ;
            skos:prefLabel "Temperature"@en , "Water temperature"@en .

    References:
        SKOS Reference, S14: https://www.w3.org/TR/skos-reference/#S14
        qSKOS: inconsistent preferred labels, missing labels, empty labels
    """
    for concept in view.concepts:
        if not concept.pref_labels:
            yield Fault(NO_PREF_LABEL, concept.uri)
        elif len(concept.pref_labels) > 1:
            languages = Counter(label.lang for label in concept.pref_labels)
            for lang in (lang for lang, count in languages.items() if count > 1):
                texts = (label.text for label in concept.pref_labels if label.lang == lang)
                yield Fault(SEVERAL_PREF_LABELS, concept.uri, " | ".join(texts))
    for uri, kind in view.statements.empty_labels:
        yield Fault(EMPTY_LABEL, uri, kind)


def overlapping_labels(view: VocabularyView) -> Iterator[Fault]:
    """A concept uses one label twice, as labels of different kinds.

    What it checks:
        No text is at once the preferred, alternative or hidden label of a concept in one language. A label
        without a language is compared with those of every language, since some publishers tag only the
        preferred ones.

    Why it matters:
        An alternative label that repeats the preferred one adds nothing, and often stands where an
        abbreviation was meant.

    Example:
        :ctd a skos:Concept ; skos:inScheme : ; skos:prefLabel "CTD"@en ; skos:altLabel "CTD" .

    References:
        SKOS Reference, S13: https://www.w3.org/TR/skos-reference/#S13
        qSKOS: disjoint labels violation
    """
    for concept in view.concepts:
        if not concept.alt_labels and not concept.hidden_labels:
            continue
        for message, labels, others in (
            (PREF_AND_ALT, concept.pref_labels, concept.alt_labels),
            (PREF_AND_HIDDEN, concept.pref_labels, concept.hidden_labels),
            (ALT_AND_HIDDEN, concept.alt_labels, concept.hidden_labels),
        ):
            for text in _in_both(labels, others):
                yield Fault(message, concept.uri, text)


def _in_both(labels: Sequence[LangString], others: Sequence[LangString]) -> Iterator[str]:
    texts = {label.text for label in labels}.intersection(other.text for other in others)
    for text in sorted(texts):
        languages = {label.lang for label in labels if label.text == text}
        other_languages = {other.lang for other in others if other.text == text}
        if "" in languages | other_languages or languages & other_languages:
            yield text
