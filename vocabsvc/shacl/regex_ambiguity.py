r"""Regular expressions that would take exponential time.

Python's ``re`` tries every way to match a text before it gives up. Their number grows exponentially exactly where
the position automaton of the expression has a state that one text leads back to along two ways (Weber and Seidl,
On the degree of ambiguity of finite automata, 1991: criterion EDA). That is looked for here, and besides how many
ways there are to match 64 times one character: five loops in a row over the same character are too many, as are
thirty optional ones. Fewer (``\s*.*\s*``) are let through; they take time in a power of the length of the text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from re import _constants as codes  # type: ignore[attr-defined, unused-ignore]
from re import _parser as parser  # type: ignore[attr-defined, unused-ignore]
from typing import Any, Final

from vocabsvc.shacl.regex_automaton import PositionAutomaton

_REPETITIONS: Final = 64
_MOST_WAYS: Final = 100_000
_SAMPLE: Final = "09azAZ_ \t\n\r\x0b\u00a0éßΩжж٣中-.,:;/\\'\"!@#$%&()[]{}<>=+*?^|~`\U0001f30a"


def is_catastrophic(pattern: str, flags: int) -> bool:
    """Return whether some short text makes ``re`` try a number of ways that nobody can wait for.

    Raises:
        re.error: no regular expression.
        TooComplex: it cannot be told in bounded time.
    """
    tree = parser.parse(pattern, flags)
    trees = [tree]
    while trees:
        automaton = PositionAutomaton(trees.pop(), flags | tree.state.flags)
        if _is_exponential(automaton) or _has_many_ways(automaton):
            return True
        trees += automaton.assertions
    return False


def _is_exponential(automaton: PositionAutomaton) -> bool:
    """Return whether one text leads from a state back to it along two ways."""
    for loop in _loops(automaton):
        follow = {state: [after for after in automaton.follow[state] if after in loop] for state in loop}
        if any(automaton.follow[state][after] > 1 for state in loop for after in follow[state]):
            return True
        characters = _characters(automaton, loop)
        found: set[tuple[int, int]] = set()
        waiting = [(state, state) for state in loop]
        while waiting:
            left, right = waiting.pop()
            for one in follow[left]:
                for other in follow[right]:
                    automaton.count(1)
                    if not characters[one] & characters[other]:
                        continue
                    if one == other and left != right:
                        return True
                    pair = (one, other) if one < other else (other, one)
                    if one != other and pair not in found:
                        found.add(pair)
                        waiting.append(pair)
    return False


def _has_many_ways(automaton: PositionAutomaton) -> bool:
    """Return whether some character, written 64 times, can be matched in very many ways."""
    characters = _characters(automaton, range(len(automaton.takes)))
    alike: dict[frozenset[int], None] = {}
    for place in range(max(characters.values(), default=0).bit_length()):
        alike[frozenset(state for state, taken in characters.items() if taken >> place & 1)] = None
    return any(_ways(automaton, states) > _MOST_WAYS for states in alike)


def _ways(automaton: PositionAutomaton, states: frozenset[int]) -> int:
    """Return in how many ways these states alone can be gone through, up to somewhat more than too many."""
    follow = {
        state: [(after, n) for after, n in automaton.follow[state].items() if after in states] for state in states
    }
    if all(len(after) < 2 for after in follow.values()):
        return 1
    ways: Mapping[int, int] = dict.fromkeys(states, 1)
    for _ in range(_REPETITIONS):
        automaton.count(sum(len(follow[state]) for state in ways))
        next_ways: Counter[int] = Counter()
        for state, count in ways.items():
            for after, multiple in follow[state]:
                next_ways[after] += count * multiple
        ways = next_ways
        if sum(ways.values()) > _MOST_WAYS:
            break
    return sum(ways.values())


def _loops(automaton: PositionAutomaton) -> Iterator[frozenset[int]]:
    """Yield the strongly connected states (Tarjan), where there is a way from each to each."""
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    path: list[int] = []
    on_path: set[int] = set()
    for root in range(len(automaton.takes)):
        if root in number:
            continue
        work: list[tuple[int, Iterator[int]]] = [(root, iter(automaton.follow.get(root, ())))]
        number[root] = low[root] = len(number)
        path.append(root)
        on_path.add(root)
        while work:
            state, after = work[-1]
            for other in after:
                if other not in number:
                    number[other] = low[other] = len(number)
                    path.append(other)
                    on_path.add(other)
                    work.append((other, iter(automaton.follow.get(other, ()))))
                    break
                if other in on_path:
                    low[state] = min(low[state], number[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[state])
                if low[state] == number[state]:
                    start = path.index(state)
                    members = frozenset(path[start:])
                    del path[start:]
                    on_path -= members
                    if len(members) > 1 or state in automaton.follow.get(state, ()):
                        yield members


def _characters(automaton: PositionAutomaton, states: Iterable[int]) -> dict[int, int]:
    """Return which of some characters each state takes, as bits; any two that overlap have one in common."""
    kinds = {state: repr(automaton.takes[state]) for state in states}
    taken = {kind: automaton.takes[state] for state, kind in kinds.items()}
    sample = set(_SAMPLE)
    for code, argument in taken.values():
        sample.update(_limits(code, argument))
    if automaton.ignore_case:
        sample |= {form for character in sample for form in character.lower() + character.upper()}
    ordered = sorted(sample)
    automaton.count(len(taken) * len(ordered))
    bits = {
        kind: sum(1 << place for place, character in enumerate(ordered) if _is_taken(automaton, character, *what))
        for kind, what in taken.items()
    }
    return {state: bits[kind] for state, kind in kinds.items()}


def _is_taken(automaton: PositionAutomaton, character: str, code: Any, argument: Any) -> bool:
    if not automaton.ignore_case:
        return _takes(ord(character), code, argument)
    return any(_takes(ord(form), code, argument) for form in (character, character.lower()[0], character.upper()[0]))


_CLASSES: Final = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def _limits(code: Any, argument: Any) -> Iterator[str]:
    if code in {codes.LITERAL, codes.NOT_LITERAL}:
        yield chr(argument)
    elif code is codes.IN:
        for inner, value in argument:
            yield from _limits(inner, value)
    elif code is codes.RANGE:
        yield from map(chr, argument)


def _takes(character: int, code: Any, argument: Any) -> bool:
    if code is codes.ANY:
        return True
    if code is codes.LITERAL:
        return bool(character == argument)
    if code is codes.NOT_LITERAL:
        return bool(character != argument)
    if code is codes.RANGE:
        return bool(argument[0] <= character <= argument[1])
    if code is codes.CATEGORY:
        return re.match(_CLASSES[argument], chr(character)) is not None
    negated = argument[0][0] is codes.NEGATE
    return negated is not any(_takes(character, *item) for item in argument[negated:])
