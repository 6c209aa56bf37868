"""Which literals are well-typed, and their values: XSD 1.1 on the lexical form as written.

https://www.w3.org/TR/rdf11-concepts/#xsd-datatypes lists the types. White space around a number or a date is
not part of any lexical space, so that such a literal is ill-typed. Literals of types that are not listed have
no value, and are taken to be well-typed.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from vocabsvc.shacl import chronology, duration
from vocabsvc.shacl.chronology import Moment
from vocabsvc.shacl.duration import Duration
from vocabsvc.shacl.numeric import BOUNDS, Number, read_decimal, read_double, read_float, read_integer
from vocabsvc.shacl.terms import LANG_STRING, XSD, XSD_STRING, Literal


class Text(NamedTuple):
    """An xsd:string; code points are compared."""

    text: str

    def compare(self, other: "Text") -> int:
        """Return -1, 0 or 1."""
        return (self.text > other.text) - (self.text < other.text)


class Truth(NamedTuple):
    """An xsd:boolean; false is less than true."""

    true: bool

    def compare(self, other: "Truth") -> int:
        """Return -1, 0 or 1."""
        return self.true - other.true


Value: TypeAlias = Number | Moment | Duration | Text | Truth

_NAME_START = (
    ":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = f"{_NAME_START}0-9\\-.\u00b7\u0300-\u036f\u203f-\u2040"
_SIX = "[A-Za-z0-9+/] ?"

_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(form)
    for name, form in {
        "boolean": "true|false|0|1",
        "normalizedString": r"[^\t\n\r]*",
        "token": r"(?:[^\t\n\r ]+(?: [^\t\n\r ]+)*)?",
        "language": "[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
        "Name": f"[{_NAME_START}][{_NAME}]*",
        "NCName": f"(?!:)[{_NAME_START}](?:(?!:)[{_NAME}])*",
        "NMTOKEN": f"[{_NAME}]+",
        "hexBinary": "(?:[0-9a-fA-F]{2})*",
        "base64Binary": (
            f"(?:(?:{_SIX}){{4}})*(?:(?:{_SIX}){{3}}[A-Za-z0-9+/]|(?:{_SIX}){{2}}[AEIMQUYcgkosw048] ?="
            f"|{_SIX}[AQgw] ?= ?=)?"
        ),
    }.items()
}


def _truth(text: str) -> Truth | None:
    return Truth(text in {"true", "1"}) if _FORMS["boolean"].fullmatch(text) else None


_VALUES: Final[Mapping[str, Callable[[str], Value | None]]] = {
    XSD_STRING: Text,
    f"{XSD}boolean": _truth,
    f"{XSD}decimal": read_decimal,
    f"{XSD}double": read_double,
    f"{XSD}float": read_float,
    **{f"{XSD}{name}": partial(read_integer, least=low, greatest=high) for name, (low, high) in BOUNDS.items()},
    **{f"{XSD}{name}": partial(chronology.read_moment, name) for name in chronology.NAMES},
    **{f"{XSD}{name}": partial(duration.read_duration, name) for name in duration.NAMES},
}

_CHECKS: Final[Mapping[str, Callable[[str], object]]] = {
    **_VALUES,
    **{f"{XSD}{name}": form.fullmatch for name, form in _FORMS.items()},
    **{f"{XSD}{name}": partial(chronology.is_moment, name) for name in chronology.NAMES},
    **{f"{XSD}{name}": partial(duration.is_duration, name) for name in duration.NAMES},
}


def value_of(literal: Literal) -> Value | None:
    """Return the value of a literal, ``None`` where it is ill-typed or its type has no order."""
    read = _VALUES.get(literal.datatype)
    return None if read is None else read(literal.lexical)


def lexical_check(datatype: str) -> Callable[[str], object] | None:
    """Return what tells whether a text is in the lexical space of a datatype, ``None`` where every text is.

    What it returns is true or false as a condition.
    """
    return None if datatype == XSD_STRING else _CHECKS.get(datatype)


def is_well_typed(literal: Literal) -> bool:
    """Return whether the lexical form is in the lexical space of the datatype."""
    if literal.datatype == LANG_STRING:
        return bool(literal.lang)
    check = _CHECKS.get(literal.datatype)
    return check is None or bool(check(literal.lexical))


def compare(left: Value | None, right: Value | None) -> int | None:
    """Return -1, 0 or 1, or ``None`` where the two have no order."""
    if left is None or right is None or type(left) is not type(right):
        return None
    return left.compare(right)  # type: ignore[arg-type]  # they are of one type
