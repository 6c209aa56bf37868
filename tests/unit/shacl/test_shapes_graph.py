import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.shacl_terms import EX, turtle
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.paths import SequencePath
from vocabsvc.shacl.result import Report, Result
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import LANG_STRING, SH, XSD, Literal

VIOLATION = f"{SH}Violation"


def report(shapes: str, data: str = "") -> Report:
    return ShapesGraph(turtle(shapes)).validate(turtle(data))


def focus_nodes(shapes: str, data: str) -> str:
    found = report(f"{shapes} ex:S sh:class ex:None .", data).results
    return " ".join(str(result.focus_node).removeprefix(EX) for result in found)


def test_a_result_carries_all_that_the_specification_knows() -> None:
    (result,) = report(
        "ex:S sh:targetNode ex:n ; sh:path ( ex:p ex:q ) ; sh:severity sh:Warning ; sh:datatype xsd:date ;"
        ' sh:message "No date."@en , "Pas une date."@fr .',
        'ex:n ex:p [ ex:q "été"@fr ] .',
    ).results
    assert result == Result(
        f"{EX}n",
        SequencePath((f"{EX}p", f"{EX}q")),
        Literal("été", LANG_STRING, "fr"),
        f"{SH}DatatypeConstraintComponent",
        f"{EX}S",
        f"{SH}Warning",
        (Literal("No date.", LANG_STRING, "en"), Literal("Pas une date.", LANG_STRING, "fr")),
    )


def test_a_shape_without_message_gets_one_in_english_and_french() -> None:
    (result,) = report("ex:S sh:targetNode ex:n ; sh:class ex:C .").results
    assert [text.lexical for text in result.messages] == [
        "The value is no instance of <http://example.org/C>.",
        "La valeur n’est pas une instance de <http://example.org/C>.",
    ]
    assert [text.lang for text in result.messages] == ["en", "fr"]


def test_a_report_that_conforms_has_no_result_of_any_severity() -> None:
    assert report("ex:S sh:targetNode ex:n ; sh:nodeKind sh:IRI .") == Report(conforms=True, results=())
    assert not report("ex:S sh:targetNode ex:n ; sh:nodeKind sh:Literal ; sh:severity sh:Info .").conforms


@pytest.mark.parametrize(
    ("shapes", "data", "found"),
    [
        ("ex:S sh:targetNode ex:b , ex:a .", "", "a b"),
        (
            "ex:S sh:targetClass ex:C .",
            "ex:a a ex:C . ex:b a ex:D . ex:D rdfs:subClassOf ex:E . ex:E rdfs:subClassOf ex:C .",
            "a b",
        ),
        ("ex:S a rdfs:Class , sh:NodeShape .", "ex:a a ex:S .", "a"),
        ("ex:S a ex:Kind , sh:NodeShape . ex:Kind rdfs:subClassOf rdfs:Class .", "ex:a a ex:S .", "a"),
        ("ex:S sh:targetSubjectsOf ex:p .", "ex:a ex:p ex:b , ex:c .", "a"),
        ("ex:S sh:targetObjectsOf ex:p .", "ex:a ex:p ex:b . ex:b ex:p ex:b .", "b"),
        ("ex:S sh:targetNode ex:a ; sh:targetClass ex:C ; sh:targetSubjectsOf ex:p .", "ex:a a ex:C ; ex:p 1 .", "a"),
        ("ex:S a sh:NodeShape .", "ex:a a ex:C .", ""),
    ],
)
def test_targets(shapes: str, data: str, found: str) -> None:
    assert focus_nodes(shapes, data) == found


def test_deactivated_shapes_say_nothing_and_conform_where_they_are_asked() -> None:
    shapes = "ex:S sh:targetNode ex:n ; sh:node ex:T . ex:T sh:deactivated true ; sh:class ex:C ; sh:targetNode ex:n ."
    assert report(shapes).conforms
    assert not report(shapes.replace("true", "false")).conforms


def test_details_are_the_results_inside_and_may_be_left_out() -> None:
    shapes = ShapesGraph(
        turtle(
            "ex:S sh:targetNode ex:n ; "
            "sh:node [ sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:node [ sh:class ex:C ] ] ] ."
        )
    )
    data = turtle("ex:n ex:p ex:m .")
    (result,) = shapes.validate(data).results
    (inside,) = result.detail
    (inmost,) = inside.detail
    assert (inside.component, inmost.component) == (f"{SH}NodeConstraintComponent", f"{SH}ClassConstraintComponent")
    (result,) = shapes.validate(data, detailed=False).results
    assert result.detail == ()


