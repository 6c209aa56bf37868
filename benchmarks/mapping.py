"""How often the mapper finds what data centres mapped to, on sources that its model did not learn from."""

import random
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks.ngrams import NgramLabels
from benchmarks.same_quantity import same_quantity
from benchmarks.text2term import whole_run
from benchmarks.timing import at_least, at_most, show, show_spread, timed
from training.fit import Scored, best_first, calibrate
from training.gold import Question, read_gold
from training.held_out import score_held_out
from training.lessons import Lesson, Teacher
from training.world import build_world
from vocabsvc.services.mapper.knowledge import Knowledge
from vocabsvc.services.mapper.ranker import calibration_terms, sigmoid
from vocabsvc.services.mapper.sparse_rows import Ints, best_rows
from vocabsvc.services.services import Services

_AIMS = {"p01": (0.50, 0.78), "p01 same quantity": (0.64, 0.87), "p07": (0.83, 0.96), "p02": (0.73, 0.87)}
_SAMPLES = 1000
KeyT = TypeVar("KeyT")
_BINS = 10
_NAMES = 1000
_SECONDS = 6.0
_MILLISECONDS = 30.0
_MEGABYTES = 300.0


@dataclass(frozen=True, slots=True)
class Found:
    """Where an answer stands, from 1; 0 for one that is not proposed. ``sure`` is the probability of the first."""

    source: str
    target: str
    rank: int
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class Hits:
    """Shares of questions answered at the first place and in the first five, and the mean reciprocal rank."""

    first: float
    five: float
    reciprocal_rank: float

    @classmethod
    def of(cls, found: Sequence[Found]) -> "Hits":
        count = max(1, len(found))
        ranks = [one.rank for one in found]
        return cls(
            sum(rank == 1 for rank in ranks) / count,
            sum(0 < rank <= 5 for rank in ranks) / count,
            sum(1 / rank for rank in ranks if rank) / count,
        )

    def __str__(self) -> str:
        return f"h@1 {self.first:.3f}  h@5 {self.five:.3f}  MRR {self.reciprocal_rank:.3f}"


def measure_mapping_quality(root: Path, gold: Path) -> bool:
    """Print hits by source and target and pooled, with calibration and the baseline; tell whether the aims are met."""
    if not gold.is_file():
        print("quality of mappings        not measured: ../shared is absent")
        return True
    questions = read_gold(gold)
    knowledge, _ = build_world(root, questions)
    scored = score_held_out(Teacher(knowledge), questions, knowledge.groups_of)
    found = answers(knowledge, scored)
    for (target, source), group in sorted(_grouped(found, lambda one: (one.target, one.source)).items()):
        print(f"  {target:<20}{source:<26}{Hits.of(group)}  (n={len(group)})")
    met = [_show_pooled(target, group) for target, group in sorted(_grouped(found, lambda one: one.target).items())]
    show_calibration([one for one in found if "same" not in one.target])
    baseline = [one for target in ("p01", "p07", "p02") for one in plain_answers(knowledge, questions, target)]
    for target, group in _grouped(baseline, lambda one: one.target).items():
        print(f"trigrams alone, {target:<11}{Hits.of(group)}")
    return all(met)


def measure_mapping_speed(services: Services, gold: Path) -> None:
    """Print how long a thousand distinct names take against P01, together and one by one, and the memory they need."""
    if not gold.is_file():
        print("speed of mappings          not measured: ../shared is absent")
        return
    terms = list(dict.fromkeys(question.term for question in read_gold(gold)))[:_NAMES]
    start, before = time.perf_counter(), _resident()
    services.mapper.map_terms(terms[:1], ["P01"], 5)
    show("first name mapped", f"{time.perf_counter() - start:.2f} s")
    start = time.perf_counter()
    services.mapper.map_terms(terms, ["P01"], 5)
    seconds = time.perf_counter() - start
    _show_text2term(services, [term.long_name or term.local_name for term in terms])
    show(f"map {len(terms)} names to P01", f"{seconds:.2f} s", at_most(seconds, _SECONDS))
    spread = timed(lambda term: services.mapper.map_terms([term], ["P01"], 5), terms)
    show_spread("map a name to P01", spread, _MILLISECONDS)
    grown = _resident() - before
    show("memory of the mapper", f"{grown:.0f} MB", at_most(grown, _MEGABYTES))


def _show_text2term(services: Services, names: Sequence[str]) -> None:
    concepts = services.concepts.every_member("P01")
    labels = ((one.uri, label.text) for one in concepts for label in one.pref_labels[:1])
    seconds = whole_run(labels, names)
    show("text2term: load, fit, map", "not measured: make text2term" if seconds is None else f"{seconds:.2f} s")


