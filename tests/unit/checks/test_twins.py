"""The same dataset is judged alike in both ISO encodings."""

import pytest

from tests.cases import load_cases

TWINS = {"iso19139": "iso19115-3", "cmems": "cmems-3"}
CASES = load_cases()


@pytest.mark.parametrize("encoding", TWINS)
def test_what_fires_in_one_encoding_fires_in_the_other(encoding: str) -> None:
    ours, theirs = fired(encoding), fired(TWINS[encoding])
    assert ours == theirs
    assert len(ours) > 5


def fired(encoding: str) -> set[str]:
    """The codes of cases whose results another test holds to their place."""
    return {case.code for case in CASES if case.at and case.encoding == encoding}
