"""The façade over small vocabularies of our own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.conftest import DATA
from tests.kept import kept
from tests.uncovered import uncovered
from vocabsvc.asgi import create_app
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.services.services import Services
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources


@pytest.fixture(scope="package")
def nvs_services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The services over them."""
    settings = Settings(data=tmp_path_factory.mktemp("nvs"), base_uri="http://hub.example/id/")
    build_loader(settings).load(find_sources(sorted((DATA / "nvs").glob("*.ttl"))), lambda *_: None)
    return build_services(settings, snapshot_folder(settings).current())


@pytest.fixture(scope="package")
def nvs(nvs_services: Services) -> Iterator[TestClient]:
    """A client that follows no redirect; faults come back as responses."""
    app = create_app(lambda: nvs_services)
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def recorded_services(pytestconfig: pytest.Config, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The services over the recorded originals of NVS, which give all that NVS gives."""
    folder = tmp_path_factory.mktemp("recorded")
    recorded = sorted((shared / "data/vocabularies/argo-nvs").glob("R*.json"))
    turtle = sorted((shared / "data/vocabularies/nvs-ttl").glob("*.ttl"))

    def build(data: Path) -> None:
        for path in recorded:
            content = json.loads(path.read_bytes())
            (folder / f"{path.stem}.jsonld").write_text(json.dumps(content.get("data", content)))
        with uncovered():
            loader = build_loader(Settings(data=data, base_uri="http://hub.example/id/"))
            loader.load(find_sources([folder, *turtle]), lambda *_: None)

    data = kept(pytestconfig, "recorded", [Path(__file__), *recorded, *turtle], build, folder / "data")
    settings = Settings(data=data, base_uri="http://hub.example/id/")
    return build_services(settings, snapshot_folder(settings).current())