@pytest.mark.parametrize(("name", "inside"), [("and", 1), ("or", 2), ("xone", 2)])
def test_lists_of_shapes_have_details(name: str, inside: int) -> None:
    shapes = f"ex:S sh:targetNode ex:n ; sh:{name} ( [ sh:class ex:C ] [ sh:class ex:D ] ) ."
    data = "ex:n a ex:D ." if name == "and" else ""
    (result,) = report(shapes, data).results
    assert len(result.detail) == inside


def test_only_the_shapes_asked_for_are_run() -> None:
    shapes = ShapesGraph(turtle("ex:S sh:targetNode ex:n ; sh:class ex:C . ex:T sh:targetNode ex:m ; sh:class ex:C ."))
    assert shapes.shapes() == (f"{EX}S", f"{EX}T")
    assert [result.focus_node for result in shapes.validate([], [f"{EX}T"]).results] == [f"{EX}m"]
    assert shapes.validate([], []).conforms
    with pytest.raises(KeyError):
        shapes.validate([], ["urn:x"])


def test_data_that_is_indexed_can_be_validated_again() -> None:
    shapes, data = ShapesGraph(turtle("ex:S sh:targetClass ex:C ; sh:class ex:D .")), Graph(turtle("ex:n a ex:C ."))
    assert shapes.validate(data) == shapes.validate(data)
    assert len(shapes.results(data, [f"{EX}S"])) == 1
    assert shapes.results([], [f"{EX}S"]) == []


def test_pairs_of_properties_have_a_result_for_each_value_or_pair() -> None:
    data = "ex:n ex:p 1 , 2 ; ex:q 2 , 3 ; ex:r ex:a ."
    counts = {
        constraint: len(report(f"ex:S sh:targetNode ex:n ; sh:path ex:p ; sh:{constraint} .", data).results)
        for constraint in ("equals ex:q", "disjoint ex:q", "lessThan ex:q", "lessThanOrEquals ex:q", "lessThan ex:r")
    }
    assert list(counts.values()) == [2, 1, 1, 0, 2]
    assert report("ex:S sh:targetNode ex:n ; sh:path ex:none ; sh:lessThan ex:q .", data).conforms


def test_qualified_siblings_do_not_count_where_disjoint() -> None:
    shapes = """ex:S sh:targetNode ex:hand ; sh:property ex:T , ex:F .
        ex:T sh:path ex:digit ; sh:qualifiedValueShape [ sh:class ex:Thumb ] ; sh:qualifiedMinCount 1 ;
            sh:qualifiedValueShapesDisjoint true .
        ex:F sh:path ex:digit ; sh:qualifiedValueShape [ sh:class ex:Finger ] ; sh:qualifiedMinCount 1 ;
            sh:qualifiedValueShapesDisjoint true ."""
    data = "ex:hand ex:digit ex:a , ex:b . ex:a a ex:Thumb . ex:b a ex:Finger"
    assert report(shapes, f"{data} .").conforms
    assert [result.source_shape for result in report(shapes, f"{data} , ex:Thumb .").results] == [f"{EX}F"]


def test_closed_reports_each_value_of_each_other_property() -> None:
    shapes = """ex:S sh:targetNode ex:n ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ;
        sh:property [ sh:path ex:p ] , [ sh:path [ sh:inversePath ex:q ] ] ."""
    found = report(shapes, "ex:n a ex:C ; ex:p 1 ; ex:q 2 , 3 .").results
    assert [(result.path, result.value) for result in found] == [
        (f"{EX}q", Literal("2", f"{XSD}integer")),
        (f"{EX}q", Literal("3", f"{XSD}integer")),
    ]


