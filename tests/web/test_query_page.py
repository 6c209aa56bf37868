import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
LABELS = "SELECT ?label { ?c <http://www.w3.org/2004/02/skos/core#prefLabel> ?label FILTER(LANG(?label) = 'fr') }"
PATHS = ("/sparql", "/sparql/", "/sparql/sparql")


def page(client: TestClient, **params: str) -> str:
    return client.get("/sparql", params=params, headers=HTML).text


@pytest.mark.parametrize("path", PATHS)
def test_a_browser_gets_a_page_in_its_language(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={**HTML, "Accept-Language": "fr"})
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-language"] == "fr"
    assert "Exécuter" in answer.text
    assert "Graphes nommés" in answer.text
    assert "http://test.example/collection/T01/current/" in answer.text


def test_prefixes_are_declared_in_the_page_and_not_in_the_protocol(client: TestClient) -> None:
    (text,) = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page(client), re.DOTALL)
    assert "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>" in unescape(text)
    undeclared = client.get("/sparql", params={"query": "SELECT * { ?c a skos:Concept }"})
    assert undeclared.status_code == 400


def test_every_example_finds_something(client: TestClient) -> None:
    links = re.findall(r'<li><a href="(/sparql\?lang=en&amp;query=[^"]+)">', page(client, lang="en"))
    assert len(links) == 5
    for link in links:
        answer = client.get(unescape(link), headers={"Accept": "*/*"})
        assert answer.status_code == 200
        found = answer.json()["results"]["bindings"] if "json" in answer.headers["content-type"] else answer.text
        assert found


def test_a_query_is_answered_in_the_page_without_a_script(client: TestClient) -> None:
    shown = page(client, query=LABELS, lang="fr", format="")
    assert "Lignes : 4" in shown
    assert '<td lang="fr">Propriétés thermiques</td>' in shown
    assert "<strong>Oui</strong>" in page(client, query="ASK { ?s ?p ?o }", lang="fr")
    assert "Chemistry" in page(client, query="CONSTRUCT WHERE { ?s ?p 'Chemistry'@en }")


def test_a_format_is_the_answer_itself(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": LABELS, "lang": "fr", "format": "csv"}, headers=HTML)
    assert answer.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("SELECT * {", 400, "error at"),
        ("CLEAR ALL", 403, "read only"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> {} }", 400, "SERVICE"),
    ],
)
def test_an_error_is_shown_where_it_can_be_read(client: TestClient, query: str, status: int, words: str) -> None:
    answer = client.get("/sparql", params={"query": query, "lang": "fr"}, headers=HTML)
    assert answer.status_code == status
    assert "La requête n’a pas reçu de réponse" in answer.text
    assert words in answer.text
    assert query in unescape(answer.text)


def test_what_users_type_and_what_is_found_is_escaped(client: TestClient) -> None:
    shown = page(client, query="SELECT ('<script>alert(1)</script>' AS ?x) (<javascript:alert(1)> AS ?y) {}")
    assert "<script>alert" not in shown
    assert 'href="javascript' not in shown


def test_clients_that_take_anything_get_no_page(client: TestClient) -> None:
    assert client.get("/sparql").headers["content-type"].startswith("text/turtle")
    answer = client.get("/sparql", params={"query": LABELS}, headers={"Accept": "application/json, text/html;q=0.5"})
    assert answer.headers["content-type"] == "application/sparql-results+json"
