"""A server over a centre's list and its mapping set."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from tests.curated import CENTRE, TOKENS, load_curated, open_curated
from vocabsvc.asgi import create_app
from vocabsvc.services.curation.decided import Decided
from vocabsvc.services.services import Services
from vocabsvc.store.curation.database import Database
from vocabsvc.store.curation.log import SqlDecisionLog

MARIE, YVES = ({"Authorization": f"Bearer {token}"} for token in TOKENS.values())
MAPPINGS = "/api/v1/mappings"
NEW = {
    "set": "curated",
    "subject_id": f"{CENTRE}6",
    "predicate_id": "skos:exactMatch",
    "object_id": "SDN:T01::OXYGX01",
    "comment": "d’après la fiche",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load_curated(tmp_path_factory.mktemp("curated"))


@pytest.fixture
def data(loaded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(loaded, tmp_path / "data"))


@pytest.fixture(scope="module")
def opened(loaded: Path) -> Iterator[tuple[TestClient, Services]]:
    services = open_curated(loaded)
    with TestClient(create_app(lambda: services), raise_server_exceptions=False) as client:
        yield client, services


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "décisions.sqlite"


@pytest.fixture
def client(opened: tuple[TestClient, Services], database: Path) -> Iterator[TestClient]:
    """A client of one application, over a log of the test's own."""
    client, services = opened
    services.curation._decided = decided = Decided(lambda: SqlDecisionLog(Database.at(database)))
    yield client
    decided.close()


def labelled(client: TestClient, label: str) -> dict[str, Any]:
    (found,) = client.get(MAPPINGS, params={"subject": label}).json()["results"]
    assert isinstance(found, dict)
    return found


def decide(
    client: TestClient, mapping: dict[str, Any], curator: dict[str, str] = MARIE, /, **body: str
) -> httpx.Response:
    headers = {**curator, "If-Match": mapping["etag"]}
    return client.post(f"{MAPPINGS}/{mapping['id']}/decisions", json=body, headers=headers)
