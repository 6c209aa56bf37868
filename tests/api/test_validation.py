import pytest
from fastapi.testclient import TestClient

from tests.conftest import ROOT

CLEAN = ROOT / "tests" / "cases" / "clean"
EXAMPLE = ROOT / "docs" / "examples" / "record.xml"


@pytest.mark.parametrize("encoding", ["iso19139", "iso19115-3", "eml"])
def test_a_clean_record_conforms_in_every_encoding(client: TestClient, encoding: str) -> None:
    body = client.post("/api/v1/validate", content=(CLEAN / f"{encoding}.xml").read_bytes()).json()
    assert body["conforms"] is True
    assert body["record"]["encoding"] == encoding
    assert body["record"]["identifier"]
    assert body["record"]["title"]


def test_a_finding_has_a_place_and_speaks_both_languages(client: TestClient) -> None:
    body = client.post("/api/v1/validate?profile=core", content=EXAMPLE.read_bytes()).json()
    assert body["conforms"] is False
    assert body["record"]["title"] == "Température de surface en rade"
    south = next(result for result in body["results"] if result["code"] == "GEO-04")
    line = EXAMPLE.read_text("utf-8").splitlines()[south["line"] - 1]
    assert line[south["column"] - 1 :].startswith("<gco:Decimal>49.25")
    assert south["severity"] == "violation"
    assert south["value"] == "49.25"
    assert south["xpath"].endswith("/gmd:southBoundLatitude/gco:Decimal")
    assert "limite sud" in south["message"]["fr"]
    assert south["message"]["en"] != south["message"]["fr"]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "STR-01", 1),
        (b"<a>\n<b></a>", "STR-01", 2),
        (b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "STR-02", 1),
        (b'<?xml version="1.0" encoding="utf-8"?><a>\xe9</a>', "STR-03", 1),
        (b"<html>\n</html>", "STR-04", 1),
    ],
)
def test_what_is_no_readable_record_is_422_with_its_place(
    client: TestClient, data: bytes, code: str, line: int
) -> None:
    answer = client.post("/api/v1/validate", content=data)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert (answer.json()["code"], answer.json()["line"]) == (code, line)
    assert answer.json()["column"] >= 1


def test_an_unknown_profile_is_400_and_too_much_is_413(client: TestClient) -> None:
    assert client.post("/api/v1/validate?profile=core,unheard", content=EXAMPLE.read_bytes()).status_code == 400
    assert client.post("/api/v1/validate", content=b" " * 200_001).status_code == 413
