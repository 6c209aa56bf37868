from vocabsvc.model.record import SourceMap

PLACES = SourceMap(
    lines=(1, 2, 3, 4),
    columns=(1, 3, 5, 5),
    parents=(-1, 0, 1, 1),
    positions=(1, 1, 1, 2),
    names=("a:root", "b", "c", "c"),
    ordinals=(0, 0, 1, 2),
)


def test_xpath_counts_only_where_a_name_is_not_alone() -> None:
    assert PLACES.xpath(0) == "/a:root"
    assert PLACES.xpath(3) == "/a:root/b/c[2]"


def test_pointer_is_a_child_sequence() -> None:
    assert PLACES.pointer(0) == "element(/1)"
    assert PLACES.pointer(3) == "element(/1/1/2)"
