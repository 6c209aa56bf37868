from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.conftest import DATA, ROOT
from vocabsvc.asgi import create_app
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources


def serving(settings: Settings) -> Iterator[TestClient]:
    services = build_services(settings, snapshot_folder(settings).current())
    app = create_app(lambda: services)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def gn_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the façade over small vocabularies of our own."""
    settings = Settings(data=tmp_path_factory.mktemp("geonetwork"), base_uri="http://hub.example/id/")
    paths = [DATA / "geonetwork" / "G01", DATA / "geonetwork" / "G02", DATA / "T02.ttl", ROOT / "shapes"]
    build_loader(settings).load(find_sources(paths), lambda *_: None)
    yield from serving(settings)


@pytest.fixture(scope="session")
def shipped_client(shipped_data: Path) -> Iterator[TestClient]:
    """A client of the façade over all that ships."""
    yield from serving(Settings(data=shipped_data))
