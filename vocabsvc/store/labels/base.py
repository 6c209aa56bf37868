"""What services may ask of the alphabetical lists of labels."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from vocabsvc.store.labels.wildcard import Wildcard

FIELDS = ("pref_label", "alt_label", "notation", "hidden_label")
"""What is listed, in the order in which a concept rather shows what it was met by."""

PREFERRED, ALTERNATIVE, NOTATION, HIDDEN = FIELDS


class Label(NamedTuple):
    """One label as loaded: a field of ``FIELDS``, the language tag in lower case or ``""``, the text."""

    field: str
    lang: str
    text: str


class LabelledConcept(NamedTuple):
    """A concept with all its labels; ``vocabulary`` is the id as loaded."""

    uri: str
    vocabulary: str
    labels: tuple[Label, ...]

    @property
    def notation(self) -> str:
        """The first notation, ``""`` where there is none."""
        return next((label.text for label in self.labels if label.field == NOTATION), "")


class LabelMatch(NamedTuple):
    """A concept and the label that was met."""

    concept: LabelledConcept
    label: Label


class LabelIndex(Protocol):
    """The labels of current concepts; what is deprecated is not listed."""

    def matching(
        self, wildcard: Wildcard, vocabularies: Sequence[str], fields: Collection[str], language: str
    ) -> Iterator[LabelMatch]:
        """Yield every label that a pattern describes, by lower-case text, then language, then vocabulary.

        ``vocabularies`` are ids as loaded. ``language`` keeps labels in it, in a narrower one (``fr-ca`` for
        ``fr``) and those without one; ``""`` keeps all. A concept comes once for each of its labels. The labels
        are found while they are asked for: the first cost the same whether ten or ten thousand follow.
        """
        ...

    def letters(self, vocabulary: str, fields: Collection[str], language: str) -> tuple[str, ...]:
        """Return the different first characters of labels, in lower case, in code point order."""
        ...

    def counts(self, vocabulary: str) -> Mapping[tuple[str, str], int]:
        """Return how many labels there are by language and field, of deprecated concepts too."""
        ...
