import json
import zipfile
from io import BytesIO
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from jsonschema import Draft202012Validator

from tests.conftest import ROOT
from vocabsvc.formats.reports.writing import MEDIA_TYPES

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


def test_records_of_an_envelope_get_a_report_each(client: TestClient) -> None:
    records = [(CLEAN / f"{name}.xml").read_text("utf-8").partition("?>")[2] for name in ("iso19139", "eml")]
    inside = "".join(f"<record><metadata>{record}</metadata></record>" for record in records)
    body = f'<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>{inside}</ListRecords></OAI-PMH>'
    reports = client.post("/api/v1/validate", content=body.encode()).json()["reports"]
    assert [report["record"]["encoding"] for report in reports] == ["iso19139", "eml"]
    alone = client.post("/api/v1/validate", content=body.replace(records[1], "").encode()).json()
    assert alone["record"]["encoding"] == "iso19139"


@pytest.mark.parametrize("media_type", list(MEDIA_TYPES))
def test_a_report_comes_in_each_form_by_header_and_by_name(client: TestClient, media_type: str) -> None:
    data = EXAMPLE.read_bytes()
    by_header = client.post("/api/v1/validate", content=data, headers={"Accept": media_type, "Accept-Language": "fr"})
    assert by_header.headers["content-type"].partition(";")[0] == media_type
    by_name = client.post(f"/api/v1/validate?format={MEDIA_TYPES[media_type]}&lang=fr", content=data)
    assert by_name.content == by_header.content
    assert "GEO-04" in by_header.text


def test_a_form_that_there_is_not_is_refused(client: TestClient) -> None:
    answer = client.post("/api/v1/validate", content=b"", headers={"Accept": "image/png"})
    assert (answer.status_code, answer.headers["content-type"]) == (406, "application/problem+json")
    assert client.post("/api/v1/validate?format=pdf", content=b"").status_code == 400


def test_the_schema_of_a_report_is_published(client: TestClient) -> None:
    schema = client.get("/api/v1/validate/schema").json()
    Draft202012Validator.check_schema(schema)
    body = client.post("/api/v1/validate?states=true", content=EXAMPLE.read_bytes()).json()
    Draft202012Validator(schema).validate(body)
    assert {result["state"] for result in body["results"]} >= {"fail", "pass", "not_applicable"}


BROKEN = b"<a>\n<b>"


def archive(*files: tuple[str, bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files:
            opened.writestr(name, content)
    return data.getvalue()


def lines(answer: Response) -> list[dict[str, Any]]:
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/x-ndjson")
    return [json.loads(line) for line in answer.text.splitlines()]


def test_a_zip_archive_gets_a_report_a_line_in_its_order(client: TestClient) -> None:
    clean = (CLEAN / "eml.xml").read_bytes()
    files = [("b/été.xml", clean), ("a.xml", BROKEN), ("lisez-moi.txt", b"x"), ("c.xml", EXAMPLE.read_bytes())]
    answers = lines(client.post("/api/v1/validate/batch", content=archive(*files)))
    assert [answer["file"] for answer in answers] == ["b/été.xml", "a.xml", "c.xml"]
    assert [answer["conforms"] for answer in answers] == [True, False, False]
    assert [(one["code"], one["line"]) for one in answers[1]["results"]] == [("STR-01", 2)]
    alone = client.post("/api/v1/validate", content=EXAMPLE.read_bytes()).json()
    assert {**alone, "file": "c.xml"} == answers[2]


def test_a_form_of_files_is_a_batch_too(client: TestClient) -> None:
    clean = (CLEAN / "eml.xml").read_bytes()
    files = [("files", ("été.xml", clean)), ("files", ("été.xml", EXAMPLE.read_bytes()))]
    answers = lines(client.post("/api/v1/validate/batch", files=files))
    assert [(answer["file"], answer["conforms"]) for answer in answers] == [("été.xml", True), ("été.xml (2)", False)]


def test_a_batch_that_cannot_be_opened_is_refused_whole(client: TestClient) -> None:
    assert client.post("/api/v1/validate/batch", content=b"no zip").status_code == 422
    assert client.post("/api/v1/validate/batch", content=archive(), params={"profile": "unheard"}).status_code == 400
    assert client.post("/api/v1/validate/batch", content=b" " * 1_000_001).status_code == 413
    assert client.post("/api/v1/validate/batch", files={"a": (None, "no file")}).status_code == 400


def test_a_bomb_in_a_batch_is_a_line_that_says_so(client: TestClient) -> None:
    bomb = archive(("bomb.xml", b"<a>" + b" " * 5_000_000 + b"</a>"), ("ok.xml", (CLEAN / "eml.xml").read_bytes()))
    first, second = lines(client.post("/api/v1/validate/batch", content=bomb))
    assert [one["code"] for one in first["results"]] == ["STR-02"]
    assert second["conforms"]
