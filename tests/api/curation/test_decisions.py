"""Decisions over HTTP."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from tests.api.curation.conftest import MAPPINGS, MARIE, NEW, YVES, decide, labelled
from tests.curated import CENTRE, SSSOM, T01, load_curated, open_curated
from tests.server import running_server
from vocabsvc.asgi import create_app
from vocabsvc.namespaces import SKOS


def test_a_decision_leads_to_the_new_state(client: TestClient) -> None:
    before = labelled(client, "SEAU_T")
    answer = decide(client, before, action="accept", comment="vérifié\nen mer")
    after = answer.json()
    assert answer.status_code == 200
    assert answer.headers["etag"] == f'"{after["etag"]}"'
    assert after == {**before, "status": "accepted", "decisions": 1, "etag": after["etag"]}
    assert after["etag"] != before["etag"]
    assert labelled(client, "SEAU_T") == after
    assert client.get(f"{MAPPINGS}/{before['id']}").json() == after
    (step,) = client.get(f"{MAPPINGS}/{before['id']}/history").json()["history"]
    assert (step["action"], step["status"], step["who"]) == ("accept", "accepted", "marie.dupont")
    assert (step["comment"], step["tool"].split()[0]) == ("vérifié en mer", "vocabsvc")
    assert step["decided"].endswith("Z")
    assert step["row"]["object_id"] == f"{T01}SALTX01/"


def test_a_change_takes_the_label_of_its_target_and_drops_what_justified_the_old_one(client: TestClient) -> None:
    before = labelled(client, "SEAU_T")
    sent = {
        "action": "change",
        "object_id": "SDN:T02::THERM",
        "predicate_id": "skos:broadMatch",
        "comment": "=trop fin",
    }
    after = decide(client, before, **sent).json()
    assert after["id"] == before["id"]
    assert (after["object_label"], after["predicate_id"]) == ("Thermal properties", f"{SKOS}broadMatch")
    assert after["mapping_justification"].endswith("ManualMappingCuration")
    assert (after["confidence"], after["comment"], after["status"]) == (None, "'=trop fin", "proposed")


def test_what_is_rejected_may_be_proposed_again(client: TestClient) -> None:
    mapping = decide(client, labelled(client, "OXY"), action="reject", comment="non").json()
    mapping = decide(client, mapping, action="propose").json()
    mapping = decide(client, mapping, action="accept").json()
    assert decide(client, mapping, action="retire").json()["status"] == "retired"
    history = client.get(f"{MAPPINGS}/{mapping['id']}/history").json()["history"]
    assert [one["status"] for one in history] == ["rejected", "proposed", "accepted", "retired"]


@pytest.mark.parametrize(
    ("label", "body", "reason"),
    [
        ("TEMP_X", {"action": "accept"}, "accepted cannot get accept; possible: change, retire"),
        ("TEMP_X", {"action": "reject", "comment": "non"}, "possible: change, retire"),
        ("SEAU_T", {"action": "retire"}, "possible: accept, reject, change"),
        ("SEAU_T", {"action": "reject", "comment": " "}, "reject needs a comment"),
        ("SEAU_T", {"action": "change"}, "change needs"),
        ("SEAU_T", {"action": "accept", "object_id": f"{T01}TEMPX01/"}, "change comes first"),
        ("SEAU_T", {"action": "change", "object_id": "SDN:T01::TEMPX02"}, "TEMPX01/ replaces it"),
        ("SEAU_T", {"action": "change", "object_id": f"{T01}NICHTS/"}, "T01 has no concept"),
        ("SEAU_T", {"action": "change", "object_id": "nonsense"}, "neither an IRI nor a CURIE"),
        ("SEAU_T", {"action": "change", "predicate_id": "rdf:type"}, "no predicate of mappings"),
        ("SEAU_T", {"action": "change", "object_id": "T01:SALTX01/"}, "says that already"),
    ],
)
def test_an_impossible_decision_is_refused_with_the_reason(
    client: TestClient, label: str, body: dict[str, str], reason: str
) -> None:
    mapping = labelled(client, label)
    answer = decide(client, mapping, **body)
    assert answer.status_code == 422
    assert reason in answer.json()["detail"]
    assert labelled(client, label) == mapping


def test_a_retired_mapping_cannot_be_accepted(client: TestClient) -> None:
    retired = decide(client, labelled(client, "TEMP_X"), action="retire").json()
    answer = decide(client, retired, action="accept")
    assert answer.status_code == 422
    assert "retired cannot get accept; possible: propose" in answer.json()["detail"]


def test_a_deprecated_target_cannot_come_back(client: TestClient) -> None:
    retired = decide(client, labelled(client, "VIEUX"), action="retire").json()
    assert decide(client, retired, action="propose").status_code == 422


def test_the_second_of_two_curators_gets_both_states(client: TestClient) -> None:
    seen = labelled(client, "SEAU_T")
    assert decide(client, seen, MARIE, action="accept").status_code == 200
    answer = decide(client, seen, YVES, action="change", predicate_id="skos:closeMatch")
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["current"] == labelled(client, "SEAU_T")
    assert problem["current"]["status"] == "accepted"
    assert (problem["sent"]["id"], problem["sent"]["predicate_id"]) == (seen["id"], "skos:closeMatch")
    assert len(client.get(f"{MAPPINGS}/{seen['id']}/history").json()["history"]) == 1


def test_of_many_at_once_exactly_one_wins(data: Path) -> None:
    services = open_curated(data)
    with running_server(services) as address, httpx.Client(base_url=address) as client:
        (seen,) = client.get(MAPPINGS, params={"subject": "SEAU_T"}).json()["results"]

        def send(number: int) -> int:
            headers = {**(MARIE, YVES)[number % 2], "If-Match": seen["etag"]}
            body = {"action": "reject", "comment": f"n° {number}"}
            return client.post(f"{MAPPINGS}/{seen['id']}/decisions", json=body, headers=headers).status_code

        with ThreadPoolExecutor(8) as pool:
            statuses = sorted(pool.map(send, range(8)))
        assert statuses == [200, *[409] * 7]
        assert client.get(f"{MAPPINGS}/{seen['id']}").json()["decisions"] == 1


def test_a_new_mapping_is_proposed(client: TestClient) -> None:
    answer = client.post(MAPPINGS, json=NEW, headers=MARIE)
    made = answer.json()
    assert answer.status_code == 201
    assert client.get(answer.headers["location"]).json() == made
    assert answer.headers["etag"] == f'"{made["etag"]}"'
    assert (made["status"], made["subject_label"]) == ("proposed", "Paramètre 6")
    assert (made["object_id"], made["object_label"]) == (f"{T01}OXYGX01/", "Dissolved oxygen of the test basin")
    again = client.post(MAPPINGS, json=NEW, headers=YVES)
    assert again.status_code == 409
    assert again.json()["current"] == made


def test_a_new_mapping_of_a_known_subject_is_named_as_its_centre_does(client: TestClient) -> None:
    made = client.post(MAPPINGS, json=NEW | {"subject_id": "centre:5", "object_id": "T02:CHEM/"}, headers=MARIE).json()
    assert made["subject_label"] == "Névé"
    answer = decide(client, labelled(client, "VIEUX"), action="change", object_id="T02:CHEM/")
    assert answer.status_code == 200
    clash = decide(client, made, action="change", object_id="T01:OXYGX01/")
    assert clash.status_code == 422
    assert "has this subject and object already" in clash.json()["detail"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"set": "nowhere"}, 404),
        ({"subject_id": f"{CENTRE}99"}, 422),
        ({"object_id": f"{T01}TEMPX02/"}, 422),
        ({"object_id": "P01:X"}, 422),
        ({"predicate_id": "exactMatch"}, 422),
        ({"object_id": ""}, 400),
        ({"comment": "x" * 2001}, 413),
        ({"comment": "\u0000"}, 400),
        ({"comment": "\ud800"}, 400),
        ({"other": "x"}, 400),
        ({"object_id": None}, 400),
    ],
)
def test_a_new_mapping_that_cannot_be_is_refused(client: TestClient, change: dict[str, Any], status: int) -> None:
    content = json.dumps(NEW | change)
    answer = client.post(MAPPINGS, content=content, headers={**MARIE, "Content-Type": "application/json"})
    assert answer.status_code == status
    assert client.get(MAPPINGS).json()["total"] == 5


def test_decisions_outlive_the_server_and_a_load_of_what_they_made(data: Path, tmp_path: Path) -> None:
    with TestClient(create_app(lambda: open_curated(data))) as client:
        mapping = decide(client, labelled(client, "SEAU_T"), action="accept").json()
    with TestClient(create_app(lambda: open_curated(data))) as client:
        assert labelled(client, "SEAU_T") == mapping
    accepted = SSSOM.replace("vu\tproposed", "vu\t")
    load_curated(tmp_path, accepted)
    with TestClient(create_app(lambda: open_curated(data))) as client:
        assert labelled(client, "SEAU_T") == mapping


def test_what_was_changed_by_other_means_counts_more_and_is_in_the_history(data: Path, tmp_path: Path) -> None:
    with TestClient(create_app(lambda: open_curated(data))) as client:
        decide(client, labelled(client, "SEAU_T"), action="accept")
        decide(client, labelled(client, "OXY"), action="accept")
    lines = SSSOM.replace("vu\tproposed", "revu\tproposed").splitlines(keepends=True)
    load_curated(tmp_path, "".join(line for line in lines if "\tOXY\t" not in line))
    with TestClient(create_app(lambda: open_curated(data))) as client:
        edited = labelled(client, "SEAU_T")
        assert (edited["status"], edited["comment"], edited["edited"]) == ("proposed", "revu", True)
        steps = client.get(f"{MAPPINGS}/{edited['id']}/history").json()["history"]
        assert [(one["action"], one["row"]["comment"]) for one in steps] == [("accept", "vu"), ("edit", "revu")]
        removed = labelled(client, "OXY")
        assert (removed["status"], removed["edited"]) == ("retired", True)
        steps = client.get(f"{MAPPINGS}/{removed['id']}/history").json()["history"]
        assert [(one["action"], one["row"] is None) for one in steps] == [("accept", False), ("edit", True)]
        again = decide(client, edited, action="accept").json()
        assert (again["status"], again["comment"], again["edited"]) == ("accepted", "revu", False)
        steps = client.get(f"{MAPPINGS}/{edited['id']}/history").json()["history"]
        assert [one["action"] for one in steps] == ["accept", "edit", "accept"]
