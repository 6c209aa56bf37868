"""The phase of what is measured: dissolved, particulate, above or below which filter."""

import re

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.term_request import ComponentKind, ComponentSource, TermComponent
from vocabsvc.services.term_requests.label_lexicon import PartUse
from vocabsvc.services.term_requests.places import parted
from vocabsvc.services.term_requests.said_parts import SaidParts

_USUAL = 0.5
_FEWEST = 3
_MOST_SUGGESTED = 3
_BOTH = "dissolved plus reactive particulate"
_FILTERS = (
    (re.compile(r"\bgf ?/? ?f\b", re.IGNORECASE), "GF/F"),
    (re.compile(r"\b0[.,]2 ?[uµμ]m"), "0.2um"),
    (re.compile(r"\b0[.,]45? ?[uµμ]m"), "0.4/0.45um"),
)


def tells_filter(text: str) -> bool:
    """Tell whether a text names the pores of a filter."""
    return any(pattern.search(text) for pattern, _ in _FILTERS)


def phase_of(
    said: SaidParts, used: PartUse | None, thing: PartUse | None, place: str, term: LocalTerm
) -> TermComponent | None:
    """Return the phase: as told, else open where most labels with this property and place have one, else ``None``."""
    if used is None:
        return None
    names, where = said.phases
    if names:
        if not used.share(lambda use: bool(use.phase)):
            return None
        text = _worded(names, thing, used.text, " ".join((term.long_name, term.method, term.local_name)))
        return TermComponent(ComponentKind.PHASE, text, ComponentSource.WORDED, said.pieces.text(where))
    _, matrix = parted(place)
    alike = [(use, count) for use, count in used.uses.items() if parted(use.place)[1] == matrix]
    total = sum(count for _, count in alike)
    if total < _FEWEST or sum(count for use, count in alike if use.phase) < _USUAL * total:
        return None
    known = (thing or used).tally(lambda use: use.phase if parted(use.place)[1] == matrix else "")
    suggested = tuple(phase for phase, _ in known.most_common(_MOST_SUGGESTED + 1) if phase)[:_MOST_SUGGESTED]
    return TermComponent(ComponentKind.PHASE, "", ComponentSource.OPEN, suggestions=suggested)


def _worded(names: tuple[str, ...], thing: PartUse | None, named: str, text: str) -> str:
    if "aerosol" in names:
        return "aerosol phase"
    if len(names) > 1:
        return f"{_BOTH} phase"
    begins, sign = (_BOTH, "<") if names == ("dissolved",) else ("particulate", ">")
    told = next((name for pattern, name in _FILTERS if pattern.search(text)), "")
    if told:
        return f"{begins} {sign}{told} phase"
    known = thing.tally(lambda use: use.phase if use.property == named else "") if thing else {}
    alike = [phase for phase in known if phase.startswith(begins)]
    return alike[0] if len(alike) == 1 else f"{begins} {sign}unknown phase"
