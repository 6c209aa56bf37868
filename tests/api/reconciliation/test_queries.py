import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.reconciliation.conftest import Reconcile

NVS = "http://vocab.nerc.ac.uk/collection/"


def first(found: list[dict[str, Any]]) -> tuple[str, bool]:
    return found[0]["id"], found[0]["match"]


@pytest.mark.parametrize(
    ("vocabulary", "text", "entity"),
    [
        ("P01", "TEMPPR01/", "TEMPPR01/"),
        ("P01", "TEMPPR01", "TEMPPR01/"),
        ("P01", "temppr01", "TEMPPR01/"),
        ("P01", "SDN:P01::TEMPPR01", "TEMPPR01/"),
        ("P01", "P01:TEMPPR01", "TEMPPR01/"),
        ("P01", "https://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01", "TEMPPR01/"),
        ("", "P01/current/TEMPPR01/", "P01/current/TEMPPR01/"),
        ("", "TEMPPR01", "P01/current/TEMPPR01/"),
        ("", "SDN:P06::UPAA", "P06/current/UPAA/"),
        ("", "http://gear.example/list#trawl", "http://gear.example/list#trawl"),
        ("G09", "trawl", "trawl"),
        ("G09", "http://gear.example/list#beamtrawl", "beamtrawl"),
    ],
)
def test_an_id_in_any_spelling_returns_that_entity_first(
    reconcile: Reconcile, vocabulary: str, text: str, entity: str
) -> None:
    found = reconcile(vocabulary, text)
    assert (*first(found), found[0]["score"]) == (entity, True, 100)
    assert all(one["score"] < 100 for one in found[1:])


def test_namespace_and_id_are_the_iri_of_every_candidate(refine: TestClient, reconcile: Reconcile) -> None:
    for vocabulary, text in (("P01", "temperature"), ("", "temperature"), ("G09", "chalut")):
        space = refine.get(f"/reconcile/{vocabulary}").json()["identifierSpace"]
        for one in reconcile(vocabulary, text):
            iri = one["id"] if "://" in one["id"] else space + one["id"]
            assert refine.get("/api/v1/concepts", params={"uri": iri}).json()["uri"] == iri


@pytest.mark.parametrize(
    "text",
    ["SDN:P01::NOPE", "http://nowhere.example/x", f"{NVS}P02/current/TEMP/", "", " "],
)
def test_an_id_of_nothing_here_has_no_candidate_rather_than_a_guess(reconcile: Reconcile, text: str) -> None:
    assert reconcile("P01", text) == []


def test_parameters_come_from_the_mapper_with_its_reasons(reconcile: Reconcile) -> None:
    found = reconcile("P01", "Température de l’eau", unit="°C")
    assert found[0]["id"] == "TEMPPR01/"
    features = {one["id"]: one["value"] for one in found[0]["features"]}
    assert features["probability"] == pytest.approx(found[0]["score"] / 100)
    assert "unit" in features
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)


def test_a_unit_of_another_kind_speaks_against_even_the_whole_label(reconcile: Reconcile) -> None:
    label = "Temperature of the water body"
    assert first(reconcile("P01", label, unit="degC")) == ("TEMPPR01/", True)
    with_unit = reconcile("P01", label, unit="µmol/kg")
    assert not with_unit[0]["match"]
    assert with_unit[0]["score"] <= 50
    celsius = {"id": f"{NVS}P06/current/UPAA/", "name": "Degrees Celsius"}
    for value in (celsius, {"id": f"{NVS}P06/current/UPAA/"}, "SDN:P06::UPAA", ["nonsense", celsius]):
        assert first(reconcile("P01", label, unit=value)) == ("TEMPPR01/", True)


def test_units_are_heeded_where_there_is_no_mapper(reconcile: Reconcile) -> None:
    assert first(reconcile("G09", "vitesse de trait", unit="km/h")) == ("towspeed", True)
    contradicted = reconcile("G09", "vitesse de trait", unit="degC")[0]
    assert (contradicted["id"], contradicted["score"], contradicted["match"]) == ("towspeed", 50, False)
    assert {"id": "unit_contradicts", "value": True} in contradicted["features"]


def test_the_mapping_of_the_centre_itself_is_a_match(reconcile: Reconcile) -> None:
    assert first(reconcile("P01", "T_EAU", centre="jetty")) == ("TEMPPR01/", True)


def test_french_labels_are_found_and_shown(reconcile: Reconcile) -> None:
    for lang, name in (("fr", "Chalut à perche"), ("en", "Beam trawl"), ("", "Beam trawl")):
        found = reconcile("G09", "chalut a perche", lang=lang)
        assert (found[0]["name"], found[0]["match"]) == (name, True)
    assert (
        reconcile("P02", "température de la colonne d'eau", lang="fr")[0]["name"] == "Température de la colonne d’eau"
    )


def test_a_label_that_two_have_is_no_match(reconcile: Reconcile) -> None:
    found = reconcile("G09", "scraper")
    assert {one["id"] for one in found} == {"dredge", "scoop"}
    assert not any(one["match"] for one in found)
    assert {one["score"] for one in found} == {90}


def test_what_is_only_near_is_no_match(reconcile: Reconcile) -> None:
    found = reconcile("G09", "traul")
    assert found[0]["id"] == "trawl"
    assert not found[0]["match"]
    assert found[0]["score"] <= 60


