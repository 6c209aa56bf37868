"""Missing terms over HTTP."""

import csv
import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.requested import P01, load_requested, open_requested
from vocabsvc.asgi import create_app
from vocabsvc.model.decision import Action, Asked, NewMapping
from vocabsvc.services.services import Services
from vocabsvc.settings import Settings

PATH = "/api/v1/missing-terms"
MARIE = {"Authorization": "Bearer jeton de Marie"}
TOKENS = f"marie.dupont:{sha256(b'jeton de Marie').hexdigest()}"
NEW = {"local_name": "GLUB", "long_name": "Glubure inédite", "unit": "µg/l", "centre": "rade"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return load_requested(tmp_path_factory.mktemp("requested"))


@pytest.fixture
def opened(loaded: Settings, tmp_path: Path) -> Services:
    decisions = {"decisions": f"sqlite:///{tmp_path / 'décisions.sqlite'}", "curator_tokens": TOKENS}
    return open_requested(Settings(data=loaded.data, base_uri=loaded.base_uri, **decisions))  # type: ignore[arg-type]


@pytest.fixture
def requested(opened: Services) -> Iterator[TestClient]:
    with TestClient(create_app(lambda: opened), raise_server_exceptions=False) as client:
        yield client


def results(client: TestClient, **asked: object) -> list[dict[str, Any]]:
    answer = client.get(PATH, params=asked)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["results"]
    assert answer.json()["total"] >= len(found)
    return found


def names(client: TestClient, **asked: object) -> list[str]:
    return [one["term"]["local_name"] for one in results(client, **asked)]


def collect(client: TestClient, *terms: dict[str, str], headers: dict[str, str] | None = None) -> int:
    body = {"target": "P01", "terms": list(terms)}
    return client.post("/api/v1/map?collect=true", json=body, headers=headers or {}).status_code


def test_what_no_set_maps_is_listed_with_a_draft_and_flags_are_not(requested: TestClient) -> None:
    (found,) = results(requested)
    assert found["term"]["local_name"] == "NIFH"
    assert found["draft"]["label"] == "Abundance of nifH gene copies per unit volume of ⟨matrix?⟩"
    assert found["draft"]["open"] == ["matrix"]
    assert found["draft"]["unit"]["notation"] == "SDN:P06::UCPL"
    assert found["occurrences"] == [{"source": "baie", "asked_by": "", "times": 1, "first": "", "last": ""}]
    assert names(requested, centre="BAIE") == ["NIFH"]
    assert names(requested, centre="ailleurs") == []


def test_nothing_is_kept_for_those_who_do_not_say_who_they_are(requested: TestClient) -> None:
    assert collect(requested, NEW) == 401
    assert collect(requested, NEW, headers={"Authorization": "Bearer faux"}) == 401
    assert requested.post("/api/v1/map", json={"target": "P01", "terms": [NEW]}).status_code == 200
    assert names(requested) == ["NIFH"]


def test_nobody_collects_where_nobody_may_write(loaded: Settings) -> None:
    services = open_requested(loaded)
    with TestClient(create_app(lambda: services)) as client:
        assert collect(client, NEW, headers=MARIE) == 403


def test_what_a_curator_maps_in_vain_is_kept_and_counted_once(requested: TestClient) -> None:
    flag = {"local_name": "GLUB_QC"}
    assert collect(requested, NEW, flag, headers=MARIE) == 200
    assert collect(requested, NEW, headers=MARIE) == 200
    assert "GLUB_QC" not in names(requested)
    (found,) = [one for one in results(requested) if one["term"]["local_name"] == "GLUB"]
    (met,) = found["occurrences"]
    assert (met["source"], met["asked_by"], met["times"]) == ("/api/v1/map", "marie.dupont", 2)
    assert met["first"] == met["last"] != ""
    assert found["times"] == 2
    assert names(requested, centre="rade") == ["GLUB"]


def test_a_mapping_that_is_proposed_takes_a_name_off_the_list_and_its_rejection_puts_it_back(
    requested: TestClient, opened: Services
) -> None:
    new = NewMapping("baie", "http://hub.example/id/baie/NIFH", "skos:broadMatch", f"{P01}SYNECHO1/")
    proposed = opened.curation.propose(new, "marie.dupont")
    assert names(requested) == []
    opened.curation.decide(proposed.id, Asked(Action.REJECT, "autre chose"), "marie.dupont")  # type: ignore[union-attr]
    assert names(requested) == ["NIFH"]
    (found,) = results(requested)
    if found["near_misses"][0]["uri"] == f"{P01}SYNECHO1/":  # else another one is likelier to this model
        assert found["status"] == "missing"


def test_a_list_for_a_spreadsheet_starts_no_formula(requested: TestClient) -> None:
    collect(requested, {"local_name": "=CMD()", "long_name": "+glubure nouvelle"}, headers=MARIE)
    answer = requested.get(PATH, params={"format": "tsv"})
    assert answer.headers["content-type"].startswith("text/tab-separated-values")
    rows = list(csv.DictReader(io.StringIO(answer.text), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {"'=CMD()", "NIFH"} <= {row["local_name"] for row in rows}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize(("language", "title"), [("fr", "Nouveau terme P01 : Abondance"), ("en", "New P01 term: Abun")])
def test_the_text_of_a_request_is_in_the_language_asked(requested: TestClient, language: str, title: str) -> None:
    answer = requested.get(PATH, params={"format": "md"}, headers={"Accept-Language": language})
    assert answer.headers["content-type"].startswith("text/markdown")
    assert answer.text.startswith("## " + title[: title.index(":")])


def test_an_answer_is_never_taken_for_one_of_before_something_was_collected(requested: TestClient) -> None:
    before = requested.get(PATH)
    collect(requested, NEW, headers=MARIE)
    tag = {"If-None-Match": before.headers["etag"]} if "etag" in before.headers else {}
    after = requested.get(PATH, headers=tag)
    assert after.status_code == 200
    assert after.json()["total"] == before.json()["total"] + 1


@pytest.mark.parametrize(
    ("asked", "status"),
    [({"limit": "0"}, 400), ({"offset": "-1"}, 400), ({"format": "xml"}, 400), ({"status": "lost"}, 400)],
)
def test_impossible_questions_are_refused(requested: TestClient, asked: dict[str, str], status: int) -> None:
    answer = requested.get(PATH, params=asked)
    assert answer.status_code in {status, 422}
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_hub_without_p01_says_so(client: TestClient) -> None:
    answer = client.get(PATH)
    assert answer.status_code == 404
    assert "P01" in answer.json()["detail"]


def test_lists_go_on_while_the_database_is_away(loaded: Settings, tmp_path: Path) -> None:
    away = f"sqlite:///{tmp_path / 'nowhere' / 'd.sqlite'}"
    services = open_requested(
        Settings(data=loaded.data, base_uri=loaded.base_uri, decisions=away, curator_tokens=TOKENS)  # type: ignore[arg-type]
    )
    with TestClient(create_app(lambda: services), raise_server_exceptions=False) as client:
        assert names(client) == ["NIFH"]
        assert collect(client, NEW, headers=MARIE) == 503


@settings(max_examples=60, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.fixed_dictionaries({}, optional={key: st.text(max_size=40) for key in NEW}), st.text(max_size=20))
def test_no_name_breaks_the_list(requested: TestClient, term: dict[str, str], centre: str) -> None:
    assert collect(requested, term, headers=MARIE) in {200, 400, 422}
    for layout in ("json", "tsv", "md"):
        assert requested.get(PATH, params={"format": layout, "centre": centre}).status_code == 200
