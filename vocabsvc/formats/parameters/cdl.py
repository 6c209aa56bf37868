"""CDL, the text form of a NetCDF header as ``ncdump -h`` writes it (NetCDF User's Guide, appendix CDL)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.variables import Variable

BEGINNING = re.compile(r"(?:\s|//[^\n]*\n)*netcdf\s+[^{}\n]{1,500}\{")

_TOKEN = re.compile(
    r'\s+|//[^\n]*|(?P<text>"(?:[^"\\]++|\\.)*+")|(?P<word>(?:\\.|[^\s;:=,(){}"\\]++)++)|(?P<sign>[;:=,(){}])'
)
_ESCAPED = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " ", "v": " ", "a": " ", "0": ""}
_SECTIONS = {"types", "dimensions", "variables", "data"}
_TEXT_TYPES = {"string", "char"}
_MOST_TOKENS = 500_000
_DEEPEST = 50

Token = tuple[str, str]
"""``text``, ``word`` or ``sign``, and what it says."""


def read_cdl(text: str, name: str) -> tuple[list[Variable], dict[str, str]]:
    """Return the variables and the file's own attributes; those of a group's data section are passed over.

    Raises:
        UnreadableInput: not CDL, with the line.
        InputTooLarge: over half a million words.
    """
    return _Reader(text, name).read()


@dataclass(slots=True)
class _Group:
    path: str = ""
    section: str = ""
    variables: dict[str, dict[str, str]] = field(default_factory=dict)


class _Reader:
    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._at = 0
        self._attributes: dict[str, str] = {}
        self._found: list[Variable] = []

    def read(self) -> tuple[list[Variable], dict[str, str]]:
        beginning = BEGINNING.match(self._text)
        if beginning is None:
            raise self._refusal("no “netcdf name {”")
        self._at = beginning.end()
        groups = [_Group()]
        for statement, ending in self._statements():
            group = groups[-1]
            if ending == "{":
                if len(groups) > _DEEPEST:
                    raise self._refusal(f"groups nested deeper than {_DEEPEST}")
                groups.append(_Group(f"{group.path}/{_group_name(statement)}"))
            elif ending == "}":
                self._close(groups.pop())
                if not groups:
                    return self._found, self._attributes
            elif ending == ":":
                group.section = statement[0][1]
            elif group.section != "data":
                self._state(group, statement)
        raise self._refusal("it ends before the last }")

    def _statements(self) -> Iterator[tuple[list[Token], str]]:
        """Yield each statement with what ends it: ``;``, ``{`` of a group, ``}``, or ``:`` after a section's name."""
        statement: list[Token] = []
        depth = 0  # of the braces in a type (``byte enum flag_t {…}``) or in a value of one
        for kind, written in self._tokens():
            if kind == "sign" and written in {"{", "}", ";"} and (depth or _opens_type(statement, written)):
                depth += {"{": 1, "}": -1}.get(written, 0)
                statement.append((kind, written))
            elif (kind == "sign" and written in {"{", "}", ";"}) or self._ends_section(statement, written):
                yield statement, written
                statement = []
            else:
                statement.append((kind, written))

    def _ends_section(self, statement: list[Token], written: str) -> bool:
        # ``data:units`` would be an attribute of a variable data
        named = written == ":" and len(statement) == 1 and statement[0][1] in _SECTIONS
        return named and not self._text[self._at : self._at + 1].strip()

    def _tokens(self) -> Iterator[Token]:
        count = 0
        while self._at < len(self._text):
            match = _TOKEN.match(self._text, self._at)
            if match is None:
                raise self._refusal("a text that does not end" if self._text[self._at] == '"' else "an unexpected sign")
            self._at = match.end()
            if match.lastgroup:
                count += 1
                if count > _MOST_TOKENS:
                    raise InputTooLarge(f"{self._name}: over {_MOST_TOKENS} words; give the header only (ncdump -h)")
                yield match.lastgroup, match.group()

    def _state(self, group: _Group, statement: list[Token]) -> None:
        signs = [written if kind == "sign" else "" for kind, written in statement]
        if ":" in signs[:3] and "=" in signs:
            colon, equals = signs.index(":"), signs.index("=")
            owner = _unescaped(statement[colon - 1][1]) if colon else ""
            owner = "" if owner in _TEXT_TYPES and colon == 1 else owner
            if equals != colon + 2:
                raise self._refusal("an attribute without a name")
            text = _value(statement[equals + 1 :], is_list=statement[0][1] == "string")
            self._put(group, owner, _unescaped(statement[colon + 1][1]), text)
        elif group.section == "variables":
            self._declare(group, statement)

    def _declare(self, group: _Group, statement: list[Token]) -> None:
        inside, wanted = False, True
        for kind, written in statement[1:]:  # the first is the type
            if kind == "word" and wanted and not inside:
                group.variables.setdefault(_unescaped(written), {})
                wanted = False
            elif written in {"(", ")"}:
                inside = written == "("
            elif written == "," and not inside:
                wanted = True

    def _put(self, group: _Group, owner: str, attribute: str, text: str) -> None:
        if not owner and not group.path:
            self._attributes[attribute] = text
        elif owner in group.variables:
            group.variables[owner][attribute] = text

    def _close(self, group: _Group) -> None:
        found = [Variable(name, attributes, group.path) for name, attributes in group.variables.items()]
        if group.path:
            self._found += found
        else:
            self._found[:0] = found

    def _refusal(self, reason: str) -> UnreadableInput:
        line = self._text.count("\n", 0, self._at) + 1
        return UnreadableInput(f"not CDL: {reason}", self._name, line)


def _opens_type(statement: list[Token], written: str) -> bool:
    return written == "{" and not (statement and statement[0][1] == "group")


def _group_name(statement: list[Token]) -> str:
    return _unescaped(statement[-1][1]) if statement else ""


def _value(tokens: list[Token], *, is_list: bool) -> str:
    """Return the text of an attribute; texts of one char attribute belong together, others are a list."""
    texts = [_unescaped(written[1:-1]) for kind, written in tokens if kind == "text"]
    return (", " if is_list else "").join(texts)


def _unescaped(text: str) -> str:
    def meant(match: re.Match[str]) -> str:
        octal, hexadecimal, sign = match.groups()
        if octal or hexadecimal:
            return chr(int(octal, 8) if octal else int(hexadecimal, 16)).replace("\0", "")
        return _SIGNS.get(sign, sign)

    return _ESCAPED.sub(meant, text) if "\\" in text else text
