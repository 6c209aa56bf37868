"""A PostgreSQL server that goes away and comes back."""

from pathlib import Path

from fastapi.testclient import TestClient

from tests.api.curation.conftest import MAPPINGS, MARIE, NEW, decide, labelled
from tests.curated import open_curated
from tests.postgresql import running_postgresql
from vocabsvc.asgi import create_app


def test_reading_goes_on_and_nothing_accepted_is_lost(data: Path) -> None:
    with running_postgresql() as server:
        address = server.new_database()
        with TestClient(create_app(lambda: open_curated(data, decisions=address))) as client:
            accepted = decide(client, labelled(client, "SEAU_T"), action="accept").json()
            mapping = labelled(client, "OXY")
            server.stop()
            for answer in (decide(client, mapping, action="accept"), client.post(MAPPINGS, json=NEW, headers=MARIE)):
                assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
            assert labelled(client, "SEAU_T") == accepted
            assert client.get("/api/v1/mapping-sets").status_code == 200
            assert "away" in client.get("/health").json()["decisions"]
            with TestClient(create_app(lambda: open_curated(data, decisions=address))) as other:
                assert labelled(other, "SEAU_T")["status"] == "proposed"  # as published
            server.start()
            assert decide(client, mapping, action="accept").status_code == 200
            assert labelled(client, "SEAU_T") == accepted
            assert client.get("/health").json()["decisions"] == "ok"
