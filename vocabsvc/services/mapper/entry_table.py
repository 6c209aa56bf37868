"""Entries on disk, decoded when they are looked at: of the tens of thousands of P01 a request needs a hundred."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import overload

from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.services.mapper.entries import ParameterEntry

_KEPT = 16_384


class EntryTable(Sequence[ParameterEntry]):
    """A sequence over lines of JSON, as ``encode_entries`` gives them."""

    def __init__(self, vocabulary: str, data: bytes) -> None:
        self._vocabulary = vocabulary
        self._lines = data.splitlines()
        self._at = lru_cache(_KEPT)(self._decoded)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> ParameterEntry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ParameterEntry]: ...
    def __getitem__(self, index: int | slice) -> ParameterEntry | Sequence[ParameterEntry]:
        if isinstance(index, slice):
            return [self._at(number) for number in range(*index.indices(len(self)))]
        return self._at(int(index))

    def _decoded(self, number: int) -> ParameterEntry:
        if not 0 <= number < len(self._lines):
            raise IndexError(number)
        uri, notation, code, labels, others, units, groups, deprecated, inbound, broader_here = json.loads(
            self._lines[number]
        )
        pref_labels = tuple(LangString(*pair) for pair in labels)
        return ParameterEntry(
            ref=ConceptRef(uri, self._vocabulary, notation, pref_labels, bool(deprecated)),
            code=code,
            labels=tuple(label.text for label in pref_labels),
            other_labels=tuple(others),
            units=tuple(units),
            groups=tuple(groups),
            inbound=inbound,
            broader_here=bool(broader_here),
        )


def encode_entries(entries: Iterable[ParameterEntry]) -> bytes:
    """Return the entries as lines of JSON."""
    return "".join(f"{_encoded(entry)}\n" for entry in entries).encode()


def _encoded(entry: ParameterEntry) -> str:
    by_text = {label.text: label.lang for label in entry.ref.pref_labels}
    labels = [(text, by_text[text]) for text in entry.labels]
    stored = [
        entry.ref.uri, entry.ref.notation, entry.code, labels, entry.other_labels, entry.units, entry.groups,
        int(entry.ref.deprecated), entry.inbound, int(entry.broader_here),
    ]  # fmt: skip
    return json.dumps(stored, ensure_ascii=True, separators=(",", ":"))
