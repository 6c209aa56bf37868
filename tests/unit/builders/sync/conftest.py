from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unit.builders.sync.nvs_server import NvsServer, nvs_server
from vocabsvc.builders.sync.download import Download
from vocabsvc.builders.sync.refresh import Refreshed, refresh_all
from vocabsvc.builders.sync.server import Server

Sync = Callable[..., list[Refreshed]]


@pytest.fixture
def nvs() -> Iterator[NvsServer]:
    """A server on this machine."""
    with nvs_server() as server:
        yield server


@pytest.fixture
def waits() -> list[float]:
    """The seconds that a download would have waited."""
    return []


@pytest.fixture
def download(nvs: NvsServer, waits: list[float]) -> Download:
    """Downloads from that server, without waiting."""
    return Download(Server.parse(nvs.address), waits.append)


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """Where vocabulary folders are kept."""
    return tmp_path / "vocabularies"


@pytest.fixture
def sync(download: Download, into: Path) -> Sync:
    """Refresh vocabularies."""

    def sync(*ids: str, force: bool = False) -> list[Refreshed]:
        return list(refresh_all(ids, into, download, lambda *_: None, force=force))

    return sync
