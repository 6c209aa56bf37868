"""Weighs the evidence for each local term."""

from collections.abc import Sequence
from itertools import chain

from vocabsvc.errors import InputTooLarge, InvalidRequest, UnknownName
from vocabsvc.model.candidate import Candidate, LocalTerm, TermCandidates
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.services.mapper.evidence import Evidence, Proposal

MOST_TERMS = 10_000
MOST_CANDIDATES = 50
LONGEST_NAME = 5000
_DEPRECATED = 0.5
_SECOND_OPINION = 0.5
"""How much of the doubt a second kind of evidence for the same concept takes away."""


class Mapper:
    """Maps terms to the concepts of target vocabularies; ``vocabularies`` are the ids that are loaded."""

    def __init__(self, evidence: Sequence[Evidence], vocabularies: Sequence[str]) -> None:
        self._evidence = evidence
        self._vocabularies = {name.lower() for name in vocabularies}

    def map_terms(self, terms: Sequence[LocalTerm], targets: Sequence[str], limit: int) -> list[TermCandidates]:
        """Return the candidates of each term, in input order; equal terms are worked out once.

        Raises:
            UnknownName: a target that is not loaded.
            InvalidRequest: a term without any name, no target, or an impossible limit.
            InputTooLarge: over ``MOST_TERMS`` terms, ``MOST_CANDIDATES`` or ``LONGEST_NAME``.
        """
        wanted = self._checked_targets(targets)
        _check(terms, limit)
        answers = {term: self._candidates(term, wanted, limit) for term in dict.fromkeys(terms)}
        return [TermCandidates(term, answers[term]) for term in terms]

    def _checked_targets(self, targets: Sequence[str]) -> list[str]:
        wanted = [target.strip().lower() for target in targets if target.strip()]
        if not wanted:
            raise InvalidRequest("name at least one target vocabulary, such as P01")
        for target in wanted:
            if target not in self._vocabularies:
                raise UnknownName(f"unknown vocabulary {target!r}")
        return wanted

    def _candidates(self, term: LocalTerm, targets: Sequence[str], limit: int) -> tuple[Candidate, ...]:
        by_concept: dict[str, list[Proposal]] = {}
        for proposal in chain.from_iterable(one.proposals(term, targets) for one in self._evidence):
            by_concept.setdefault(proposal.concept.uri, []).append(proposal)
        merged = [_merge(proposals) for proposals in by_concept.values()]
        decided = [proposal.score for proposal in merged if proposal.decided]
        # A centre's own mapping stands first however modest its confidence, and the scores say the same.
        ceiling = min(decided, default=1.0) * (0.99 if decided else 1.0)
        candidates = [_candidate(one, 1.0 if one.decided else ceiling) for one in merged]
        return tuple(sorted(candidates, key=lambda one: (-one.score, one.notation, one.uri))[:limit])


def _check(terms: Sequence[LocalTerm], limit: int) -> None:
    if len(terms) > MOST_TERMS:
        raise InputTooLarge(f"one request maps up to {MOST_TERMS} terms")
    if not 1 <= limit <= MOST_CANDIDATES:
        raise InvalidRequest(f"limit is 1 to {MOST_CANDIDATES}")
    for position, term in enumerate(terms, start=1):
        if not (term.local_name.strip() or term.long_name.strip()):
            raise InvalidRequest(f"term {position} has neither local_name nor long_name")
        if max(map(len, (term.local_name, term.long_name, term.unit, term.centre))) > LONGEST_NAME:
            raise InputTooLarge(f"term {position} has a name over {LONGEST_NAME} characters")


def _merge(proposals: Sequence[Proposal]) -> Proposal:
    first, *others = sorted(proposals, key=lambda one: (not one.decided, -one.score))
    if first.decided:
        return first
    score = first.score
    for other in others:
        score += (1 - score) * other.score * _SECOND_OPINION
    if first.concept.deprecated:
        score *= _DEPRECATED
    reasons = dict.fromkeys(one.explanation for one in (first, *others))
    explanation = "; ".join(reasons) + ("; deprecated" if first.concept.deprecated else "")
    return Proposal(first.concept, score, first.predicate_id, first.mapping_justification, explanation)


def _candidate(proposal: Proposal, ceiling: float) -> Candidate:
    concept = proposal.concept
    return Candidate(
        uri=concept.uri,
        notation=concept.notation,
        pref_label=choose_label(concept.pref_labels, ()) or LangString(concept.notation),
        score=round(min(1.0, proposal.score) * ceiling, 4),
        predicate_id=proposal.predicate_id,
        mapping_justification=proposal.mapping_justification,
        explanation=proposal.explanation,
    )
