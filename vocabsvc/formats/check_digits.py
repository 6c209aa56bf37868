"""Identifiers of persons and organisations that prove themselves by check digits."""

import re

_SIXTEEN = re.compile(r"(?<![0-9])([0-9]{4})[ -]?([0-9]{4})[ -]?([0-9]{4})[ -]?([0-9]{3}[0-9Xx])(?![0-9])")
_ROR = re.compile(r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}")
_ROR_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def sixteen_digits(text: str) -> str:
    """Return the sixteen digits of an ORCID or ISNI in groups of four, ``""`` where there are none."""
    found = _SIXTEEN.search(text)
    return "-".join(found.groups()).upper() if found else ""


def is_iso_7064(identifier: str) -> bool:
    """Tell whether the last of the digits is right, by ISO/IEC 7064 MOD 11-2."""
    digits = identifier.replace("-", "").upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return (12 - total % 11) % 11 == (10 if digits[-1] == "X" else int(digits[-1]))


def is_ror(identifier: str) -> bool:
    """Tell whether these nine characters are a ROR identifier: base 32 and two check digits by ISO/IEC 7064."""
    if not _ROR.fullmatch(identifier):
        return False
    number = 0
    for char in identifier[:-2]:
        number = number * 32 + _ROR_DIGITS.index(char)
    return 98 - number * 100 % 97 == int(identifier[-2:])
