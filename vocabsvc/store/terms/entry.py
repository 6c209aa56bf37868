"""What is stored with each concept in the term index, so that a hit needs no question to the graph."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from vocabsvc.model.concept import Concept, ConceptRef
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.label import LangString
from vocabsvc.model.match import Context

_decode = json.JSONDecoder().raw_decode


class IndexedLabel(NamedTuple):
    """A label as stored, to say afterwards which one was met.

    ``folded`` are its folded words with a space on either side of each, of a notation the folded code: to fold
    takes longer than to read.
    """

    field: str
    lang: str
    text: str
    folded: str


class IndexEntry(NamedTuple):
    """A concept in short, all its labels (notations count as labels), and its context."""

    ref: ConceptRef
    labels: tuple[IndexedLabel, ...]
    context: Context

    @classmethod
    def of(cls, concept: Concept, context: Context, former: Sequence[LangString] = ()) -> "IndexEntry":
        """Return the entry of a concept; ``former`` are labels of concepts that it stands in for."""
        labels = [
            *(IndexedLabel("notation", "", text, fold(text)) for text in concept.notations),
            *_indexed("pref_label", concept.pref_labels),
            *_indexed("alt_label", concept.alt_labels),
            *_indexed("hidden_label", concept.hidden_labels),
            *_indexed("former_label", former),
        ]
        return cls(concept.ref(), tuple(labels), context)

    def to_json(self) -> bytes:
        """Return the stored form; preferred labels are not repeated beside ``labels``."""
        ref, context = self.ref, self.context
        stored = [
            ref.uri, ref.vocabulary, int(ref.deprecated), self.labels, _pairs(context.unit), _pairs(context.broader)
        ]  # fmt: skip
        return json.dumps(stored, ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, data: bytes) -> "IndexEntry":
        """Read the stored form."""
        uri, vocabulary, deprecated, rows, unit, broader = _decode(data.decode())[0]
        labels = tuple([IndexedLabel(*row) for row in rows])
        notation = labels[0].text if labels and labels[0].field == "notation" else ""
        pref_labels = tuple([LangString(text, lang) for field, lang, text, _ in labels if field == "pref_label"])
        ref = ConceptRef(uri, vocabulary, notation, pref_labels, bool(deprecated))
        return cls(ref, labels, Context(_texts(unit), _texts(broader)))


def _indexed(field: str, labels: Sequence[LangString]) -> list[IndexedLabel]:
    return [IndexedLabel(field, label.lang, label.text, spaced(fold_words(label.text))) for label in labels]


def spaced(words: Sequence[str]) -> str:
    """Return words with a space on either side of each, so that a word is found by a search for characters."""
    return f" {' '.join(words)} " if words else ""


def _pairs(labels: Iterable[LangString]) -> list[tuple[str, str]]:
    return [(label.text, label.lang) for label in labels]


def _texts(pairs: Iterable[tuple[str, str]]) -> tuple[LangString, ...]:
    return tuple([_text(*pair) for pair in pairs])


_text = lru_cache(4096)(LangString)
