"""Where references lead."""

from pathlib import Path

import pytest

from tests.unit.formats.xsd.small_sets import XS, write
from vocabsvc.formats.xsd.folder import find_sets
from vocabsvc.formats.xsd.schema_set import XML_FILE, SchemaSet


def the_set(folder: Path) -> SchemaSet:
    (one,) = find_sets(folder)
    return one


def schema(namespace: str, *inside: str) -> str:
    return f'<xs:schema {XS} targetNamespace="{namespace}">{"".join(inside)}</xs:schema>'


def test_the_file_that_begins_a_namespace(tmp_path: Path) -> None:
    include = '<xs:include schemaLocation="{}.xsd"/>'
    write(
        tmp_path,
        # Two that include each other, and one more that includes both but is only for special uses.
        metadata=schema("http://example/gmd/1.0", include.format("gmd")),
        gmd=schema("http://example/gmd/1.0", include.format("metadata")),
        everything=schema("http://example/gmd/1.0", include.format("gmd"), include.format("metadata")),
        basic=schema("urn:other"),
        whole=schema("urn:other", include.format("basic")),
    )
    entries = {space: Path(path).name for space, path in the_set(tmp_path).entries.items()}
    assert entries == {"http://example/gmd/1.0": "gmd.xsd", "urn:other": "whole.xsd"}


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("sub/base.xsd", "other.xsd"),
        ("sub%2Fbase.xsd", "other.xsd"),
        ("http://schemas.example/x/base.xsd", "other.xsd"),
        ("http://schemas.example/x/unheard.xsd", "other.xsd"),
        ("../../../../../../etc/passwd", "other.xsd"),
        ("/etc/passwd", "other.xsd"),
        ("", "other.xsd"),
        ("sub/aside.xsd", "aside.xsd"),
    ],
)
def test_an_import_leads_into_the_set_whatever_its_location(tmp_path: Path, location: str, target: str) -> None:
    imported = f'<xs:import namespace="urn:other" schemaLocation="{location}"/>'
    write(
        tmp_path,
        main=schema("urn:main", imported),
        sub__base=schema("urn:other"),
        sub__other=schema("urn:other", '<xs:include schemaLocation="base.xsd"/>'),
        sub__aside=schema("urn:other"),
    )
    one = the_set(tmp_path)
    main = one.files[one.entries["urn:main"]]
    found = one.target(main, main.references[0])
    assert found is not None
    assert Path(found).name == target


def test_what_the_set_does_not_have(tmp_path: Path) -> None:
    xml = '<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/xml.xsd"/>'
    absent = '<xs:import namespace="urn:absent"/><xs:include schemaLocation="absent.xsd"/>'
    write(tmp_path, main=schema("urn:main", xml, absent), fine=schema("urn:fine"))
    one = the_set(tmp_path)
    main = one.files[one.entries["urn:main"]]
    assert one.target(main, main.references[0]) == XML_FILE
    assert [(reference.namespace, reference.location) for _, reference in one.unresolved] == [
        ("urn:absent", ""),
        ("urn:main", "absent.xsd"),
    ]
    assert not one.dependent  # urn:fine is whole
