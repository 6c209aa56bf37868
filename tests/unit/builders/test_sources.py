import pytest

from tests.unit.builders.conftest import Put, table
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.errors import UnreadableInput


def test_reads_compressed_tables(put: Put, sources: SourceFolder) -> None:
    put("a/salt.csv.gz", "\ufeffuri,label\nhttp://x.example/1,Sel de l’île\n")
    assert sources.rows("a/salt.csv.gz") == [{"uri": "http://x.example/1", "label": "Sel de l’île"}]


def test_names_the_file_that_is_absent(sources: SourceFolder) -> None:
    with pytest.raises(UnreadableInput, match=r"salt\.csv: No such file"):
        sources.read("salt.csv")


def test_names_the_place_of_broken_xml(put: Put, sources: SourceFolder) -> None:
    put("salt.xml", "<a>\n<b></a>")
    with pytest.raises(UnreadableInput, match=r"salt\.xml:2:"):
        sources.xml("salt.xml")


def test_addresses_of_files_taken_as_they_are_and_of_derived_ones(put: Put, sources: SourceFolder) -> None:
    common = {"what": "", "licence": ""}
    put(
        "SOURCES.tsv",
        table(
            {"file": "a.ttl", "source_repo": "salt/lists", "source_path": "x/a.ttl", "commit": "abc", **common},
            {"file": "b.csv", "source_repo": "salt/lists + pepper", "source_path": "see a", "commit": "", **common},
            delimiter="\t",
        ),
    )
    assert sources.addresses(["a.ttl", "b.csv", "a.ttl"]) == (
        "https://github.com/salt/lists/blob/abc/x/a.ttl",
        "https://github.com/salt/lists",
        "https://github.com/pepper",
    )


def test_a_file_whose_commit_is_not_known_gives_its_repository(put: Put, sources: SourceFolder) -> None:
    row = {"file": "a.xml", "source_repo": "salt/lists", "source_path": "a.xml", "commit": "git blob abc"}
    put("SOURCES.tsv", table(row, delimiter="\t"))
    assert sources.addresses(["a.xml"]) == ("https://github.com/salt/lists",)
