"""What libxml2 gets to see of a set."""

import socket
from pathlib import Path

import pytest

from tests.unit.formats.xsd.small_sets import XS, core_set, profile_set, write
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.xsd.compiled import compile_set
from vocabsvc.formats.xsd.folder import find_sets
from vocabsvc.formats.xsd.schema_set import SchemaSet
from vocabsvc.formats.xsd.use import unusable_namespaces


def the_set(folder: Path) -> SchemaSet:
    (one,) = find_sets(folder)
    return one


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_includes_in_a_circle_imports_from_the_web_and_xml_lang(tmp_path: Path) -> None:
    one = the_set(core_set(tmp_path))
    compile_set(one, sorted(one.namespaces))
    assert unusable_namespaces(one, ()) == {}


def test_a_file_that_is_broken_behind_its_head_is_named(tmp_path: Path) -> None:
    path = core_set(tmp_path) / "parts" / "items.xsd"
    path.write_text(path.read_text("utf-8").replace("</xs:schema>", "\n<oops>"), "utf-8")
    with pytest.raises(UnreadableInput) as refused:
        compile_set(the_set(tmp_path), ["urn:core"])
    assert refused.value.source.endswith("parts/items.xsd")
    assert refused.value.line
    assert refused.value.column


def test_a_file_that_has_gone_is_named(tmp_path: Path) -> None:
    one = the_set(core_set(tmp_path))
    (tmp_path / "geo.xsd").unlink()
    with pytest.raises(UnreadableInput, match=r"geo\.xsd: No such file"):
        compile_set(one, ["urn:core"])


def test_an_entity_behind_the_head_is_not_read(tmp_path: Path) -> None:
    one = the_set(core_set(tmp_path))
    bomb = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 12))
    geo = (tmp_path / "geo.xsd").read_text("utf-8").replace("g:", "")
    text = f'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{bomb}]>' + geo.replace('"required"', '"&e11;"')
    (tmp_path / "geo.xsd").write_text(text, "utf-8")  # after it was looked at
    with pytest.raises(UnreadableInput, match=r"geo\.xsd"):
        compile_set(one, ["urn:core"])


def test_what_a_set_lacks_is_said_rather_than_what_follows_from_it(tmp_path: Path) -> None:
    core_set(tmp_path / "core")
    profile_set(tmp_path / "profil")
    core, profile = find_sets(tmp_path)
    faults = unusable_namespaces(profile, ())
    assert list(faults) == ["urn:profile"]
    said = profile.said(faults["urn:profile"])
    assert said.startswith("profile.xsd:2: refers to the namespace urn:core (http://schemas.example/core/core.xsd)")
    assert unusable_namespaces(profile, (core, profile)) == {}


def test_imports_that_an_extension_leaves_out_are_put_in(tmp_path: Path) -> None:
    core_set(tmp_path / "core")
    profile = profile_set(tmp_path / "profil") / "profile.xsd"
    lines = profile.read_text("utf-8").splitlines()
    imported = next(line for line in lines if "xs:import" in line)
    include = '<xs:include schemaLocation="part.xsd"/><xs:include schemaLocation="absent.xsd"/>'
    begin = f'<xs:schema {XS} targetNamespace="urn:profile">{imported}{include}</xs:schema>'
    write(tmp_path / "profil", part="\n".join(line for line in lines if line != imported), profile=begin)
    core, extension = find_sets(tmp_path)
    assert unusable_namespaces(extension, (core, extension)) == {}


def test_a_namespace_that_nothing_can_be_done_with_is_one_of_several(tmp_path: Path) -> None:
    core_set(tmp_path)
    schema = f'<xs:schema {XS} targetNamespace="urn:x"><xs:element name="a" type="absent"/></xs:schema>'
    write(tmp_path, x=schema)
    one = the_set(tmp_path)
    faults = unusable_namespaces(one, ())
    assert list(faults) == ["urn:x"]
    assert one.said(faults["urn:x"]).startswith("x.xsd:1: ")
