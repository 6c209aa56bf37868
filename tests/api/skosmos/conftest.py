"""The façade over two small vocabularies with everything in them that its answers can tell."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.conftest import DATA
from tests.server import running_server
from vocabsvc.asgi import create_app
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.services.services import Services
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources


@pytest.fixture(scope="package")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The services over the two vocabularies and their mapping set."""
    settings = Settings(data=tmp_path_factory.mktemp("harbour"), base_uri="http://hub.example/id/")
    build_loader(settings).load(find_sources([DATA / "skosmos"]), lambda *_: None)
    return build_services(settings, snapshot_folder(settings).current())


@pytest.fixture(scope="package")
def browser(harbour: Services) -> Iterator[TestClient]:
    """A client of the application, which does not follow redirects; faults come back as responses."""
    app = create_app(lambda: harbour)
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="package")
def address(harbour: Services) -> Iterator[str]:
    """The address of a real server with it."""
    with running_server(harbour) as address:
        yield address
