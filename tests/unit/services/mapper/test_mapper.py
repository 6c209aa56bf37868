from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.unit.services.mapper.knowledge import small_mapper
from vocabsvc.errors import InputTooLarge, InvalidRequest, UnknownName
from vocabsvc.model.candidate import LocalTerm, TermKind
from vocabsvc.namespaces import SEMAPV
from vocabsvc.services.mapper.mapper import LONGEST_NAME, MOST_TERMS, Mapper


@pytest.fixture(scope="module")
def mapper(tmp_path_factory: pytest.TempPathFactory) -> Mapper:
    return small_mapper(tmp_path_factory.mktemp("knowledge") / "mapper")


def codes(mapper: Mapper, term: LocalTerm, target: str = "P01") -> list[str]:
    (answer,) = mapper.map_terms([term], [target], 5)
    return [candidate.notation.rpartition(":")[2] for candidate in answer.candidates]


@pytest.mark.parametrize(
    ("term", "code"),
    [
        (LocalTerm("PSAL", "Practical salinity", "psu"), "PSLTZZ01"),
        (LocalTerm("sal", "Salinité pratique"), "PSLTZZ01"),
        (LocalTerm("TEMP", "Sea temperature", "degree_Celsius"), "TEMPPR01"),
        (LocalTerm("TEMPST01"), "TEMPST01"),
        (LocalTerm("DOXY", "Dissolved oxygen", "umol/kg"), "DOXMZZXX"),
        (LocalTerm("DOXY", "Dissolved oxygen", "ml/l"), "DOXYZZXX"),
    ],
)
def test_the_right_concept_comes_first(mapper: Mapper, term: LocalTerm, code: str) -> None:
    assert codes(mapper, term)[0] == code


def test_a_method_that_is_named_wins_over_the_general_code(mapper: Mapper) -> None:
    assert codes(mapper, LocalTerm("x", "Temperature of the water body", "degC"))[0] == "TEMPPR01"
    assert codes(mapper, LocalTerm("x", "Temperature of the water body", "degC", method="CTD"))[0] == "TEMPST01"


def test_groups_are_proposed_too(mapper: Mapper) -> None:
    assert codes(mapper, LocalTerm("DOXY", "Dissolved oxygen", "umol/kg"), "P02")[0] == "DOXY"


def test_the_centres_own_mapping_stands_first_and_its_score_says_so(mapper: Mapper) -> None:
    (answer,) = mapper.map_terms([LocalTerm("t_deep", "Temperature", "degC", centre="Centre")], ["P01"], 5)
    first, *others = answer.candidates
    assert (first.notation, first.score, answer.no_match) == ("SDN:P01::TEMPST01", 0.6, False)
    assert all(one.score < 0.6 for one in others)
    assert first.evidence[0].kind == "published mapping"


def test_published_mappings_are_chained(mapper: Mapper) -> None:
    (answer,) = mapper.map_terms([LocalTerm("hot", centre="centre")], ["P01"], 1)
    (first,) = answer.candidates
    assert (first.notation, first.score) == ("SDN:P01::TEMPPR01", round(0.9 * 0.95, 4))
    assert first.mapping_justification == f"{SEMAPV}MappingChaining"


def test_another_centre_is_not_bound_by_it(mapper: Mapper) -> None:
    (answer,) = mapper.map_terms([LocalTerm("t_deep", "Salinity", centre="other")], ["P01"], 1)
    assert answer.candidates[0].evidence[0].kind != "published mapping"


def test_scores_are_probabilities_in_order_and_every_one_is_explained(mapper: Mapper) -> None:
    (answer,) = mapper.map_terms([LocalTerm("TEMP", "Sea temperature", "degC")], ["P01"], 5)
    scores = [candidate.score for candidate in answer.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert all(candidate.explanation and candidate.evidence for candidate in answer.candidates)


def test_flags_are_answered_as_such(mapper: Mapper) -> None:
    (answer,) = mapper.map_terms([LocalTerm("TEMP_QC", "Quality flag", "1")], ["P01"], 5)
    assert (answer.kind, answer.no_match) == (TermKind.QUALITY_FLAG, True)


def test_what_means_nothing_has_no_match(mapper: Mapper) -> None:
    (answer,) = mapper.map_terms([LocalTerm("zzqqx")], ["P01"], 5)
    assert answer.no_match


def test_answers_come_in_input_order_and_the_limit_cuts(mapper: Mapper) -> None:
    terms = [LocalTerm("PSAL"), LocalTerm("TEMP"), LocalTerm("PSAL")]
    answers = mapper.map_terms(terms, ["p01", "P02"], 2)
    assert [answer.term for answer in answers] == terms
    assert answers[0] is answers[2]
    assert all(len(answer.candidates) <= 2 for answer in answers)


@pytest.mark.parametrize(
    ("terms", "targets", "limit", "error"),
    [
        ([LocalTerm("x")], ["Z"], 1, UnknownName),
        ([LocalTerm("x")], [], 1, InvalidRequest),
        ([LocalTerm(" ", "", "m")], ["P01"], 1, InvalidRequest),
        ([LocalTerm("x")], ["P01"], 0, InvalidRequest),
        ([LocalTerm("x" * (LONGEST_NAME + 1))], ["P01"], 1, InputTooLarge),
        ([LocalTerm("x", method="y" * (LONGEST_NAME + 1))], ["P01"], 1, InputTooLarge),
        ([LocalTerm("x")] * (MOST_TERMS + 1), ["P01"], 1, InputTooLarge),
    ],
)
def test_impossible_questions_are_refused(
    mapper: Mapper, terms: list[LocalTerm], targets: Sequence[str], limit: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        mapper.map_terms(terms, targets, limit)


def test_what_is_written_can_be_read_without_anything_else(tmp_path: Path) -> None:
    assert codes(small_mapper(tmp_path / "mapper"), LocalTerm("PSLTZZ01")) == codes(
        small_mapper(tmp_path / "again"), LocalTerm("PSLTZZ01")
    )
