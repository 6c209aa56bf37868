"""The position automaton (Glushkov) of a regular expression of Python."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from re import _constants as codes  # type: ignore[attr-defined, unused-ignore]
from typing import Any, Final, NamedTuple

_MOST_POSITIONS: Final = 10_000
_MOST_COPIES: Final = 200  # positions that a counted repeat is written out to; beyond, it counts as endless
_MOST_STEPS: Final = 400_000

_CHARACTERS: Final = frozenset({codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN})
_REPEATS: Final = frozenset({codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT})
_ASSERTIONS: Final = frozenset({codes.ASSERT, codes.ASSERT_NOT})


class TooComplex(ValueError):
    """An expression too large to be checked in bounded time."""


class Part(NamedTuple):
    """What a part of the expression can begin and end with, and in how many ways; in how many it can be ``empty``."""

    first: Counter[int]
    last: Counter[int]
    empty: int


_EMPTY: Final = Part(Counter(), Counter(), 1)


class PositionAutomaton:
    """One state for each place of a character.

    ``takes`` has the characters of each state as the parser gives them, ``follow`` in how many ways one state comes
    after another. ``assertions`` are the expressions of look-around, which are automata of their own.
    """

    def __init__(self, tree: Iterable[tuple[Any, Any]], flags: int) -> None:
        self.ignore_case = bool(flags & re.IGNORECASE)
        self.takes: list[tuple[Any, Any]] = []
        self.follow: dict[int, Counter[int]] = defaultdict(Counter)
        self.assertions: list[Any] = []
        self._steps = 0
        self._sequence(tree)

    def count(self, steps: int) -> None:
        """Count steps of work.

        Raises:
            TooComplex: there were too many.
        """
        self._steps += steps
        if self._steps > _MOST_STEPS:
            raise TooComplex("too many ways to compare")

    def _sequence(self, tree: Iterable[tuple[Any, Any]]) -> Part:
        whole = _EMPTY
        for code, argument in tree:
            whole = self._then(whole, self._part(code, argument))
        return whole

    def _part(self, code: Any, argument: Any) -> Part:
        if code in _CHARACTERS:
            return self._position(code, argument)
        if code in _REPEATS:
            return self._repeat(*argument)
        if code in _ASSERTIONS:
            self.assertions.append(argument[1])
        if code in _ASSERTIONS or code is codes.AT:
            return _EMPTY
        return self._group(code, argument)

    def _group(self, code: Any, argument: Any) -> Part:
        if code is codes.SUBPATTERN:
            self.ignore_case |= bool(argument[1] & re.IGNORECASE)
            return self._sequence(argument[3])
        if code is codes.ATOMIC_GROUP:
            return self._sequence(argument)
        if code is codes.BRANCH:
            return self._either([self._sequence(branch) for branch in argument[1]])
        if code is codes.GROUPREF_EXISTS:
            return self._either([self._sequence(branch or ()) for branch in argument[1:]])
        # A reference back to a group: any text.
        return self._repeat(0, codes.MAXREPEAT, [(codes.ANY, None)])

    def _position(self, code: Any, argument: Any) -> Part:
        number = len(self.takes)
        if number >= _MOST_POSITIONS:
            raise TooComplex(f"more than {_MOST_POSITIONS} characters")
        self.takes.append((code, argument))
        return Part(Counter([number]), Counter([number]), 0)

    def _then(self, left: Part, right: Part) -> Part:
        self._connect(left.last, right.first)
        return Part(
            self._both(left.first, right.first, left.empty),
            self._both(right.last, left.last, right.empty),
            left.empty * right.empty,
        )

    def _both(self, one: Counter[int], other: Counter[int], ways: int) -> Counter[int]:
        """Return the one, and the other as well in so many ways as what is between can be empty."""
        if not ways:
            return one
        self.count(len(one) + len(other))
        return one + _times(other, ways)

    def _either(self, parts: Sequence[Part]) -> Part:
        whole = Part(Counter(), Counter(), sum(part.empty for part in parts))
        for part in parts:
            whole.first.update(part.first)
            whole.last.update(part.last)
        return whole

    def _repeat(self, least: int, most: Any, tree: Any) -> Part:
        before = len(self.takes)
        part = self._sequence(tree)
        size = len(self.takes) - before
        if not size and least > 1:
            raise TooComplex("what is repeated has no characters")
        if size and most is not codes.MAXREPEAT and size * most <= _MOST_COPIES:
            return self._copies(part, least, int(most), tree)
        self._connect(part.last, part.first)
        return _repeated(part, least)

    def _copies(self, part: Part, least: int, most: int, tree: Any) -> Part:
        copies = [part, *(self._sequence(tree) for _ in range(1, most))][:most]
        whole = _EMPTY
        for number, copy in reversed(list(enumerate(copies))):
            # What comes after a copy stands inside it, as in (a(a)?)?: so there is one way to match a number of them.
            whole = self._then(copy, whole)
            if number >= least:
                whole = whole._replace(empty=whole.empty + 1)
        return whole

    def _connect(self, left: Counter[int], right: Counter[int]) -> None:
        self.count(len(left) * len(right))
        for one, ways in left.items():
            after = self.follow[one]
            for other, others in right.items():
                after[other] += ways * others


def _repeated(part: Part, least: int) -> Part:
    """Return an endless repeat, whose end is tied to its beginning.

    ``re`` tries one round more that matches nothing, where one can: it is another way to match the same text.
    """
    more = 1 + part.empty
    if least:
        return Part(_times(part.first, more), _times(part.last, more), part.empty * more)
    return Part(part.first, _times(part.last, more), more)


def _times(states: Counter[int], ways: int) -> Counter[int]:
    return states if ways == 1 else Counter({state: count * ways for state, count in states.items()})
