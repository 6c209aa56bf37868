"""Places, which are what a report stands on."""

import time

import pytest
from lxml import etree

from tests.unit.formats.xsd.small_sets import XS, judged, record
from vocabsvc.formats.xml import parse_xml
from vocabsvc.formats.xsd.compiled import CompiledSchema, RaisedError
from vocabsvc.formats.xsd.record_copy import RecordCopy
from vocabsvc.formats.xsd.schema_sets import SchemaSets
from vocabsvc.model.xsd import XsdFault, XsdState

TIMEOUT_SECONDS = 10
BEGIN = "<c:title/><c:date>2024</c:date>"


def test_a_place_after_line_65535_and_among_65535_elements(sets: SchemaSets) -> None:
    items = "\n".join(f'<c:Item key="k{number}"><c:name/></c:Item>' for number in range(34_000))
    place = '<c:place><g:Point unit=""><g:lat>é</g:lat></g:Point></c:place>'
    end = f'<c:Item\n\nkey="z"\nlink="k33999"><c:name/></c:Item>{place}'
    document = record(f"{BEGIN}{chr(10) * 40_000}{items}\n{end}")
    (error,) = judged(sets, document).errors
    assert document.source_map.names[error.element] == error.name == "g:lat"
    assert document.source_map.lines[error.element] == 1 + 1 + 40_000 + 34_000 + 3
    assert document.elements[error.element].text == "é"


def test_a_link_to_nothing_has_a_place_though_libxml2_gives_a_line_only(sets: SchemaSets) -> None:
    items = "".join(f'<c:Item key="k{number}" link="k{number % 7 * 2}"><c:name/></c:Item>' for number in range(10))
    document = record(f"{BEGIN}{items}")
    errors = judged(sets, document).errors
    assert [error.value for error in errors] == ["k10", "k12"]
    assert [document.elements[error.element].get("key") for error in errors] == ["k5", "k6"]


def test_elements_with_and_without_prefix_of_the_same_name() -> None:
    text = '<r><a/><x:a xmlns:x="urn:x"/><a xmlns="urn:y"/><a/><y:a xmlns:y="urn:x"/></r>'
    document = parse_xml(text.encode(), max_bytes=1000)
    copy = RecordCopy(document, document.root)
    children = list(copy.root)

    def at(path: str, line: int = 0) -> etree._Element:
        return copy.at(RaisedError("", path, line, ""))

    assert at("/r") is copy.root
    assert at("/r/a[2]") is children[3]
    assert at("/r/x:a") is children[1]
    assert at("/r/*[3]") is children[2]
    assert at("/r/none/at/all") is copy.root
    assert at("/r/[oops]") is copy.root
    assert at("", 3) is children[1]
    assert at("", 70_000) is copy.root


def test_the_record_itself_stays_as_it_is(sets: SchemaSets) -> None:
    document = record(f'{BEGIN}<p:Item gco:isoType="c:Item" key="a"><c:name/><p:x/></p:Item><p:y/>')
    before = [(element.tag, dict(element.attrib), len(element)) for element in document.elements]
    assert judged(sets, document).state is XsdState.PARTIAL
    assert [(element.tag, dict(element.attrib), len(element)) for element in document.elements] == before


def test_errors_beyond_counting_are_one_error_and_come_soon(sets: SchemaSets) -> None:
    document = record(BEGIN + "<c:Item/>" * 60_000)
    begun = time.process_time()
    verdict = judged(sets, document)
    assert time.process_time() - begun < TIMEOUT_SECONDS
    (error,) = verdict.errors
    assert (verdict.state, error.element, error.fault) == (XsdState.INVALID, 0, XsdFault.OTHER)
    assert error.message["fr"].startswith("Tant d’erreurs")


def test_a_few_errors_among_many_siblings_have_their_places(sets: SchemaSets) -> None:
    items = "".join(f'<c:Item key="k{number}"><c:name/></c:Item>' for number in range(9_000))
    document = record(f'{BEGIN}{items}<c:Item key="z"/>')
    (error,) = judged(sets, document).errors
    assert document.elements[error.element] is document.elements[-1]


def test_deep_documents(sets: SchemaSets) -> None:
    document = record(BEGIN + "<c:Item>" * 190 + "</c:Item>" * 190)
    assert judged(sets, document).state is XsdState.INVALID


@pytest.mark.parametrize(
    ("kind", "value"),
    [("date", "2024-02-29"), ("dateTime", "2024-02-29T12:00:00Z"), ("duration", "P2Y"), ("gYearMonth", "2024-02")],
)
def test_white_space_around_what_is_of_time_is_none(kind: str, value: str) -> None:
    declared = f'<xs:schema {XS}><xs:element name="a" type="xs:{kind}"/></xs:schema>'
    schema = CompiledSchema(etree.XMLSchema(etree.fromstring(declared)))
    for text, wrong in ((value, 0), (f"\n  {value}\n", 0), (f" {value}x ", 1), (f"{value} {value}", 1), ("  ", 1)):
        document = parse_xml(f"<a>{text}</a>".encode(), max_bytes=1000)
        assert len(RecordCopy(document, document.root).errors(schema)) == wrong, text
        assert document.root.text == text
