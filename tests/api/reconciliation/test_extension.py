import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

NVS = "http://vocab.nerc.ac.uk/collection/"


def extended(
    client: TestClient, path: str, ids: list[str], *properties: str | tuple[str, float], lang: str = ""
) -> Any:
    asked = [
        {"id": one} if isinstance(one, str) else {"id": one[0], "settings": {"limit": one[1]}} for one in properties
    ]
    sent = {"extend": json.dumps({"ids": ids, "properties": asked})}
    answer = client.post(f"/reconcile{path}", params={"lang": lang}, data=sent)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_row_is_filled_with_texts_and_entities(refine: TestClient) -> None:
    names = ("notation", "uri", "pref_label_en", "pref_label_fr", "alt_label", "status", "unit", "vocabulary")
    row = extended(refine, "/P01", ["TEMPPR01/"], *names)["rows"]["TEMPPR01/"]
    assert row == {
        "notation": [{"str": "SDN:P01::TEMPPR01"}],
        "uri": [{"str": f"{NVS}P01/current/TEMPPR01/"}],
        "pref_label_en": [{"str": "Temperature of the water body"}],
        "pref_label_fr": [],
        "alt_label": [{"str": "Temp"}],
        "status": [{"str": "current"}],
        "unit": [{"id": f"{NVS}P06/current/UPAA/", "name": "Degrees Celsius"}],
        "vocabulary": [{"str": "P01"}],
    }


def test_entities_are_those_of_the_service_that_the_column_names(refine: TestClient) -> None:
    found = extended(refine, "/P01", ["TEMPPR01"], "unit", lang="fr")
    (column,) = found["meta"]
    assert column["name"] == "Unité"
    assert column["type"] == {"id": "P06", "name": "Unités de stockage"}
    (unit,) = found["rows"]["TEMPPR01"]["unit"]
    again = column["service"].removeprefix("http://testserver/reconcile")
    assert extended(refine, again, [unit["id"]], "notation")["rows"][unit["id"]]["notation"] == [
        {"str": "SDN:P06::UPAA"}
    ]
    everywhere = extended(refine, "", ["P01/current/TEMPPR01/"], "unit")
    assert everywhere["rows"]["P01/current/TEMPPR01/"]["unit"][0]["id"] == "P06/current/UPAA/"


def test_mapped_terms_broader_ones_successors_and_names_at_the_centres(refine: TestClient) -> None:
    row = extended(refine, "/P01", ["TEMPPR01/"], "mapped:P02", "mapped:P06", "broader", "local_name")["rows"][
        "TEMPPR01/"
    ]
    temperature = {"id": f"{NVS}P02/current/TEMP/", "name": "Temperature of the water column"}
    assert row == {
        "mapped:P02": [temperature],
        "mapped:P06": [],
        "broader": [temperature],
        "local_name": [{"str": "jetty: T_EAU"}],
    }
    gear = extended(
        refine, "/G09", ["trawl", "beamtrawl", "oldtrawl"], "mapped:P02", "broader", "replaced_by", lang="fr"
    )
    assert gear["rows"]["trawl"]["mapped:P02"][0]["id"] == f"{NVS}P02/current/PSAL/"
    assert gear["rows"]["beamtrawl"]["mapped:P02"][0]["name"] == "Température de la colonne d’eau"
    assert gear["rows"]["beamtrawl"]["broader"] == [{"id": "trawl", "name": "Chalut"}]
    assert gear["rows"]["oldtrawl"]["replaced_by"] == [{"id": "trawl", "name": "Chalut"}]


def test_what_is_not_loaded_is_named_by_its_iri_after_what_is(refine: TestClient) -> None:
    row = extended(refine, "/P02", ["TEMP/"], "broader")["rows"]["TEMP/"]
    assert row["broader"] == [{"id": f"{NVS}P03/current/D025/", "name": f"{NVS}P03/current/D025/"}]


def test_a_limit_cuts_the_values_of_a_cell(refine: TestClient) -> None:
    assert len(extended(refine, "/G09", ["trawl"], "definition")["rows"]["trawl"]["definition"]) == 2
    assert len(extended(refine, "/G09", ["trawl"], ("definition", 1.0))["rows"]["trawl"]["definition"]) == 1
    assert len(extended(refine, "/G09", ["trawl"], ("definition", 0))["rows"]["trawl"]["definition"]) == 2


def test_unknown_ids_have_empty_cells_and_the_order_is_that_of_the_request(refine: TestClient) -> None:
    found = extended(refine, "/P01", ["nope", "TEMPPR01/", "x" * 10_000], "status", "notation")
    assert list(found["rows"]) == ["nope", "TEMPPR01/", "x" * 10_000]
    assert found["rows"]["nope"] == {"status": [], "notation": []}
    assert [one["id"] for one in found["meta"]] == ["status", "notation"]


def test_properties_are_proposed_by_type(refine: TestClient) -> None:
    found = refine.get("/reconcile/P01/propose_properties?type=P01").json()
    ids = [one["id"] for one in found["properties"]]
    assert found["type"] == "P01"
    assert {"unit", "broader", "pref_label_fr", "mapped:P02"} < set(ids)
    assert not {"mapped:P01", "long_name", "centre"} & set(ids)
    everywhere = refine.get("/reconcile/propose_properties?type=skos:Concept&limit=2&lang=fr").json()
    assert (len(everywhere["properties"]), everywhere["limit"]) == (2, 2)
    assert everywhere["properties"][0]["name"] == "Unité"


def test_every_proposed_property_can_be_filled(refine: TestClient) -> None:
    found = refine.get("/reconcile/G09/propose_properties").json()["properties"]
    names = [one["id"] for one in found]
    rows = extended(refine, "/G09", ["trawl", "beamtrawl", "oldtrawl", "dredge"], *names)["rows"]
    filled = {name for row in rows.values() for name, values in row.items() if values}
    assert set(names) - filled == {"unit", "mapped:P01", "mapped:P06", "local_name"}


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"ids": ["trawl"], "properties": [{"id": "colour"}]}, 400),
        ({"ids": ["trawl"]}, 400),
        ({"ids": "trawl", "properties": []}, 400),
        ({"ids": ["trawl"], "properties": [{"id": "unit", "settings": {"limit": -1}}]}, 400),
        ({"ids": [str(number) for number in range(1001)], "properties": []}, 413),
        ({"ids": [], "properties": [{"id": "unit"}] * 51}, 413),
    ],
)
def test_impossible_requests_are_refused(refine: TestClient, sent: dict[str, Any], status: int) -> None:
    answer = refine.post("/reconcile/G09", data={"extend": json.dumps(sent)})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
