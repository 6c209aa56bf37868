import pytest

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.reading import read_parameters
from vocabsvc.model.candidate import LocalTerm


def test_semicolons_accents_and_other_columns_are_kept() -> None:
    data = "﻿local_name;long_name;station;unit\nTEMP;Température de l'eau;Brest;°C\n\nPSAL;;;\n".encode()
    table = read_parameters(data, "params.csv")
    assert list(table.terms) == [
        LocalTerm("TEMP", "Température de l'eau", "°C", siblings=("PSAL",)),
        LocalTerm("PSAL", siblings=("TEMP",)),
    ]
    assert table.columns == ("local_name", "long_name", "station", "unit")
    assert dict(table.rows[0].cells)["station"] == "Brest"
    assert [row.line for row in table.rows] == [2, 4]


def test_tabs_win_over_commas_inside_cells() -> None:
    (term,) = read_parameters(b"long_name\tunit\nConcentration, total\tmg/l\n", "x.tsv").terms
    assert term.long_name == "Concentration, total"


def test_what_a_french_spreadsheet_saves_is_read() -> None:
    text = (
        "Code;Libellé;Unité;Méthode;Capteur;;\r\nTEMP;Température;°C;;SBE 37;;\r\nCHLA;Chlorophylle a;µg/l;HPLC;;;\r\n"
    )
    first, second = read_parameters(text.encode("cp1252"), "paramètres.csv").terms
    assert (first.local_name, first.long_name, first.unit, first.instrument) == ("TEMP", "Température", "°C", "SBE 37")
    assert (second.unit, second.method) == ("µg/l", "HPLC")


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"colour,unit\nTEMP,degC\n", 1, None),
        (b"local_name,local_name\nTEMP,degC\n", 1, 2),
        (b"local_name,unit\nTEMP\n", 2, None),
        (b"local_name,unit\nTEMP,degC\nPSAL,,1e-3\n", 3, 3),
        (b"local_name,unit\nTEMP,degC\n,degC\n", 3, None),
        ("local_name,unit\nTEMP,°C\nPSAL,".encode() + b"\xe9\n", 3, None),
        (b"local_name,unit\nTEMP,\x81\n", 2, None),
        (b"local_name,unit\nTEMP,\0\n", 2, None),
        (b'local_name,unit\nTEMP,"degC\n', 2, None),
        (b"local_name,unit\nTEMP," + b"x" * 10_001 + b"\n", 2, 2),
        (b"", 1, None),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(data: bytes, line: int, column: int | None) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_parameters(data, "params.csv")
    assert (caught.value.source, caught.value.line, caught.value.column) == ("params.csv", line, column)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (",".join(f"h{number}" for number in range(1_001)).encode(), "1000 columns"),
        (("code" + "".join(f",h{n}" for n in range(999)) + ("\nx" + "," * 999) * 501).encode(), "500000 cells"),
    ],
)
def test_wide_tables_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputTooLarge, match=reason):
        read_parameters(data, "params.csv")
