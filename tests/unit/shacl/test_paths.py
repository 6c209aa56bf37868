import pytest

from tests.shacl_terms import EX, turtle
from vocabsvc.shacl.errors import IllFormedShapes
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.paths import read_path
from vocabsvc.shacl.terms import SH, Literal
from vocabsvc.shacl.walks import walk

DATA = Graph(turtle('ex:a ex:p ex:b , ex:c . ex:b ex:q ex:d ; ex:p ex:a . ex:c ex:q ex:d ; ex:n "x"@EN .'))


def ends(path: str, nodes: str) -> str:
    graph = Graph(turtle(f"ex:S sh:path {path} ."))
    (start,) = graph.objects(f"{EX}S", f"{SH}path")
    found = walk(read_path(graph, start, f"{EX}S"))(DATA, [f"{EX}{one}" for one in nodes])
    return "".join(sorted(str(term).removeprefix(EX) for term in found))


@pytest.mark.parametrize(
    ("path", "nodes", "found"),
    [
        ("ex:p", "a", "bc"),
        ("ex:p", "d", ""),
        ("( ex:p ex:q )", "a", "d"),
        ("[ sh:inversePath ex:q ]", "d", "bc"),
        ("[ sh:inversePath ( ex:p ex:q ) ]", "d", "a"),
        ("[ sh:inversePath [ sh:inversePath ex:p ] ]", "a", "bc"),
        ("[ sh:inversePath [ sh:alternativePath ( ex:p ex:q ) ] ]", "d", "bc"),
        ("[ sh:inversePath [ sh:oneOrMorePath ex:q ] ]", "d", "bc"),
        ("[ sh:alternativePath ( ex:q ex:p ) ]", "b", "ad"),
        ("[ sh:zeroOrMorePath ex:p ]", "a", "abc"),
        ("[ sh:oneOrMorePath ex:p ]", "a", "abc"),
        ("[ sh:oneOrMorePath ex:p ]", "c", ""),
        ("[ sh:zeroOrOnePath ex:p ]", "b", "ab"),
        ("[ sh:zeroOrMorePath [ sh:alternativePath ( ex:p ex:q ) ] ]", "a", "abcd"),
        ("[ sh:zeroOrMorePath ex:q ]", "abc", "abcd"),
        ("( [ sh:zeroOrMorePath ex:p ] ex:q )", "b", "d"),
        ("( ex:p [ sh:alternativePath ( [ sh:inversePath ex:p ] ex:q ) ] )", "ab", "abd"),
        ("( ex:p [ sh:inversePath ex:p ] )", "ad", "a"),
        ("( ex:p [ sh:zeroOrOnePath ex:q ] )", "a", "bcd"),
    ],
)
def test_paths_lead_to_a_set_of_nodes(path: str, nodes: str, found: str) -> None:
    assert ends(path, nodes) == found


def test_a_text_is_found_whatever_the_case_of_its_tag() -> None:
    follow = walk(read_path(Graph(turtle("_:p sh:inversePath ex:n .")), "_:p", "urn:s"))
    text = Literal("x", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "en")
    assert list(follow(DATA, [text])) == [f"{EX}c"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ('"p"', '"p" is no path'),
        ("( ex:p )", "needs at least two members"),
        ("[ sh:alternativePath ( ex:p ) ]", "needs at least two members"),
        ("[ sh:alternativePath ex:p ]", "needs a list"),
        ("[ ex:p ex:q ]", "needs one kind of path, and has 0"),
        ("[ sh:inversePath ex:p ; sh:zeroOrOnePath ex:p ]", "needs one kind of path, and has 2"),
        ("( ex:p [ rdf:first ex:q ] )", "is no path|needs a list"),
    ],
)
def test_what_is_no_path_is_refused(path: str, reason: str) -> None:
    graph = Graph(turtle(f"ex:S sh:path {path} ."))
    (start,) = graph.objects(f"{EX}S", f"{SH}path")
    with pytest.raises(IllFormedShapes, match=reason):
        read_path(graph, start, f"{EX}S")
