import pytest

from vocabsvc.builders.own_lists import own_list, texts_of

LISTS = (
    "code_lists", "countries", "data_formats", "hvd_categories", "inspire_metadata", "languages", "licences",
    "protocols",
)  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_table_is_tidy(name: str) -> None:
    rows = own_list(name)
    assert rows
    for row in rows:
        assert None not in row.values(), row
        for cell in row.values():
            assert cell == " ".join(cell.split()), row
    assert len({tuple(row.values()) for row in rows}) == len(rows)


def test_a_cell_may_hold_several_texts_or_none() -> None:
    assert list(texts_of("CC BY 4.0|CC-BY 4.0")) == ["CC BY 4.0", "CC-BY 4.0"]
    assert list(texts_of("")) == []
