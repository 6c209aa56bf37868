import io
import zipfile
from pathlib import Path

import pytest

from tests.unit.builders.schema_sets.archives import archive
from vocabsvc.builders.schema_sets import archive as module
from vocabsvc.builders.schema_sets.archive import extract_schemas, is_archive
from vocabsvc.errors import InputTooLarge, UnreadableInput

SCHEMA = b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'


def extracted(tmp_path: Path, content: bytes) -> list[str]:
    packed, into = tmp_path / "a.zip", tmp_path / "into"
    packed.write_bytes(content)
    into.mkdir(exist_ok=True)
    extract_schemas(packed, into, "a.zip")
    return sorted(path.relative_to(into).as_posix() for path in into.rglob("*") if path.is_file())


def test_only_schemas_are_taken(tmp_path: Path) -> None:
    names = ("a.xsd", "été/b.XSD", "c.txt", ".hidden/d.xsd", "__MACOSX/a.xsd", "e.xsd/")
    assert extracted(tmp_path, archive(dict.fromkeys(names, SCHEMA) | {"e.xsd/": b""})) == ["a.xsd", "été/b.XSD"]


@pytest.mark.parametrize("name", ["../a.xsd", "/a.xsd", "b/../../a.xsd", "..\\a.xsd"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableInput, match="leads out of the archive"):
        extracted(tmp_path, archive({"b.xsd": SCHEMA, name: SCHEMA}))
    assert not (tmp_path / "a.xsd").exists()


def test_a_link_is_passed_over(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as into:
        link = zipfile.ZipInfo("link.xsd")
        link.external_attr = 0o120777 << 16
        into.writestr(link, "/etc/passwd")
        into.writestr("a.xsd", SCHEMA)
    assert extracted(tmp_path, packed.getvalue()) == ["a.xsd"]


def test_a_bomb_is_refused_by_the_size_that_it_unpacks_to(tmp_path: Path) -> None:
    bomb = archive({f"{number}.xsd": b" " * 19_000_000 for number in range(11)})
    assert len(bomb) < 300_000
    with pytest.raises(InputTooLarge, match="more than"):
        extracted(tmp_path, bomb)
    with pytest.raises(InputTooLarge, match="more than"):
        extracted(tmp_path, archive({"a.xsd": b" " * 21_000_000}))


def test_an_archive_that_lies_about_a_size_gives_no_more_than_it_says(tmp_path: Path) -> None:
    content = archive({"a.xsd": b"<" + b" " * 5_000_000})
    size, claimed = (5_000_001).to_bytes(4, "little"), (10).to_bytes(4, "little")
    assert content.count(size) == 2
    with pytest.raises(UnreadableInput, match="no readable zip archive"):
        extracted(tmp_path, content.replace(size, claimed))


def test_limits_of_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = archive({"a.xsd": SCHEMA, "b.xsd": SCHEMA})
    for limit in ("MOST_FILES", "MOST_ENTRIES"):
        with monkeypatch.context() as patch:
            patch.setattr(module, limit, 1)
            with pytest.raises(InputTooLarge, match="more than"):
                extracted(tmp_path, content)


def test_damaged_and_encrypted_archives(tmp_path: Path) -> None:
    content = bytearray(archive({"a.xsd": SCHEMA * 100}))
    damaged = bytes(content[:40]) + b"\xff" * 20 + bytes(content[60:])
    for broken in (damaged, b"PK\x05\x06", b"nothing"):
        with pytest.raises(UnreadableInput, match="no readable zip archive"):
            extracted(tmp_path, broken)
    content[6] |= 1  # the flag, in the file's header and in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableInput, match="is encrypted"):
        extracted(tmp_path, bytes(content))
    assert not is_archive(tmp_path)
    assert is_archive(tmp_path / "a.zip")
