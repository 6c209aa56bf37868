from pathlib import Path

import pytest

from tests.unit.builders.schema_sets.archives import archive_of
from tests.unit.formats.xsd.small_sets import core_set, judged, profile_set, record, write
from vocabsvc.builders.schema_sets.download import ArchiveDownload
from vocabsvc.builders.schema_sets.installation import AddedSet, SchemaFolder
from vocabsvc.errors import InvalidRequest, UnknownName, UnreadableInput
from vocabsvc.formats.xsd.schema_sets import SchemaSets
from vocabsvc.model.xsd import XsdState

RECORD = "<c:title/><c:date>2024</c:date>"


def add(folder: SchemaFolder, source: Path, name: str = "", *, replace: bool = False) -> list[AddedSet]:
    return folder.add(str(source), ArchiveDownload(), name=name, replace=replace)


@pytest.fixture
def folder(tmp_path: Path) -> SchemaFolder:
    return SchemaFolder(tmp_path / "installed")


def test_a_set_is_installed_used_replaced_and_removed(folder: SchemaFolder, tmp_path: Path) -> None:
    source = core_set(tmp_path / "core")
    write(source, readme="<nothing/>")
    (source / "notes.txt").write_text("…")
    assert folder.sets() == ()
    (added,) = add(folder, source)
    assert (added.name, added.files, added.unusable, added.refusal) == ("core", 3, {}, "")
    installed = sorted(path.name for path in folder.path.rglob("*") if path.is_file())
    assert installed == ["core.xsd", "geo.xsd", "items.xsd"]
    assert judged(SchemaSets.open(folder.path), record(RECORD)).state is XsdState.VALID
    assert add(folder, source)[0].refusal == "core: is installed already"
    core_set(source, "2")
    assert add(folder, source, replace=True)[0].refusal == ""
    assert "urn:geo/2" in folder.sets()[0].namespaces
    assert add(folder, source, "autre")[0].name == "autre"
    folder.remove("core")
    assert [one.name for one in folder.sets()] == ["autre"]
    folder.remove("autre")
    assert folder.sets() == ()
    with pytest.raises(UnknownName, match="no schema set 'autre'"):
        folder.remove("autre")


def test_several_sets_of_one_archive_and_one_that_needs_another(folder: SchemaFolder, tmp_path: Path) -> None:
    core_set(tmp_path / "all" / "one", "1")
    core_set(tmp_path / "all" / "two" / "deep", "2")
    profile_set(tmp_path / "all" / "profil été")
    archive = tmp_path / "schémas-1.zip"
    archive.write_bytes(archive_of(tmp_path / "all", "top/"))
    added = add(folder, archive)
    assert [(one.name, one.refusal) for one in added] == [("top-one", ""), ("top-profil-t", ""), ("top-two", "")]
    with pytest.raises(InvalidRequest, match="holds 3 sets"):
        add(folder, archive, "name")


def test_a_set_that_lacks_what_it_refers_to_is_refused(folder: SchemaFolder, tmp_path: Path) -> None:
    profile = profile_set(tmp_path / "profil")
    core = core_set(tmp_path / "core")
    (refused,) = add(folder, profile)
    assert refused.refusal == (
        "profil: profile.xsd:2: refers to the namespace urn:core (http://schemas.example/core/core.xsd), "
        "which the set does not have"
    )
    assert not folder.path.exists()
    add(folder, core)
    assert add(folder, profile)[0].refusal == ""


def test_a_set_with_a_broken_namespace_says_so_and_is_installed(folder: SchemaFolder, tmp_path: Path) -> None:
    core = core_set(tmp_path / "core")
    xs = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    write(core, x=f'<xs:schema {xs} targetNamespace="urn:x"><xs:element name="a" type="xs:absent"/></xs:schema>')
    (added,) = add(folder, core)
    assert (list(added.unusable), added.refusal) == (["urn:x"], "")
    assert added.unusable["urn:x"].startswith("x.xsd:1: ")


def test_sources_and_names_that_are_none(folder: SchemaFolder, tmp_path: Path) -> None:
    core_set(tmp_path / "core")
    (tmp_path / "empty").mkdir()
    for source, reason in (
        (tmp_path / "absent", "there is no such folder"),
        (tmp_path / "core" / "core.xsd", "is neither a folder nor a zip archive"),
        (tmp_path / "empty", "holds no XSD file"),
    ):
        with pytest.raises(UnreadableInput, match=reason):
            add(folder, source)
    for name in ("../out", ".hidden", "a/b", "x" * 101):
        with pytest.raises(InvalidRequest, match="cannot be the name"):
            add(folder, tmp_path / "core", name)
    with pytest.raises(UnreadableInput, match="is not a folder"):
        SchemaFolder(tmp_path / "core" / "core.xsd").sets()
    assert not folder.path.exists()


def test_the_folder_itself_is_never_removed(tmp_path: Path) -> None:
    core_set(tmp_path / "core")
    with pytest.raises(UnknownName, match="no schema set 'core'"):
        SchemaFolder(tmp_path / "core").remove("core")
    assert (tmp_path / "core" / "core.xsd").exists()
