import pytest

from vocabsvc.errors import QueryRefused, UpdateRefused
from vocabsvc.formats.sparql import GRAPH_TYPES, SOLUTION_TYPES, QueryForm, answer_types, query_form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * { ?s ?p ?o }", QueryForm.SELECT),
        (
            "# INSERT in a comment\nPREFIX insert: <http://x/load> ask { ?s insert:delete 'SERVICE <http://x> {}' }",
            "ASK",
        ),
        (
            "BASE <http://x/SERVICE> PREFIX service: <http://s#> CONSTRUCT WHERE { ?service service:service ?o }",
            "CONSTRUCT",
        ),
        ("describe <http://x> # service <http://y> {}", QueryForm.DESCRIBE),
        ('SELECT ("""a " SERVICE \' """ AS ?x) { FILTER(?a < 3 && ?b > 4) ?s ?p "x"@en }', QueryForm.SELECT),
        ("SELECT * { _:service ?p 'l\\'SERVICE x' }", QueryForm.SELECT),
    ],
)
def test_the_form_is_told_from_tokens(text: str, form: str) -> None:
    assert query_form(text) == form


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { # <\n SERVICE <http://x> {} }",
        "SELECT * { FILTER(1<2) SERVICE<http://x>{} }",
        "",
        "PREFIX a: <http://a#>",
        "EXPLAIN SELECT * {}",
    ],
)
def test_federation_and_what_is_no_query_are_refused(text: str) -> None:
    with pytest.raises(QueryRefused) as caught:
        query_form(text)
    assert not isinstance(caught.value, UpdateRefused)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <b:b> 1 }",
        "PREFIX a: <http://a#> delete where { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "clear all",
    ],
)
def test_updates_are_refused_as_updates(text: str) -> None:
    with pytest.raises(UpdateRefused):
        query_form(text)


def test_the_form_decides_the_formats() -> None:
    assert answer_types(QueryForm.ASK) is SOLUTION_TYPES
    assert answer_types(QueryForm.DESCRIBE) is GRAPH_TYPES
