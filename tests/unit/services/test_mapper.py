from collections.abc import Sequence

import pytest

from vocabsvc.errors import InputTooLarge, InvalidRequest, UnknownName
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.services.mapper.evidence import Proposal
from vocabsvc.services.mapper.mapper import LONGEST_NAME, MOST_TERMS, Mapper


def proposal(code: str, score: float, *, decided: bool = False, deprecated: bool = False) -> Proposal:
    concept = ConceptRef(f"http://t/{code}", "T", code, (LangString(f"Étiquette {code}", "fr"),), deprecated)
    return Proposal(concept, score, "skos:closeMatch", "semapv:LexicalMatching", f"because of {code}", decided)


class FakeEvidence:
    def __init__(self, *proposals: Proposal) -> None:
        self.asked = 0
        self._proposals = proposals

    def proposals(self, _term: LocalTerm, _targets: Sequence[str], /) -> Sequence[Proposal]:
        self.asked += 1
        return self._proposals


def codes(*evidence: FakeEvidence, limit: int = 5) -> list[tuple[str, float]]:
    (answer,) = Mapper(evidence, ["T"]).map_terms([LocalTerm("x")], ["t"], limit)
    return [(candidate.notation, candidate.score) for candidate in answer.candidates]


def test_a_decided_mapping_stands_first_and_its_score_says_so() -> None:
    found = codes(FakeEvidence(proposal("A", 0.9), proposal("B", 0.4, decided=True)))
    assert [code for code, _ in found] == ["B", "A"]
    assert found[0][1] == 0.4 > found[1][1]


def test_a_second_opinion_strengthens_and_a_deprecated_concept_loses() -> None:
    alone = dict(codes(FakeEvidence(proposal("A", 0.6))))["A"]
    agreed = dict(codes(FakeEvidence(proposal("A", 0.6)), FakeEvidence(proposal("A", 0.5))))["A"]
    assert alone < agreed < 1
    assert dict(codes(FakeEvidence(proposal("A", 0.6, deprecated=True))))["A"] < alone


def test_the_limit_cuts_and_equal_terms_are_worked_out_once() -> None:
    assert len(codes(FakeEvidence(proposal("A", 0.9), proposal("B", 0.8)), limit=1)) == 1
    evidence = FakeEvidence()
    answers = Mapper([evidence], ["T"]).map_terms([LocalTerm("x")] * 3 + [LocalTerm("y")], ["T"], 1)
    assert (len(answers), evidence.asked) == (4, 2)


@pytest.mark.parametrize(
    ("terms", "targets", "limit", "error"),
    [
        ([LocalTerm("x")], ["Z"], 1, UnknownName),
        ([LocalTerm("x")], [], 1, InvalidRequest),
        ([LocalTerm(" ", "", "m")], ["T"], 1, InvalidRequest),
        ([LocalTerm("x")], ["T"], 0, InvalidRequest),
        ([LocalTerm("x" * (LONGEST_NAME + 1))], ["T"], 1, InputTooLarge),
        ([LocalTerm("x")] * (MOST_TERMS + 1), ["T"], 1, InputTooLarge),
    ],
)
def test_impossible_questions_are_refused(
    terms: list[LocalTerm], targets: list[str], limit: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        Mapper([], ["T"]).map_terms(terms, targets, limit)
