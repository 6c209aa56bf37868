"""Whatever the bytes, reading a record answers with facts or with a reason, and never otherwise."""

from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.cases import ENCODINGS, clean, shape_files
from vocabsvc.checks.shapes import prepare_shapes
from tests.lifted import read_record
from vocabsvc.errors import UnreadableRecord
from vocabsvc.model.record import RecordGraph
from vocabsvc.services.validation.validation import Validation

LIMIT = 100_000
XML_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=30)


@cache
def validation() -> Validation:
    return Validation(prepare_shapes(shape_files()), LIMIT)


def check(graph: RecordGraph) -> None:
    places = graph.source_map
    assert {len(column) for column in (places.lines, places.columns, places.parents, places.names)} == {
        len(places.positions)
    }
    nodes = graph.elements_of_nodes()
    for fact in graph.facts:
        assert fact.subject in nodes
        assert 0 <= fact.element < len(places.lines)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    with pytest.raises(UnreadableRecord) as caught:
        read_record(data, max_bytes=LIMIT)
    assert caught.value.code in {"STR-01", "STR-02", "STR-03", "STR-04"}
    assert caught.value.line
    assert caught.value.column


@settings(deadline=None)
@given(st.sampled_from(ENCODINGS), st.data())
def test_bytes_changed_at_random(encoding: str, data: st.DataObject) -> None:
    record = bytearray(clean(encoding))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(record)))
        length = data.draw(st.integers(0, 200))
        record[start : start + length] = data.draw(st.binary(max_size=10))
    with suppress(UnreadableRecord):
        check(read_record(bytes(record), max_bytes=LIMIT))


@settings(deadline=None)
@given(st.sampled_from(ENCODINGS), st.data())
def test_elements_deleted_doubled_moved_emptied_or_refilled(encoding: str, data: st.DataObject) -> None:
    root = etree.fromstring(clean(encoding))
    for _ in range(data.draw(st.integers(1, 8))):
        elements = list(root.iter(etree.Element))[1:]
        if elements:
            _damage(data.draw(st.sampled_from(elements)), root, data)
    record = etree.tostring(root)
    check(read_record(record, max_bytes=LIMIT))
    for result in validation().validate(record, ["core"]).reports[0].results:
        assert result.line
        assert result.xpath.startswith("/")


def _damage(element: etree._Element, root: etree._Element, data: st.DataObject) -> None:
    parent = element.getparent()
    assert parent is not None
    match data.draw(st.integers(0, 5)):
        case 0:
            parent.remove(element)
        case 1:
            parent.append(etree.fromstring(etree.tostring(element)))
        case 2:
            parent.remove(element)
            data.draw(st.sampled_from(list(root.iter(etree.Element)))).append(element)
        case 3:
            del element[:]
            element.text = data.draw(XML_TEXT)
        case 4:
            for name in element.keys():  # noqa: SIM118 - not a dict
                element.set(name, data.draw(XML_TEXT))
        case _:
            element.tag = "x"
