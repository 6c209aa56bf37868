"""What the mapper knows, on disk: made when vocabularies are loaded, read at the first question.

A folder holds for each vocabulary ``<id>.npz`` (arrays), ``<id>.json`` (words, units, IRIs, groups) and
``<id>.jsonl`` (entries), and ``examples.npz`` and ``examples.json`` for the names that are known to be mapped.
"""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from vocabsvc.model.concept import Concept
from vocabsvc.model.mapping import MappingSet
from vocabsvc.services.glossary import Glossary
from vocabsvc.services.mapper.entries import ParameterEntry, read_entries
from vocabsvc.services.mapper.entry_table import EntryTable, encode_entries
from vocabsvc.services.mapper.example_rows import decode_examples, encode_examples
from vocabsvc.services.mapper.examples import ExampleBook
from vocabsvc.services.mapper.index_builder import IndexBuilder
from vocabsvc.services.mapper.knowledge import Knowledge, new_reader
from vocabsvc.services.mapper.known_names import read_known_names
from vocabsvc.services.mapper.links import Links
from vocabsvc.services.mapper.sparse_rows import Arrays
from vocabsvc.services.mapper.target_index import TargetIndex
from vocabsvc.services.mapper.wording import Wording

_EXAMPLES = "examples"
_ENGLISH = "en"
_READ_FROM = ("p01", "p07")


def write_knowledge(folder: Path, concepts: Sequence[Concept], mapping_sets: Sequence[MappingSet]) -> None:
    """Write what the mapper needs of the vocabularies and mapping sets that are loaded."""
    folder.mkdir()
    wording = Wording.shipped()
    indexes: dict[str, TargetIndex] = {}
    for vocabulary, entries in read_entries(concepts).items():
        built = IndexBuilder(entries, wording)
        indexes[vocabulary] = TargetIndex(entries, built.words, built.units, built.arrays)
        _write_arrays(folder / f"{vocabulary}.npz", built.arrays)
        folder.joinpath(f"{vocabulary}.jsonl").write_bytes(encode_entries(entries))
        _write_json(folder / f"{vocabulary}.json", _described(entries, built))
    published = list(Links(concepts, mapping_sets).examples())
    reader = new_reader(wording, _of_parameters(indexes), published)
    examples = [*published, *(name.example() for name in read_known_names())]
    readings = {term: reader.read(term) for term in dict.fromkeys(example.term for example in examples)}
    book = ExampleBook.of(examples, [readings[example.term] for example in examples])
    names, words, arrays = book.stored()
    _write_arrays(folder / f"{_EXAMPLES}.npz", arrays)
    _write_json(folder / f"{_EXAMPLES}.json", {**encode_examples(examples), "names": names, "words": words})


def read_knowledge(folder: Path, glossary: Glossary) -> Knowledge:
    """Read what ``write_knowledge`` wrote; the ``glossary`` gives English wordings of names."""
    indexes = {path.stem: _read_index(path) for path in sorted(folder.glob("*.jsonl"))}
    stored = _read_json(folder / f"{_EXAMPLES}.json")
    examples = decode_examples(stored)
    names = [(name, base) for name, base in stored["names"]]
    book = ExampleBook(examples, names, stored["words"], _read_arrays(folder / f"{_EXAMPLES}.npz"))
    return Knowledge(
        indexes, book, new_reader(Wording.shipped(), _of_parameters(indexes), examples, partial(_in_english, glossary))
    )


def _in_english(glossary: Glossary, text: str) -> Sequence[str]:
    """Return the likeliest English wording of a text, as far as the glossary knows its words."""
    return [reading.text for reading in glossary.readings(text) if reading.lang == _ENGLISH][:1]


def _of_parameters(indexes: dict[str, TargetIndex]) -> list[TargetIndex]:
    """Return the indexes whose labels tell which words are words: all where P01 and P07 are not loaded."""
    return [indexes[name] for name in _READ_FROM if name in indexes] or list(indexes.values())


def _described(entries: Sequence[ParameterEntry], built: IndexBuilder) -> dict[str, object]:
    return {
        "vocabulary": entries[0].ref.vocabulary if entries else "",
        "words": built.words,
        "units": built.units,
        "uris": [entry.ref.uri for entry in entries],
        "groups": [next(iter(entry.groups), "") for entry in entries],
    }


def _read_index(path: Path) -> TargetIndex:
    described = _read_json(path.with_suffix(".json"))
    entries = EntryTable(described["vocabulary"], path.read_bytes())
    units = [tuple(spellings) for spellings in described["units"]]
    arrays = _read_arrays(path.with_suffix(".npz"))
    return TargetIndex(entries, described["words"], units, arrays, described["uris"], described["groups"])


def _write_arrays(path: Path, arrays: Arrays) -> None:
    np.savez(path, allow_pickle=False, **dict(arrays))


def _read_arrays(path: Path) -> Arrays:
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
