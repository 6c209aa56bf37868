"""Builds the term index of a snapshot."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tantivy import Document, Index, TextAnalyzer

from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import content_words, fold, fold_words, spell_models
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.model.match import Context
from vocabsvc.store.terms.entries import EntriesWriter
from vocabsvc.store.terms.entry import IndexEntry, local_code
from vocabsvc.store.terms.hierarchy import ancestors_of, broader_of, inbound_links
from vocabsvc.store.terms.merit import Standing, by_merit
from vocabsvc.store.terms.schema import (
    AUXILIARY,
    LOCAL,
    STARTS,
    STEMMERS,
    TOP,
    own_term,
    place_term,
    register_tokenizers,
    stem_analyzer,
    term_schema,
)
from vocabsvc.store.terms.succession import former_labels

_HEAP_BYTES = 2_000_000_000  # at most; where it is full, a second segment begins, and the order of merit anew
_WORDY = re.compile(r"\s|^[\w-]*$")


def write_term_index(
    folder: Path,
    concepts: Sequence[Concept],
    mapped: Iterable[str] = (),
    local: Collection[str] = (),
    auxiliary: Collection[str] = (),
) -> None:
    """Index all concepts of a snapshot at once: order and links are only known over the whole.

    ``mapped`` are the objects of all mappings, once for each; ``local`` the ids of data centres' own lists,
    ``auxiliary`` those of lists that records cite.
    """
    folder.mkdir(parents=True)
    index = Index(term_schema(), path=str(folder))
    register_tokenizers(index)
    writer = index.writer(heap_size=_HEAP_BYTES, num_threads=1)
    entries = EntriesWriter(folder, len(concepts))
    by_uri = {concept.uri: concept for concept in concepts}
    broader = broader_of(concepts)
    links = inbound_links(concepts, broader, mapped)
    former = former_labels(concepts)
    stemmers = {language: stem_analyzer(language) for language in STEMMERS}
    in_label_order = sorted(concepts, key=_label_order)
    places = _places(in_label_order, broader)
    standings = [Standing.of(concept, links[concept.uri]) for concept in in_label_order]
    for rank in by_merit(standings):  # a document is made when it is written: together they would fill the memory
        concept = in_label_order[rank]
        inherited = former.get(concept.uri, ())
        shared = concept.vocabulary not in auxiliary
        document = _document(concept, inherited, rank, standings[rank], stemmers, shared=shared)
        for uri in sorted(broader[concept.uri]):
            document.add_text("broader", uri)
        for place in places[rank]:
            document.add_text("place", place)
        for uri in sorted(ancestors_of(concept.uri, broader)):
            document.add_text("ancestor", uri)
        if not any(by_uri[uri].vocabulary == concept.vocabulary for uri in broader[concept.uri] if uri in by_uri):
            document.add_text("top", TOP)
        if concept.vocabulary in local:
            document.add_text("local", LOCAL)
        if not shared:
            document.add_text("auxiliary", AUXILIARY)
        entry = IndexEntry.of(concept, _context(concept, broader[concept.uri], by_uri), inherited)
        document.add_unsigned("entry", entries.add(entry))
        writer.add_document(document)
    entries.close()
    writer.commit()
    writer.wait_merging_threads()


def _places(in_label_order: Sequence[Concept], broader: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Return of each concept its places in the vocabulary and below each broader one."""
    listed: Counter[tuple[str, str]] = Counter()
    places: list[list[str]] = []
    for concept in in_label_order:
        lists = [("vocabulary", concept.vocabulary.lower()), *(("broader", uri) for uri in broader[concept.uri])]
        places.append([place_term(*held, listed[held]) for held in lists])
        listed.update(lists)
    return places


def _label_order(concept: Concept) -> tuple[str, str, str]:
    label = choose_label(concept.pref_labels, ())
    return fold(label.text) if label else "", "".join(concept.notations[:1]), concept.uri


