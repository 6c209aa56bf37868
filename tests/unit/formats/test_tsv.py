import pytest

from vocabsvc.formats.tsv import tsv_lines


@pytest.mark.parametrize("text", ["=1+1", "+1", "-999", "@SUM(A1)", "\t=1", "\r=1", '"=1"', "＝1", "  =1"])
def test_no_cell_starts_a_formula(text: str) -> None:
    header, row = tsv_lines(("a", "=b"), [(text, text)])
    cells = row.rstrip("\n").split("\t")
    assert header == "a\t'=b\n"
    assert cells == [f"'{text.strip()}"] * 2


def test_a_row_stays_one_line() -> None:
    assert list(tsv_lines(("a", "b"), [("x\ty", "œ\r\n z")]))[1] == "x y\tœ z\n"
