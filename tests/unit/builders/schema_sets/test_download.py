from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.builders.schema_sets.archives import ArchiveServer, archive_server, breaks_off, gives, points_to
from vocabsvc.builders.schema_sets.download import ArchiveDownload, is_address
from vocabsvc.errors import InputTooLarge, InvalidRequest, UnreadableInput


@pytest.fixture
def server() -> Iterator[ArchiveServer]:
    with archive_server() as server:
        yield server


def test_a_body_is_written_after_redirects(server: ArchiveServer, tmp_path: Path) -> None:
    target = server.put("/b.zip", gives(b"bytes"))
    ArchiveDownload().fetch(server.put("/a", points_to(target)), tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"bytes"
    assert server.asked == ["/a", "/b.zip"]


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/a.zip", "file:///etc/passwd", "http://", "http://me:secret@example.org/a", "http://[/"],
)
def test_only_http_addresses_without_secrets(address: str, tmp_path: Path) -> None:
    assert is_address(address)
    with pytest.raises(InvalidRequest, match="is not an http"):
        ArchiveDownload().fetch(address, tmp_path / "a")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "http://u:p@example.org/"])
def test_a_redirect_to_anything_else_is_refused(server: ArchiveServer, tmp_path: Path, target: str) -> None:
    address = server.put("/a", points_to(target))
    with pytest.raises(UnreadableInput, match="which is no http"):
        ArchiveDownload().fetch(address, tmp_path / "a")


def test_a_redirect_without_end(server: ArchiveServer, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="redirected without end"):
        ArchiveDownload().fetch(server.put("/a", points_to("/a")), tmp_path / "a")
    assert len(server.asked) == 6


def test_faults_of_the_server(server: ArchiveServer, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="404 Not Found"):
        ArchiveDownload().fetch(f"{server.address}/absent", tmp_path / "a")
    with pytest.raises(UnreadableInput, match="/short"):
        ArchiveDownload().fetch(server.put("/short", breaks_off), tmp_path / "a")
    with pytest.raises(UnreadableInput, match="127"):
        ArchiveDownload().fetch("http://127.0.0.1:9/a", tmp_path / "a")


def test_limits(server: ArchiveServer, tmp_path: Path) -> None:
    address = server.put("/a", gives(b"x" * 1000))
    with pytest.raises(InputTooLarge, match="more than 999 bytes"):
        ArchiveDownload(most_bytes=999).fetch(address, tmp_path / "a")
    moments = iter([0.0, 601.0])
    with pytest.raises(InputTooLarge, match="longer than 600 seconds"):
        ArchiveDownload(clock=lambda: next(moments)).fetch(address, tmp_path / "a")
