"""What search and mapper found, on one scale from 0 to 100."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from vocabsvc.model.candidate import Candidate
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.label import LangString
from vocabsvc.model.match import Context, Hit, MatchKind
from vocabsvc.model.reconciliation import Feature, ReconciliationCandidate

HIGHEST = 100.0
_WHOLE = {"notation": 95.0, "uri": 95.0, "pref_label": 95.0, "alt_label": 90.0, "hidden_label": 88.0}
_OTHER_LABELS = frozenset({"alt_label", "hidden_label"})
_ABBREVIATION = 40.0
"""Centres mean other things by the abbreviations of P01: of them the mapper knows more (``PRES``, ``COD``)."""
_FOLDED = 5.0
"""What signs between the words count: ``umol/l`` is nearer to itself than to ``/umol/l``."""
_TRANSLATED = 75.0
_FORMER = 60.0
_IN_PART = 60.0
_BESIDE_THE_MAPPER = 1.0
"""What search finds beyond what the mapper proposes: it knows better how near words are."""
_CONTRADICTED = 50.0
_SAME_UNIT = 93.0
_SAME_SIZE = 60.0
_SURE = 90.0
_AHEAD = 30.0
_LABEL_AHEAD = 10.0
"""A whole label is no match where the mapper proposes another concept nearly as strongly."""
_CONTRADICTS = -0.3
_OF_DEPRECATED = 0.5
_OF_ANOTHER_TYPE = 0.5
_SPOKEN = ("en", "fr")


@dataclass(slots=True)
class Weighed:
    """A concept under consideration.

    ``whole`` tells that a whole label or code is what was asked, ``literally`` that its signs are the same, too.
    ``proposed`` is the score of the mapper, where it would propose the concept at all.
    """

    concept: ConceptRef
    score: float = 0.0
    identified: bool = False
    whole: bool = False
    literally: bool = False
    contradicted: bool = False
    proposed: float = 0.0
    features: dict[str, float | bool] = field(default_factory=dict)
    reasons: tuple[LangString, ...] = ()
    context: Context = field(default_factory=Context)

    def raise_to(self, score: float) -> None:
        """Count the best of what speaks for the concept."""
        self.score = max(self.score, score)

    def identify(self) -> None:
        """Note that the concept itself was asked for."""
        self.identified = True
        self.features["identifier"] = True
        self.raise_to(HIGHEST)

    def find(self, hit: Hit, text: str, *, beside_mapper: bool) -> None:
        """Note what search found; ``beside_mapper`` where the mapper knows the vocabulary, and found better."""
        match = hit.match
        self.context = hit.context
        self.features["search"] = round(match.score, 4)
        most = _BESIDE_THE_MAPPER if beside_mapper else HIGHEST
        if match.kind not in {MatchKind.EXACT, MatchKind.NOTATION}:
            self.raise_to(min(100 * match.score, _IN_PART, most))
        elif match.via:
            self.features["translated_label"] = True
            self.raise_to(min(_TRANSLATED, most))
        elif match.field not in _WHOLE:
            self.features["former_label"] = True
            self.raise_to(min(_FORMER, most))
        elif beside_mapper and match.field in _OTHER_LABELS and len(fold_words(match.text)) == 1:
            self.features[match.field] = True
            self.raise_to(_ABBREVIATION)
        else:
            self.whole = True
            code = match.kind is MatchKind.NOTATION
            self.literally = code or fold(match.text) == fold(text)
            self.features["notation" if code else match.field] = True
            self.raise_to(_WHOLE[match.field] - (0 if self.literally else _FOLDED))

    def propose(self, candidate: Candidate, *, near_miss: bool) -> None:
        """Note what the mapper proposes; a ``near_miss`` is nothing that it would stand for."""
        self.reasons = tuple(LangString(candidate.spoken(one).explanation, one) for one in _SPOKEN)
        self.features["probability"] = candidate.score
        self.features |= {one.kind.replace(" ", "_"): one.weight for one in candidate.evidence}
        self.proposed = 0.0 if near_miss else 100 * candidate.score
        if any(one.kind == "unit" and one.weight <= _CONTRADICTS for one in candidate.evidence):
            self.contradict()
        self.raise_to(100 * candidate.score)

    def contradict(self) -> None:
        """Note that the unit of the query is of another kind."""
        self.contradicted = True
        self.features["unit_contradicts"] = True

    def measure(self, *, spelled: bool) -> None:
        """Note that the concept is the unit that was asked, or one of its size."""
        self.features["same_unit" if spelled else "same_size"] = True
        self.whole = self.whole or spelled
        self.literally = self.literally or spelled
        self.raise_to(_SAME_UNIT if spelled else _SAME_SIZE)


def ranked(found: Iterable[Weighed], limit: int, *, of_type: bool) -> tuple[ReconciliationCandidate, ...]:
    """Return the best, current ones before deprecated ones but for what was itself asked for; equals as they come.

    Without ``of_type`` they lack the types that a query prefers: all count half, and none is a match.
    """
    every = list(found)
    for one in every:
        if one.contradicted and not one.identified:
            one.score = min(one.score, _CONTRADICTED)
    current = sorted((one for one in every if one.identified or not one.concept.deprecated), key=_order)
    deprecated = sorted((one for one in every if one.concept.deprecated and not one.identified), key=_order)
    floor = current[-1].score if current else HIGHEST
    for one in deprecated:
        one.features["deprecated"] = True
        one.score = min(_OF_DEPRECATED * one.score, floor)
    matched = _matched(current) if of_type else None
    share = 1.0 if of_type else _OF_ANOTHER_TYPE
    return tuple(_candidate(one, share, match=one is matched) for one in (*current, *deprecated)[:limit])


def _order(one: Weighed) -> tuple[bool, float]:
    return not one.identified, -one.score


def _matched(current: list[Weighed]) -> Weighed | None:
    """Return the one that needs no look by a person: it is asked by id, alone has the label, or is likely and ahead."""
    if not current or current[0].concept.deprecated:
        return None
    best = current[0]
    if best.identified:
        return best
    if best.contradicted:
        return None
    others = [one for one in current[1:] if not (best.whole and one.whole)]
    ahead = best.score - max((one.score for one in others), default=0.0)
    if best.whole:
        rivals = [one for one in current[1:] if one.whole and one.literally >= best.literally]
        return best if not rivals and ahead >= _LABEL_AHEAD else None
    return best if best.proposed >= _SURE and ahead >= _AHEAD else None


def _candidate(one: Weighed, share: float, *, match: bool) -> ReconciliationCandidate:
    features = tuple(Feature(name, value) for name, value in one.features.items())
    return ReconciliationCandidate(one.concept, round(share * one.score, 2), match, features, one.reasons, one.context)