def test_deprecated_concepts_come_last_and_never_match(reconcile: Reconcile) -> None:
    found = reconcile("G09", "trawl of old")
    assert found[-1]["id"] == "oldtrawl"
    assert not any(one["match"] for one in found if one["id"] == "oldtrawl")
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert "obsolète" in reconcile("G09", "trawl of old", lang="fr")[-1]["description"]
    asked = reconcile("G09", "OLDTRAWL")
    assert [(one["id"], one["match"]) for one in asked[:2]] == [("oldtrawl", False), ("trawl", False)]
    temperatures = reconcile("P01", "temperature by reversing thermometer", unit="degC")
    assert temperatures[-1]["id"] == "TEMPOLD1/"
    assert not temperatures[-1]["match"]


@pytest.mark.parametrize(
    ("text", "entity", "match"),
    [
        ("umol/l", "UPOX/", True),
        ("µmol L-1", "UPOX/", True),
        ("micromoles per litre", "UPOX/", True),
        ("m s-1", "UVAA/", True),
        ("degree_Celsius", "UPAA/", True),
        ("°C", "UPAA/", True),
        ("mmol/m3", "MMCM/", True),
        ("1", "UUUU/", True),
        ("furlongs", "", False),
    ],
)
def test_units_are_found_by_what_they_measure(reconcile: Reconcile, text: str, entity: str, match: bool) -> None:  # noqa: FBT001
    found = reconcile("P06", text)
    assert (first(found) if found else ("", False)) == (entity, match)


def test_a_unit_of_the_same_size_is_near_but_no_match(reconcile: Reconcile) -> None:
    scores = {one["id"]: one["score"] for one in reconcile("P06", "mmol/m3")}
    assert scores["UPOX/"] == 60


@pytest.mark.parametrize(
    ("vocabulary", "sent", "entities"),
    [
        ("", {}, {"P02/current/TEMP/"}),
        ("", {"type": "P02"}, {"P02/current/TEMP/"}),
        ("", {"type": "skos:Concept"}, {"P02/current/TEMP/"}),
        ("", {"type": f"{NVS}P02/current/"}, {"P02/current/TEMP/"}),
        ("", {"type": ["p02", "G09"]}, {"P02/current/TEMP/"}),
        ("", {"type": "G09"}, set()),
        ("", {"type": "G09", "type_strict": "any"}, set()),
        ("", {"type": "Q5"}, set()),
        ("", {"type": ["P02", "G09"], "type_strict": "all"}, set()),
        ("", {"type": ["P02", "skos:Concept"], "type_strict": "all"}, {"P02/current/TEMP/"}),
        ("", {"type": "G09", "type_strict": "should"}, {"P02/current/TEMP/"}),
        ("P02", {"type": "G09"}, set()),
        ("P02", {"type": "G09", "type_strict": "should"}, {"TEMP/"}),
    ],
)
def test_types_are_heeded(reconcile: Reconcile, vocabulary: str, sent: dict[str, Any], entities: set[str]) -> None:
    found = reconcile(vocabulary, "Temperature of the water column", **sent)
    assert {one["id"] for one in found if one["name"] == "Temperature of the water column"} == entities
    if entities and "G09" in sent.get("type", ()) and sent.get("type_strict") == "should":
        assert not any(one["match"] for one in found)
        assert found[0]["score"] <= 50
    elif entities:
        assert found[0]["match"]


def test_a_candidate_says_its_types(reconcile: Reconcile) -> None:
    assert reconcile("", "TEMPPR01")[0]["type"] == [
        {"id": "P01", "name": "Parameter Usage Vocabulary"},
        {"id": "skos:Concept", "name": "Concept"},
    ]


def test_the_limit_is_kept_and_fractions_are_read_down(reconcile: Reconcile) -> None:
    assert len(reconcile("", "temperature", limit=2)) == 2
    assert len(reconcile("", "temperature", limit=1.9)) == 1
    assert reconcile("", "temperature", limit=10_000)


def test_properties_alone_may_be_the_query(refine: TestClient) -> None:
    queries = {
        "named": {"properties": [{"pid": "long_name", "v": "Practical salinity"}, {"pid": "unit", "v": 1}]},
        "coded": {"properties": [{"pid": "notation", "v": "TEMPPR01"}]},
        "nothing": {"properties": [{"pid": "unit", "v": ["degC", None]}, {"pid": "method", "v": None}]},
    }
    found = refine.post("/reconcile/P01", data={"queries": json.dumps(queries)}).json()
    assert found["named"]["result"][0]["id"] == "PSLTZZ01/"
    assert first(found["coded"]["result"]) == ("TEMPPR01/", True)
    assert found["nothing"]["result"] == []


def test_equal_queries_are_worked_out_once_and_the_time_is_told(refine: TestClient) -> None:
    queries = {f"q{number}": {"query": ("Trawl", "Dredge")[number % 2]} for number in range(10)}
    answer = refine.post("/reconcile/G09", data={"queries": json.dumps(queries)})
    assert list(answer.json()) == list(queries)
    assert answer.headers["server-timing"].startswith("batch;dur=")
    assert answer.headers["server-timing"].endswith('desc="10 queries, 2 different"')


def test_a_cell_that_is_too_long_finds_nothing_and_spoils_no_other(refine: TestClient) -> None:
    queries = {"long": {"query": "x" * 5000}, "short": {"query": "Trawl"}}
    found = refine.post("/reconcile/G09", data={"queries": json.dumps(queries)}).json()
    assert found["long"]["result"] == []
    assert found["short"]["result"][0]["match"]