EVERYTHING = """
ex:Plain sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:maxCount 2 ; sh:datatype xsd:integer ;
    sh:minInclusive 10 ; sh:message "Trop petit."@fr ] ; sh:closed true ; sh:ignoredProperties ( rdf:type ex:q ex:r ) .
ex:Nested sh:targetSubjectsOf ex:p ; sh:node [ sh:property [ sh:path ex:q ; sh:node [ sh:class ex:D ] ] ] .
ex:Logical sh:targetObjectsOf ex:q ; sh:or ( [ sh:class ex:D ] [ sh:not [ sh:pattern "[02468]$" ] ] ) ;
    sh:xone ( [ sh:class ex:C ] [ sh:class ex:D ] ) .
ex:Paths sh:targetClass ex:C , ex:D ; sh:path ( [ sh:zeroOrMorePath ex:q ] [ sh:inversePath ex:q ] ) ; sh:maxCount 1 .
ex:Pair sh:targetClass ex:C ; sh:path ex:p ; sh:lessThan ex:r ; sh:uniqueLang true .
ex:Qualified sh:targetClass ex:D ; sh:path ex:q ; sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMinCount 2 .
ex:Query sh:targetClass ex:D ; sh:sparql [ sh:message "Égal."@fr ;
    sh:select "SELECT $this ?value WHERE { $this <http://example.org/p> ?value . FILTER (?value = 7) }" ] .
"""


@pytest.fixture
def _threads_that_take_turns_often() -> Iterator[None]:
    """A hundred times as often as usual, in the middle of nearly every focus node."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 100)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_threads_that_take_turns_often")
def test_threads_share_shapes() -> None:
    """One compiled graph, eight threads that begin together: to each the report that it would get alone."""
    triples = turtle(EVERYTHING)
    data = [
        turtle(
            f"ex:a{number} a ex:C ; ex:p {number} , 9 ; ex:q ex:b{number} ; ex:r {number % 5} ; ex:s 'été' ."
            f"ex:b{number} a ex:{'CD'[number % 2]} , ex:D ; ex:p 7 ; ex:q ex:a{number} , ex:c ."
        )
        for number in range(16)
    ]
    shapes, together = ShapesGraph(triples), Barrier(8)
    alone = [ShapesGraph(triples).validate(one) for one in data]
    found = {result.source_shape for report in alone for result in report.results}
    assert len(set(alone)) == 16
    assert found > {*shapes.shapes()}

    def work(first: int) -> list[bool]:
        together.wait()
        return [shapes.validate(data[number]) == alone[number] for number in (*range(first, 16), *range(first))]

    with ThreadPoolExecutor(8) as pool:
        assert all(all(same) for same in pool.map(work, range(8)))


@pytest.mark.usefixtures("_threads_that_take_turns_often")
def test_threads_ask_for_different_shapes() -> None:
    """More choices than a graph of shapes keeps plans for."""
    triples = turtle(" ".join(f"ex:S{n} sh:targetClass ex:C ; sh:class ex:D ." for n in range(9)))
    shapes, data = ShapesGraph(triples), Graph(turtle("ex:n a ex:C ."))
    choices = [[f"{EX}S{n}" for n in range(9) if number >> n & 1] for number in range(2**9)]

    def work(choice: list[str]) -> bool:
        return sorted(str(node) for node, _ in shapes.results(data, choice)) == choice

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, choices * 4))


def test_threads_share_data() -> None:
    """All indexes that are made when they are first asked for, by eight threads at once."""
    shapes = ShapesGraph(
        turtle("""
        ex:A sh:targetClass ex:C , ex:D ; sh:closed true ; sh:ignoredProperties ( rdf:type ex:p ) .
        ex:B sh:targetObjectsOf ex:p ; sh:path [ sh:inversePath ex:p ] ; sh:maxCount 1 ; sh:class ex:C .
    """)
    )
    triples = [
        triple
        for number in range(200)
        for triple in turtle(f"ex:n{number} a ex:C ; ex:p ex:m{number // 2} ; ex:q 1 . ex:C rdfs:subClassOf ex:D .")
    ]
    alone = shapes.validate(triples)
    assert len(alone.results) == 300
    with ThreadPoolExecutor(8) as pool:
        for _ in range(10):
            shared = Graph(triples)
            assert all(report == alone for report in pool.map(lambda _, data=shared: shapes.validate(data), range(8)))


def test_a_process_that_is_sent_shapes_compiles_them_again() -> None:
    shapes = ShapesGraph(turtle("ex:S sh:targetNode ex:n ; sh:class ex:C ."))
    sent = pickle.loads(pickle.dumps(shapes))  # noqa: S301 - ours
    assert sent.validate([]) == shapes.validate([])
