"""Whether a SPARQL text asks another endpoint (SERVICE), whatever way it is cut into tokens.

Grammars are read with and without gaps between tokens: Oxigraph takes ``SERVICEex:a{}`` and ``1e0SERVICE<iri>{}``,
and in ``?a<?b#>`` the sign ``<`` may begin an IRI or compare. So every reading is followed at once, and a text asks
another endpoint where one of them has ``SERVICE [SILENT] name {`` outside strings, IRIs, comments and variables
(https://www.w3.org/TR/sparql11-query/#rServiceGraphPattern). What no grammar reads so is left to the engine.
Each place is visited once: the work is linear in the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_IRI = re.compile(r"<(?:[^<>\"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>")
_LONG = {quote: re.compile(rf"{quote * 3}(?:\\.|[^\\])*?{quote * 3}", re.DOTALL) for quote in "'\""}
_SHORT = {quote: re.compile(rf"{quote}(?:\\.|[^{quote}\\\n\r])*{quote}") for quote in "'\""}
_BAD_ESCAPE = re.compile(r"(?:[^\\]|\\[tbnrf'\"\\])*+\\")
_LETTERS = r"A-Za-z0-9_\x80-\U0010ffff"
_SIGN = {
    "?": re.compile(rf"\?[{_LETTERS}]*"),
    "$": re.compile(rf"\$[{_LETTERS}]*"),
    "@": re.compile(r"@(?:[A-Za-z]+(?:-[A-Za-z0-9]+)*)?"),
}
_RUN = re.compile(rf"(?:[{_LETTERS}.:%-]|\\.)+")
"""Names with their prefixes, keywords, numbers; several of them where nothing parts them."""

_SPACE = re.compile(r"[ \t\r\n]+")
_GRAPH = re.compile(r"(?:GRAPH|FROM|NAMED)[ \t\r\n]+", re.IGNORECASE | re.ASCII)
_SERVICE = re.compile(r"SERVICE", re.IGNORECASE | re.ASCII)
_SILENT = re.compile(r"SILENT", re.IGNORECASE | re.ASCII)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LINE_END = re.compile(r"[\r\n]")
_MAY_SPLIT = re.compile(r"<[^<>]*\\|<[^<>/?#]*(?://[^<>/?#]*)?>|[\ufff0-\uffff]")
"""What can make a prefix and a local name no IRI together: then Oxigraph takes the prefix, and goes on after it."""

_PLAIN, _SERVICE_READ, _NAME_READ = 1, 2, 4
"""How far a reading is: bits, since several meet at one place."""


def asks_elsewhere(text: str) -> bool:
    """Tell whether any reading of a query asks another endpoint.

    A name is taken for a keyword wrongly in one case: ``ex:a.service ?x {`` and ``service:x {`` want a full
    stop before the brace.
    """
    if _read(text):
        return True
    # The grammar has escapes anywhere (§19.2), Oxigraph in strings and IRIs alone.
    return "\\u" in text.lower() and _read(_ESCAPE.sub(_unescaped, text))


def _read(text: str) -> bool:
    return "service" in text.lower() and _Readings(text).ask()


@dataclass(frozen=True, slots=True)
class _Run:
    """Where a run of names ends; where its first and last colon are, and the first dot between; -1 is nowhere."""

    end: int = 0
    colon: int = -1
    dot: int = -1
    last_colon: int = -1


class _Readings:
    """All readings of one text, side by side."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._reached = bytearray(len(text) + 1)
        self._line_ends = [*(found.start() for found in _LINE_END.finditer(text)), len(text)]
        self._splits = _MAY_SPLIT.search(text) is not None
        self._run = _Run()

    def ask(self) -> bool:
        self._reached[0] = _PLAIN
        for place, char in enumerate(self._text):
            states = self._reached[place]
            if not states:
                continue
            if char == "{" and states & _NAME_READ:
                return True
            if char in " \t\r\n#":
                self._reach(self._blank_end(place), states)
                continue
            if states & _PLAIN:
                for end in self._ends(place):
                    self._reach(end, _PLAIN)
            if states & _SERVICE_READ:
                self._read_operand(place)
        return False

    def _reach(self, place: int, states: int) -> None:
        self._reached[place] |= states

    def _blank_end(self, place: int) -> int:
        if self._text[place] == "#":
            return self._line_ends[bisect_left(self._line_ends, place)]
        return _end(_SPACE, self._text, place) or place

    def _ends(self, place: int) -> Iterator[int]:
        """Yield where the tokens that may begin here end."""
        char, text = self._text[place], self._text
        if char in "'\"":
            yield from self._string_ends(place)
        elif char == "<":
            yield from filter(None, (_end(_IRI, text, place), place + 1))
        elif char in _SIGN:
            yield _end(_SIGN[char], text, place) or place + 1
        elif operand := _end(_GRAPH, text, place):
            yield _end(_RUN, text, operand) or operand
        elif char != "\\":  # nothing begins with it
            yield self._names_end(place)

    def _string_ends(self, place: int) -> Iterator[int]:
        quote, text = self._text[place], self._text
        long, short = _end(_LONG[quote], text, place), _end(_SHORT[quote], text, place)
        if long:
            yield long
        if short and not (long and _BAD_ESCAPE.match(text, place, long) is None):
            yield short  # three quotes may be an empty string and the beginning of another where they cannot be one

    def _names_end(self, place: int) -> int:
        if place < self._run.end:
            return self._run.end
        end = _end(_RUN, self._text, place)
        if end is None:
            return place + 1
        run = self._run_to(end, place)
        for found in _SERVICE.finditer(self._text, place, end):
            named = -1 < run.colon < found.start()  # behind the colon: part of a name, with one exception
            if not named or self._splits or -1 < run.dot < found.start():
                self._reach(found.end(), _SERVICE_READ)
        return end

    def _run_to(self, end: int, place: int) -> _Run:
        colon = self._text.find(":", place, end)
        dot = self._text.find(".", colon, end) if colon >= 0 else -1
        self._run = _Run(end, colon, dot, self._text.rfind(":", place, end))
        return self._run

    def _read_operand(self, place: int) -> None:
        char, text = self._text[place], self._text
        if silent := _end(_SILENT, text, place):
            self._reach(silent, _SERVICE_READ)
        end: int | None
        if char == "<":
            end = _end(_IRI, text, place)
        elif char in "?$":
            end = _end(_SIGN[char], text, place)
        else:
            self._names_end(place)
            end = self._run.end if place <= self._run.last_colon else None
        if end:
            self._reach(end, _NAME_READ)


def _end(pattern: re.Pattern[str], text: str, place: int) -> int | None:
    found = pattern.match(text, place)
    return found.end() if found else None


def _unescaped(found: re.Match[str]) -> str:
    number = int(found[1] or found[2], 16)
    return chr(number) if number <= 0x10FFFF else found[0]
