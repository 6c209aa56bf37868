"""Which shapes are asked of which nodes."""

import pytest

from tests.shacl_terms import EX, turtle
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import RDF_TYPE, Literal, Triple

SHAPES = """
    ex:A sh:targetClass ex:C ; sh:class ex:None .
    ex:B sh:targetClass ex:C , ex:D ; sh:class ex:None .
    ex:M sh:targetClass ex:D ; sh:targetNode ex:n ; sh:targetSubjectsOf ex:p ; sh:class ex:None .
    ex:Off sh:targetClass ex:C ; sh:deactivated true ; sh:class ex:None .
"""


def asked(data: str, shapes: str = SHAPES) -> list[str]:
    """Return shape and focus node of each result."""
    found = ShapesGraph(turtle(shapes)).validate(turtle(data)).results
    return [f"{str(one.source_shape)[len(EX) :]} {str(one.focus_node)[len(EX) :]}" for one in found]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("ex:a a ex:C .", ["A a", "B a", "M n"]),
        ("ex:a a ex:C , ex:D .", ["A a", "B a", "M a", "M n"]),
        ("ex:a a ex:E , ex:F , ex:C .", ["A a", "B a", "M n"]),
        ("ex:n a ex:D ; ex:p ex:n .", ["B n", "M n"]),
        ("ex:a a ex:E . ex:E rdfs:subClassOf ex:C .", ["A a", "B a", "M n"]),
        ("ex:a a ex:E . ex:E rdfs:subClassOf ex:C , ex:D .", ["A a", "B a", "M a", "M n"]),
        ("ex:a a ex:E , ex:D . ex:E rdfs:subClassOf ex:C . ex:C rdfs:subClassOf ex:E .", ["A a", "B a", "M a", "M n"]),
        ("ex:a a ex:E , ex:C . ex:X rdfs:subClassOf ex:Y .", ["A a", "B a", "M n"]),
        ("ex:a a ex:X . ex:X rdfs:subClassOf ex:Y .", ["M n"]),
        ("ex:a a ex:E , ex:F . ex:a ex:q ex:C .", ["M n"]),
        ("ex:a a 'C' .", ["M n"]),
    ],
)
def test_a_node_and_a_shape_meet_once_however_many_targets_lead_there(data: str, found: list[str]) -> None:
    assert asked(data) == found


def test_a_literal_is_no_class() -> None:
    """Three classes, and a literal of the same three texts, must not be taken for each other."""
    kinds = ("urn:a", "urn:b", "urn:c")
    shapes = ShapesGraph(turtle("<urn:S> sh:targetClass <urn:b> ; sh:class ex:None ."))
    data: list[Triple] = [("urn:several", RDF_TYPE, kind) for kind in kinds]
    literal: Triple = ("urn:one", RDF_TYPE, Literal(*kinds))
    for triples in ([*data, literal], [literal, *data]):
        assert [result.focus_node for result in shapes.validate(triples).results] == ["urn:several"]


def test_a_shape_that_is_asked_for_twice_runs_once() -> None:
    shapes = ShapesGraph(turtle(SHAPES))
    for data in (turtle("ex:a a ex:C ."), turtle("ex:a a ex:C , ex:D .")):
        assert len(shapes.validate(data, [f"{EX}A", f"{EX}A"]).results) == 1


def test_the_same_shapes_serve_data_with_other_hierarchies() -> None:
    """What is kept from one graph to the next must not be what the classes of one say of each other."""
    shapes = ShapesGraph(turtle("ex:A sh:targetClass ex:C ; sh:class ex:None ."))
    below = "ex:E rdfs:subClassOf ex:C ."
    for extra, count in (("", 0), (below, 1), ("", 0), ("ex:C rdfs:subClassOf ex:E .", 0), (below, 1)):
        for kinds in ("ex:E", "ex:E , ex:F"):
            data = Graph(turtle(f"ex:a a {kinds} . {extra}"))
            assert len(shapes.validate(data).results) == len(shapes.results(data, [f"{EX}A"])) == count


def test_more_kinds_of_nodes_than_are_kept() -> None:
    shapes = ShapesGraph(turtle("ex:A sh:targetClass ex:C0 ; sh:class ex:None ."))
    data = [(f"urn:{n}", RDF_TYPE, kind) for n in range(2000) for kind in (f"{EX}C{n % 3}", f"urn:kind:{n}")]
    assert len(shapes.validate(data).results) == 667
    assert len(shapes.validate(data).results) == 667


@pytest.mark.parametrize("count", [1, 15, 16, 17, 33, 100])
def test_every_node_meets_every_shape_of_its_class_once(count: int) -> None:
    """However many of a class there are, and in whatever order they come."""
    shapes = ShapesGraph(
        turtle("ex:A sh:targetClass ex:C ; sh:class ex:N . ex:B sh:targetClass ex:C ; sh:class ex:N .")
    )
    data = [(f"urn:{number}", RDF_TYPE, f"{EX}{'CD'[number % 2]}") for number in range(2 * count)]
    found = [(one.source_shape, one.focus_node) for one in shapes.validate(data).results]
    assert sorted(found) == sorted((shape, f"urn:{2 * number}") for shape in shapes.shapes() for number in range(count))
