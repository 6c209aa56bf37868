"""The same application over the other stores."""

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.conftest import DATA, ROOT
from tests.engines import running_oxigraph, running_virtuoso
from vocabsvc.asgi import create_app
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.errors import InvalidRequest, NoSnapshot
from vocabsvc.settings import Settings
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.sources import find_sources

LOADED = re.compile('("(?:loaded|created)":)"[^"]*"')
T01 = "http://test.example/collection/T01/current/"
PATHS = [DATA / "T01.ttl", DATA / "T02.ttl", DATA / "testcentre.sssom.tsv", ROOT / "shapes"]
ASKED = [
    f"/api/v1/concepts?uri={T01}TEMPX01/",
    "/api/v1/search?q=temperature",
    "/api/v1/vocabularies",
    "/collection/T01/current/TEMPX01/?_mediatype=application/ld%2Bjson",
    "/sparql?query=SELECT%20%28COUNT%28*%29%20AS%20%3Fn%29%20%7B%20%3Fs%20a%20%3Fkind%20%7D",
]


def settings_for(server: ServerAddress, folder: Path) -> Settings:
    return Settings(
        data=folder,
        base_uri="http://hub.example/id/",
        store=server.query,
        update_store=server.update,
        graph_store=server.graph_store,
        store_user=server.user,
        store_password=server.password,  # type: ignore[arg-type] # pydantic wraps it
    )


def load(settings: Settings) -> None:
    build_loader(settings).load(find_sources(PATHS), lambda *_: None)


def client_of(settings: Settings) -> TestClient:
    app = create_app(lambda: build_services(settings, snapshot_folder(settings).current()))
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture(scope="module", params=["memory", "oxigraph serve", "virtuoso"])
def other(
    request: pytest.FixtureRequest, data_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("other")
    with ExitStack() as stack:
        if request.param == "memory":
            settings = Settings(data=data_folder, base_uri="http://hub.example/id/", store="memory")
        else:
            started = running_oxigraph() if request.param == "oxigraph serve" else running_virtuoso(folder)
            settings = settings_for(stack.enter_context(started), folder / "data")
            load(settings)
        yield stack.enter_context(client_of(settings))


@pytest.mark.parametrize("path", ASKED)
def test_answers_are_those_of_the_store_in_the_snapshot(path: str, other: TestClient, client: TestClient) -> None:
    answer, expected = other.get(path), client.get(path)
    assert answer.status_code == expected.status_code == 200
    assert json.loads(LOADED.sub(r"\g<1>0", answer.text)) == json.loads(LOADED.sub(r"\g<1>0", expected.text))


def test_a_query_that_is_wrong_is_the_askers_fault(other: TestClient) -> None:
    assert other.get("/sparql", params={"query": "SELECT * { ?s"}).status_code == 400


def test_a_server_that_went_away_is_told_with_when_to_come_again(tmp_path: Path) -> None:
    with running_oxigraph() as server:
        settings = settings_for(server, tmp_path)
        load(settings)
        with client_of(settings) as client:
            assert client.get(ASKED[0]).status_code == 200
            client.get("/")
    with client_of(settings) as client:  # which starts all the same
        for path in (ASKED[0], ASKED[-1]):
            answer = client.get(path)
            assert answer.status_code == 503
            assert int(answer.headers["retry-after"]) > 0
            assert "127.0.0.1" not in answer.text
        assert client.get(ASKED[1]).status_code == 200  # the index is in the snapshot


def test_the_limit_of_bytes_is_kept(tmp_path: Path) -> None:
    with running_oxigraph() as server:
        settings = settings_for(server, tmp_path).model_copy(update={"query_max_bytes": 1000})
        load(settings)
        with client_of(settings) as client:
            assert client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"}).status_code == 503


def test_a_snapshot_is_served_by_the_kind_of_store_it_was_loaded_into(data_folder: Path, tmp_path: Path) -> None:
    with running_oxigraph() as server:
        settings = settings_for(server, tmp_path)
        load(settings)
        changed = build_loader(settings).fingerprint(find_sources(PATHS))
        local = Settings(data=tmp_path, base_uri="http://hub.example/id/")
        with pytest.raises(NoSnapshot, match="--store"):
            build_services(local, snapshot_folder(local).current())
        assert build_loader(local).fingerprint(find_sources(PATHS)) != changed
        elsewhere = settings_for(server, data_folder)
        with pytest.raises(NoSnapshot, match="--update-store"):
            build_services(elsewhere, snapshot_folder(elsewhere).current())


def test_a_load_needs_to_know_where_to_write(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="--update-store"):
        build_loader(Settings(data=tmp_path, store="http://127.0.0.1:1/query"))