def _context(concept: Concept, broader: Iterable[str], by_uri: Mapping[str, Concept]) -> Context:
    above = [*concept.broader, *sorted(broader)]
    unit = next((by_uri[uri] for uri in concept.units if uri in by_uri), None)
    parent = next((by_uri[uri] for uri in above if uri in by_uri), None)
    return Context(unit.pref_labels if unit else (), parent.pref_labels if parent else ())


def _document(
    concept: Concept,
    former: Sequence[LangString],
    rank: int,
    standing: Standing,
    stemmers: Mapping[str, TextAnalyzer],
    *,
    shared: bool,
) -> Document:
    document = Document()
    document.add_text("uri", concept.uri)
    document.add_text("vocabulary", concept.vocabulary.lower())
    document.add_text("status", concept.status)
    document.add_unsigned("rank", rank)
    document.add_unsigned("standing", standing.level)
    codes = _codes(concept)
    _add_each(document, "unit", concept.units)
    _add_each(document, "collection", concept.collections)
    _add_each(document, "notation", codes)
    _add_each(document, "code_start", _starts("notation", codes))
    labels = (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels)
    for language in {label.lang.partition("-")[0] for label in labels} - {""}:
        document.add_text("language", language)
    words = {label: " ".join(fold_words(label.text)) for label in labels}
    for whole in dict.fromkeys(words.values()):
        document.add_text("label", whole)
        document.add_text("own_labels", own_term(concept.vocabulary, whole))
        if shared:
            document.add_text("shared_labels", whole)
    firsts = dict.fromkeys(content_words(whole.split())[0] for whole in words.values() if whole)
    _add_each(document, "first", firsts)
    document.add_text("first_start", " ".join(_starts("first", firsts)))
    formerly = dict.fromkeys(" ".join(fold_words(label.text)) for label in former)
    for whole in formerly:
        document.add_text("former", whole)
    document.add_text("former_words", " ".join(formerly))
    text = " ".join(spell_models(whole) for whole in words.values())
    document.add_text("words", text)
    distinct = dict.fromkeys(text.split())
    if shared:
        document.add_text("shared_words", " ".join(distinct))
    document.add_text("own_words", " ".join(own_term(concept.vocabulary, word) for word in distinct))
    document.add_text("word_start", " ".join(_starts("words", distinct)))
    for language in STEMMERS:
        # Labels without a language are mostly English; reducing them as French too does no harm.
        mine = " ".join(text for label, text in words.items() if label.lang.partition("-")[0] in {language, ""})
        document.add_text(f"stems_{language}", mine)
    _add_each(document, "stemmed", dict.fromkeys(_stemmed(labels, stemmers)))
    return document


def _add_each(document: Document, field: str, texts: Iterable[str]) -> None:
    for text in texts:
        document.add_text(field, text)


def _starts(field: str, values: Iterable[str]) -> list[str]:
    _, longest = STARTS[field]
    return sorted({value[:length] for value in values for length in range(1, min(len(value), longest) + 1)})


def _stemmed(labels: Iterable[LangString], stemmers: Mapping[str, TextAnalyzer]) -> Iterator[str]:
    for label in labels:
        words = " ".join(content_words(fold_words(label.text)))
        own = label.lang.partition("-")[0]
        for language in [own] if own in stemmers else stemmers:
            yield " ".join(stemmers[language].analyze(words))


def _codes(concept: Concept) -> dict[str, None]:
    """Return what an editor may type as a code: the notation, its part after ``::``, the IRI's last step.

    That step is none where it spells a label. An alternative label with signs and no space is a symbol
    (``mg/m^3``), typed with or without ``^``.
    """
    notations = [fold(text) for text in concept.notations]
    tails = [text.rpartition(":")[2] for text in notations]
    symbols = [fold(label.text).replace("^", "") for label in concept.alt_labels if not _WORDY.search(label.text)]
    return dict.fromkeys(code for code in (*notations, *tails, local_code(concept), *symbols) if code)
