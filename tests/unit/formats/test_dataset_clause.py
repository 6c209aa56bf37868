"""FROM, wherever it stands."""

import pytest

from vocabsvc.formats.dataset_clause import without_dataset


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM <http://g/1> { ?s ?p ?o }",
        "SELECT * from\n named # one\n <http://g/1>\nFROM ex:g { ?s ?p ?o }",
        "SELECT *FROM<http://g/1>{ ?s ?p ?o }",
    ],
)
def test_the_dataset_is_left_out(text: str) -> None:
    assert "".join(without_dataset(text).split()) == "SELECT*{?s?p?o}"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?from { ?from ?p 'FROM <http://g/>' }",
        'SELECT * { ?s ?p """ " FROM <http://g/> """ } # FROM <http://g/>',
        "PREFIX from: <http://from/> SELECT * { ?s from:x <http://FROM/> , from:FROM }",
        "SELECT * { ?s ?p 'été \\' FROM <http://g/>' }",
    ],
)
def test_what_is_no_clause_stays(text: str) -> None:
    assert without_dataset(text) == text


def test_a_long_hostile_text_takes_no_long_time() -> None:
    for piece in ("FROM ", "FROM #", "FROM # \n", "FROM NAMED ", "'", '"""', "<", "a:", "\\"):
        text = piece * 50_000
        assert len(without_dataset(text)) <= len(text)
