import gc
import math
import time
from collections.abc import Iterator

import pytest

from vocabsvc.formats.federation import asks_elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "select*{service silent?where{?s ?p ?o}}",
        "SELECT * { # <\n SERVICE <http://x> {} }",
        "SELECT * { FILTER(?a<?b && ?c>?d) SERVICE<http://x>{} }",
        "SELECT * { FILTER(?a<?b#>'''\n) SERVICE<http://x>{} #'''\n }",
        "SELECT * { SERVICE:a{} }",
        "SELECT * { SERVICESILENTex:a{} }",
        "SELECT * { ?s ?p 1e0SERVICE<http://x>{} }",
        "SELECT * { ?s ?p ex:a.b.SERVICE<http://x>{} }",
        "PREFIX h: <http://h:80> SELECT * { ?s ?p h:SERVICE<http://x>{} }",
        "SELECT * { \\u0053ERVICE <http://x> {} }",
        "SELECT * { S\\U00000045RVICE <http://x> {} }",
        "SELECT * { VALUES ?v {'''a'} SERVICE<http://x>{} #'\\z'''\n }",
    ],
)
def test_every_reading_of_a_call_counts(text: str) -> None:
    assert asks_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT * { ?s sd:service ?o }",
        "PREFIX service: <http://x#> SELECT * { service:a service:b service:c . { ?s ?p ?o } }",
        "PREFIX service: <http://x#> SELECT * FROM service:g { GRAPH service:g { ?s ?p ?o } }",
        "SELECT ?service ?where { ?service ?p ?where { ?a ?b ?c } }",
        "SELECT * { ?s ?p 'SERVICE <http://x> {}' }",
        "SELECT * { ?s ?p '''it's SERVICE <http://x> {}''' }",
        "# SERVICE <http://x> {}\nSELECT * { ?s ?p <http://x/SERVICE> } # SERVICE <http://x> {}",
        'PREFIX a: <http://x/a#> SELECT * {\n# SERVICE <http://x> { }\n ?s ?p "d\'eau" }',
        "SELECT * { ?s <http://x/service> ?o { ?a ?b ?c } }",
        "SELECT * { GRAPH ex:service { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'l\\'SERVICE x' }",
        "SELECT * { _:service ?p 'x'@service }",
        "SELECT * { ?s ?p 'Propriétés du SERVICE' }",
    ],
)
def test_what_only_looks_like_it_does_not(text: str) -> None:
    assert not asks_elsewhere(text)


SHORT, LONG = 10_000, 100_000
LIMIT = 30
"""Linear work takes 10 times as long for the long text, quadratic work 100 times."""
ENOUGH_SECONDS = 10


@pytest.fixture
def no_garbage() -> Iterator[None]:
    """Collect no garbage meanwhile: how long that takes is for the whole process to say."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.no_cover
@pytest.mark.usefixtures("no_garbage")
@pytest.mark.parametrize(
    "part",
    [
        *("service", "service.", "service:", "service#\n", "<service#>", "service:a ", "?service ", "'\\'", "'''"),
        *("<a", "\\u", "\\u0041service", "service\\", "graph service ", 'service"""', "service<a>", "#service "),
    ],
)
def test_the_work_grows_with_the_text_and_no_faster(part: str) -> None:
    def seconds(length: int) -> float:
        text = f"SELECT * {{ ex:service {part * (length // len(part))}"
        start = time.thread_time()
        asks_elsewhere(text)
        return time.thread_time() - start

    # What else runs here makes some measurements longer, none shorter: so the shortest count, and the long text gets
    # another chance while there is time. No number of chances lets quadratic work pass.
    short = min(seconds(SHORT) for _ in range(3))
    long, spent = math.inf, 0.0
    while long > LIMIT * short and spent < ENOUGH_SECONDS:
        took = seconds(LONG)
        long, spent = min(long, took), spent + took
        short = min(short, seconds(SHORT))
    assert long < LIMIT * short