def measure_written_set(services: Services, path: Path) -> None:
    """Print hits on a set of our own, such as the French one, by target; its rows taught the model nothing."""
    if not path.is_file():
        print(f"{path.name:<27}not measured: there is none")
        return
    found = _found(services, read_gold(path))
    for target, group in sorted(_grouped(found, lambda one: one.target).items()):
        print(f"{path.name + ' ' + target:<27}{Hits.of(group)}  (n={len(group)})")


def _found(services: Services, questions: Iterable[Question]) -> list[Found]:
    found = []
    for question in questions:
        (answer,) = services.mapper.map_terms([question.term], [question.vocabulary], 50)
        uris = [candidate.uri for candidate in answer.candidates]
        rank = next((place for place, uri in enumerate(uris, 1) if uri in question.answers), 0)
        found.append(Found(question.source, question.vocabulary, rank))
    return found


def measure_units(services: Services, gold: Path) -> None:
    """Print how often the unit that data centres mapped to is found; nothing is learnt for this."""
    if not gold.is_file():
        print("quality of units           not measured: ../shared is absent")
        return
    print(f"units to P06               {Hits.of(_found(services, read_gold(gold, ('P06',))))}")


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def answers(knowledge: Knowledge, scored: Sequence[Scored]) -> list[Found]:
    """Return where the answers stand; for P01 a second time by ``same_quantity``."""
    weights = np.array(calibrate(scored))
    found = []
    for lesson, scores in scored:
        question = lesson.question
        order = best_first(lesson, scores)
        likely = sigmoid(calibration_terms(scores, lesson.matrix) @ weights)
        sure = float(likely[order[0]]) if len(order) else 0.0
        rank = next((place for place, line in enumerate(order, 1) if lesson.right[line]), 0)
        found.append(Found(question.source, question.vocabulary, rank, sure))
        if question.vocabulary == "p01":
            found.append(Found(question.source, "p01 same quantity", _alike(knowledge, lesson, order), sure))
    return found


def plain_answers(knowledge: Knowledge, questions: Iterable[Question], target: str) -> list[Found]:
    """Return where the answers of the plain baseline stand, which reads the long name, else the local name."""
    index = knowledge.indexes[target]
    labels = NgramLabels([next(iter(entry.labels), "") for entry in index.entries])
    found = []
    for question in questions:
        if question.vocabulary == target:
            rows = best_rows(labels.scores(question.term.long_name or question.term.local_name), 50).tolist()
            rank = next((place for place, row in enumerate(rows, 1) if index.uris[row] in question.answers), 0)
            found.append(Found(question.source, target, rank))
    return found


def interval(found: Sequence[Found], measure: Callable[[Sequence[Found]], float]) -> tuple[float, float]:
    """Return the middle 95 % of a measure over samples of whole sources, drawn with replacement."""
    by_source = list(_grouped(found, lambda one: one.source).values())
    draw = random.Random(1)  # noqa: S311 - a sample, not a secret
    values = sorted(measure([one for _ in by_source for one in draw.choice(by_source)]) for _ in range(_SAMPLES))
    return values[int(0.025 * _SAMPLES)], values[int(0.975 * _SAMPLES)]


def show_calibration(found: Sequence[Found]) -> None:
    """Print for each tenth of probability how often the first candidate is right, and the mean distance."""
    bins = _grouped(found, lambda one: min(_BINS - 1, int(one.sure * _BINS)))
    distance = 0.0
    for _, group in sorted(bins.items()):
        said, right = sum(one.sure for one in group) / len(group), Hits.of(group).first
        distance += abs(said - right) * len(group) / len(found)
        print(f"  said {said:.2f}  right {right:.2f}  (n={len(group)})")
    print(f"calibration                mean distance {distance:.3f}")


def _show_pooled(target: str, found: Sequence[Found]) -> bool:
    hits = Hits.of(found)
    first, five = interval(found, lambda some: Hits.of(some).first), interval(found, lambda some: Hits.of(some).five)
    aims = _AIMS[target]
    print(f"{target:<27}{hits}  (n={len(found)})")
    print(f"  h@1 95 % {first[0]:.2f}–{first[1]:.2f} [{at_least(hits.first, aims[0])}]", end="")
    print(f"  h@5 95 % {five[0]:.2f}–{five[1]:.2f} [{at_least(hits.five, aims[1])}]")
    return hits.first >= aims[0] and hits.five >= aims[1]


def _alike(knowledge: Knowledge, lesson: Lesson, order: Ints) -> int:
    index = knowledge.indexes["p01"]
    rows = (index.row_of(uri) for uri in lesson.question.answers)
    wanted = [index.entries[row] for row in rows if row is not None]
    for place, line in enumerate(order.tolist(), 1):
        if lesson.right[line] or any(same_quantity(index.entries[int(lesson.rows[line])], one) for one in wanted):
            return place
    return 0


def _grouped(found: Iterable[Found], key: Callable[[Found], KeyT]) -> Mapping[KeyT, list[Found]]:
    groups: defaultdict[KeyT, list[Found]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    return groups
