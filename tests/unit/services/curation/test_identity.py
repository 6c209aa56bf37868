from hashlib import sha256
from pathlib import Path

import pytest

from vocabsvc.errors import InvalidRequest
from vocabsvc.services.curation.identity import Curators, check_identity

MARIE, YVES = (sha256(token.encode()).hexdigest() for token in ("jeton de Marie", "été"))


def test_nobody_is_a_curator_by_default() -> None:
    curators = Curators.read("  ")
    assert not curators.any
    assert curators.identify("") == ""


@pytest.mark.parametrize("text", [f"marie:{MARIE},yves:{YVES}", f" marie:{MARIE}\n yves:{YVES.upper()} "])
def test_a_token_has_a_name(text: str) -> None:
    curators = Curators.read(text)
    assert curators.any
    assert [curators.identify(token) for token in ("jeton de Marie", "été", "faux", MARIE, "\ud800")] == [
        "marie", "yves", "", "", "",
    ]  # fmt: skip


def test_entries_may_be_in_a_file_with_remarks(tmp_path: Path) -> None:
    file = tmp_path / "curateurs.txt"
    file.write_text(f"# ceux de Brest\nmarie:{MARIE}  # depuis 2026\n\nyves:{YVES}\n", "utf-8")
    assert Curators.read(str(file)).identify("été") == "yves"


@pytest.mark.parametrize(
    "text",
    [
        f"marie:{MARIE},marie:{YVES}",
        f"marie:{MARIE},yves:secret",
        f"marie:{MARIE} {YVES}",
        "marie:secret",
        "/nowhere",
        f"-x:{MARIE}",
        f":{MARIE}",
        "\0",
    ],
)
def test_what_is_no_entry_stops_the_start_and_is_not_repeated(text: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        Curators.read(text)
    assert "VOCABSVC_CURATOR_TOKENS" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_file_with_a_wrong_entry_says_which(tmp_path: Path) -> None:
    (tmp_path / "x").write_text(f"marie:{MARIE}\nyves\n")
    with pytest.raises(InvalidRequest, match="entry 2"):
        Curators.read(str(tmp_path / "x"))


@pytest.mark.parametrize("name", ["marie.dupont", "Hélène", "orcid.org/0000-0002-1825-0097", "x" * 100, "a@b.example"])
def test_a_name_is_an_identity(name: str) -> None:
    check_identity(name)


@pytest.mark.parametrize("name", ["", " ", "a b", "a:b", "-a", "a\n", "x" * 101, "a\u202eb", "\ud800", "<b>"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(InvalidRequest, match="not an identity"):
        check_identity(name)
