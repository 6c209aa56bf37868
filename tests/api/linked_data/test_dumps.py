"""Files to take away."""

import csv
import gzip
import hashlib
import io
from base64 import b64encode
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.linked_data.conftest import BASE_URI
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.services.services import Services
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

NAME = "2026-1-ete-4ef1bfa1"
ENDINGS = {
    "ttl.gz": "application/gzip",
    "nt.gz": "application/gzip",
    "jsonld": "application/ld+json",
    "csv": "text/csv; charset=utf-8; header=present",
}


def test_the_index_leads_to_every_file(hub: TestClient) -> None:
    index = hub.get("/dumps/").json()
    assert (index["total"], [one["vocabulary"] for one in index["results"]]) == (3, ["harbour", "T01", "T02"])
    for one in index["results"]:
        listed = hub.get(one["url"]).json()
        assert listed["editions"] == [one["latest"]]
        for ending, file in one["latest"]["files"].items():
            answer = hub.get(file["url"])
            assert answer.headers["content-type"] == ENDINGS[ending]
            assert hashlib.sha256(answer.content).hexdigest() == file["sha256"]
            assert len(answer.content) == file["size"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_says_what_it_is(ending: str, hub: TestClient) -> None:
    answer = hub.get(f"/dumps/harbour/{NAME}.{ending}")
    digest = hashlib.sha256(answer.content)
    assert answer.headers["etag"] == f'"{digest.hexdigest()}"'
    repeated = f"sha-256=:{b64encode(digest.digest()).decode()}:"
    assert (answer.headers["repr-digest"], answer.headers["content-digest"]) == (repeated, repeated)
    assert answer.headers["content-disposition"] == f'attachment; filename="harbour-{NAME}.{ending}"'
    assert "content-encoding" not in answer.headers


def test_a_part_can_be_fetched(hub: TestClient) -> None:
    path = f"/dumps/harbour/{NAME}.ttl.gz"
    whole = hub.get(path)
    part = hub.get(path, headers={"Range": "bytes=100-", "If-Range": whole.headers["etag"]})
    assert (part.status_code, part.content) == (206, whole.content[100:])
    assert part.headers["repr-digest"] == whole.headers["repr-digest"]
    assert "content-digest" not in part.headers
    assert hub.get(path, headers={"Range": "bytes=100-", "If-Range": '"other"'}).status_code == 200
    assert hub.get(path, headers={"Range": "bytes=99999999-"}).status_code == 416


def test_a_known_file_is_not_sent_again(hub: TestClient) -> None:
    path = f"/dumps/harbour/{NAME}.jsonld"
    tag = hub.get(path).headers["etag"]
    answer = hub.get(path, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert hub.head(path).headers["etag"] == tag


def test_the_latest_leads_to_the_edition(hub: TestClient) -> None:
    for ending in ("", *(f".{one}" for one in ENDINGS)):
        answer = hub.get(f"/dumps/HARBOUR/latest{ending}")
        assert (answer.status_code, answer.headers["location"]) == (
            307,
            f"http://hub.example/dumps/harbour/{NAME}{ending}",
        )


def test_an_edition_is_described(hub: TestClient) -> None:
    described = hub.get(f"/dumps/harbour/{NAME}").json()
    assert (described["edition"], described["date"], described["triples"]) == ("2026/1 été", "2026-02", 50)


@pytest.mark.parametrize(
    "path",
    [
        *("/dumps/none/", "/dumps/none/1.ttl.gz", "/dumps/harbour/2.ttl.gz", f"/dumps/harbour/{NAME}.rdf"),
        *("/dumps/harbour/dumps.json", "/dumps/..%2f..%2fmanifest.json", "/dumps/harbour/latest.exe"),
        *("/dumps/harbour/..%2F..%2Fmanifest.json", "/dumps/harbour/%00"),
    ],
)
def test_what_is_no_dump_is_not_found(path: str, hub: TestClient) -> None:
    answer = hub.get(path, follow_redirects=True)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_a_table_has_a_row_per_concept(hub: TestClient) -> None:
    rows = {
        row["uri"]: row for row in csv.DictReader(io.StringIO(hub.get(f"/dumps/harbour/{NAME}.csv").text, newline=""))
    }
    assert len(rows) == 5
    assert rows[f"{BASE_URI}harbour/jetty"]["status"] == "deprecated"
    assert rows[f"{BASE_URI}harbour/jetty"]["replaced_by"] == f"{BASE_URI}harbour/quay"
    quay = rows[f"{BASE_URI}harbour/quay"]
    assert quay["units"] == "http://vocab.nerc.ac.uk/collection/P06/current/ULAA/"
    assert quay["alt_labels"] == "wharf\\|pier|embarcadère|QU\\\\AY"


@pytest.mark.parametrize("ending", ["ttl.gz", "nt.gz", "jsonld"])
def test_a_dump_loads_as_the_vocabulary_it_is_of(
    ending: str, hub: TestClient, published: Services, tmp_path: Path
) -> None:
    path = tmp_path / f"harbour.{ending}"
    path.write_bytes(hub.get(f"/dumps/harbour/{NAME}.{ending}").content)
    settings = Settings(data=tmp_path / "data", base_uri=BASE_URI)
    build_loader(settings).load(find_sources([path]), lambda *_: None)
    loaded = build_services(settings, snapshot_folder(settings).current())
    uris = [ref.uri for ref in published.concepts.every_member("harbour")]
    assert [ref.uri for ref in loaded.concepts.every_member("harbour")] == uris
    for uri in uris:
        assert loaded.concepts.detail(uri).concept == published.concepts.detail(uri).concept


def test_the_vocabulary_answers_as_its_dump(hub: TestClient) -> None:
    packed = hub.get(f"/dumps/harbour/{NAME}.ttl.gz").content
    assert hub.get("/id/harbour.ttl").content == gzip.decompress(packed)
