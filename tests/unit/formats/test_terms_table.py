import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.terms_table import read_terms_table
from vocabsvc.model.candidate import LocalTerm


def test_semicolons_accents_and_other_columns_are_kept() -> None:
    data = "﻿local_name;long_name;station;unit\nTEMP;Température de l'eau;Brest;°C\n\nPSAL;;;\n".encode()
    rows = read_terms_table(data, "params.csv")
    assert [row.term for row in rows] == [
        LocalTerm("TEMP", "Température de l'eau", "°C", ""),
        LocalTerm("PSAL", "", "", ""),
    ]
    assert rows[0].cells == (
        ("local_name", "TEMP"),
        ("long_name", "Température de l'eau"),
        ("station", "Brest"),
        ("unit", "°C"),
    )


def test_tabs_win_over_commas_inside_cells() -> None:
    (row,) = read_terms_table(b"long_name\tunit\nConcentration, total\tmg/l\n", "x.tsv")
    assert row.term.long_name == "Concentration, total"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"name,unit\nTEMP,degC\n", 1),
        (b"local_name,local_name\nTEMP,degC\n", 1),
        (b"local_name,unit\nTEMP\n", 2),
        (b"local_name,unit\nTEMP,degC\n,degC\n", 3),
        (b"local_name,unit\nTEMP,degC\nPSAL,\xe9\n", 3),
        (b'local_name,unit\nTEMP,"degC\n', 2),
        (b"", 1),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_terms_table(data, "params.csv")
    assert (caught.value.source, caught.value.line) == ("params.csv", line)
