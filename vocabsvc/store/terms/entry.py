"""What is kept of each concept in the term index, so that a hit needs no question to the graph."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vocabsvc.formats.hit_json import (
    Variant,
    chosen,
    json_text,
    label_json,
    labels_of,
    name_variants,
    source_json,
    text_of,
    text_variants,
    uri_json,
)
from vocabsvc.model.concept import Concept, ConceptRef, local_name
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.label import LangString
from vocabsvc.model.match import Context

_FIELD = "\n"
_ITEM = "\t"
"""Neither is in JSON, nor in anything folded."""

_WORDLESS = " "


class IndexEntry(NamedTuple):
    """A concept in short, all its labels (notations count as labels), and its context.

    What is compared with a text is folded, and what is shown is JSON (see ``formats.hit_json``): to fold and to
    render takes longer than to read. Each field is a text as it is stored, lists with tabs between their items.

    ``local`` is the folded last step of the IRI where no notation ends in it. ``codes`` are the folded notations;
    ``words`` the folded words of each other label, with a space on either side of each word. ``labels`` are all
    of these, notations first. ``names``, ``unit`` and ``broader`` are variants, each language before its piece.
    """

    local: str
    codes: str
    words: str
    labels: str
    uri: str
    notation: str
    names: str
    source: str
    unit: str
    broader: str

    @classmethod
    def of(cls, concept: Concept, context: Context, former: Sequence[LangString] = ()) -> "IndexEntry":
        """Return the entry of a concept; ``former`` are labels of concepts that it stands in for."""
        ref = concept.ref()
        notations = [text for text in concept.notations if fold(text)]
        named = [
            *(("pref_label", label) for label in concept.pref_labels),
            *(("alt_label", label) for label in concept.alt_labels),
            *(("hidden_label", label) for label in concept.hidden_labels),
            *(("former_label", label) for label in former),
        ]
        labels = [*(("notation", LangString(text)) for text in notations), *named]
        local = local_code(concept)
        return cls(
            local=local if local != fold(ref.notation).rpartition(":")[2] else "",
            codes=_ITEM.join(fold(text) for text in notations),
            words=_ITEM.join(spaced(fold_words(label.text)) or _WORDLESS for _, label in named),
            labels=_ITEM.join(label_json(field, label) for field, label in labels),
            uri=json_text(ref.uri),
            notation=json_text(ref.notation),
            names=_stored(name_variants(ref)),
            source=source_json(ref),
            unit=_stored(text_variants(context.unit)),
            broader=_stored(text_variants(context.broader)),
        )

    def to_bytes(self) -> bytes:
        """Return the stored form."""
        return _FIELD.join(self).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "IndexEntry":
        """Read the stored form."""
        return cls._make(data.decode().split(_FIELD))

    def folded_codes(self) -> list[str]:
        """Return the folded notations."""
        return self.codes.split(_ITEM) if self.codes else []

    def folded_labels(self) -> list[str]:
        """Return the folded words of each other label; those without any are one space."""
        return self.words.split(_ITEM) if self.words else []

    def ref(self) -> ConceptRef:
        """Return the short form of the concept."""
        source = json.loads(f"{{{self.source}}}")
        labels = labels_of(self.labels.split(_ITEM)) if self.labels else []
        pref_labels = tuple([label for field, label in labels if field == "pref_label"])
        return ConceptRef(
            text_of(self.uri), source["vocabulary"] or "", text_of(self.notation), pref_labels, source["deprecated"]
        )

    def context(self) -> Context:
        """Return what tells the concept apart from others with its label."""
        return Context(_texts(self.unit), _texts(self.broader))

    def label(self, place: int) -> tuple[str, LangString]:
        """Return field and text of one of the labels; of the IRI where ``place`` is below 0."""
        if place < 0:
            return "uri", LangString(text_of(self.uri))
        return labels_of([self.labels.split(_ITEM)[place]])[0]

    def label_json(self, place: int) -> str:
        """Return the JSON of one of the labels; of the IRI where ``place`` is below 0."""
        return self.labels.split(_ITEM)[place] if place >= 0 else uri_json(self.uri)

    def to_json(self, languages: Sequence[str], match: str) -> str:
        """Return the JSON of a hit."""
        _, _, _, _, uri, notation, names, source, unit, broader = self
        return (
            f'{{"uri":{uri},"notation":{notation},{_chosen(names, languages)},{source},'
            f'"unit":{_chosen(unit, languages)},"broader":{_chosen(broader, languages)},"match":{match}}}'
        )


def spaced(words: Sequence[str]) -> str:
    """Return words with a space on either side of each, so that a word is found by a search for characters."""
    return f" {' '.join(words)} " if words else ""


def _stored(variants: Iterable[Variant]) -> str:
    return _ITEM.join(item for variant in variants for item in variant)


def _variants(stored: str) -> list[Variant]:
    items = stored.split(_ITEM)
    return list(zip(items[::2], items[1::2], strict=True))


def _chosen(stored: str, languages: Sequence[str]) -> str:
    _, _, piece = stored.partition(_ITEM)
    return piece if _ITEM not in piece else chosen(_variants(stored), languages)


def _texts(stored: str) -> tuple[LangString, ...]:
    return tuple([LangString(text_of(piece), lang) for lang, piece in _variants(stored) if piece != "null"])


def local_code(concept: Concept) -> str:
    """Return the folded last step of the IRI, or ``""`` where it only spells a label and so is no code."""
    local = local_name(concept.uri)
    labels = (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels)
    spelled = fold_words(local)
    return "" if any(fold_words(label.text) == spelled for label in labels) else fold(local)
