"""What belongs together in a folder."""

from pathlib import Path

import pytest

from tests.unit.formats.xsd.small_sets import XS, core_set, profile_set, write
from vocabsvc.errors import InputTooLarge
from vocabsvc.formats.xsd import folder as module
from vocabsvc.formats.xsd.folder import find_sets


def names(folder: Path) -> list[str]:
    return [one.name for one in find_sets(folder)]


def schema(namespace: str, *imported: tuple[str, str]) -> str:
    imports = "".join(f'<xs:import namespace="{space}" schemaLocation="{place}"/>' for space, place in imported)
    return f'<xs:schema {XS} targetNamespace="{namespace}">{imports}</xs:schema>'


def test_a_folder_with_schemas_directly_in_it_is_one_set(tmp_path: Path) -> None:
    core_set(tmp_path / "été")
    assert names(tmp_path / "été") == ["été"]
    assert names(tmp_path) == ["été"]


def test_folders_that_refer_to_each_other_are_one_set(tmp_path: Path) -> None:
    write(tmp_path / "iso", gmd__gmd=schema("urn:gmd", ("urn:gco", "../gco/gco.xsd")), gco__gco=schema("urn:gco"))
    write(tmp_path / "eml", eml=schema("urn:eml"))
    assert names(tmp_path / "iso") == ["iso"]
    assert names(tmp_path) == ["eml", "iso"]


def test_folders_with_the_same_namespace_are_several_sets_even_if_one_refers_to_all(tmp_path: Path) -> None:
    core_set(tmp_path / "a" / "deep" / "er")
    core_set(tmp_path / "b")
    write(tmp_path / "wrappers", all=schema("urn:all", ("urn:core", "../b/core.xsd")))
    write(tmp_path / "sdn", cdi__cdi=schema("urn:sdn"), csr__csr=schema("urn:sdn"))
    assert names(tmp_path) == ["a", "b", "sdn/cdi", "sdn/csr", "wrappers"]


def test_what_is_hidden_linked_or_broken(tmp_path: Path) -> None:
    core = core_set(tmp_path / "core")
    core_set(tmp_path / ".hidden")
    (core / "link.xsd").symlink_to(tmp_path / ".hidden" / "geo.xsd")
    write(core, broken="<nothing/>")
    (one,) = find_sets(tmp_path)
    assert {Path(path).name for path in one.files} == {"core.xsd", "items.xsd", "geo.xsd"}
    assert [Path(path).name for path in one.broken] == ["broken.xsd"]


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    core_set(tmp_path)
    for limit, value in (("MOST_FILES", 2), ("MOST_BYTES", 1000), ("MOST_BYTES_OF_A_FILE", 100)):
        with monkeypatch.context() as patch:
            patch.setattr(module, limit, value)
            with pytest.raises(InputTooLarge, match="more than"):
                find_sets(tmp_path)


def test_an_extension_is_known_by_what_it_does_not_have(tmp_path: Path) -> None:
    core_set(tmp_path / "core")
    profile_set(tmp_path / "profile")
    core, profile = find_sets(tmp_path)
    assert (core.dependent, profile.dependent) == (False, True)
    assert (core.completes(profile), profile.completes(core), core.completes(core)) == (True, False, False)
    assert profile.completed_by(core).namespaces >= {"urn:profile", "urn:core", "urn:geo/1"}
