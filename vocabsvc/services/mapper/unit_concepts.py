"""The concepts of P06 that a spelling of a unit may mean, by what they measure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from vocabsvc.formats.unit import Unit, parse_unit
from vocabsvc.model.folding import fold
from vocabsvc.services.mapper.entries import ParameterEntry
from vocabsvc.services.mapper.unit_relation import alternatives, basis_of

UNITS = "p06"


class Closeness(IntEnum):
    """How near a unit is to another."""

    CONVERTIBLE = 1
    SAME_SIZE = 2
    SAME_SYMBOLS = 3
    """``mg/m^3`` and ``milligram m-3``; of the same size only is ``ug/l``."""
    SPELLED = 4


@dataclass(frozen=True, slots=True)
class MatchingUnit:
    """A concept of P06 and how near it is to the unit that was asked for."""

    entry: ParameterEntry
    closeness: Closeness


class UnitConcepts:
    """Finds among entries; deprecated ones are left out. Their spellings are read at the first question."""

    def __init__(self, entries: Iterable[ParameterEntry]) -> None:
        self._entries = [entry for entry in entries if not entry.ref.deprecated]

    def matching(self, text: str) -> Sequence[MatchingUnit]:
        """Return what may be meant, the nearest first, among equals what more concepts are measured in.

        Alternatives are separated by ``|``. Nothing is returned for what is not understood.
        """
        found: dict[str, MatchingUnit] = {}
        for one in (one for spelling in alternatives(text) for one in self._alike(spelling)):
            known = found.get(one.entry.code)
            if known is None or known.closeness < one.closeness:
                found[one.entry.code] = one
        return sorted(found.values(), key=_nearest_first)

    def _alike(self, spelling: str) -> Iterator[MatchingUnit]:
        folded, asked, basis = fold(spelling), parse_unit(spelling), basis_of(spelling)
        for entry in self._by_spelling.get(folded, ()):
            if asked is None or spelling.isupper() or spelling in _spellings(entry) or not _differs(entry, asked):
                yield MatchingUnit(entry, Closeness.SPELLED)
        if asked is None:
            return
        for entry, units in self._read:
            near = (_closeness(asked, unit) for unit, other in units if not basis or other in {basis, ""})
            if closeness := max(filter(None, near), default=None):
                yield MatchingUnit(entry, closeness)

    @cached_property
    def _by_spelling(self) -> Mapping[str, list[ParameterEntry]]:
        found: dict[str, list[ParameterEntry]] = {}
        for entry in self._entries:
            for text in dict.fromkeys(map(fold, _spellings(entry))):
                found.setdefault(text, []).append(entry)
        return found

    @cached_property
    def _read(self) -> Sequence[tuple[ParameterEntry, tuple[tuple[Unit, str], ...]]]:
        return [(entry, tuple(_units(entry))) for entry in self._entries]


def _spellings(entry: ParameterEntry) -> tuple[str, ...]:
    """Return symbols, then names, which are taken for a product now and then."""
    return (*entry.other_labels, *entry.labels)


def _units(entry: ParameterEntry) -> Iterator[tuple[Unit, str]]:
    read = ((parse_unit(text), basis_of(text)) for text in _spellings(entry))
    first = next(((unit, basis) for unit, basis in read if unit), None)
    if first:
        yield first


def _differs(entry: ParameterEntry, asked: Unit) -> bool:
    """Tell whether an entry is another unit but for the case of its letters: ``uM`` and ``um``."""
    return any(unit.dimensions != asked.dimensions for unit, _ in _units(entry))


def _closeness(asked: Unit, unit: Unit) -> Closeness | None:
    if unit.symbols == asked.symbols:
        return Closeness.SAME_SYMBOLS
    if unit.same_size(asked):
        return Closeness.SAME_SIZE
    return Closeness.CONVERTIBLE if unit.converts_to(asked) else None


def _nearest_first(one: MatchingUnit) -> tuple[int, int, int, str]:
    return -one.closeness, -one.entry.inbound, len(one.entry.labels[0]) if one.entry.labels else 0, one.entry.code
