import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.model.change import Change, ChangeKind
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.store.history import HistoryFolder, LoadedFile

LOADED = "2026-11-20T10:00:00+00:00"
Load = Callable[..., HistoryFolder]


def read_words(data: bytes, name: str) -> Iterable[Concept]:
    """Read a file of our own making: one concept a word."""
    if b"\x00" in data:
        raise UnreadableInput("not words", name)
    return [Concept(f"http://t/{word}", "T01", pref_labels=(LangString(word),)) for word in data.decode().split()]


def unread(data: bytes, name: str) -> Iterable[Concept]:
    raise AssertionError(f"{name} was read")


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Makes snapshot after snapshot in which T01 holds the words given, or is not loaded."""
    made: list[Path] = []

    def load(
        words: str | None,
        edition: str = "",
        read: Callable[[bytes, str], Iterable[Concept]] = read_words,
        file: str = "T01.txt",
    ) -> HistoryFolder:
        made.append(tmp_path / str(len(made)) / "history")
        made[-1].parent.mkdir()
        folder = HistoryFolder(made[-1])
        folder.carry_over(made[-2] if made[1:] else tmp_path / "absent")
        if words is not None:
            data = words.encode()
            vocabulary = Vocabulary("T01", "http://t/", (), edition=edition, date="2026-11")
            folder.record(vocabulary, LoadedFile(file, data, read_words(data, file)), LOADED, read)
        return folder

    return load


def test_the_first_edition_changes_nothing(load: Load) -> None:
    history = load("eau sel", "1", unread).read("T01")
    assert (history.vocabulary, history.steps) == ("T01", ())
    assert (history.first.edition, history.first.date, history.first.loaded) == ("1", "2026-11", LOADED)
    assert len(history.first.checksum) == 64


def test_each_edition_is_a_step_from_the_one_before(load: Load, tmp_path: Path) -> None:
    load("eau sel", "1")
    load("eau sel été", "2", file="other-name.txt")
    history = load("sel été", "3").read("T01")
    assert [edition.name for edition in history.editions] == ["1", "2", "3"]
    assert [(step.from_edition.name, step.to_edition.name, step.changes) for step in history.steps] == [
        ("1", "2", (Change("http://t/été", ChangeKind.ADDED, ("été",)),)),
        ("2", "3", (Change("http://t/eau", ChangeKind.REMOVED, ("eau",)),)),
    ]
    texts = [(tmp_path / str(number) / "history" / "T01.jsonl").read_text("utf-8") for number in range(3)]
    assert texts[2].startswith(texts[1])
    assert texts[1].startswith(texts[0])
    assert "été" in texts[1]


def test_what_did_not_change_is_neither_compared_nor_written(load: Load) -> None:
    first = load("eau", "1").read("T01")
    assert load("eau", "1", unread).read("T01") == first


def test_the_same_file_under_another_name_is_an_edition_without_changes(load: Load) -> None:
    load("eau", "1")
    history = load("eau", "2", unread).read("T01")
    assert [edition.name for edition in history.editions] == ["1", "2"]
    assert history.steps[0].changes == ()


def test_a_file_corrected_under_the_same_name_is_an_edition_of_its_own(load: Load) -> None:
    load("eau", "1")
    history = load("eau sel", "1").read("T01")
    assert [edition.name for edition in history.editions] == ["1", "1"]
    assert [change.uri for change in history.steps[0].changes] == ["http://t/sel"]


def test_the_history_goes_on_when_a_vocabulary_comes_back(load: Load) -> None:
    load("eau", "1")
    load(None)
    history = load("eau sel", "2").read("T01")
    assert [change.uri for change in history.steps[0].changes] == ["http://t/sel"]


LINE = {"format": 1, "edition": "1", "date": "", "checksum": "00", "loaded": LOADED, "changes": []}


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (b"{", "damaged line"),
        (b"", "damaged line"),
        (b"\xff", "damaged line"),
        (b"[" * 100_000, "damaged line"),
        (b"[]", "damaged line"),
        (b"7", "damaged line"),
        (b"{}", "damaged line"),
        (json.dumps({**LINE, "format": 2}).encode(), "written by another release, in format 2"),
        (json.dumps({**LINE, "edition": 1}).encode(), "not a text: 1"),
        (json.dumps({**LINE, "more": ""}).encode(), "damaged line"),
        (json.dumps({**LINE, "loaded": "yesterday"}).encode(), "damaged line"),
        (json.dumps({**LINE, "loaded": "2026-11-20T10:00:00"}).encode(), "no zone"),
        (json.dumps({**LINE, "changes": [{"uri": "http://c/", "kind": "renamed", "what": []}]}).encode(), "renamed"),
        (
            json.dumps({**LINE, "changes": [{"uri": "http://c/", "kind": "added", "what": "sel"}]}).encode(),
            "not a list",
        ),
        (json.dumps({**LINE, "changes": [{"uri": None, "kind": "added", "what": []}]}).encode(), "not a text: None"),
        (json.dumps({**LINE, "changes": ["http://c/"]}).encode(), "damaged line"),
    ],
)
def test_a_damaged_line_is_named_and_stops_the_load(load: Load, tmp_path: Path, damage: bytes, reason: str) -> None:
    folder = load("eau", "1")
    path = tmp_path / "0" / "history" / "T01.jsonl"
    path.write_bytes(path.read_bytes() + damage + b"\n" + path.read_bytes())
    with pytest.raises(UnreadableInput, match=reason) as raised:
        folder.read("T01")
    assert (raised.value.source, raised.value.line) == (str(path), 2)
    with pytest.raises(UnreadableInput, match=reason):
        load("sel", "2")


@pytest.mark.parametrize(("kept", "line"), [(-1, 1), (0, None)])
def test_a_history_that_is_cut_short_is_unreadable(load: Load, tmp_path: Path, kept: int, line: int | None) -> None:
    folder = load("eau", "1")
    path = tmp_path / "0" / "history" / "T01.jsonl"
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(UnreadableInput, match="cut short") as raised:
        folder.read("T01")
    assert raised.value.line == line


def test_a_vocabulary_without_history_and_a_lost_file_are_unreadable(load: Load, tmp_path: Path) -> None:
    folder = load("eau", "1")
    with pytest.raises(UnreadableInput, match=r"T02\.jsonl: No such file"):
        folder.read("T02")
    (tmp_path / "0" / "history" / "editions" / "T01" / "T01.txt").unlink()
    with pytest.raises(UnreadableInput, match="edition before is missing"):
        load("sel", "2")
