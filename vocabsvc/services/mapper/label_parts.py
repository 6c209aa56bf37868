"""What the label of a P01, P02 or P07 concept says, part by part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

_BRACES = re.compile(r"\{([^{}]*)\}")
_PHASE = re.compile(r"\[([^\[\]]*)\]")
_TAXON_CODES = re.compile(r"\((?:ITIS|WoRMS|APHIA)[^()]*\)", re.IGNORECASE)
_METHOD = re.compile(r"(?<!exerted)(?<!caused)(?<!occupied)(?<!covered)(?<!emitted)(?<!taken) by ")
_BASIS = re.compile(r" per unit ((?:wet |dry )?(?:volume|mass|area|weight|length|time))\b(?: of (.*))?$")
_MATRIX = re.compile(
    r" (?:in|of|on|at|above|below|from|exerted by) (?:the |a )?"
    r"((?:water body|water column|water|atmosphere|air|sediment|bed|biota|suspended particulate material|rainwater|"
    r"rain|sea ice|ice|sea water|sea floor|cloud|marine atmosphere|rocks?|interstitial|pore ?water)\b.*)$",
    re.IGNORECASE,
)
_CAS = re.compile(r"\bCAS \d+-\d+-\d+\b")
_CF_AMOUNT = re.compile(r"^(moles|mole_concentration|mass_concentration|volume_fraction|mass_fraction)_of_(.*)$")
_CF_MEDIUM = re.compile(r"^(.*)_(?:in|of|at|on)_((?:sea_water|air|sea_ice|sea_floor|atmosphere|ocean).*)$")


class Part(IntEnum):
    """The part of a label that a word is in; ``OTHER`` are other labels."""

    WHAT = 0
    MATRIX = 1
    PHASE = 2
    METHOD = 3
    ASIDE = 4
    OTHER = 5


@dataclass(frozen=True, slots=True)
class LabelParts:
    """``what`` is measured, in which ``matrix`` on which ``basis`` (``volume``), in which ``phase``, ``method`` how.

    ``aside`` is what stands in braces: formulas, codes and other names of the substance.
    """

    what: str
    matrix: str = ""
    basis: str = ""
    phase: str = ""
    method: str = ""
    aside: str = ""

    def texts(self) -> Sequence[tuple[Part, str]]:
        """Return the parts that are texts."""
        return (
            (Part.WHAT, self.what), (Part.MATRIX, self.matrix), (Part.PHASE, self.phase), (Part.METHOD, self.method),
            (Part.ASIDE, self.aside),
        )  # fmt: skip


def label_parts(label: str) -> LabelParts:
    """Take a label apart; a part that is not found stays empty and its words stay in ``what``."""
    if " " not in label and "_" in label:
        return _standard_name_parts(label)
    aside = " ".join(_CAS.sub("", text) for text in _BRACES.findall(label))
    rest = _TAXON_CODES.sub("", _BRACES.sub("", label))
    phase = " ".join(_PHASE.findall(rest))
    rest = " ".join(_PHASE.sub("", rest).split())
    rest, method = _first_method(rest)
    basis = matrix = ""
    if found := _BASIS.search(rest):
        basis, matrix, rest = found[1], found[2] or "", rest[: found.start()]
    elif found := _MATRIX.search(rest):
        matrix, rest = found[1], rest[: found.start()]
    return LabelParts(rest, matrix, basis, phase, method, " ".join(aside.split()))


def _standard_name_parts(name: str) -> LabelParts:
    medium = _CF_MEDIUM.match(name)
    what, matrix = (medium[1], medium[2]) if medium else (name, "")
    if amount := _CF_AMOUNT.match(what):
        rest, mass = amount[2].removesuffix("_per_unit_mass"), amount[2].endswith("_per_unit_mass")
        basis = "mass" if mass or amount[1] == "mass_fraction" else "volume"
        return LabelParts(f"concentration_of_{rest}", matrix, basis, phase=amount[1])
    return LabelParts(what, matrix)


def _first_method(text: str) -> tuple[str, str]:
    found = _METHOD.search(text)
    return (text[: found.start()], text[found.end() :]) if found else (text, "")
