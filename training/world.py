"""All that the mapper knows, made in memory from what ships and from the names to learn from."""

from collections.abc import Sequence
from pathlib import Path

from training.gold import Question, known_names
from training.shipped import read_mapping_sets, read_vocabularies
from vocabsvc.services.mapper.entries import read_entries
from vocabsvc.services.mapper.examples import ExampleBook
from vocabsvc.services.mapper.knowledge import Knowledge, new_reader
from vocabsvc.services.mapper.known_names import MOST_WORDS, KnownName
from vocabsvc.services.mapper.links import Links
from vocabsvc.services.mapper.target_index import TargetIndex
from vocabsvc.services.mapper.wording import Wording

_TARGETS = ("p01", "p02", "p07")


def build_world(root: Path, questions: Sequence[Question]) -> tuple[Knowledge, list[KnownName]]:
    """Return what is known, and of the questions what the model keeps; ``root`` holds what ships."""
    concepts = read_vocabularies(root / "vocabularies")
    mapping_sets = read_mapping_sets(root / "mappings")
    wording = Wording.shipped()
    entries = read_entries(concepts)
    indexes = {name: TargetIndex.of(entries[name], wording) for name in _TARGETS}
    published = list(Links(concepts, mapping_sets).examples())
    reader = new_reader(wording, indexes.values(), published)
    words = {one.term: list(reader.read(one.term).head)[:MOST_WORDS] for one in questions}
    kept = known_names(questions, words)
    examples = [*published, *(name.example() for name in kept)]
    readings = {term: reader.read(term) for term in dict.fromkeys(example.term for example in examples)}
    book = ExampleBook.of(examples, [readings[example.term] for example in examples])
    return Knowledge(indexes, book, reader), kept
