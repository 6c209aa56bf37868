"""Functions of one engine, however they are written."""

import pytest

from vocabsvc.formats.engine_functions import names_engine_functions


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (bif:version() AS ?x) {}",
        "SELECT (BIF:version() AS ?x) {}",
        "SELECT (<bif:version>() AS ?x) {}",
        "PREFIX b: <bif:> SELECT (b:version() AS ?x) {}",
        "BASE <sql:> SELECT (<version>() AS ?x) {}",
        "SELECT (<\\u0062if:version>() AS ?x) {}",
        "SELECT (<\\U00000062if:version>() AS ?x) {}",
        "SELECT(1+sql:version() AS ?x) {}",
        "SELECT ?x { ?s ?p ?x FILTER(?x<bif:version()) }",
    ],
)
def test_they_are_found(text: str) -> None:
    assert names_engine_functions(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p 'bif:version' } # sql:x",
        "SELECT ?bif { ?bif <http://sql:80/> 'é' }",
        "PREFIX mysql: <http://m/> SELECT * { ?s mysql:x ?o }",
        "SELECT * { ?s ?p '\\UFFFFFFFF' }",
    ],
)
def test_all_else_is_not(text: str) -> None:
    assert not names_engine_functions(text)


def test_a_long_hostile_text_takes_no_long_time() -> None:
    for piece in ("<bif", "'", '"""', "<", "a:", "\\u", "bi"):
        assert not names_engine_functions(piece * 50_000)
