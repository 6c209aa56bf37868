"""Who may not write, what cannot be written, and a database that is away."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tests.api.curation.conftest import MAPPINGS, MARIE, NEW, decide, labelled
from tests.curated import CENTRE, open_curated
from tests.examples import examples
from vocabsvc.asgi import create_app
from vocabsvc.namespaces import SKOS
from vocabsvc.services.services import Services

MANY = settings(max_examples=examples(50, 150), derandomize=True, suppress_health_check=list(HealthCheck))


def test_writing_is_off_unless_there_are_curators(data: Path) -> None:
    services = open_curated(data, curator_tokens="")
    with TestClient(create_app(lambda: services)) as client:
        for path in (MAPPINGS, f"{MAPPINGS}/x/decisions"):
            answer = client.post(path, content=b"{", headers=MARIE)
            assert answer.status_code == 403
            assert "VOCABSVC_CURATOR_TOKENS" in answer.json()["detail"]


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer faux", "Basic eDp5", "jeton de Marie", "Bearer jeton de Marie x", "\xff"],
)
def test_without_a_token_nothing_is_read(client: TestClient, header: str) -> None:
    headers = [(b"authorization", header.encode("latin-1"))] if header else []
    answer = client.post(MAPPINGS, content=b"{", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("header", [{}, {"If-Match": "*"}, {"If-Match": " , "}])
def test_a_decision_names_the_state_it_is_on(client: TestClient, header: dict[str, str]) -> None:
    path = f"{MAPPINGS}/{labelled(client, 'OXY')['id']}/decisions"
    assert client.post(path, json={"action": "accept"}, headers={**MARIE, **header}).status_code == 428


@pytest.mark.parametrize("form", ['W/"{}"', "{}", '"other", "{}"'])
def test_the_state_may_be_named_in_several_ways(client: TestClient, form: str) -> None:
    mapping = labelled(client, "OXY")
    headers = {**MARIE, "If-Match": form.format(mapping["etag"])}
    answer = client.post(f"{MAPPINGS}/{mapping['id']}/decisions", json={"action": "accept"}, headers=headers)
    assert answer.status_code == 200


def test_a_decision_on_an_unknown_mapping_writes_nothing(client: TestClient, database: Path) -> None:
    assert decide(client, {"id": "0" * 20, "etag": "x"}, action="accept").status_code == 404
    assert not database.exists()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"action":"maybe"}', b'{"action":"accept","who":"x"}', b"\xff"]
)
def test_a_malformed_decision_is_refused(client: TestClient, content: bytes) -> None:
    mapping = labelled(client, "OXY")
    headers = {**MARIE, "If-Match": mapping["etag"], "Content-Type": "application/json"}
    answer = client.post(f"{MAPPINGS}/{mapping['id']}/decisions", content=content, headers=headers)
    assert answer.status_code == 400
    assert labelled(client, "OXY") == mapping


def test_where_the_database_cannot_be_written_reading_goes_on(
    client: TestClient, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vocabsvc.store.curation.database._WAIT_SECONDS", 0.05)
    accepted = decide(client, labelled(client, "SEAU_T"), action="accept").json()
    mapping = labelled(client, "OXY")
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # for root no file is read-only: another process holds it
    answer = decide(client, mapping, action="accept")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert labelled(client, "SEAU_T") == accepted
    other.close()
    assert decide(client, mapping, action="accept").status_code == 200


def test_where_the_disk_is_full_reading_goes_on(client: TestClient, opened: tuple[TestClient, Services]) -> None:
    accepted = decide(client, labelled(client, "SEAU_T"), action="accept").json()
    mapping = labelled(client, "OXY")
    database = opened[1].curation._decided._log()._database  # type: ignore[attr-defined]
    with database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

    def fill(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(database._engine, "checkout", fill)
    for number in range(50):
        answer = client.post(MAPPINGS, json=NEW | {"subject_id": f"http://x.example/{number}"}, headers=MARIE)
        if answer.status_code != 201:
            break
    assert (answer.status_code, "full" in answer.json()["detail"]) == (503, True)
    assert decide(client, mapping, action="accept", comment="é" * 2000).status_code == 503
    assert labelled(client, "SEAU_T") == accepted
    assert labelled(client, "OXY") == mapping


def test_where_the_database_is_broken_the_published_sets_are_read(client: TestClient, database: Path) -> None:
    database.write_bytes(b"no database at all" * 100)
    mapping = labelled(client, "OXY")
    assert mapping["status"] == "proposed"
    answer = decide(client, mapping, action="accept")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert "not a database" in client.get("/health").json()["decisions"]
    assert client.get("/api/v1/mapping-sets").status_code == 200
    assert client.post(MAPPINGS, json=NEW, headers=MARIE).status_code == 503
    database.unlink()
    assert decide(client, mapping, action="accept").status_code == 200
    assert client.get("/health").json()["decisions"] == "ok"


@pytest.fixture(scope="module")
def hostile(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    data = Path(shutil.copytree(loaded, tmp_path_factory.mktemp("hostile") / "data"))
    with TestClient(create_app(lambda: open_curated(data)), raise_server_exceptions=False) as client:
        yield client


@MANY
@given(
    name=st.sampled_from(["curated", "", "x"]) | st.text(max_size=20),
    subject=st.sampled_from([f"{CENTRE}6", "centre:1"]) | st.text(max_size=60),
    predicate=st.sampled_from(["skos:exactMatch", f"{SKOS}closeMatch"]) | st.text(max_size=30),
    target=st.sampled_from(["SDN:T01::SALTX01", "T02:CHEM/"]) | st.text(max_size=60),
    comment=st.text(max_size=60),
)
def test_whatever_is_proposed_is_no_fault_of_ours(
    hostile: TestClient,
    name: str,
    subject: str,
    predicate: str,
    target: str,
    comment: str,
) -> None:
    body = {"set": name, "subject_id": subject, "predicate_id": predicate, "object_id": target, "comment": comment}
    answer = hostile.post(MAPPINGS, content=json.dumps(body), headers={**MARIE, "Content-Type": "application/json"})
    assert answer.status_code in {201, 400, 404, 409, 413, 422}
    assert hostile.get(MAPPINGS, params={"subject": subject, "object": target}).status_code == 200


@MANY
@given(
    action=st.sampled_from(["propose", "accept", "reject", "change", "retire"]) | st.text(max_size=10),
    comment=st.text(max_size=60),
    target=st.sampled_from(["", "SDN:T01::SALTX01", "T02:CHEM/"]) | st.text(max_size=60),
    predicate=st.sampled_from(["", "skos:exactMatch", "skos:closeMatch"]) | st.text(max_size=30),
)
def test_whatever_is_decided_is_no_fault_of_ours(
    hostile: TestClient, action: str, comment: str, target: str, predicate: str
) -> None:
    mapping = labelled(hostile, "OXY")
    body = {"action": action, "comment": comment, "object_id": target, "predicate_id": predicate}
    headers = {**MARIE, "If-Match": mapping["etag"], "Content-Type": "application/json"}
    answer = hostile.post(f"{MAPPINGS}/{mapping['id']}/decisions", content=json.dumps(body), headers=headers)
    assert answer.status_code in {200, 400, 413, 422}
    after = labelled(hostile, "OXY")
    assert (after == mapping) is (answer.status_code != 200)
