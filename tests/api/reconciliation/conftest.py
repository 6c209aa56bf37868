"""The façade over small vocabularies: parameters, groups, units, and gear with a namespace of its own."""

import json
from collections.abc import Callable, Iterator
from typing import Any

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

Json = dict[str, Any]
Reconcile = Callable[..., list[Json]]


@pytest.fixture(scope="package")
def gear(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The services over them."""
    settings = Settings(data=tmp_path_factory.mktemp("gear"), base_uri="http://hub.example/id/")
    build_loader(settings).load(find_sources([DATA / "reconciliation"]), lambda *_: None)
    return build_services(settings, snapshot_folder(settings).current())


@pytest.fixture(scope="package")
def refine(gear: Services) -> Iterator[TestClient]:
    """A client that follows no redirect; faults come back as responses."""
    app = create_app(lambda: gear)
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="package")
def address(gear: Services) -> Iterator[str]:
    """The address of a real server with it."""
    with running_server(gear) as address:
        yield address


@pytest.fixture(scope="package")
def reconcile(refine: TestClient) -> Reconcile:
    """Asks one query: ``reconcile("P01", "Temperature", unit="degC", type="P01")``."""

    def ask(vocabulary: str, text: str, lang: str = "", limit: float = 10, **more: Any) -> list[Json]:
        special: Json = {name: more.pop(name) for name in ("type", "type_strict") if name in more}
        properties = [{"pid": name, "v": value} for name, value in more.items()]
        query: Json = {"query": text, "limit": limit, "properties": properties, **special}
        path = f"/reconcile/{vocabulary}" if vocabulary else "/reconcile"
        answer = refine.post(path, params={"lang": lang}, data={"queries": json.dumps({"q": query})})
        assert answer.status_code == 200, answer.text
        found: list[Json] = answer.json()["q"]["result"]
        return found

    return ask
