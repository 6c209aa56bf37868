"""The alphabetical lists of all vocabularies as one."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import merge
from itertools import repeat
from pathlib import Path

from vocabsvc.store.labels.base import LabelMatch
from vocabsvc.store.labels.label_list import LabelList
from vocabsvc.store.labels.wildcard import Wildcard
from vocabsvc.store.labels.writer import CONTENTS


class LabelLists:
    """A ``LabelIndex`` over a folder written by ``labels.writer``; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        described = json.loads((folder / CONTENTS).read_bytes())
        self._lists = {name: LabelList(folder, name, said) for name, said in described.items()}

    def matching(
        self, wildcard: Wildcard, vocabularies: Sequence[str], fields: Collection[str], language: str
    ) -> Iterator[LabelMatch]:
        """See ``LabelIndex.matching``."""
        lists = [self._lists[name] for name in vocabularies if name in self._lists]
        if len(lists) == 1:
            return (lists[0].match(row) for _, _, row in lists[0].matching(wildcard, fields, language))
        found = (zip(one.matching(wildcard, fields, language), repeat(number)) for number, one in enumerate(lists))
        in_order = merge(*found, key=lambda one: (one[0][:2], one[1]))
        return (lists[number].match(row) for (_, _, row), number in in_order)

    def letters(self, vocabulary: str, fields: Collection[str], language: str) -> tuple[str, ...]:
        """See ``LabelIndex.letters``."""
        return self._lists[vocabulary].letters(fields, language) if vocabulary in self._lists else ()

    def counts(self, vocabulary: str) -> Mapping[tuple[str, str], int]:
        """See ``LabelIndex.counts``."""
        return self._lists[vocabulary].counts if vocabulary in self._lists else {}
