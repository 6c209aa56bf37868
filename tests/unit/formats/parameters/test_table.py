import pytest

from vocabsvc.errors import InputTooLarge
from vocabsvc.formats.parameters.reading import read_parameters


def csv_of(count: int) -> bytes:
    return b"local_name\n" + b"".join(b"P%d\n" % number for number in range(count))


def test_siblings_are_the_other_names_of_one_data_file() -> None:
    assert [term.siblings for term in read_parameters(b"local_name\nA\nB\nA\n", "x").terms] == [("B",), ("A",), ("B",)]
    assert all(not term.siblings for term in read_parameters(csv_of(101), "x").terms), "a catalogue is no data file"
    assert read_parameters(csv_of(1), "x").terms[0].siblings == ()


def test_what_the_sender_says_does_not_overrule_the_file() -> None:
    table = read_parameters(b"local_name,centre\nA,sismer\nB,\n", "x").told("coriolis", "CTD")
    assert [(term.centre, term.instrument) for term in table.terms] == [("sismer", "CTD"), ("coriolis", "CTD")]


def test_a_file_has_up_to_ten_thousand_parameters() -> None:
    assert len(read_parameters(csv_of(10_000), "x").rows) == 10_000
    with pytest.raises(InputTooLarge, match=r"params\.csv: more than 10000"):
        read_parameters(csv_of(10_001), "params.csv")


def test_what_is_no_text_is_marked() -> None:
    table = read_parameters(b'[{"local_name": "a\\u0000b", "unit": "\\ud800", "\\udfff": "\\u001b[2J"}]', "x")
    assert table.rows[0].cells == (("local_name", "a\ufffdb"), ("unit", "\ufffd"), ("\ufffd", "\ufffd[2J"))
    assert (table.terms[0].local_name, table.terms[0].unit) == ("a\ufffdb", "\ufffd")
