"""How a P01 label is put together: property, object, place, phase and method, each as it is worded."""

import re
from dataclasses import dataclass

from vocabsvc.services.mapper.label_parts import label_parts

_ASIDE = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|\((?:ITIS|WoRMS|APHIA)[^()]*\)", re.IGNORECASE)
_STATISTIC = re.compile(
    r"^(.+) ((?:combined |expanded )?uncertainty|standard (?:deviation|error)|mean|median|maximum|minimum|variance|"
    r"root mean square|anomaly)$"
)
_PHASE_ENDS = "phase"


@dataclass(frozen=True, slots=True)
class LabelPattern:
    """The parts of a label; together they make it again, but for stages, sexes and sizes of organisms.

    ``object`` keeps formulas, registry numbers and codes of taxa (``chlorophyll-a {chl-a CAS 479-61-8}``).
    ``place`` leads to the matrix: ``per unit volume of the water body``, ``in the atmosphere``.
    """

    property: str
    statistic: str = ""
    object: str = ""
    place: str = ""
    basis: str = ""
    matrix: str = ""
    phase: str = ""
    method: str = ""


def label_pattern(label: str) -> LabelPattern:
    """Take a label apart, see ``label_parts``; a part that is not found stays empty."""
    parts = label_parts(label)
    named, thing = _parted(parts.what)
    place = " ".join(_ASIDE.sub("", label).split()).removeprefix(parts.what).strip()
    if parts.method:
        place = place.removesuffix(parts.method).removesuffix("by ").strip()
    statistic = ""
    if found := _STATISTIC.match(named):
        named, statistic = found[1], found[2]
    return LabelPattern(
        property=named,
        statistic=statistic,
        object=_as_worded(label, parts.what, place) if thing else "",
        place=place if parts.matrix or parts.basis else "",
        basis=parts.basis,
        matrix=parts.matrix,
        phase=parts.phase if parts.phase.endswith(_PHASE_ENDS) else "",
        method=parts.method,
    )


def sentence(pattern: LabelPattern) -> str:
    """Return the label that the parts make."""
    said = (
        pattern.property,
        pattern.statistic,
        f"of {pattern.object}" if pattern.object else "",
        pattern.place,
        f"[{pattern.phase}]" if pattern.phase else "",
        f"by {pattern.method}" if pattern.method else "",
    )
    return " ".join(filter(None, said))


def _parted(what: str) -> tuple[str, str]:
    """Return property and object, divided at the first ``of`` outside parentheses."""
    depth = 0
    for at, char in enumerate(what):
        depth += (char == "(") - (char == ")")
        if depth == 0 and what.startswith(" of ", at):
            return what[:at], what[at + 4 :]
    return what, ""


def _as_worded(label: str, what: str, place: str) -> str:
    """Return the object with all that stands in brackets behind it, but for stages and phases."""
    named, thing = _parted(what)
    start = label.find(" of ", len(named)) + 4
    ends = [label.find(mark, start) for mark in (" [", f" {place}" if place else " by ")]
    worded = label[start : min((end for end in ends if end > start), default=len(label))].strip()
    plain = " ".join(_ASIDE.sub("", worded).split())
    return worded if plain == thing else thing
