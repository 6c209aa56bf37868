"""All that the mapper knows of what is loaded: the indexes of vocabularies, and names that are mapped."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from vocabsvc.services.mapper.candidate_rows import candidate_rows, cosines, usual_rows, voted_rows, votes
from vocabsvc.services.mapper.examples import Example, ExampleBook
from vocabsvc.services.mapper.features import FeatureMaker, Gathered
from vocabsvc.services.mapper.index_builder import name_key
from vocabsvc.services.mapper.likely_words import LikelyWords
from vocabsvc.services.mapper.neighbours import NeighbourFinder
from vocabsvc.services.mapper.reading import Reader, Reading, base_of
from vocabsvc.services.mapper.sparse_rows import Floats
from vocabsvc.services.mapper.target_index import TargetIndex
from vocabsvc.services.mapper.unit_concepts import UNITS, UnitConcepts
from vocabsvc.services.mapper.wording import Wording

_VOTING = ("p01", "p07")
_GROUPS = "p02"
_NO_ROWS = np.empty(0, dtype=np.int32)
_NOBODY: frozenset[str] = frozenset()

Translations = Callable[[str], Iterable[str]]
Votes = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Considered:
    """The candidates of a term in one vocabulary, with a line of features for each."""

    gathered: Gathered
    matrix: Floats


class Knowledge:
    """Answers what speaks for a concept; safe to share between threads."""

    def __init__(self, indexes: Mapping[str, TargetIndex], book: ExampleBook, reader: Reader) -> None:
        self.indexes = indexes
        self.reader = reader
        self.units = UnitConcepts(indexes[UNITS].entries if UNITS in indexes else ())
        groups_of = {uri: group for index in indexes.values() for uri, group in index.groups_of.items()}
        self.groups_of: Mapping[str, str] = groups_of
        group_numbers = {group: number for number, group in enumerate(dict.fromkeys(groups_of.values()))}
        self._finders: dict[str, NeighbourFinder] = {}
        self._makers: dict[str, FeatureMaker] = {}
        for vocabulary, index in indexes.items():
            finder = NeighbourFinder(book, index, vocabulary, groups_of, group_numbers)
            groups = np.array([group_numbers.get(groups_of.get(uri, ""), -1) for uri in index.uris], dtype=np.int32)
            self._finders[vocabulary] = finder
            self._makers[vocabulary] = FeatureMaker(index, vocabulary, finder, groups)

    def votes(self, reading: Reading) -> Votes:
        """Return which P02 groups the concepts of P01 and P07 that are nearest in words belong to."""
        return {name: votes(self.indexes[name], reading) for name in _VOTING if name in self.indexes}

    def consider(
        self, reading: Reading, cast: Votes, vocabulary: str, excluded: frozenset[str] = _NOBODY
    ) -> Considered:
        """Return the candidates of a term; ``cast`` are its ``votes``, ``excluded`` origins give no examples."""
        index, finder, maker = self.indexes[vocabulary], self._finders[vocabulary], self._makers[vocabulary]
        near = finder.near(reading, excluded)
        likeness = cosines(index, reading)
        called = index.called(reading.name, reading.text)
        usual = usual_rows(index, maker.relations(reading.unit), finder.priors(excluded)) if reading.unit else _NO_ROWS
        voted = voted_rows(index.row_of, cast) if vocabulary == _GROUPS else ()
        rows = candidate_rows(index, likeness, called, near.best(len(near.by_row)), usual, voted)
        labelled = frozenset(index.called(reading.text))
        gathered = Gathered(rows, likeness, frozenset(called), labelled, near, cast)
        return Considered(gathered, maker.features(gathered, reading, excluded))


def new_reader(
    wording: Wording,
    indexes: Iterable[TargetIndex],
    examples: Sequence[Example],
    translations: Translations = lambda _: (),
) -> Reader:
    """Return a reader that knows the words of labels, and the names of what is published."""
    coded = tuple(indexes)
    proper = frozenset(word for index in coded for word in index.proper_words)
    named: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for example in examples:
        if example.published and example.term.local_name and example.term.long_name:
            for key in {name_key(example.term.local_name), base_of(example.term.local_name)}:
                named[key].setdefault(example.term.long_name, example.origins)

    def namesakes(key: str, excluded: AbstractSet[str]) -> Iterable[str]:
        labels = [label for label, origins in named.get(key, {}).items() if excluded.isdisjoint(origins)]
        return labels or (entry.labels[0] for index in coded for entry in index.coded(key))

    likely = LikelyWords(sorted(proper))
    return Reader(wording, proper.__contains__, namesakes, translations, likely.like)
