import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from vocabsvc.builders.sync.part import Part, Representation
from vocabsvc.errors import UnreadableInput

ADDRESS = "http://h/a"
SAID = Representation(ADDRESS, '"v1"', length=10, media_type="text/turtle")


def received(folder: Path, said: Representation, content: bytes) -> Part:
    part = Part(folder / ".sync" / "P01-1.part", ADDRESS)
    part.begin(said)
    with part.open() as file:
        file.write(content)
    return part


def again(folder: Path, address: str = ADDRESS) -> Part:
    return Part(folder / ".sync" / "P01-1.part", address)


def test_a_part_is_known_to_the_next_run(tmp_path: Path) -> None:
    received(tmp_path, SAID, b"1234")
    part = again(tmp_path)
    assert (part.representation, part.size, part.complete) == (SAID, 4, False)
    assert part.conditions == {"Range": "bytes=4-", "If-Range": '"v1"'}


def test_a_complete_part_is_asked_for_as_such(tmp_path: Path) -> None:
    received(tmp_path, SAID, b"1234567890")
    assert again(tmp_path).complete
    assert again(tmp_path).conditions == {"If-None-Match": '"v1"'}


def test_without_a_length_a_part_is_complete_when_the_server_has_no_more(tmp_path: Path) -> None:
    part = received(tmp_path, replace(SAID, length=None), b"1234")
    assert not again(tmp_path).complete
    assert part.finish() == 4
    assert again(tmp_path).complete


@pytest.mark.parametrize("etag", ["", 'W/"v1"', "v1", '"v\r\n1"'])
def test_without_a_strong_etag_nothing_is_kept(tmp_path: Path, etag: str) -> None:
    received(tmp_path, replace(SAID, etag=etag), b"1234")
    assert (again(tmp_path).size, dict(again(tmp_path).conditions)) == (0, {})


def test_a_part_of_another_address_counts_as_empty(tmp_path: Path) -> None:
    received(tmp_path, SAID, b"1234")
    assert again(tmp_path, "http://h/b").size == 0


@pytest.mark.parametrize("said", ["", "{", "[]", '{"colour": "red"}', "\x00"])
def test_a_damaged_note_counts_as_none(tmp_path: Path, said: str) -> None:
    received(tmp_path, SAID, b"1234")
    (tmp_path / ".sync" / "P01-1.json").write_text(said)
    assert again(tmp_path).size == 0


@pytest.mark.parametrize(
    ("content_range", "changed", "fits"),
    [
        ("bytes 4-9/10", {}, True),
        ("bytes 4-9/*", {}, True),
        ("bytes 3-9/10", {}, False),
        ("bytes 4-9/11", {}, False),
        ("bytes */10", {}, False),
        ("", {}, False),
        ("bytes 4-9/10", {"etag": '"v2"'}, False),
        ("bytes 4-9/10", {"etag": ""}, False),
        ("bytes 4-9/10", {"encoding": "gzip"}, False),
    ],
)
def test_only_what_fits_is_added(tmp_path: Path, content_range: str, changed: dict[str, str], fits: bool) -> None:  # noqa: FBT001 - a case
    part = received(tmp_path, SAID, b"1234")
    said = Representation(ADDRESS, changed.get("etag", '"v1"'), encoding=changed.get("encoding", ""))
    assert part.continues(said, content_range) is fits


def test_content_is_decoded(tmp_path: Path) -> None:
    content = "Salinité".encode()
    assert received(tmp_path, SAID, content).content(100) == content
    assert received(tmp_path, replace(SAID, encoding="gzip"), gzip.compress(content, mtime=0)).content(100) == content


@pytest.mark.parametrize(
    ("encoding", "content", "reason"),
    [
        ("gzip", gzip.compress(b"1234567890", mtime=0)[:-3], "broken gzip"),
        ("gzip", b"1234", "broken gzip"),
        ("br", b"1234", "'br', which was not asked for"),
        ("", b"1" * 101, "more than 100 bytes"),
        ("gzip", gzip.compress(b"1" * 101, mtime=0), "more than 100 bytes"),
    ],
)
def test_content_that_cannot_be_used(tmp_path: Path, encoding: str, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=f"^http://h/a: .*{reason}"):
        received(tmp_path, replace(SAID, encoding=encoding), content).content(100)


def test_headers_that_could_not_be_sent_are_no_conditions() -> None:
    said = Representation(ADDRESS, 'W/"v1"', "Mon, 01 Jun\r\n 2026")
    assert dict(said.conditions) == {"If-None-Match": 'W/"v1"'}
    assert dict(replace(said, etag='"é"').conditions) == {}
