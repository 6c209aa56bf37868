"""Writes the alphabetical lists of a snapshot, one for each vocabulary."""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from vocabsvc.model.concept import Concept, Status
from vocabsvc.store.labels.base import ALTERNATIVE, FIELDS, HIDDEN, NOTATION, PREFERRED, Label
from vocabsvc.store.labels.wildcard import label_key
from vocabsvc.store.labels.words import write_words

CONTENTS = "contents.json"
KEYS, ROWS, CONCEPTS = ".keys", ".rows", ".concepts"


def write_label_lists(folder: Path, concepts: Iterable[Concept]) -> None:
    """Write the labels of all concepts.

    ``contents.json`` names the files of each vocabulary, its languages and its counts. Of these files, ``.keys``
    holds a label a line as it is compared, in order; ``.rows`` five runs of numbers, all that long: where each line
    begins, which concept it belongs to, which of its labels it is, its field and its language; then where each
    concept begins in ``.concepts``, which holds a concept a line as JSON. Numbers are in the machine's own order.
    For the others see ``words``.
    """
    folder.mkdir(parents=True)
    by_vocabulary: defaultdict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        by_vocabulary[concept.vocabulary].append(concept)
    contents = {
        vocabulary: _write_list(folder / str(number), found)
        for number, (vocabulary, found) in enumerate(by_vocabulary.items())
    }
    (folder / CONTENTS).write_text(json.dumps(contents, ensure_ascii=False), encoding="utf-8")


def _write_list(stem: Path, concepts: Sequence[Concept]) -> dict[str, object]:
    labels = [_labels(concept) for concept in concepts]
    counts = Counter((label.lang, label.field) for mine in labels for label in mine)
    languages = sorted({lang for lang, _ in counts})
    rows = sorted(
        (label_key(label.text), label.lang, concepts[number].uri, FIELDS.index(label.field), number, place)
        for number, mine in enumerate(labels)
        if concepts[number].status is not Status.DEPRECATED
        for place, label in enumerate(mine)
    )
    keys = [key for key, *_ in rows]
    stem.with_suffix(KEYS).write_bytes(b"".join(key + b"\n" for key in keys))
    write_words(stem, keys)
    lines = [
        json.dumps([concept.uri, mine], ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        for concept, mine in zip(concepts, labels, strict=True)
    ]
    stem.with_suffix(CONCEPTS).write_bytes(b"".join(lines))
    with stem.with_suffix(ROWS).open("wb") as file:
        for numbers in (
            _starts(len(key) + 1 for key in keys),
            (number for *_, number, _ in rows),
            (place for *_, place in rows),
            (field for *_, field, _, _ in rows),
            (languages.index(lang) for _, lang, *_ in rows),
            _starts(len(line) for line in lines),
        ):
            array("I", numbers).tofile(file)
    return {
        "files": stem.name,
        "languages": languages,
        "rows": len(rows),
        "concepts": len(lines),
        "counts": [[*of, count] for of, count in sorted(counts.items())],
    }


def _labels(concept: Concept) -> list[Label]:
    return [
        *(Label(PREFERRED, label.lang, label.text) for label in concept.pref_labels),
        *(Label(ALTERNATIVE, label.lang, label.text) for label in concept.alt_labels),
        *(Label(NOTATION, "", text) for text in concept.notations),
        *(Label(HIDDEN, label.lang, label.text) for label in concept.hidden_labels),
    ]


def _starts(lengths: Iterable[int]) -> Iterable[int]:
    """Yield where each of what follows each other begins, and where the last ends."""
    start = 0
    yield start
    for length in lengths:
        start += length
        yield start
