from collections.abc import Iterator
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from vocabsvc.api.problems import install_problem_handlers
from vocabsvc.api.routers.changes import router
from vocabsvc.model.change import Change, ChangeKind, Edition, EditionChanges, History
from vocabsvc.services.changes import Changes

OLD = Edition("24", "2023-09-13", "a1", "2026-11-19T10:00:00+00:00")
NEW = Edition("25", "2024-09-13", "a2", "2026-11-20T10:00:00+00:00")
BREST = Change("http://t/brest", ChangeKind.ADDED, ("Rade de Brest — été",))
PORT = Change("http://t/port", ChangeKind.CHANGED, ("broader", "pref_label@fr"))
PATH = "/api/v1/vocabularies/c19/changes"


@pytest.fixture
def client() -> Iterator[TestClient]:
    changes = Changes([History("C19", OLD, (EditionChanges("C19", OLD, NEW, (BREST, PORT)),))])
    app = FastAPI(lifespan=lambda _: nullcontext({"services": SimpleNamespace(changes=changes)}))
    install_problem_handlers(app)
    app.include_router(router)
    with TestClient(app) as client:
        yield client


@pytest.mark.parametrize("since", [None, "", "24", "2026-11-20"])
def test_changes_since_an_edition_or_a_date(client: TestClient, since: str | None) -> None:
    answer = client.get(PATH, params={} if since is None else {"since": since})
    assert answer.json() == {
        "from": "24",
        "to": "25",
        "changes": [
            {"uri": "http://t/brest", "kind": "added", "what": ["Rade de Brest — été"]},
            {"uri": "http://t/port", "kind": "changed", "what": ["broader", "pref_label@fr"]},
        ],
    }


def test_what_an_answer_leads_to_may_be_asked_next(client: TestClient) -> None:
    reached = client.get(PATH).json()["to"]
    assert client.get(PATH, params={"since": reached}).json() == {"from": "25", "to": "25", "changes": []}


@pytest.mark.parametrize(
    ("path", "since", "status", "detail"),
    [
        ("/api/v1/vocabularies/P99/changes", "24", 404, "P99"),
        (PATH, "26", 400, "24, 25"),
        (PATH, "\x00é\u202e", 400, "known are"),
        (PATH, "x" * 201, 413, "since"),
    ],
)
def test_faults_are_problems(client: TestClient, path: str, since: str, status: int, detail: str) -> None:
    answer = client.get(path, params={"since": since})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert detail in answer.json()["detail"]


def test_the_schema_names_the_members_as_they_are_sent(client: TestClient) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert list(schemas["ChangesOut"]["properties"]) == ["from", "to", "changes"]
    assert schemas["ChangeKind"]["enum"] == ["added", "changed", "deprecated", "undeprecated", "removed"]
