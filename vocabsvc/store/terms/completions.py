"""What short texts find, looked up at load time: the fewer letters there are, the more there is to find and to rank.

Kept are the first hits of what the search itself finds, not a ranking of their own.

::

    <folder>/completions    count (64 bits), a record of one size for each text, then the texts, one a line
"""

import mmap
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from struct import Struct
from typing import NamedTuple

from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.match import MatchKind
from vocabsvc.model.vocabulary import GLOSSARY
from vocabsvc.store.base import Filters, Reading, SearchRequest
from vocabsvc.store.terms.explain import Met

MOST_COMPLETED = 10
"""How many hits are kept of a text; what lies behind them is searched for."""

_SHARED = 50
_MOST_TEXTS = 8192  # however much is loaded: a load and a server pay for each
_FILE = "completions"
_FILTERS = Filters(without=(GLOSSARY,))
_COUNT = Struct("<Q")
_HEAD = Struct("<8sI")  # digest of the readings, total
_HIT = Struct("<IhBBd")  # ordinal of the entry, place of the label, kind, number of the reading from 1, share
_RECORD = _HEAD.size + MOST_COMPLETED * _HIT.size
_KINDS = tuple(MatchKind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}


class Located(NamedTuple):
    """Which of the entries was found, how, and its share of the highest score."""

    ordinal: int
    met: Met
    share: float


class Completion(NamedTuple):
    """The exact total, and a page of hits."""

    total: int
    hits: Sequence[Located]


class Completions:
    """Reads the file beside an index; there need be none."""

    def __init__(self, folder: Path) -> None:
        self._numbers: dict[str, int] = {}
        path = folder / _FILE
        if path.exists():
            with path.open("rb") as file:
                self._content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            (count,) = _COUNT.unpack_from(self._content)
            texts = self._content[_COUNT.size + count * _RECORD :].decode().split("\n")
            self._numbers = dict(zip(texts, range(count), strict=False))

    def of(self, request: SearchRequest) -> Completion | None:
        """Return what a request finds where that is kept, for these very readings."""
        number = self._numbers.get(fold(request.text))
        if number is None or not is_kept_of(request):
            return None
        at = _COUNT.size + number * _RECORD
        digest, total = _HEAD.unpack_from(self._content, at)
        if digest != _digest(request.readings):
            return None
        first = at + _HEAD.size + request.offset * _HIT.size
        end = at + _HEAD.size + min(request.offset + request.limit, total) * _HIT.size
        vias = ["", *[reading.via for reading in request.readings]]
        hits = [
            Located(ordinal, Met(_KINDS[kind], place, vias[reading]), share)
            for ordinal, place, kind, reading, share in _HIT.iter_unpack(self._content[first:end])
        ]
        return Completion(total, hits)


def is_kept_of(request: SearchRequest) -> bool:
    """Tell whether a request asks for nothing but the first hits in all vocabularies."""
    return not request.preferred and request.offset + request.limit <= MOST_COMPLETED and request.filters == _FILTERS


def write_completions(folder: Path, found: Iterable[tuple[SearchRequest, Completion]]) -> None:
    """Write what requests find, whose texts are single words: none is an IRI, and all that tells is how it folds."""
    records = {
        fold(request.text): _record(request.readings, completion) for request, completion in found if completion.total
    }
    with (folder / _FILE).open("wb") as file:
        file.write(_COUNT.pack(len(records)))
        file.writelines(records.values())
        file.write("\n".join(records).encode())


def common_beginnings(concepts: Iterable[Concept], shared: int = _SHARED) -> list[str]:
    """Return the beginnings of folded words that as many words of concepts have, the commonest first."""
    words = Counter(chain.from_iterable(map(_words, concepts)))
    beginnings: Counter[str] = Counter()
    for word, count in words.items():
        for length in range(1, len(word) + 1):
            beginnings[word[:length]] += count
    return [beginning for beginning, count in beginnings.most_common(_MOST_TEXTS) if count >= shared]


def _words(concept: Concept) -> set[str]:
    labels = (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels)
    return {word for label in labels for word in fold_words(label.text)}


def _record(readings: Sequence[Reading], completion: Completion) -> bytes:
    vias = ["", *[reading.via for reading in readings]]
    hits = [
        _HIT.pack(ordinal, met.place, _NUMBERS[met.kind], vias.index(met.via), share)
        for ordinal, met, share in completion.hits
    ]
    return b"".join([_HEAD.pack(_digest(readings), completion.total), *hits]).ljust(_RECORD, b"\0")


def _digest(readings: Iterable[Reading]) -> bytes:
    parts = [f"{text}\t{lang}\t{sure:d}\t{place}" for text, _, sure, lang, place in readings]
    return blake2b("\n".join(parts).encode(), digest_size=8).digest()
