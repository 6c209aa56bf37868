"""Whether two concepts of P01 are the same quantity, measured in another way perhaps."""

import re
from functools import lru_cache

from vocabsvc.services.mapper.entries import ParameterEntry

_BRACES = re.compile(r"\{[^{}]*\}")
_PHASE = re.compile(r"\[([^\[\]]*)\]")
_SCALE = re.compile(r"\((?:ITS-90|IPTS-68|ITS-68|IPTS-48)\)")
_FILTER = re.compile(r"[<>]\S+|\bunknown\b")


def same_quantity(one: ParameterEntry, other: ParameterEntry) -> bool:
    """Compare P02 parent, then property, substance and matrix, then phase, as the labels say them.

    What follows the last " by " and the scale of a temperature does not count; in a phase, sizes of filters and
    "unknown" stand for anything.
    """
    if one.groups[:1] != other.groups[:1]:
        return False
    (what, phase), (other_what, other_phase) = _said(one.labels[0]), _said(other.labels[0])
    return what == other_what and (phase == other_phase or not (phase and other_phase))


@lru_cache(4096)
def _said(label: str) -> tuple[str, str]:
    rest = _BRACES.sub("", label)
    at = rest.rfind(" by ")
    if at > 0 and not rest[:at].endswith("exerted"):
        rest = rest[:at]
    phase = " ".join(_PHASE.findall(rest))
    what = _SCALE.sub("", _PHASE.sub("", rest))
    known = " ".join(_FILTER.sub("", phase).replace("phase", "").split())
    return " ".join(what.lower().split()), known
