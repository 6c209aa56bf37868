import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.decisions import ROW
from vocabsvc.model.decision import CuratedMapping, MappingStatus
from vocabsvc.services.curation.filters import MappingFilter

MAPPING = CuratedMapping("m1", "testcentre", MappingStatus.PROPOSED, ROW)


@pytest.mark.parametrize(
    ("asked", "passes"),
    [
        (MappingFilter(), True),
        (MappingFilter(status=MappingStatus.PROPOSED), True),
        (MappingFilter(status=MappingStatus.ACCEPTED), False),
        (MappingFilter(subject="seau_t"), True),
        (MappingFilter(subject="https://hub.example/id/testcentre/1/"), True),
        (MappingFilter(subject="1"), True),
        (MappingFilter(subject="2"), False),
        (MappingFilter(object="SALTX01"), True),
        (MappingFilter(object="T01:SALTX01"), True),
        (MappingFilter(object="T02:SALTX01"), False),
        (MappingFilter(object="salinite du bassin d’essai"), True),
        (MappingFilter(object="salinite"), False),
        (MappingFilter(subject="1", object="nichts"), False),
    ],
)
def test_a_mapping_passes_or_not(asked: MappingFilter, passes: object) -> None:
    assert asked.passes(MAPPING) is passes


@given(st.text(max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    assert MappingFilter(subject=text).passes(MAPPING) in {True, False}
