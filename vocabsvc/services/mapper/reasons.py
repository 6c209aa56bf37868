"""Why a concept is proposed: what each sort of evidence adds, in words."""

from collections.abc import Iterable, Sequence

from vocabsvc.model.candidate import Evidence
from vocabsvc.services.mapper.candidate_rows import joined_words
from vocabsvc.services.mapper.features import FEATURES
from vocabsvc.services.mapper.knowledge import Considered
from vocabsvc.services.mapper.reading import Reading
from vocabsvc.services.mapper.target_index import TargetIndex
from vocabsvc.services.mapper.trees import Doubles

_LEAST = 0.05
_MOST_WORDS = 6
_STRUCTURE = (
    "medium",
    "direction",
    "statistic",
    "amount",
    "signal",
    "surface",
    "platform",
    "species",
    "numbers",
    "says",
)
_GENERALITY = (
    "inbound", "deprecated", "general_code", "first_code", "method_words", "what_words", "aside_", "broader_here",
    "phase", "missing_method",
)  # fmt: skip


def _kind(feature: str) -> str:
    if feature.startswith(("unit", "basis")):
        return "unit"
    if feature.startswith("example"):
        return "mapped names"
    if feature.startswith(("votes", "same_code")):
        return "group" if feature.startswith("votes") else "code"
    if feature.startswith(_STRUCTURE):
        return "structure"
    return "generality" if feature.startswith(_GENERALITY) or feature == "aside" else "words"


_KINDS = tuple(dict.fromkeys(map(_kind, FEATURES)))
GROUPS: tuple[tuple[int, ...], ...] = tuple(
    tuple(place for place, name in enumerate(FEATURES) if _kind(name) == kind) for kind in _KINDS
)
"""The places of the features of each sort of evidence."""


class Reasons:
    """Says why, for the candidates of one term in one vocabulary."""

    def __init__(self, index: TargetIndex, considered: Considered, reading: Reading) -> None:
        self._index = index
        self._considered = considered
        self._reading = reading

    def evidence(self, line: int, weights: Doubles) -> tuple[Evidence, ...]:
        """Return the evidence for a candidate, by its line; ``weights`` are by ``GROUPS``."""
        said = (
            Evidence(kind, self._text(kind, line), round(float(weight), 2))
            for kind, weight in zip(_KINDS, weights.tolist(), strict=True)
            if abs(weight) >= _LEAST
        )
        return tuple(sorted((one for one in said if one.text), key=lambda one: -abs(one.weight)))

    def _text(self, kind: str, line: int) -> str:
        texts = {
            "words": self._words, "unit": self._unit, "mapped names": self._names, "group": self._group,
            "code": self._code, "structure": self._structure, "generality": self._generality,
        }  # fmt: skip
        return texts[kind](line)

    def _value(self, line: int, feature: str) -> float:
        return float(self._considered.matrix[line, FEATURES.index(feature)])

    def _words(self, line: int) -> str:
        columns = set(self._index.words_of(self._considered.gathered.rows[line : line + 1])[0].tolist())
        words = joined_words(self._reading)
        met = [word for word in words if self._index.columns.get(word) in columns]
        ordered = sorted(met, key=lambda word: -float(self._index.rarity[self._index.columns[word]]))[:_MOST_WORDS]
        return f"its label has {_listed(ordered)}" if ordered else "its label has none of the words"

    def _unit(self, line: int) -> str:
        unit = self._reading.unit
        if not unit:
            return "no unit is given"
        spelled = next(iter(self._index.entries[int(self._considered.gathered.rows[line])].units), "")
        relation = int(self._value(line, "unit"))
        texts = {
            -1: f"it is measured in {spelled}, and {unit} is of another kind",
            0: f"nothing is known of how {unit} fits",
            1: f"{unit} is of the same kind of concentration as its unit {spelled}",
            2: f"{unit} converts to its unit {spelled}",
            3: f"it is measured in {unit}",
        }
        return texts[relation]

    def _names(self, line: int) -> str:
        neighbours = self._considered.gathered.neighbours.by_row
        found = neighbours.get(int(self._considered.gathered.rows[line]))
        if found is None or found.nearest is None:
            return "no name like this is known to be mapped to it"
        nearest = found.nearest
        name = nearest.term.local_name or nearest.term.long_name
        whose = " through ".join(nearest.origins)
        if nearest.published:
            return f"published mapping of another centre ({whose}): {name}, confidence {nearest.confidence:.2f}"
        return f"{whose} means this by {name}"

    def _group(self, _line: int) -> str:
        return "labels with these words are mostly in its P02 group"

    def _code(self, line: int) -> str:
        return "its code or label is spelled like the name" if self._value(line, "same_code") else ""

    def _structure(self, line: int) -> str:
        clashes = [
            kind for kind in ("medium", "direction", "statistic", "amount") if self._value(line, f"{kind}_clash")
        ]
        if clashes:
            return f"another {_listed(clashes)} is named"
        return "medium, direction, statistic and numbers do not contradict"

    def _generality(self, line: int) -> str:
        if self._value(line, "method_words"):
            return "it names a method"
        return "it is a general code that names no method"


def sentence(evidence: Sequence[Evidence]) -> str:
    """Return the evidence as a sentence, what weighs most first."""
    return "; ".join(f"{one.text} ({one.weight:+.1f})" for one in evidence)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(word.replace("_", " ") for word in words)
