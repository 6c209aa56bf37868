from pathlib import Path

import pytest

from vocabsvc.errors import UnknownName
from vocabsvc.model.change import Edition
from vocabsvc.model.dump import Dump, DumpFile
from vocabsvc.services.dumps import Dumps


class Files:
    """Every file is the same one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def path(self, dump: Dump, file: DumpFile) -> Path:  # noqa: ARG002 - as asked of files
        return self._path


def dump(vocabulary: str, name: str) -> Dump:
    files = (DumpFile("nt", 1, "00"), DumpFile("csv", 1, "00"))
    return Dump(vocabulary, name, Edition(name, "", ""), 1, 1, (), "", "", files)


@pytest.fixture
def dumps(tmp_path: Path) -> Dumps:
    path = tmp_path / "file.nt"
    path.write_text('<http://example.org/a> <http://example.org/p> "é"@fr .\n', "utf-8")
    found = {"P02": (dump("P02", "1"), dump("P02", "2")), "C19": (dump("C19", "1"),), "X": ()}
    return Dumps(found, Files(path))


def test_vocabularies_come_by_id_and_without_those_that_have_none(dumps: Dumps) -> None:
    assert [editions[-1].vocabulary for editions in dumps.all()] == ["C19", "P02"]


def test_ids_are_in_any_case(dumps: Dumps) -> None:
    assert [one.name for one in dumps.of("p02")] == ["1", "2"]
    assert dumps.named("p02", "1").name == "1"
    assert dumps.file("p02", "1.csv")[1].ending == "csv"


@pytest.mark.parametrize("vocabulary", ["", "X", "P01"])
def test_unknown_vocabularies(vocabulary: str, dumps: Dumps) -> None:
    with pytest.raises(UnknownName):
        dumps.of(vocabulary)
    assert dumps.content(vocabulary, "nt") is None
    assert dumps.statements(vocabulary) is None


def test_unknown_editions_and_files(dumps: Dumps) -> None:
    with pytest.raises(UnknownName):
        dumps.named("P02", "3")
    for name in ("1", "1.ttl", "3.csv", ".csv", ""):
        with pytest.raises(UnknownName):
            dumps.file("P02", name)


def test_content_is_that_of_the_edition_served(dumps: Dumps) -> None:
    content, statements = dumps.content("P02", "nt"), dumps.statements("P02")
    assert content is not None
    assert b"".join(content).startswith(b"<http://example.org/a>")
    assert statements is not None
    assert [one.subject for one in statements] == ["http://example.org/a"]
    assert dumps.content("P02", "ttl") is None
