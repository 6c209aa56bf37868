from dataclasses import replace

from tests.cases import clean
from tests.viewed import view
from vocabsvc.checks.records.view import Fault, Gap
from vocabsvc.checks.records.xml_schema import against_schema, outside_schema
from vocabsvc.model.xsd import UnassessedPart, XsdError, XsdFault, XsdVerdict

TEXT = {"en": "Not allowed.", "fr": "Non permis."}


def test_each_error_of_the_schema_is_a_fault_in_its_own_words() -> None:
    error = XsdError(3, "SCHEMAV_X", XsdFault.NOT_ALLOWED, TEXT, "title", value="x", expected=("creator",))
    seen = replace(view(clean("eml")), xsd=XsdVerdict("eml", errors=(error,)))
    assert list(against_schema(seen)) == [Fault(element=3, value="x", expected=("creator",), message=TEXT)]
    assert list(outside_schema(seen)) == []


def test_without_a_schema_nothing_was_assessed() -> None:
    seen = replace(view(clean("eml")), xsd=XsdVerdict("", reason=TEXT))
    assert list(against_schema(seen)) == [Gap(0, TEXT)]


def test_parts_that_no_schema_describes_are_not_assessed() -> None:
    part = UnassessedPart(4, "x:plus", "urn:x", TEXT)
    seen = replace(view(clean("eml")), xsd=XsdVerdict("eml", unassessed=(part,)))
    assert list(against_schema(seen)) == []
    assert list(outside_schema(seen)) == [Gap(4, TEXT, "x:plus")]
