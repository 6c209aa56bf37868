"""The unit of a term as candidates in P06."""

import math
from collections.abc import Sequence

from vocabsvc.model.candidate import Candidate, Evidence, LocalTerm
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.namespaces import SEMAPV, SKOS
from vocabsvc.services.mapper.phrases import ENGLISH, FRENCH, Phrases
from vocabsvc.services.mapper.unit_concepts import Closeness, MatchingUnit, UnitConcepts

_LIKELY = {
    Closeness.SPELLED: 0.97,
    Closeness.SAME_SYMBOLS: 0.95,
    Closeness.SAME_SIZE: 0.85,
    Closeness.CONVERTIBLE: 0.1,
}
"""Of the first of its kind; a little over what is right on published links of units, which have mistakes."""
_NEXT = 0.5
"""How likely each further unit of a kind is, compared with the one before."""


def unit_candidates(units: UnitConcepts, term: LocalTerm) -> Sequence[Candidate]:
    """Return what the unit of a term may be, the likeliest first; a term that has none may be a unit itself."""
    texts = [term.unit] if term.unit.strip() else [term.local_name, term.long_name]
    for text in texts:
        if found := units.matching(text):
            return [_candidate(text, one, score) for one, score in zip(found, _scores(found), strict=True)]
    return ()


def _scores(found: Sequence[MatchingUnit]) -> list[float]:
    scores: list[float] = []
    for place, one in enumerate(found):
        again = place > 0 and found[place - 1].closeness is one.closeness
        likely = scores[-1] * _NEXT if again else _LIKELY[one.closeness]
        scores.append(min(likely, 1 - scores[0]) if place else likely)
    return [min(scores[: place + 1]) for place in range(len(scores))]


def _candidate(text: str, found: MatchingUnit, score: float) -> Candidate:
    ref, said, french = (
        found.entry.ref,
        *(_said(found.closeness, one).format(unit=text.strip()) for one in (ENGLISH, FRENCH)),
    )
    exact, lexical = found.closeness > Closeness.CONVERTIBLE, found.closeness is Closeness.SPELLED
    return Candidate(
        uri=ref.uri,
        notation=ref.notation,
        pref_label=choose_label(ref.pref_labels, ()) or LangString(ref.notation),
        score=round(score, 4),
        predicate_id=f"{SKOS}{'exactMatch' if exact else 'relatedMatch'}",
        mapping_justification=f"{SEMAPV}{'LexicalMatching' if lexical else 'CompositeMatching'}",
        explanation=said,
        evidence=(Evidence("unit", said, round(math.log(score / (1 - score)), 2), french),),
    )


def _said(closeness: Closeness, phrases: Phrases) -> str:
    return {
        Closeness.SPELLED: phrases.unit_spelled,
        Closeness.SAME_SYMBOLS: phrases.unit_symbols,
        Closeness.SAME_SIZE: phrases.unit_size,
        Closeness.CONVERTIBLE: phrases.unit_near,
    }[closeness]
