import gzip
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.builders.conftest import NVS, Put, table
from vocabsvc.builders import bodc
from vocabsvc.builders.catalogue import build_all, build_vocabulary
from vocabsvc.builders.recipes import RECIPES
from vocabsvc.builders.sources import ORIGINS, SourceFolder
from vocabsvc.errors import UnknownName, UnreadableInput
from vocabsvc.formats.vocabulary_toml import read_vocabulary_toml


@pytest.fixture(autouse=True)
def _f02(put: Put) -> None:
    put(bodc.VALUES, table({"preflabel": "Salty cells", "deprecated": "false", "uri": f"{NVS}F02/current/F1/"}))
    put(
        ORIGINS,
        table(
            {"file": bodc.VALUES, "source_repo": "salt/cells", "source_path": "F02.rda", "commit": "abc"},
            delimiter="\t",
        ),
    )


def test_writes_a_folder_with_its_description(sources: SourceFolder, tmp_path: Path) -> None:
    told: list[str] = []
    build_all(sources.root, tmp_path / "v", tmp_path / "m", ["F02"], told.append)
    folder = tmp_path / "v" / "F02"
    description = read_vocabulary_toml((folder / "vocabulary.toml").read_bytes(), "vocabulary.toml")
    assert told == ["F02"]
    assert sorted(path.name for path in folder.iterdir()) == ["F02.ttl", "vocabulary.toml"]
    assert description.checksum == hashlib.sha256((folder / "F02.ttl").read_bytes()).hexdigest()
    assert description.vocabulary.concept_count == 1
    assert description.vocabulary.sources == ("https://github.com/salt/cells/blob/abc/F02.rda",)
    assert description.vocabulary.titles[1].lang == "fr"
    assert not (tmp_path / "m").exists()


def test_the_same_files_give_the_same_bytes(sources: SourceFolder) -> None:
    recipe = next(recipe for recipe in RECIPES if recipe.id == "F02")
    assert build_vocabulary(recipe, sources) == build_vocabulary(recipe, sources)


def test_large_ones_are_compressed_without_a_time(sources: SourceFolder) -> None:
    recipe = replace(next(recipe for recipe in RECIPES if recipe.id == "F02"), compressed=True)
    description, content = build_vocabulary(recipe, sources)
    assert description.file == "F02.nt.gz"
    assert content[4:8] == bytes(4)
    assert b"Salty cells" in gzip.decompress(content)


def test_refuses_a_name_without_recipe(sources: SourceFolder, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="no recipe for P99; there are P01, P02"):
        build_all(sources.root, tmp_path, tmp_path, ["P99"], print)


def test_names_the_file_that_is_absent(sources: SourceFolder, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"BODCunits|P06\.csv"):
        build_all(sources.root, tmp_path, tmp_path, ["P06"], print)


def test_our_own_tables_have_addresses_and_auxiliary_lists_say_so(sources: SourceFolder) -> None:
    recipe = next(recipe for recipe in RECIPES if recipe.id == "F02")
    description, _ = build_vocabulary(replace(recipe, auxiliary=True, addresses=("https://salt.example/",)), sources)
    assert description.vocabulary.auxiliary
    assert description.vocabulary.sources == (
        "https://github.com/salt/cells/blob/abc/F02.rda",
        "https://salt.example/",
    )


def test_ids_are_unique_and_titles_bilingual() -> None:
    assert len({recipe.id.lower() for recipe in RECIPES}) == len(RECIPES)
    for recipe in RECIPES:
        assert [title.lang for title in recipe.container.titles] == ["en", "fr"]
        assert all(title.text for title in recipe.container.titles)
