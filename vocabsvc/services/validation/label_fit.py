"""Whether a text is a label of a concept, and which one should stand there instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import content_words, fold_words
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.services.validation.loaded_terms import labels_of

_SHARED = 0.5
_SPELLED = 0.7
"""Share of words in common, and likeness of letters, from which a text is meant to be the label that it misses."""


_LONGEST = 500
"""Characters of a text that is compared letter by letter."""


class Fit(StrEnum):
    """How a text meets the labels of a concept.

    ``MEANT`` is no label but like one, ``OTHER`` no label though the language has one, ``UNKNOWN`` a text in a
    language that the concept has no label in: it may be a translation.
    """

    LABEL = "label"
    FOREIGN = "foreign"
    MEANT = "meant"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LabelFit:
    """How a text meets the labels, and the preferred label in the language of the text, or else in English.

    ``preferred`` tells that the text is one of the preferred labels.
    """

    fit: Fit
    expected: str
    preferred: bool = False


def fit_label(text: str, language: str, concept: Concept) -> LabelFit:
    """Compare a text in a language (ISO 639-1, ``""`` if not known) with a concept's labels, case and accents aside.

    A label in another language is ``FOREIGN`` where the concept has one in this.
    """
    preferred = choose_label(concept.pref_labels, (language,) if language else ())
    expected = preferred.text if preferred else ""
    labels = labels_of(concept)
    words = fold_words(_name(text))
    same = [label for label in labels if fold_words(label.text) in {words, fold_words(text)}]
    spoken = _languages(concept.pref_labels)
    if same:
        foreign = language in spoken and all(label.lang and _base(label.lang) != language for label in same)
        preferred_too = any(label in concept.pref_labels for label in same)
        return LabelFit(Fit.FOREIGN if foreign else Fit.LABEL, expected, preferred_too)
    if any(_is_alike(text, label.text) for label in labels):
        return LabelFit(Fit.MEANT, expected)
    return LabelFit(Fit.OTHER if not language or language in spoken else Fit.UNKNOWN, expected)


def likeness(text: str, label: str) -> float:
    """Return how alike two texts are by their letters, folded, in [0, 1]."""
    return SequenceMatcher(None, " ".join(fold_words(text)), " ".join(fold_words(label)), autojunk=False).ratio()


def _name(text: str) -> str:
    """Return the name of a project without what SeaDataNet writes behind it: ``{acronym="…" organisation="…"}``."""
    name, brace, beside = text.rstrip().rpartition("{")
    return name if brace and beside.endswith("}") and "=" in beside else text


def _is_alike(text: str, label: str) -> bool:
    one, other = set(content_words(fold_words(text))), set(content_words(fold_words(label)))
    if len(text) > _LONGEST:
        return False
    shared = len(one & other) / len(one | other) if one | other else 0.0
    return shared >= _SHARED or likeness(text, label) >= _SPELLED


def _languages(labels: Iterable[LangString]) -> set[str]:
    return {_base(label.lang) for label in labels}


def _base(tag: str) -> str:
    return tag.partition("-")[0]
