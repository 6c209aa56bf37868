from pathlib import Path

import pytest

from vocabsvc.errors import InvalidRequest, UnreadableInput
from vocabsvc.store.sources import Source, SourceKind, find_sources


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


def test_folders_are_walked_and_other_files_passed_over(tmp_path: Path) -> None:
    touch(tmp_path / "vocabularies" / "P02" / "vocabulary.toml")
    touch(tmp_path / "vocabularies" / "P02" / "P02.ttl")
    touch(tmp_path / "vocabularies" / "README.md")
    coriolis = touch(tmp_path / "mappings" / "coriolis.sssom.tsv")
    iso = touch(tmp_path / "shapes" / "iso.ttl")
    bare = touch(tmp_path / "elsewhere" / "P01.nt.gz")
    sources = find_sources([tmp_path / "vocabularies", tmp_path / "mappings", tmp_path / "shapes", bare])
    assert sources == (
        Source(SourceKind.VOCABULARY, "P02", tmp_path / "vocabularies" / "P02"),
        Source(SourceKind.MAPPING_SET, "coriolis", coriolis),
        Source(SourceKind.SHAPES, "iso", iso),
        Source(SourceKind.RDF, "P01", bare),
    )


def test_one_id_twice_is_an_error_whatever_its_case(tmp_path: Path) -> None:
    touch(tmp_path / "P02" / "vocabulary.toml")
    touch(tmp_path / "p02.ttl")
    with pytest.raises(InvalidRequest, match=r"two things with the id 'p02'"):
        find_sources([tmp_path / "P02", tmp_path / "p02.ttl"])


def test_a_vocabulary_and_its_mapping_set_may_share_an_id(tmp_path: Path) -> None:
    paths = [touch(tmp_path / "coriolis.ttl"), touch(tmp_path / "coriolis.sssom.tsv")]
    assert [source.id for source in find_sources(paths)] == ["coriolis", "coriolis"]


def test_what_is_missing_or_unknown_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file"):
        find_sources([tmp_path / "absent.ttl"])
    with pytest.raises(UnreadableInput, match="neither an RDF file"):
        find_sources([touch(tmp_path / "note.txt")])
    with pytest.raises(InvalidRequest, match="nothing to load"):
        find_sources([tmp_path])


@pytest.mark.parametrize("name", ["...ttl", "..ttl", "...sssom.tsv", ".hidden.ttl"])
def test_a_name_that_steps_out_of_its_folder_is_no_id(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    with pytest.raises(InvalidRequest, match="cannot be an id"):
        find_sources([tmp_path / name])
