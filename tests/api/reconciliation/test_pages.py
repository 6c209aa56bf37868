import pytest
from fastapi.testclient import TestClient
from lxml import html

from vocabsvc.api.reconciliation.pages import MESSAGES


def test_both_languages_have_the_same_words() -> None:
    assert MESSAGES["en"].keys() == MESSAGES["fr"].keys()


@pytest.mark.parametrize(
    ("lang", "title", "words"),
    [
        ("en", "Trawl", ["Chalut", 'A net <b>towed</b> by a "boat"', "Vocabulary Gear"]),
        ("fr", "Chalut", ["Trawl", "Un filet remorqué", "Vocabulaire Engins"]),
    ],
)
def test_a_preview_tells_a_concept_in_both_languages(
    refine: TestClient, lang: str, title: str, words: list[str]
) -> None:
    answer = refine.get("/reconcile/G09/preview", params={"id": "trawl", "lang": lang})
    page = html.document_fromstring(answer.text)
    assert (page.get("lang"), page.findtext(".//title"), answer.headers["content-language"]) == (lang, title, lang)
    shown = [" ".join("".join(map(str, part.itertext())).split()) for part in page.iter("p")]
    assert set(words) <= set(shown)
    link = page.find(".//h1/a")
    assert link is not None
    assert link.get("target") == "_blank"
    followed = refine.get(str(link.get("href")).removeprefix("http://testserver"))
    assert html.document_fromstring(followed.text).findtext(".//h1") == title


def test_unit_broader_concept_and_what_replaces_are_shown(refine: TestClient) -> None:
    unit = refine.get("/reconcile/preview", params={"id": "P01/current/TEMPPR01/"}).text
    assert "Degrees Celsius" in unit
    assert "Temperature of the water column" in unit
    old = refine.get("/reconcile/P01/preview", params={"id": "TEMPOLD1"}, headers={"Accept-Language": "fr"}).text
    assert "obsolète" in old
    assert "À utiliser à la place" in old


def test_labels_are_text_and_no_script_runs(refine: TestClient) -> None:
    answer = refine.get("/reconcile/G09/preview", params={"id": "dredge"})
    assert "<script" not in answer.text
    assert "&lt;script&gt;" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "x-frame-options" not in answer.headers


@pytest.mark.parametrize("page", ["preview", "view"])
def test_a_page_of_nothing_is_not_found(refine: TestClient, page: str) -> None:
    assert refine.get(f"/reconcile/G09/{page}", params={"id": "<nope>"}).status_code == 404
    assert refine.get(f"/reconcile/G09/{page}").status_code == 400
    assert refine.get(f"/reconcile/P99/{page}", params={"id": "trawl"}).status_code == 404


def test_a_view_leads_to_the_page_of_the_concept(refine: TestClient) -> None:
    answer = refine.get("/reconcile/G09/view", params={"id": "trawl", "lang": "fr"})
    assert answer.status_code == 303
    assert answer.headers["location"] == (
        "http://testserver/concept?uri=http%3A%2F%2Fgear.example%2Flist%23trawl&lang=fr"
    )
