"""Whatever the bytes, reading a record answers with facts or with a reason, and never otherwise."""

from contextlib import suppress
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.cases import CLEAN, ENCODINGS, clean, shape_files
from tests.edits import edited, find
from tests.examples import examples
from tests.lifted import read_record
from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.reports.writing import ReportForm, write_reports
from vocabsvc.model.record import FactIndex, RecordGraph
from vocabsvc.model.report import FileReport, ValidationReport
from vocabsvc.schemas.reports import ReportOut
from vocabsvc.services.validation.validation import Validation

pytestmark = pytest.mark.no_cover  # other tests run the same lines

LIMIT = 200_000
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
XML_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=30)


@cache
def validation() -> Validation:
    return Validation(prepare_shapes(shape_files()), LIMIT)


def check(graph: RecordGraph) -> None:
    places = graph.source_map
    assert {len(column) for column in (places.lines, places.columns, places.parents, places.names)} == {
        len(places.positions)
    }
    nodes = FactIndex(graph.facts).elements
    for fact in graph.facts:
        assert fact.subject in nodes
        assert 0 <= fact.element < len(places.lines)


@settings(deadline=None, max_examples=examples(100, 1000, 50_000))
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    with pytest.raises(UnreadableRecord) as caught:
        read_record(data, max_bytes=LIMIT)
    assert caught.value.code in {"STR-01", "STR-02", "STR-03", "STR-04"}
    assert caught.value.line
    assert caught.value.column


@settings(deadline=None, max_examples=examples(100, 600, 15_000), suppress_health_check=SLOW)
@given(st.sampled_from(ENCODINGS), st.data())
def test_bytes_changed_at_random(encoding: str, data: st.DataObject) -> None:
    record = bytearray(clean(encoding))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(record)))
        length = data.draw(st.integers(0, 200))
        record[start : start + length] = data.draw(st.binary(max_size=10))
    with suppress(UnreadableRecord):
        check(read_record(bytes(record), max_bytes=LIMIT))


@settings(deadline=None, max_examples=examples(60, 400, 8000), suppress_health_check=SLOW)
@given(st.sampled_from(list(CLEAN)), st.data())
def test_elements_deleted_doubled_moved_emptied_or_refilled(name: str, data: st.DataObject) -> None:
    root = etree.fromstring(clean(name))
    for _ in range(data.draw(st.integers(1, 8))):
        elements = list(root.iter(etree.Element))[1:]
        if elements:
            _damage(data.draw(st.sampled_from(elements)), root, data)
    record = etree.tostring(root)
    check(read_record(record, max_bytes=LIMIT))
    report = reported(record)
    for form in ReportForm:
        if form is not ReportForm.JSON:
            assert write_reports([FileReport("été.xml", report)], form, "fr", "1")
    ReportOut.of(report).model_dump_json()


def reported(record: bytes) -> ValidationReport:
    """The report with all profiles, after a look at whether its places and fixes can be used."""
    names = [profile.name for profile in validation().profiles()]
    (report,) = validation().validate(record, names, all_states=True).reports
    root = etree.fromstring(record, etree.XMLParser(remove_comments=True, remove_pis=True))
    for result in report.results:
        assert (result.line, result.column) > (0, 0)
        for place in (result.xpath, *(one.xpath for one in result.more)):
            find(root, place)
        for edit in result.fix.edits if result.fix else ():
            edited(record, [edit])
    return report


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
