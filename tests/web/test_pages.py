import re

import pytest
from fastapi.testclient import TestClient

from tests.conftest import ROOT
from vocabsvc.web.messages import LANGUAGES, MESSAGES, page_language

T01 = "http://test.example/collection/T01/current/"


def test_both_languages_say_the_same_things() -> None:
    assert set(MESSAGES) == set(LANGUAGES)
    assert MESSAGES["en"].keys() == MESSAGES["fr"].keys()
    assert all(text.strip() for language in MESSAGES.values() for text in language.values())


def test_the_language_asked_wins_over_the_browsers() -> None:
    assert page_language("fr", ["en"]) == "fr"
    assert page_language("", ["de", "fr", "en"]) == "fr"
    assert page_language("xx", []) == "en"


def test_the_home_page_lists_vocabularies_in_the_browsers_language(client: TestClient) -> None:
    page = client.get("/", headers={"Accept-Language": "fr-FR,fr;q=0.9"})
    assert page.headers["content-language"] == "fr"
    assert '<html lang="fr">' in page.text
    assert "Paramètres d&#39;essai" in page.text


def test_a_hit_says_why(client: TestClient) -> None:
    page = client.get("/", params={"q": "psal x", "lang": "fr"}).text
    assert "Salinité du bassin" in page
    assert re.search(r"même libellé:\s*PSAL_X", page)
    assert "Aucun résultat" in client.get("/", params={"q": "unheard", "lang": "fr"}).text


def test_a_concept_page_names_its_surroundings(client: TestClient) -> None:
    page = client.get("/concept", params={"uri": f"{T01}TEMPX02/", "lang": "en"}).text
    assert "Use instead" in page
    assert "SDN:T01::TEMPX01" in page
    assert "Thermal properties" in page


def test_a_concept_page_lists_the_names_at_the_centres(client: TestClient) -> None:
    english, french = (
        client.get("/concept", params={"uri": f"{T01}SALTX01/", "lang": lang}).text for lang in ("en", "fr")
    )
    assert re.search(
        r"Names at the data centres \(1\).*testcentre.*<code>SEAU_T</code>.*the same.*0\.6", english, re.DOTALL
    )
    assert re.search(r"Noms dans les centres de données \(1\).*testcentre.*identique", french, re.DOTALL)
    assert "data centres" not in client.get("/concept", params={"uri": f"{T01}OXYGX01/", "lang": "en"}).text


def test_vocabulary_pages_list_members(client: TestClient) -> None:
    assert "Chemistry" in client.get("/vocabulary/t02").text


@pytest.mark.parametrize(
    ("path", "params"),
    [("/vocabulary/P99", {}), ("/concept", {"uri": "http://nowhere.example/"}), ("/concept", {"uri": "é"})],
)
def test_what_is_unknown_is_a_page_with_404(client: TestClient, path: str, params: dict[str, str]) -> None:
    page = client.get(path, params={**params, "lang": "fr"})
    assert page.status_code == 404
    assert "Introuvable" in page.text


def test_what_users_type_is_escaped(client: TestClient) -> None:
    page = client.get("/", params={"q": "<script>alert(1)</script>"}).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_a_record_is_handed_in_on_a_page_and_answered_with_one(client: TestClient) -> None:
    page = client.get("/validate", params={"lang": "fr"})
    assert "Valider une fiche" in page.text
    action = re.search(r'formaction="(/api/v1/validate\?profile=fair[^"]*)"', page.text)
    assert action is not None
    address = action[1].replace("&amp;", "&")
    record = (ROOT / "docs" / "examples" / "record.xml").read_bytes()
    by_file = client.post(address, files={"file": ("fiche été.xml", record), "record": (None, "")})
    assert (by_file.status_code, by_file.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "La limite sud ne doit pas dépasser la limite nord." in by_file.text
    assert "fiche été.xml" in by_file.text
    pasted = client.post(address, files={"file": ("", b""), "record": (None, record.decode())})
    assert "La limite sud ne doit pas dépasser la limite nord." in pasted.text


def test_what_is_no_record_is_told_on_a_page_too(client: TestClient) -> None:
    answer = client.post("/api/v1/validate?format=html&lang=fr", files={"file": ("a.xml", b"<a>\n<b>")})
    assert answer.status_code == 422
    assert "STR-01" in answer.text
    assert "XML bien formé" in answer.text
