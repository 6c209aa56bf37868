import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.store.labels.wildcard import Wildcard, label_key

ALPHABET = "ab*é \n"


@given(pattern=st.text(ALPHABET, max_size=8), label=st.text("abé \n", max_size=10))
def test_a_pattern_is_a_regular_expression_with_one_sign(pattern: str, label: str) -> None:
    key = label_key(label)
    meant = b".*".join(re.escape(part) for part in label_key(pattern).split(b"*"))
    assert Wildcard.of(pattern).describes(key) == bool(re.fullmatch(meant, key))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Temp", (b"temp",)),
        (" temp* ", (b"temp", b"")),
        ("***temp***", (b"", b"temp", b"")),
        ("a**b", (b"a", b"b")),
        ("*", (b"", b"")),
        ("", (b"",)),
    ],
)
def test_a_pattern_is_cut_at_its_asterisks(text: str, parts: tuple[bytes, ...]) -> None:
    assert Wildcard.of(text).parts == parts


def test_accents_count_and_their_spelling_does_not() -> None:
    assert label_key("Cafe\u0301") == label_key("CAFÉ") != label_key("cafe")


def test_what_was_cut_off_by_a_faulty_client_can_be_compared() -> None:
    assert label_key("a\ud800b") == b"a?b"


def test_many_asterisks_take_no_longer_than_the_label_is_long() -> None:
    start = time.perf_counter()
    assert not Wildcard.of("*a" * 500 + "*b").describes(b"a" * 10_000)
    assert time.perf_counter() - start < 0.5
