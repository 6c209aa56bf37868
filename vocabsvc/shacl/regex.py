r"""Patterns of sh:pattern: the syntax of XPath (https://www.w3.org/TR/xpath-functions/#regex-syntax) in Python's.

What means something else in Python is translated: ``$`` is the end of the text alone, ``\s`` the four white space
characters of XML, flag ``x`` knows no comments, flag ``q`` takes the pattern literally. Groups of Python that
XPath lacks, such as look-ahead, are let through.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from vocabsvc.shacl.regex_ambiguity import is_catastrophic
from vocabsvc.shacl.regex_automaton import TooComplex

_FLAGS: Final = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}
_SPACE = r" \t\n\r"
_OUTSIDE: Final = {"s": f"[{_SPACE}]", "S": f"[^{_SPACE}]"}
_INSIDE: Final = {"s": _SPACE}
_XML_SCHEMA_ONLY: Final = frozenset("pPiIcC")
_MOST_LENGTH: Final = 50_000


class BadPattern(ValueError):
    """A pattern that cannot be used; its text says why."""


@lru_cache(maxsize=1024)
def compile_pattern(pattern: str, flags: str) -> re.Pattern[str]:
    """Return the expression, whose ``search`` answers as fn:matches does.

    Raises:
        BadPattern: no regular expression, unknown flag, a construct of XPath that Python lacks, or one that takes
            exponential time on some texts.
    """
    unknown = set(flags) - {*_FLAGS, "x", "q"}
    if unknown:
        raise BadPattern(f"unknown flag {min(unknown)!r} of a regular expression")
    if len(pattern) > _MOST_LENGTH:
        raise BadPattern(f"a regular expression of more than {_MOST_LENGTH} characters")
    options = 0
    for flag in flags:
        options |= _FLAGS.get(flag, 0)
    text = re.escape(pattern) if "q" in flags else "".join(_translated(pattern, flags))
    try:
        if is_catastrophic(text, options):
            raise BadPattern(
                f"the regular expression {_shown(pattern)} is catastrophic: some texts can be matched in so many ways "
                "that it takes exponential time"
            )
        return re.compile(text, options)
    except TooComplex as error:
        raise BadPattern(f"the regular expression {_shown(pattern)} is too complex: {error}") from error
    except (re.error, OverflowError) as error:
        raise BadPattern(f"bad regular expression {_shown(pattern)}: {error}") from error
    except RecursionError as error:
        raise BadPattern(f"the regular expression {_shown(pattern)} is nested too deeply") from error


def _shown(pattern: str) -> str:
    return repr(pattern if len(pattern) <= 80 else f"{pattern[:80]}…")


def _translated(pattern: str, flags: str) -> Iterator[str]:
    characters = iter(pattern)
    inside = False
    for character in characters:
        if character == "\\":
            yield _escape(next(characters, ""), inside=inside)
        elif inside:
            inside = character != "]"
            yield f"\\{character}" if character in "[&|~" else character
        elif character == "[":
            inside = True
            yield character
        elif "x" in flags and character in " \t\n\r":
            continue
        else:
            yield r"\Z" if character == "$" and "m" not in flags else character


def _escape(character: str, *, inside: bool) -> str:
    if character in _XML_SCHEMA_ONLY and character:
        raise BadPattern(rf"\{character} in a regular expression is not supported")
    return (_INSIDE if inside else _OUTSIDE).get(character, f"\\{character}")
