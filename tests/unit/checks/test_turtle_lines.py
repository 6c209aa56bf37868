import pytest

from tests.shacl_terms import PREFIXES, triples_of
from vocabsvc.checks.turtle_lines import describe, line_of
from vocabsvc.shacl.errors import IllFormedShapes
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import SH, Literal, Term

TEXT = r"""# "comment"
@prefix ex: <http://example.org/> . # <http://example.org/a>
PREFIX sh: <http://www.w3.org/ns/shacl#>
ex:a ex:p "one" , 'it''s' ;
    sh:pattern "^(a\\d+\u00e9)" ; ex:q '''long
"one" text''' .
<http://example.org/b.c> ex:b.c "x\ty" .
"""


@pytest.mark.parametrize(
    ("term", "line"),
    [
        (Literal("one"), 4),
        (Literal(r"^(a\d+é)"), 5),
        (Literal('long\n"one" text'), 5),
        (Literal("x\ty"), 7),
        (Literal("comment"), None),
        ("http://example.org/a", 4),
        (f"{SH}pattern", 5),
        ("http://example.org/b.c", 7),
        ("http://example.org/z", None),
        ("_:b", None),
    ],
)
def test_terms_are_found_however_they_are_written(term: Term, line: int | None) -> None:
    assert line_of(TEXT, term) == line


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("sh:pattern '(a'", "b.ttl:9: <http://example.org/S>: sh:pattern has a bad regular expression '(a'"),
        ("sh:minCuont 1", "b.ttl:9: <http://example.org/S>: sh:minCuont is no term of SHACL"),
        ("sh:node ex:Absent", "b.ttl:9: <http://example.org/S>: sh:node refers to the absent shape"),
        ("sh:minCount 1 , 2", "b.ttl:8: <http://example.org/S>: sh:minCount may be given once"),
        ("sh:not [ a sh:PropertyShape ]", "_:"),
    ],
)
def test_problems_are_told_with_file_and_line(said: str, place: str) -> None:
    files = [("a.ttl", b"# nothing"), ("b.ttl", f"{PREFIXES}\nex:S sh:path ex:p ;\n  {said} .".encode())]
    with pytest.raises(IllFormedShapes) as caught:
        ShapesGraph([triple for name, data in files for triple in triples_of(data, "http://example.org/")])
    assert describe(caught.value, files).startswith(place)
