from pathlib import Path

import pytest

from tests.conftest import DATA, ROOT
from vocabsvc.errors import UnreadableInput
from vocabsvc.model.change import Change, ChangeKind
from vocabsvc.services.comparison import compare_editions

BASE = "http://hub.example/id/"
T01 = "http://test.example/collection/T01/current/"
P02 = ROOT / "vocabularies" / "P02"


def edited(tmp_path: Path, old: str, new: str) -> Path:
    path = tmp_path / "T01-édité.ttl"
    text = (DATA / "T01.ttl").read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_two_files_are_compared(tmp_path: Path) -> None:
    new = edited(tmp_path, '"Oxygène dissous du bassin d\'essai"@fr', '"Oxygène dissous"@fr')
    found = compare_editions(DATA / "T01.ttl", new, BASE)
    assert found.changes == (Change(f"{T01}OXYGX01/", ChangeKind.CHANGED, ("pref_label@fr",)),)
    assert found.vocabulary == "T01-édité"
    assert found.from_edition.name != found.to_edition.name


def test_a_folder_stands_for_the_file_it_describes() -> None:
    found = compare_editions(P02, P02 / "P02.ttl", BASE)
    assert found.changes == ()
    assert (found.from_edition.name, found.from_edition.checksum) == ("127", found.to_edition.checksum)


def test_the_statement_of_a_checksum_does_not_hinder_editing(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.toml").write_bytes((P02 / "vocabulary.toml").read_bytes())
    (tmp_path / "P02.ttl").write_text((P02 / "P02.ttl").read_text("utf-8") + "# edited\n", "utf-8")
    assert compare_editions(P02, tmp_path, BASE).changes == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "No such file"), ("<a> <b", r"1:"), ("<http://a/> a <http://b/> .", "holds no concept")],
)
@pytest.mark.parametrize("first", [True, False])
def test_what_cannot_be_compared_is_named(tmp_path: Path, content: str | None, reason: str, *, first: bool) -> None:
    path = tmp_path / "cassé.ttl"
    if content is not None:
        path.write_text(content, "utf-8")
    pair = (path, DATA / "T01.ttl") if first else (DATA / "T01.ttl", path)
    with pytest.raises(UnreadableInput, match=reason) as raised:
        compare_editions(*pair, BASE)
    assert raised.value.source == str(path)


def test_a_folder_must_say_what_it_holds(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"vocabulary\.toml: No such file"):
        compare_editions(tmp_path, DATA / "T01.ttl", BASE)
