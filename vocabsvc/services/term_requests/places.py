"""Where an amount is, as P01 words it: ``per unit volume of the water body``, ``in the atmosphere``."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vocabsvc.formats.unit import parse_unit
from vocabsvc.services.mapper.unit_relation import basis_of
from vocabsvc.services.term_requests.label_lexicon import LabelLexicon, Part, PartUse, Words
from vocabsvc.services.term_requests.requested_units import spelled_plainly

_PLACE = re.compile(r"^(?:per unit (?P<basis>.+?) of|(?:exerted )?\w+) (?:the |a )?(?P<matrix>.+)$")
_DRY = re.compile(r"\b(?:d\.?w\.?|dry(?: ?(?:weight|wt|mass))?|poids sec|p\.?s\.?)(?!\w)", re.IGNORECASE)
_WET = re.compile(
    r"\b(?:w\.?w\.?|f\.?w\.?|(?:wet|fresh)(?: ?(?:weight|wt|mass))?|poids (?:frais|humide))(?!\w)", re.IGNORECASE
)
_BY_MASS = ("mass", "dry weight", "wet weight", "weight")
_AGREE = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """What P01 calls one matrix (``water body``), with the wordings of the places in it."""

    name: str
    words: tuple[Words, ...]
    places: tuple[PartUse, ...]

    @property
    def count(self) -> int:
        """How many labels have it."""
        return sum(place.count for place in self.places)


class Places:
    """All matrices of the labels."""

    def __init__(self, lexicon: LabelLexicon) -> None:
        by_name: dict[str, list[PartUse]] = defaultdict(list)
        for use in lexicon.uses(Part.PLACE):
            if name := parted(use.text)[1]:
                by_name[name].append(use)
        self._by_name = {name: Matrix(name, uses[0].words, tuple(uses)) for name, uses in by_name.items()}

    def said(self, words: Words) -> list[Matrix]:
        """Return the matrices all of whose words are given, those of most words first."""
        found = [one for one in self._by_name.values() if one.words and one.words[0] <= words]
        return sorted(found, key=lambda one: (-len(one.words[0]), -one.count, one.name))

    def wording(self, matrix: str, basis: str, property_use: PartUse | None) -> str:
        """Return the place in a matrix as labels with the property word it, else as most labels do."""
        known = self._by_name.get(matrix)
        fitting = [use for use in known.places if parted(use.text)[0] == basis] if known else []
        if not fitting:
            return f"per unit {basis} of {matrix}" if basis else f"in {matrix}"
        used = Counter[str]() if property_use is None else property_use.tally(lambda use: use.place)
        return max(fitting, key=lambda use: (used[use.text], use.count, use.text)).text

    def bases(self, matrix: str, allowed: Sequence[str]) -> tuple[str, ...]:
        """Return what amounts in a matrix are related to, the usual first; one alone where nearly all agree."""
        known = self._by_name.get(matrix)
        counted: Counter[str] = Counter()
        for use in known.places if known else ():
            basis = parted(use.text)[0]
            if basis and (not allowed or basis in allowed):
                counted[basis] += use.count
        common = counted.most_common(3)
        if common and common[0][1] >= _AGREE * counted.total():
            return (common[0][0],)
        return tuple(basis for basis, _ in common)


def parted(place: str) -> tuple[str, str]:
    """Return basis and matrix of a place, ``""`` where it has none."""
    found = _PLACE.match(place)
    return (found["basis"] or "", found["matrix"]) if found else ("", "")


def bases_of_unit(unit: str) -> tuple[str, ...]:
    """Return what an amount in this unit may be related to: ``("volume",)``; several where the unit leaves it open."""
    if _DRY.search(unit):
        return ("dry weight",)
    if _WET.search(unit):
        return ("wet weight",)
    basis = basis_of(unit)
    if basis == "mass":
        return _BY_MASS
    if basis:
        return (basis,)
    parsed = parse_unit(spelled_plainly(unit)) if unit else None
    powers = dict(parsed.dimensions) if parsed else {}
    return ("area",) if powers.get("[length]") == -2 and "[time]" not in powers else ()


def matrices(places: Iterable[tuple[str, int]]) -> Counter[str]:
    """Return the matrices of places, by how many labels have them."""
    counted: Counter[str] = Counter()
    for place, count in places:
        if matrix := parted(place)[1]:
            counted[matrix] += count
    return counted
