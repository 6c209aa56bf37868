from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pyshacl.shape
import pytest

from tests.shacl_terms import EX, turtle
from vocabsvc.shacl.errors import IllFormedShapes
from vocabsvc.shacl.prebinding import refused
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import LANG_STRING, SH, Literal

SHAPES = """
ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:class ex:C ; sh:message "Erroné."@fr ;
    sh:sparql [ sh:select "SELECT $this ?value WHERE { $this <http://example.org/p> ?value . FILTER (?value > 1) }" ] .
ex:T sh:targetNode ex:n ; sh:not ex:S .
ex:U sh:targetNode ex:n ; sh:class ex:C .
"""


def test_the_engine_and_pyshacl_share_a_shape_and_pyshacls_part_is_counted() -> None:
    report = ShapesGraph(turtle(SHAPES)).validate(turtle("ex:n ex:p 1 , 2 ."))
    found = [(result.source_shape, result.component.removeprefix(SH)) for result in report.results]
    assert found == [
        (f"{EX}S", "ClassConstraintComponent"),
        (f"{EX}S", "SPARQLConstraintComponent"),
        (f"{EX}U", "ClassConstraintComponent"),
    ]
    sparql = report.results[1]
    assert sparql.value == Literal("2", "http://www.w3.org/2001/XMLSchema#integer")
    assert sparql.messages == (Literal("Erroné.", LANG_STRING, "fr"),)
    assert str(sparql.source_constraint).startswith("_:")
    assert report.sparql_shapes == 1


def test_messages_of_the_constraint_come_first_with_their_languages() -> None:
    shapes = SHAPES.replace("sh:sparql [", 'sh:sparql [ sh:message "Trop grand."@fr , "Too great."@en ;')
    report = ShapesGraph(turtle(shapes)).validate(turtle("ex:n ex:p 2 ; a ex:C ."))
    assert [text.lexical for text in report.results[0].messages] == ["Too great.", "Trop grand."]
    filled = SHAPES.replace("sh:sparql [", 'sh:sparql [ sh:message "{?value} is too great." ;')
    report = ShapesGraph(turtle(filled)).validate(turtle("ex:n ex:p 2 ; a ex:C ."))
    assert [text.lexical for text in report.results[0].messages] == ["2 is too great."]


def test_shapes_without_sparql_leave_pyshacl_alone() -> None:
    shapes = ShapesGraph(turtle(SHAPES))
    assert shapes.validate([], [f"{EX}U"]).sparql_shapes == 0
    assert shapes.validate([], [f"{EX}T"]).sparql_shapes == 1


def test_sparql_shapes_are_counted_with_those_inside_others() -> None:
    shapes = ShapesGraph(turtle(SHAPES))
    assert shapes.sparql_shapes() == 1
    assert [shapes.sparql_shapes([f"{EX}{name}"]) for name in "STU"] == [1, 1, 0]
    with pytest.raises(KeyError):
        shapes.sparql_shapes(["urn:x"])


def test_pyshacl_is_asked_at_the_focus_nodes_of_such_shapes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = ShapesGraph(turtle(SHAPES.replace("sh:targetNode ex:n ; sh:class", "sh:targetClass ex:D ; sh:class")))
    asked: list[tuple[str, str]] = []
    validate = pyshacl.shape.Shape.validate

    def counted(shape: Any, executor: Any, data: Any, focus: Any) -> Any:
        asked.append((str(shape.node), str(focus)))
        return validate(shape, executor, data, focus)

    monkeypatch.setattr(pyshacl.shape.Shape, "validate", counted)
    shapes.validate(turtle("ex:a a ex:D . ex:b a ex:D ; ex:p 1 . ex:c a ex:C ; ex:p 2 ."), [f"{EX}S", f"{EX}U"])
    assert asked == [(f"{EX}S", f"{EX}a"), (f"{EX}S", f"{EX}b")]


def test_threads_share_shapes_with_sparql() -> None:
    shapes = ShapesGraph(turtle(SHAPES))
    data = [turtle(f"ex:n ex:p {number} ; a ex:C .") for number in range(1, 9)] * 4
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(lambda one: shapes.validate(one, [f"{EX}S"]), data))
    assert [report.conforms for report in reports] == [True, *[False] * 7] * 4


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELEC $this WHERE {}", "cannot be parsed"),
        ("SELECT $this WHERE { $this ex:p 1 }", "pySHACL cannot run its SPARQL constraint: Unknown namespace prefix"),
        ("SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { $this ?p ?o } }", "has SERVICE, which is not allowed"),
        ("SELECT $this FROM <http://127.0.0.1:9/> WHERE { $this ?p ?o }", "has FROM, which is not allowed"),
        ("SELECT $this FROM NAMED <file:///x> WHERE { GRAPH ?g { $this ?p ?o } }", "has FROM, which is not allowed"),
        ("SELECT $this WHERE { $this ?p ?o MINUS { $this ?p 1 } }", "has MINUS"),
        ("SELECT $this WHERE { VALUES ?o { 1 } $this ?p ?o }", "has VALUES"),
        ("SELECT $this WHERE { $this ?p ?o } VALUES ?o { 1 }", "has VALUES"),
        ("SELECT $this WHERE { { SELECT ?o WHERE { ?s ?p ?o } } }", "a subquery that does not return $this"),
        ("SELECT $this WHERE { BIND (1 AS $this) }", "assigns ?this"),
        ("SELECT (1 AS ?value) WHERE { $this ?p ?o }", "assigns ?value"),
    ],
)
def test_queries_that_must_not_be_run_are_refused_with_their_shape(query: str, reason: str) -> None:
    with pytest.raises(IllFormedShapes) as caught:
        ShapesGraph(turtle(f'ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:sparql [ sh:select """{query}""" ] .'))
    assert f"<{EX}S>: " in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this WHERE { { SELECT $this (COUNT(?o) AS ?n) WHERE { $this ?p ?o } GROUP BY $this } }",
        "SELECT $this WHERE { { SELECT * WHERE { $this ?p ?o } } FILTER (?o > 1) }",
        "ASK { $this ?p ?o }",
    ],
)
def test_queries_that_may_be_run_are_let_through(query: str) -> None:
    assert refused(query) is None


def test_prefixes_come_by_way_of_imports() -> None:
    shapes = ShapesGraph(
        turtle("""
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:sparql [
            sh:prefixes ex:mine ; sh:select "SELECT $this WHERE { $this e:p 1 }" ] .
        ex:mine owl:imports ex:theirs .
        ex:theirs sh:declare [ sh:prefix "e" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .
    """)
    )
    assert not shapes.validate(turtle("ex:n ex:p 1 .")).conforms
    assert shapes.validate(turtle("ex:n ex:p 2 .")).conforms
