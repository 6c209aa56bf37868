"""Why a concept is proposed: what each sort of evidence adds, in words."""

from collections.abc import Iterable

from vocabsvc.model.candidate import Evidence
from vocabsvc.services.mapper.candidate_rows import joined_words
from vocabsvc.services.mapper.features import FEATURES
from vocabsvc.services.mapper.knowledge import Considered
from vocabsvc.services.mapper.phrases import ENGLISH, FRENCH, Phrases
from vocabsvc.services.mapper.reading import Reading
from vocabsvc.services.mapper.target_index import TargetIndex
from vocabsvc.services.mapper.trees import Doubles
from vocabsvc.services.mapper.unit_relation import UnitRelation

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
        heavy = [
            (kind, round(weight, 2))
            for kind, weight in zip(_KINDS, weights.tolist(), strict=True)
            if abs(weight) >= _LEAST
        ]
        said = (
            Evidence(kind, self._text(kind, line, ENGLISH), weight, self._text(kind, line, FRENCH))
            for kind, weight in heavy
        )
        return tuple(sorted((one for one in said if one.text), key=lambda one: -abs(one.weight)))

    def _text(self, kind: str, line: int, said: Phrases) -> str:
        texts = {
            "words": self._words, "unit": self._unit, "mapped names": self._names, "group": self._group,
            "code": self._code, "structure": self._structure, "generality": self._generality,
        }  # fmt: skip
        return texts[kind](line, said)

    def _value(self, line: int, feature: str) -> float:
        return float(self._considered.matrix[line, FEATURES.index(feature)])

    def _words(self, line: int, said: Phrases) -> str:
        columns = set(self._index.words_of(self._considered.gathered.rows[line : line + 1])[0].tolist())
        words = joined_words(self._reading)
        met = [word for word in words if self._index.columns.get(word) in columns]
        ordered = sorted(met, key=lambda word: -float(self._index.rarity[self._index.columns[word]]))[:_MOST_WORDS]
        return said.words.format(words=_listed(ordered)) if ordered else said.no_words

    def _unit(self, line: int, said: Phrases) -> str:
        unit = self._reading.unit
        if not unit:
            return said.no_unit
        spelled = next(iter(self._index.entries[int(self._considered.gathered.rows[line])].units), "")
        related = {
            UnitRelation.OTHER: said.unit_other,
            UnitRelation.UNKNOWN: said.unit_unknown,
            UnitRelation.AMOUNT: said.unit_amount,
            UnitRelation.CONVERTIBLE: said.unit_converts,
            UnitRelation.SAME: said.unit_same,
        }
        return related[UnitRelation(int(self._value(line, "unit")))].format(unit=unit, spelled=spelled)

    def _names(self, line: int, said: Phrases) -> str:
        neighbours = self._considered.gathered.neighbours.by_row
        found = neighbours.get(int(self._considered.gathered.rows[line]))
        if found is None or found.nearest is None:
            return said.no_name
        nearest = found.nearest
        name, whose = nearest.term.local_name or nearest.term.long_name, said.through.join(nearest.origins)
        phrase = said.published if nearest.published else said.means
        return phrase.format(whose=whose, name=name, confidence=nearest.confidence)

    def _group(self, _line: int, said: Phrases) -> str:
        return said.group

    def _code(self, line: int, said: Phrases) -> str:
        return said.code if self._value(line, "same_code") else ""

    def _structure(self, line: int, said: Phrases) -> str:
        clashes = [name for kind, name in said.clashing.items() if self._value(line, f"{kind}_clash")]
        return said.clash.format(kinds=_listed(clashes)) if clashes else said.no_clash

    def _generality(self, line: int, said: Phrases) -> str:
        return said.method if self._value(line, "method_words") else said.general


def _listed(words: Iterable[str]) -> str:
    return ", ".join(word.replace("_", " ") for word in words)
