import pytest
from fastapi.testclient import TestClient

P01 = "http://vocab.nerc.ac.uk/collection/P01/current/"


@pytest.mark.parametrize(
    ("path", "space", "name", "kind"),
    [
        ("/reconcile", "http://vocab.nerc.ac.uk/collection/", "vocabsvc", "skos:Concept"),
        ("/reconcile/", "http://vocab.nerc.ac.uk/collection/", "vocabsvc", "skos:Concept"),
        ("/reconcile/P01", P01, "P01: Parameter Usage Vocabulary", "P01"),
        ("/reconcile/p01", P01, "P01: Parameter Usage Vocabulary", "P01"),
        ("/reconcile/P01/", P01, "P01: Parameter Usage Vocabulary", "P01"),
        ("/reconcile/G09", "http://gear.example/list#", "G09: Gear", "G09"),
    ],
)
def test_each_vocabulary_is_a_service_and_all_are_one(
    refine: TestClient, path: str, space: str, name: str, kind: str
) -> None:
    manifest = refine.get(path).json()
    assert (manifest["versions"], manifest["batchSize"]) == (["0.2"], 100)
    assert (manifest["identifierSpace"], manifest["name"]) == (space, name)
    assert [one["id"] for one in manifest["defaultTypes"]] == [kind]


def test_its_addresses_are_of_the_server_that_was_asked_and_lead_somewhere(refine: TestClient) -> None:
    manifest = refine.get("/reconcile/P01", headers={"Host": "hub.example:8080"}).json()
    address = "http://hub.example:8080"
    for page in ("view", "preview"):
        assert manifest[page]["url"].startswith(f"{address}/reconcile/P01/{page}?")
        answer = refine.get(manifest[page]["url"].removeprefix(address).replace("{{id}}", "TEMPPR01%2F"))
        assert answer.status_code in {200, 303}
    for kind, entity in (("entity", "TEMPPR01/"), ("property", "unit"), ("type", "P01")):
        found = manifest["suggest"][kind]
        assert found["service_url"] == found["flyout_service_url"] == address
        assert refine.get(found["service_path"], params={"prefix": "t"}).json()["result"] is not None
        flyout = refine.get(found["flyout_service_path"].replace("${id}", entity)).json()
        assert flyout["id"] == entity
    assert refine.get(manifest["extend"]["propose_properties"]["service_path"] + "?type=P01").status_code == 200


def test_a_language_stays_in_the_addresses_of_pages(refine: TestClient) -> None:
    manifest = refine.get("/reconcile/P01", params={"lang": "fr"}).json()
    assert manifest["name"] == "P01: Vocabulaire d’usage des paramètres"
    assert manifest["preview"]["url"].endswith("?id={{id}}&lang=fr")
    assert manifest["suggest"]["entity"]["flyout_service_path"].endswith("?id=${id}&lang=fr")
    # A client writes ?prefix= or ?type= behind these.
    assert manifest["suggest"]["entity"]["service_path"] == "/reconcile/P01/suggest/entity"
    assert manifest["extend"]["property_settings"][0]["label"].startswith("Valeurs")


@pytest.mark.parametrize("lang", ["{language}", "fr&x=<b>", "en;q=1", "é"])
def test_what_is_no_language_is_passed_over(refine: TestClient, lang: str) -> None:
    manifest = refine.get("/reconcile/P01", params={"language": lang}).json()
    assert manifest["preview"]["url"].endswith("?id={{id}}")


def test_french_is_heard_from_the_header_and_from_a_list(refine: TestClient) -> None:
    by_header = refine.get("/reconcile/P01", headers={"Accept-Language": "fr-FR, en;q=0.5"}).json()
    by_list = refine.get("/reconcile/P01", params={"language": "fr,en"}).json()
    assert by_header["name"] == by_list["name"] == "P01: Vocabulaire d’usage des paramètres"
