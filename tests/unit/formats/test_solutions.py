"""Result documents, whole and in pieces."""

import pytest

from tests.loopback import document
from vocabsvc.formats.solutions import BrokenSolutions, is_whole, read_solutions

WHOLE = document("a", "été", "&lt;/result&gt;")


def texts(*pieces: bytes) -> list[str]:
    return [term.value for (term,) in read_solutions(pieces)]  # type: ignore[union-attr] # all are literals


@pytest.mark.parametrize("size", [1, 2, 17, 100, 10_000])
def test_a_document_is_read_however_it_is_cut(size: int) -> None:
    pieces = [WHOLE[start : start + size] for start in range(0, len(WHOLE), size)]
    assert texts(*pieces) == ["a", "été", "</result>"]


def test_prefixes_and_attributes_do_no_harm() -> None:
    prefixed = WHOLE.replace(b"</", b"</s:").replace(b"<", b"<s:").replace(b"<s:/s:", b"</s:")
    prefixed = prefixed.replace(b"xmlns=", b"xmlns:s=").replace(b"<s:results>", b'<s:results distinct="false">')
    assert texts(prefixed) == ["a", "été", "</result>"]


def test_no_rows_are_no_rows() -> None:
    assert texts(document()) == []
    assert texts(document().replace(b"<results></results>", b"<results/>")) == []


@pytest.mark.parametrize("length", range(0, len(WHOLE), 7))
def test_a_document_that_ends_early_is_never_taken_for_whole(length: int) -> None:
    with pytest.raises(BrokenSolutions):
        texts(WHOLE[:length])
    assert not is_whole(WHOLE[:length])
    assert is_whole(WHOLE + b"\n")


@pytest.mark.parametrize(
    "broken",
    [b"<html/>", WHOLE.replace(b"</literal>", b"", 1), document().replace(b"results", b"boolean"), WHOLE + b"more"],
)
def test_what_is_no_document_of_solutions_is_an_error(broken: bytes) -> None:
    with pytest.raises(BrokenSolutions):
        texts(broken)
