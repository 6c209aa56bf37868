"""Which pieces of a name say which part of a label."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from vocabsvc.model.folding import fold
from vocabsvc.services.mapper.unit_relation import UnitRelation, relate_units
from vocabsvc.services.term_requests.label_lexicon import LabelLexicon, Part, PartUse, Words
from vocabsvc.services.term_requests.places import Matrix, Places, bases_of_unit
from vocabsvc.services.term_requests.segments import Segments

Pieces = frozenset[int]

STATISTICS = {
    "standard deviation": "stdev", "standard error": "error", "uncertainty": "uncertainty", "mean": "mean",
    "median": "median", "maximum": "maximum", "minimum": "minimum", "variance": "variance",
}  # fmt: skip
PHASES = ("dissolved", "particulate", "aerosol")
_MOST_LOOKED_AT = 6
_RARELY = 50
_LEADS_TO_METHOD = frozenset({"by", "par", "using", "(", "via", "avec"})
_OF_SOMETHING = frozenset({"rate", "coefficient", "index", "ratio", "factor", "fraction"})
_NOWHERE: Pieces = frozenset()


@dataclass(frozen=True, slots=True)
class SaidParts:
    """What a name says in the words of P01, and the pieces that say it.

    ``head`` are pieces that name a property which is none of P01's; ``left`` are runs of pieces for nothing.
    """

    pieces: Segments
    property: tuple[PartUse | None, Pieces]
    object: tuple[PartUse | None, Pieces]
    matrix: tuple[Matrix | None, Pieces]
    method: tuple[PartUse | None, Pieces]
    statistic: tuple[str, Pieces]
    phases: tuple[tuple[str, ...], Pieces]
    head: Pieces
    left: tuple[Pieces, ...]


class PartFinder:
    """Finds the wordings of P01 that together say most of a name."""

    def __init__(self, lexicon: LabelLexicon, places: Places) -> None:
        self._lexicon = lexicon
        self._places = places

    def find(self, pieces: Segments, unit: str) -> SaidParts:
        """Return the parts; a property that is never measured in units of this kind is not one of them."""
        free = frozenset(at for at, piece in enumerate(pieces.pieces) if piece.ways and not piece.code)
        words = pieces.words()
        method, by_method = self._method(pieces, free, words)
        free -= by_method
        statistic, by_statistic = _statistic(pieces, free)
        free -= by_statistic
        properties = [
            (use, at)
            for use, at in self._said(Part.PROPERTY, pieces, free - pieces.led_in(), words)
            if measured_in(use, unit)
        ]
        found = [
            (one, at)
            for one in self._places.said(words)[: 2 * _MOST_LOOKED_AT]
            if (at := pieces.saying(one.words[0], free - pieces.led_past()))
        ]
        objects = [
            (use, at)
            for use, at in self._said(Part.OBJECT, pieces, free - pieces.led_in(), words)
            # Water is a substance, too, but hardly ever the one that is meant.
            if not any(where == at and use.count * _RARELY < matrix.count for matrix, where in found)
        ]
        assigned = max(
            (
                (_worth(named, thing, place), named, thing, place)
                for named, thing, place in product(
                    (*properties, (None, _NOWHERE)), (*objects, (None, _NOWHERE)), (*found, (None, _NOWHERE))
                )
                if not (named[1] & thing[1] or named[1] & place[1] or thing[1] & place[1])
            ),
            key=lambda one: one[0],
        )
        _, named, thing, place = assigned
        says_what = named[0] is not None or thing[0] is not None or bool(bases_of_unit(unit))
        if not says_what and not place[1] <= pieces.led_in():  # dynamic atmospheric correction
            place = (None, _NOWHERE)
        free -= named[1] | thing[1] | place[1]
        phases = {
            name: at
            for name in PHASES
            for at in free
            if says_what
            and frozenset({name}) in pieces.pieces[at].ways
            and not {at - 1, at + 1} <= free  # large particulate matter
        }
        free -= frozenset(phases.values())
        head = self._head(pieces, free) if named[0] is None else _NOWHERE
        free -= head
        return SaidParts(
            pieces, named, thing, place, (method, by_method), (statistic, by_statistic),
            (tuple(phases), frozenset(phases.values())), head, tuple(_runs(free)),
        )  # fmt: skip

    def _said(self, part: Part, pieces: Segments, free: Pieces, words: Words) -> Sequence[tuple[PartUse, Pieces]]:
        found: dict[tuple[str, Pieces], tuple[PartUse, Pieces]] = {}
        for use in self._lexicon.among(part, words):
            for way in use.words:
                if at := pieces.saying(way, free):
                    found[use.text, at] = (use, at)
        ordered = sorted(found.values(), key=lambda one: (-len(one[1]), -one[0].count, one[0].text))
        return ordered[:_MOST_LOOKED_AT]

    def _head(self, pieces: Segments, free: Pieces) -> Pieces:
        """Return the head of a run of nouns that names a property: their last in English, their first in French."""
        heads = self._lexicon.property_heads
        for run in _runs(free - pieces.led_in()):
            at = min(run) if pieces.french else max(run)
            if any(way <= heads for way in pieces.pieces[at].ways):
                more = not pieces.french and pieces.pieces[at].text.lower() in _OF_SOMETHING
                return frozenset({at, at - 1} & run) if more else frozenset({at})
        return _NOWHERE

    def _method(self, pieces: Segments, free: Pieces, words: Words) -> tuple[PartUse | None, Pieces]:
        """Return a method that the name leads to, or that it says in several words (*flow cytometry*)."""
        for use, at in self._said(Part.METHOD, pieces, free, words):
            before = fold(pieces.pieces[min(at) - 1].text) if min(at) else ""
            if not use.text.startswith("the ") and before in _LEADS_TO_METHOD:
                return use, at
        return None, _NOWHERE


def measured_in(use: PartUse, unit: str) -> bool:
    """Tell whether labels with this part have units of the kind of ``unit``, or nothing is known of that."""
    if not unit:
        return True
    related = {relate_units(unit, spelled) for spelled in use.tally(lambda one: one.unit) if spelled}
    return not related or bool(related - {UnitRelation.OTHER})


def _worth(
    named: tuple[PartUse | None, Pieces], thing: tuple[PartUse | None, Pieces], place: tuple[Matrix | None, Pieces]
) -> tuple[float, int]:
    worth = float(len(named[1]) + len(thing[1]) + len(place[1]))
    if named[0] is not None and thing[0] is not None:
        worth += 0.4 * any(use.property == named[0].text for use in thing[0].uses)
    if named[0] is not None and place[0] is not None:
        worth += 0.2 * any(use.property == named[0].text for one in place[0].places for use in one.uses)
    # What might be a place is the object where there is no other, and the property rather than the object.
    worth += 0.25 * (thing[0] is not None) + 0.3 * (named[0] is not None)
    return worth, sum(one.count for one in (named[0], thing[0]) if one is not None)


def _statistic(pieces: Segments, free: Pieces) -> tuple[str, Pieces]:
    for name, word in STATISTICS.items():
        for at in sorted(free):
            piece = pieces.pieces[at]
            if frozenset({word}) in piece.ways and (word != "error" or " " in piece.text):  # an error alone is none
                return name, frozenset({at})
    return "", _NOWHERE


def _runs(free: Pieces) -> Iterable[Pieces]:
    """Yield what is left, each time as far as it goes on with nothing between."""
    run: list[int] = []
    for at in sorted(free):
        if run and at != run[-1] + 1:
            yield frozenset(run)
            run = []
        run.append(at)
    if run:
        yield frozenset(run)
