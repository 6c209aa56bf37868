import pytest
from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.formats.accept import preferences


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ()),
        ("fr-FR,fr;q=0.9, en;q=0.8", ("fr-fr", "fr", "en")),
        ("de;q=0.1, FR ; q=0.9", ("fr", "de")),
        ("en;q=0, fr", ("fr",)),
        ("en;q=x, fr;q=nan, br;q=2, oc", ("oc",)),
        ("text/turtle;profile=a;q=0.5, */*;q=0.1", ("text/turtle", "*/*")),
    ],
)
def test_the_best_liked_come_first(header: str, expected: tuple[str, ...]) -> None:
    assert preferences(header) == expected


@given(st.text(max_size=100))
def test_any_header_is_read(header: str) -> None:
    assert all(value == value.strip() for value in preferences(header))
