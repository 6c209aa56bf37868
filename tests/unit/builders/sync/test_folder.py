import gzip
import json
from pathlib import Path

import pytest

from tests.unit.builders.sync.nvs_server import nvs_turtle
from vocabsvc.builders.sync.collection import read_collection
from vocabsvc.builders.sync.folder import STATE, VocabularyFolder, describe
from vocabsvc.builders.sync.part import Representation
from vocabsvc.formats.vocabulary_toml import write_vocabulary_toml
from vocabsvc.store.source_file import read_source
from vocabsvc.store.sources import find_sources

SAID = Representation("http://h/P01", '"v1"', "Mon, 01 Jun 2026 00:00:00 GMT", media_type="text/turtle")
OLD, NEW = nvs_turtle("P01", 4), nvs_turtle("P01", 5, edition="8")


def written(path: Path, content: bytes) -> VocabularyFolder:
    folder = VocabularyFolder(path)
    description, file = describe(read_collection([(SAID, content)], "P01"), folder.description())
    folder.write(description, file)
    folder.remember(SAID, description.checksum)
    return folder


def loaded(path: Path) -> bytes:
    """Return what a load would read."""
    (source,) = find_sources([path])
    return read_source(source).data


def test_a_folder_holds_the_bytes_as_received(tmp_path: Path) -> None:
    folder = written(tmp_path / "P01", NEW)
    assert loaded(folder.path) == NEW
    assert sorted(path.name for path in folder.path.iterdir()) == ["P01.ttl", STATE, "vocabulary.toml"]


def test_what_a_hub_put_right_stays(tmp_path: Path) -> None:
    folder = written(tmp_path / "P01", OLD)
    toml = folder.path / "vocabulary.toml"
    text = toml.read_text("utf-8").replace('fr = "Vocabulaire d’essai P01"', 'fr = "Salinités"')
    text = text.replace("missing = [\n", 'missing = [\n    "Everything.",\n').replace('"CC-BY-4.0"', '"CC0-1.0"')
    toml.write_text(text.replace("attribution = ", "attribution = 'BODC' # ").replace("Natural", "Our"), "utf-8")
    written(folder.path, NEW)
    description = folder.description()
    assert description is not None
    one = description.vocabulary
    assert (one.titles[1].text, one.licence, one.publisher) == (
        "Salinités",
        "CC0-1.0",
        "Our Environment Research Council",
    )
    assert (description.attribution, description.own) == ("BODC", False)
    assert (one.edition, one.concept_count, one.missing) == ("8", 5, ())


def test_a_large_file_is_compressed_and_the_old_file_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path / "P01", OLD)
    monkeypatch.setattr("vocabsvc.builders.sync.folder._LARGE", 1000)
    written(folder.path, NEW)
    assert gzip.decompress(loaded(folder.path)) == NEW
    assert sorted(path.name for path in folder.path.iterdir()) == ["P01.ttl.gz", STATE, "vocabulary.toml"]
    assert loaded(folder.path)[4:8] == bytes(4)  # no time of day: the same bytes at every run


@pytest.mark.parametrize("steps", range(1, 6))
@pytest.mark.parametrize("new", [False, True])
def test_a_kill_at_any_moment_leaves_a_folder_that_loads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int, *, new: bool
) -> None:
    path = tmp_path / "P01"
    if not new:
        written(path, OLD)
    replaced = Path.replace
    count = 0

    def replace_or_die(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == steps:
            raise KeyboardInterrupt
        return replaced(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace_or_die)
        with pytest.raises(KeyboardInterrupt):
            written(path, NEW)
    if (path / "vocabulary.toml").exists():
        assert loaded(path) == (OLD if steps <= 2 else NEW)
    else:
        assert (new, steps <= 2) == (True, True)
        (path / "other.ttl").write_text("")
        assert [source.id for source in find_sources([path])] == ["other"]
        (path / "other.ttl").unlink()
    assert VocabularyFolder(path).conditions(SAID.address) == {}
    written(path, NEW)
    assert loaded(path) == NEW
    assert VocabularyFolder(path).conditions(SAID.address)


def test_the_server_is_asked_what_is_new_only_if_the_folder_is_what_it_gave(tmp_path: Path) -> None:
    folder = written(tmp_path / "P01", OLD)
    asked = {"If-None-Match": '"v1"', "If-Modified-Since": "Mon, 01 Jun 2026 00:00:00 GMT"}
    assert folder.conditions("http://h/P01") == asked
    assert folder.conditions("http://other/P01") == {}
    file = folder.path / "P01.ttl"
    file.write_bytes(OLD + b"# touched")
    assert (folder.whole, dict(folder.conditions("http://h/P01"))) == (False, {})
    file.unlink()
    assert (folder.whole, dict(folder.conditions("http://h/P01"))) == (False, {})
    description, content = describe(read_collection([(SAID, NEW)], "P01"), None)
    file.write_bytes(content)
    (folder.path / "vocabulary.toml").write_text(write_vocabulary_toml(description), "utf-8")
    assert (folder.whole, dict(folder.conditions("http://h/P01"))) == (True, {})


@pytest.mark.parametrize("state", ["", "[]", "{}", '{"said": {"colour": "red"}, "checksum": ""}'])
def test_a_damaged_state_counts_as_none(tmp_path: Path, state: str) -> None:
    folder = written(tmp_path / "P01", OLD)
    (folder.path / STATE).write_text(state)
    assert folder.conditions("http://h/P01") == {}


def test_the_state_is_plain_json(tmp_path: Path) -> None:
    state = json.loads((written(tmp_path / "P01", OLD).path / STATE).read_bytes())
    assert (state["said"]["etag"], len(state["checksum"])) == ('"v1"', 64)
