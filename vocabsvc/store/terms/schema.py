"""Fields of the term index. One document is one concept."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from tantivy import Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from vocabsvc.model.concept import Concept, ConceptRef
from vocabsvc.model.label import LangString

# Text is folded by model.folding before it gets here, so that the index and the query agree to the letter.
_WORDS = "folded_words"

POPULARITY_LEVELS = 8


def term_schema() -> Schema:
    """Return the schema.

    ``uri``, ``vocabulary`` (id in lower case), ``broader`` and ``status`` are whole values; ``notation`` holds
    folded notations and codes; ``label`` whole folded labels; ``words`` the folded words of all labels.
    ``popularity`` counts the doublings of inbound links. ``rank`` is the place in label order over everything;
    ``entry`` the stored ``IndexEntry``.
    """
    builder = SchemaBuilder()
    for field in ("uri", "vocabulary", "broader", "status", "notation", "label"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", tokenizer_name=_WORDS, index_option="freq")
    builder.add_unsigned_field("popularity", indexed=True)
    builder.add_unsigned_field("rank", fast=True)
    builder.add_bytes_field("entry", stored=True)
    return builder.build()


def register_tokenizers(index: Index) -> None:
    """Make the tokenizers of the schema known; needed before writing and before searching."""
    index.register_tokenizer(_WORDS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())


@dataclass(frozen=True, slots=True)
class IndexedLabel:
    """A label as stored, to say afterwards which one was met."""

    field: str
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What a hit needs without asking the graph."""

    ref: ConceptRef
    labels: tuple[IndexedLabel, ...]

    @classmethod
    def of(cls, concept: Concept) -> "IndexEntry":
        """Return the entry of a concept; notations count as labels."""
        labels = [
            *(IndexedLabel("notation", "", text) for text in concept.notations),
            *_indexed("pref_label", concept.pref_labels),
            *_indexed("alt_label", concept.alt_labels),
            *_indexed("hidden_label", concept.hidden_labels),
        ]
        return cls(concept.ref(), tuple(labels))

    def to_json(self) -> bytes:
        """Return the stored form; preferred labels are not repeated beside ``labels``."""
        ref = self.ref
        labels = [(label.field, label.lang, label.text) for label in self.labels]
        return json.dumps([ref.uri, ref.vocabulary, int(ref.deprecated), labels], ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, data: bytes) -> "IndexEntry":
        """Read the stored form."""
        uri, vocabulary, deprecated, rows = json.loads(data)
        labels = tuple(IndexedLabel(*row) for row in rows)
        ref = ConceptRef(
            uri=uri,
            vocabulary=vocabulary,
            notation=next((label.text for label in labels if label.field == "notation"), ""),
            pref_labels=tuple(LangString(lb.text, lb.lang) for lb in labels if lb.field == "pref_label"),
            deprecated=bool(deprecated),
        )
        return cls(ref, labels)


def _indexed(field: str, labels: Sequence[LangString]) -> list[IndexedLabel]:
    return [IndexedLabel(field, label.lang, label.text) for label in labels]
