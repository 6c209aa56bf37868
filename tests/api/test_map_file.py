from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.unit.formats.parameters.netcdf_files import write_ctd
from vocabsvc.formats.parameters.limits import MOST_BYTES
from vocabsvc.formats.sssom import read_sssom

TABLE = "Code;Libellé;Station\nPSAL_X;;Brest\n;oxygène dissous;Sète\nunheard;;\n".encode("cp1252")


def sent(client: TestClient, content: bytes, **asked: Any) -> Any:
    return client.post("/api/v1/map/file", params={"target": "T01", "limit": 1, **asked}, content=content)


def test_a_body_is_a_file(client: TestClient) -> None:
    results = sent(client, TABLE).json()["results"]
    assert [result["row"]["Station"] for result in results] == ["Brest", "Sète", ""]
    assert [result["line"] for result in results] == [2, 3, 4]
    assert [len(result["candidates"]) for result in results][:2] == [1, 1]
    assert results[0]["candidates"][0]["notation"] == "SDN:T01::SALTX01"
    assert {"kind", "no_match", "term"} <= results[0].keys()
    assert {"evidence", "explanation"} <= results[0]["candidates"][0].keys()


def test_a_form_carries_a_file(client: TestClient) -> None:
    answer = client.post(
        "/api/v1/map/file", params={"target": "T01"}, data={"note": "x"}, files={"table": ("paramètres.csv", TABLE)}
    )
    assert [result["row"]["Code"] for result in answer.json()["results"]] == ["PSAL_X", "", "unheard"]
    empty = client.post("/api/v1/map/file", params={"target": "T01"}, files={}, data={"file": "PSAL_X"})
    assert empty.status_code in {400, 422}


def test_a_form_without_a_file_is_refused(client: TestClient) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nPSAL_X\r\n--b--\r\n'
    header = {"Content-Type": "multipart/form-data; boundary=b"}
    answer = client.post("/api/v1/map/file", params={"target": "T01"}, content=body, headers=header)
    assert (answer.status_code, answer.json()["detail"]) == (400, "the form has no file")
    broken = client.post("/api/v1/map/file", params={"target": "T01"}, content=b"--x", headers=header)
    assert broken.status_code == 400


def test_a_netcdf_header_is_read(client: TestClient, tmp_path: Path) -> None:
    content = write_ctd(tmp_path / "ctd.nc", "NETCDF4", 2).read_bytes()
    first = sent(client, content).json()["results"][0]
    assert (first["term"]["local_name"], first["term"]["instrument"]) == ("V0", "CTD é")
    assert first["term"]["standard_name"] == "sea_water_temperature"


def test_what_the_sender_says_counts_for_the_whole_file(client: TestClient) -> None:
    results = sent(client, b"local_name\nSEAU_T\n", centre="testcentre", instrument="CTD").json()["results"]
    assert "published mapping of this centre" in results[0]["candidates"][0]["explanation"]
    assert results[0]["term"]["instrument"] == "CTD"


def test_tables_and_mapping_sets_are_answered(client: TestClient) -> None:
    answer = sent(client, b"local_name,unit\nPSAL_X,=1+1\n", format="tsv")
    assert answer.headers["content-type"].startswith("text/tab-separated-values")
    header, row = (line.split("\t") for line in answer.text.splitlines())
    assert (header[:3], row[:3]) == (["local_name", "unit", "uri"], ["PSAL_X", "'=1+1", row[2]])
    found = read_sssom(sent(client, TABLE, format="sssom").content, "x.sssom.tsv", "http://hub.example/id/")
    assert found.mappings[0].object_id.endswith("/SALTX01/")


@pytest.mark.parametrize(
    ("content", "status", "place"),
    [
        (b"colour\nred\n", 422, (1, None)),
        (b"local_name,unit\nTEMP,degC,x\n", 422, (2, 3)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 422, (None, None)),
        (b"local_name\n" + b"x\n" * 10_001, 413, (None, None)),
        (b"local_name\n" + b"x" * 6_000 + b"\n", 413, (None, None)),
        (b"CDF\x01" + b"\0" * MOST_BYTES, 413, (None, None)),
        (b"local_name\n" + b" " * 10_000_000, 413, (None, None)),
    ],
)
def test_what_cannot_be_used_is_refused(
    client: TestClient, content: bytes, status: int, place: tuple[int | None, int | None]
) -> None:
    answer = sent(client, content)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.json().get("line"), answer.json().get("column")) == place


@pytest.mark.parametrize(
    ("asked", "status"),
    [({"target": "P99"}, 404), ({"limit": 51}, 413), ({"limit": "x"}, 400), ({"format": "pdf"}, 400)],
)
def test_impossible_parameters_are_refused(client: TestClient, asked: dict[str, object], status: int) -> None:
    assert sent(client, TABLE, **asked).status_code == status
