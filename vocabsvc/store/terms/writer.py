"""Builds the term index of a snapshot."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from tantivy import Document, Index

from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.label import choose_label
from vocabsvc.store.terms.schema import POPULARITY_LEVELS, IndexEntry, register_tokenizers, term_schema

_HEAP_BYTES = 128_000_000


def write_term_index(folder: Path, concepts: Sequence[Concept]) -> None:
    """Index all concepts of a snapshot at once: order and links are only known over the whole."""
    folder.mkdir(parents=True)
    index = Index(term_schema(), path=str(folder))
    register_tokenizers(index)
    writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)
    broader = _broader_of(concepts)
    links = _inbound_links(concepts, broader)
    for rank, concept in enumerate(sorted(concepts, key=_label_order)):
        writer.add_document(_document(concept, broader[concept.uri], links[concept.uri], rank))
    writer.commit()
    writer.wait_merging_threads()


def _broader_of(concepts: Iterable[Concept]) -> dict[str, set[str]]:
    # A hierarchy may be stated from either side; NVS files state it from both, from one or from none.
    broader: dict[str, set[str]] = defaultdict(set)
    for concept in concepts:
        broader[concept.uri].update(concept.broader)
        for narrower in concept.narrower:
            broader[narrower].add(concept.uri)
    return broader


def _inbound_links(concepts: Iterable[Concept], broader: dict[str, set[str]]) -> Counter[str]:
    counted = Counter(target for targets in broader.values() for target in targets)
    for concept in concepts:
        counted.update(concept.related)
        counted.update(concept.units)
        counted.update(link.target for link in concept.links)
    return counted


def _label_order(concept: Concept) -> tuple[str, str, str]:
    label = choose_label(concept.pref_labels, ())
    return fold(label.text) if label else "", "".join(concept.notations[:1]), concept.uri


def _document(concept: Concept, broader: Iterable[str], links: int, rank: int) -> Document:
    document = Document()
    document.add_text("uri", concept.uri)
    document.add_text("vocabulary", concept.vocabulary.lower())
    document.add_text("status", concept.status)
    for uri in sorted(broader):
        document.add_text("broader", uri)
    for code in _codes(concept):
        document.add_text("notation", code)
    labels = [label.text for label in (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels)]
    words = [fold_words(label) for label in labels]
    for whole in dict.fromkeys(" ".join(some) for some in words):
        document.add_text("label", whole)
    document.add_text("words", " ".join(word for some in words for word in some))
    document.add_unsigned("popularity", min(links.bit_length(), POPULARITY_LEVELS))
    document.add_unsigned("rank", rank)
    document.add_bytes("entry", IndexEntry.of(concept).to_json())
    return document


def _codes(concept: Concept) -> dict[str, None]:
    """Return what an editor may type as a code: the notation, its part after ``::``, the IRI's last step."""
    notations = [fold(text) for text in concept.notations]
    tails = [text.rpartition(":")[2] for text in notations]
    local_name = fold(concept.uri.rstrip("/#").replace("#", "/").rpartition("/")[2])
    return dict.fromkeys(code for code in (*notations, *tails, local_name) if code)
