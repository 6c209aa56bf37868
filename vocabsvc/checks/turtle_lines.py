"""Where a term stands in a Turtle file, for those who repair it: a graph knows nothing of lines."""

import re
from collections.abc import Iterator, Sequence

from vocabsvc.shacl.errors import IllFormedShapes, Problem
from vocabsvc.shacl.terms import Term, is_iri

_TOKEN = re.compile(
    r'"""(?P<long>(?:[^"\\]|\\.|"(?!""))*)"""'
    r"|'''(?P<quoted>(?:[^'\\]|\\.|'(?!''))*)'''"
    r'|"(?P<short>(?:[^"\\\n]|\\.)*)"'
    r"|'(?P<single>(?:[^'\\\n]|\\.)*)'"
    r"|<(?P<iri>[^<>\s]*)>"
    r"|\#[^\n]*"
    r"|(?P<prefix>[\w-]*):(?P<local>[\w-]*(?:\.+[\w-]+)*)",
    re.DOTALL,
)
_PREFIX = re.compile(r"@?prefix\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def describe(error: IllFormedShapes, files: Sequence[tuple[str, bytes]]) -> str:
    """Return what is wrong, each problem after the file and line of what is at fault, where they can be found."""
    texts = [(name, data.decode("utf-8", "replace")) for name, data in files]
    return "; ".join(f"{_place(problem, texts)}{problem}" for problem in error.problems)


def _place(problem: Problem, texts: Sequence[tuple[str, str]]) -> str:
    for term in (problem.term, problem.node):
        for name, text in texts:
            line = None if term is None else line_of(text, term)
            if line is not None:
                return f"{name}:{line}: "
    return ""


def line_of(text: str, term: Term) -> int | None:
    """Return the line, from 1, where an IRI or a literal of that text is first written, ``None`` if it is not."""
    wanted = term if isinstance(term, str) else term.lexical
    written = _iris(text) if isinstance(term, str) and is_iri(term) else _texts(text)
    found = next((place for place, said in written if said == wanted), None)
    return None if found is None else text.count("\n", 0, found) + 1


def _texts(text: str) -> Iterator[tuple[int, str]]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup in {"long", "quoted", "short", "single"}:
            yield match.start(), _ESCAPE.sub(_unescaped, match[match.lastgroup])


def _iris(text: str) -> Iterator[tuple[int, str]]:
    namespaces = dict(_PREFIX.findall(text))
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "iri":
            yield match.start(), match["iri"]
        elif match["local"] and match["prefix"] in namespaces:
            yield match.start(), namespaces[match["prefix"]] + match["local"]


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else _PLAIN.get(code, code)
