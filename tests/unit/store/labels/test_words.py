import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.store.labels.words import WordList, write_words

KEYS = [b"air temperature", b"sea surface", b"sea surface temperature", b"temp\xc3\xa9rature_temp\xc3\xa9rature"]


def test_a_part_of_a_word_gives_its_labels_in_order_and_once(tmp_path: Path) -> None:
    write_words(tmp_path / "0", KEYS)
    words = WordList(tmp_path / "0")
    assert list(words.rows_with(b"emperat") or ()) == [0, 2]
    assert list(words.rows_with(b"temp") or ()) == [0, 2, 3]
    assert list(words.rows_with(b"nowhere") or ()) == []


def test_a_part_of_very_many_words_is_left_to_the_labels(tmp_path: Path) -> None:
    write_words(tmp_path / "0", [b"a%d" % number for number in range(100)])
    assert WordList(tmp_path / "0").rows_with(b"a") is None


def test_no_labels_have_no_words(tmp_path: Path) -> None:
    write_words(tmp_path / "0", [])
    assert list(WordList(tmp_path / "0").rows_with(b"a") or ()) == []


@given(st.lists(st.text("ab é", max_size=6), max_size=8), st.text("abé", min_size=1, max_size=2))
def test_they_are_the_labels_that_hold_it(texts: list[str], part: str) -> None:
    keys = [text.encode() for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        write_words(Path(folder) / "0", keys)
        rows = WordList(Path(folder) / "0").rows_with(part.encode())
        assert list(rows or ()) == [row for row, key in enumerate(keys) if part.encode() in key]
