import json

import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.parameters.reading import read_parameters

VARIABLES = {"TEMP": {"attributes": {"units": "degC", "long_name": "Température"}}, "PRES": {"attributes": {}}}


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"target": "P01", "terms": items}])
def test_lists_and_the_body_of_the_api_are_read(wrap: object) -> None:
    items = [{"local_name": "TEMP", "unité": "°C", "depth": 3}, "PSAL", {"libellé": "Salinité", "depth": None}]
    table = read_parameters(json.dumps(wrap(items)).encode(), "x.json")  # type: ignore[operator] # a function
    assert [(term.local_name, term.long_name, term.unit) for term in table.terms] == [
        ("TEMP", "", "°C"), ("PSAL", "", ""), ("", "Salinité", ""),
    ]  # fmt: skip
    assert table.columns == ("local_name", "unité", "depth", "libellé")
    assert [dict(row.cells)["depth"] for row in table.rows] == ["3", "", ""]


@pytest.mark.parametrize(
    "document",
    [
        {"attributes": {"instrument": "CTD"}, "variables": VARIABLES},
        {"attrs": {"instrument": "CTD"}, "coords": {}, "data_vars": VARIABLES},
        {"attributes": {"instrument": {"type": "char", "data": "CTD"}}, "variables": VARIABLES},
    ],
)
def test_variables_as_netcdf_tools_write_them(document: object) -> None:
    first, second = read_parameters(json.dumps(document).encode(), "x.json").terms
    assert (first.local_name, first.long_name, first.unit, first.instrument) == ("TEMP", "Température", "degC", "CTD")
    assert second.siblings == ("TEMP",)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('[{"local_name": "TEMP"},\n {"local_name" "PSAL"}]', 2, 16),
        ("[" * 100_000, None, None),
        ('{"a":' * 100_000, None, None),
        ("[" + "9" * 10_000 + "]", None, None),
        ('[{"unit": "m", "unit": "km"}]', None, None),
        ('[{"unit": "m"}]', None, None),
        ("[3]", None, None),
        ('{"colour": "red"}', 1, None),
    ],
)
def test_what_is_no_list_of_parameters_is_refused(text: str, line: int | None, column: int | None) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_parameters(text.encode(), "x.json")
    assert (caught.value.line, caught.value.column) == (line, column)
