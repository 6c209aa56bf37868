import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import DATA, ROOT

OLD = DATA / "T01.ttl"
T01 = "http://test.example/collection/T01/current/"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """An edition with one concept changed, deprecated, added and removed each."""
    text = OLD.read_text("utf-8")
    text = text.replace('"Salinité du bassin d\'essai"@fr', '"Salinité de l’été"@fr')
    text = text.replace('owl:deprecated "false"', 'owl:deprecated "true"')
    text = text.replace("OXYGX01", "OXYGX02").replace("Dissolved oxygen of the test basin", "Oxygène, été")
    path = tmp_path / "T01 nouvelle édition.ttl"
    path.write_text(text, "utf-8")
    return path


CHANGES = [
    ("added", f"{T01}OXYGX02/", "Oxygène, été"),
    ("changed", f"{T01}SALTX01/", "pref_label@fr"),
    ("deprecated", f"{T01}TEMPX01/", "Temperature of the test basin"),
    ("removed", f"{T01}OXYGX01/", "Dissolved oxygen of the test basin"),
]


def test_differences_as_a_table(run: Run, new: Path) -> None:
    outcome = run("diff", OLD, new)
    assert outcome.code == 1
    header, *rows = outcome.out.splitlines()
    assert header.split() == ["kind", "uri", "what"]
    assert sorted(tuple(row.split(maxsplit=2)) for row in rows) == CHANGES
    assert outcome.err == "added: 1, changed: 1, deprecated: 1, removed: 1\n"


def test_differences_for_programs(run: Run, new: Path) -> None:
    table = run("diff", OLD, new, "--format", "tsv")
    assert (table.code, table.err) == (1, "")
    header, *rows = [tuple(line.split("\t")) for line in table.out.splitlines()]
    assert header == ("kind", "uri", "what")
    assert sorted(rows) == CHANGES
    document = json.loads(run("diff", OLD, new, "--format", "json").out)
    assert document.keys() == {"from", "to", "changes"}
    assert document["from"] != document["to"]
    assert sorted((one["kind"], one["uri"], *one["what"]) for one in document["changes"]) == CHANGES


@pytest.mark.parametrize("layout", ["table", "tsv", "json"])
def test_no_difference_is_a_success(run: Run, layout: str) -> None:
    folder = ROOT / "vocabularies" / "P02"
    outcome = run("diff", folder, folder / "P02.ttl", "--format", layout)
    assert outcome.code == 0
    assert len(outcome.out.splitlines()) == 1
    assert outcome.err == ("no difference\n" if layout == "table" else "")


@pytest.mark.parametrize("name", ["absente.ttl", "cassée.ttl", "notes.txt", "."])
def test_what_cannot_be_read_is_one_line_of_reason(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "cassée.ttl").write_text("<a> <b>\n", "utf-8")
    (tmp_path / "notes.txt").write_text("été", "utf-8")
    for pair in ((OLD, tmp_path / name), (tmp_path / name, OLD)):
        outcome = run("diff", *pair)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith(f"vocabsvc: {tmp_path / name}".removesuffix("/."))
        assert outcome.err.count("\n") == 1
