from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.unit.checks.records.eml.views import document, faults, view
from vocabsvc.checks.records.eml import units
from vocabsvc.checks.records.eml.unit_names import standard_units
from vocabsvc.model.xsd import XsdError, XsdFault, XsdVerdict


def unit(name: str, kind: str = "standardUnit") -> str:
    return f"<attributeList><attribute><unit><{kind}>{name}</{kind}></unit></attribute></attributeList>"


def definition(name: str, prefix: str = "stmml") -> str:
    lists = f'<{prefix}:unitList xmlns:{prefix}="http://www.xml-cml.org/schema/stmml-1.1"><{prefix}:unit id="{name}"/>'
    return f"<additionalMetadata><metadata>{lists}</{prefix}:unitList></metadata></additionalMetadata>"


def values(find: object, data: bytes) -> list[tuple[str, tuple[str, ...]]]:
    assert callable(find)
    return [(value, expected) for _, value, expected in faults(find, data)]


@pytest.mark.parametrize(
    ("version", "schema", "name"),
    [
        ("2.0.1", "eml-attribute.xsd", "eml-2.0.1"),
        ("2.1.1", "eml-unitTypeDefinitions.xsd", "eml-2.1.1"),
        ("2.2.0", "eml-unitTypeDefinitions.xsd", "eml-2.2.0"),
    ],
)
def test_dictionary_is_that_of_the_schemas(shared: Path, version: str, schema: str, name: str) -> None:
    tree = etree.parse(str(shared / "data" / "schemas" / name / schema))
    xs = "{http://www.w3.org/2001/XMLSchema}"
    types = [one for one in tree.iter(f"{xs}simpleType") if "nit" in one.get("name", "")]
    listed = {value.get("value") for one in types for value in one.iter(f"{xs}enumeration")}
    assert standard_units(version) == listed


def test_unknown_version_has_the_latest_dictionary() -> None:
    assert standard_units("3.0") == standard_units("2.2.0") > standard_units("2.1.0")


def test_unit_of_a_later_version_is_none_yet() -> None:
    assert values(units.unknown_standard_units, document(unit("gramPerLiter"))) == []
    (found,) = values(units.unknown_standard_units, document(unit("gramPerLiter"), version="2.1.1"))
    assert found == ("gramPerLiter", found[1])
    assert found[1][0] == "gramsPerLiter"


@pytest.mark.parametrize(("name", "close"), [("Meter", "meter"), ("metre", "meter"), ("celcius", "celsius")])
def test_name_with_a_slip_expects_the_right_one(name: str, close: str) -> None:
    ((value, expected),) = values(units.unknown_standard_units, document(unit(name)))
    assert (value, expected[0]) == (name, close)


def test_name_of_nothing_like_it_expects_none() -> None:
    assert values(units.unknown_standard_units, document(unit("€/ha"))) == [("€/ha", ())]


@pytest.mark.parametrize(
    ("name", "at", "told"),
    [("€/ha", "standardUnit", False), ("€/ha", "unit", True), ("Meter", "standardUnit", True)],
)
def test_name_of_nothing_like_it_is_left_to_the_schema_that_refused_it(name: str, at: str, *, told: bool) -> None:
    seen = view(document(unit(name)))
    (element,) = seen.root.iter(f"{{*}}{at}")
    text = {"en": "not listed", "fr": "hors liste"}
    error = XsdError(seen.document.numbers[element], "KIND", XsdFault.VALUE, text, at, value=name)
    judged = replace(seen, xsd=XsdVerdict("eml-2.2.0", errors=(error,)))
    assert bool(list(units.unknown_standard_units(judged))) == told


@pytest.mark.parametrize("prefix", ["stmml", "x"])
def test_custom_unit_is_defined_whatever_the_prefix(prefix: str) -> None:
    data = document(unit("parHa", "customUnit"), definition("parHa", prefix))
    assert values(units.undefined_units, data) == []


def test_custom_unit_without_definition() -> None:
    data = document(unit("parHa", "customUnit"), definition("parHA"))
    assert values(units.undefined_units, data) == [("parHa", ("parHA",))]


def test_custom_unit_that_is_standard() -> None:
    data = document(unit("gramPerLiter", "customUnit"), definition("gramPerLiter"))
    assert values(units.needless_custom_units, data) == [("gramPerLiter", ())]
    older = document(unit("gramPerLiter", "customUnit"), definition("gramPerLiter"), version="2.1.1")
    assert values(units.needless_custom_units, older) == []
