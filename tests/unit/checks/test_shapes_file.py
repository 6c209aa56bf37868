import pytest
from rdflib import Literal
from rdflib.namespace import RDF, RDFS, XSD

from tests.cases import shape_files
from vocabsvc.checks.shapes_file import merge_shapes
from vocabsvc.errors import InvalidShapesGraph

PREFIXES = """
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix s: <https://w3id.org/vocabsvc/shapes#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix v: <https://w3id.org/vocabsvc/def#> .
"""


def with_shape(text: str) -> list[tuple[str, bytes]]:
    return [*shape_files(), ("mine.ttl", (PREFIXES + text).encode())]


@pytest.mark.parametrize(
    ("shape", "reason"),
    [
        ("s:X sh:targetClass v:Recrod .", "undeclared class .*Recrod"),
        ("s:X sh:path v:titel .", "undeclared property .*titel"),
        ("s:X sh:path ( v:describes [ sh:inversePath v:titel ] ) .", "undeclared property .*titel"),
        ("s:X sh:path [ sh:alternativePath ( v:title v:titel ) ] .", "undeclared property .*titel"),
        ("s:X sh:lessThan v:ende .", "undeclared property .*ende"),
        ("s:X v:ruelId 'X-01' .", "ruelId is used on shapes but not declared"),
        ("s:X sh:hasValue <<( s:a s:b s:c )>> .", "not an RDF 1.1 term"),
    ],
)
def test_shape_that_would_be_misunderstood_in_silence_is_refused(shape: str, reason: str) -> None:
    with pytest.raises(InvalidShapesGraph, match=reason):
        merge_shapes(with_shape(shape))


def test_broken_file_is_refused_with_its_line() -> None:
    with pytest.raises(InvalidShapesGraph, match=r"mine\.ttl:7"):
        merge_shapes(with_shape("s:X a sh:NodeShape\ns:Y a sh:NodeShape ."))


def test_literals_are_as_written() -> None:
    text = "s:X sh:in ( '05.10'^^xsd:decimal '01'^^xsd:integer '1'^^xsd:boolean 'EN'@EN-gb ) ."
    graph = merge_shapes([("mine.ttl", f"{PREFIXES}@prefix xsd: <{XSD}> .\n{text}".encode())])
    assert sorted(str(value) for value in graph.objects() if isinstance(value, Literal)) == ["01", "05.10", "1", "EN"]


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(InvalidShapesGraph, match=r"class .*Recrod; .*titel"):
        merge_shapes(with_shape("s:X sh:path v:titel ; sh:class v:Recrod ."))


def test_blank_nodes_of_two_files_stay_apart() -> None:
    first = ("a.ttl", (PREFIXES + "s:A sh:not _:b . _:b sh:minLength 1 .").encode())
    second = ("b.ttl", (PREFIXES + "s:B sh:not _:b . _:b sh:minLength 2 .").encode())
    assert len(set(merge_shapes([first, second]).subjects())) == 4


def test_every_term_of_the_profile_is_explained_in_both_languages() -> None:
    graph = merge_shapes(shape_files())
    terms = {*graph.subjects(RDF.type, RDFS.Class), *graph.subjects(RDF.type, RDF.Property)}
    assert terms
    for term in terms:
        for name in (RDFS.label, RDFS.comment):
            assert {getattr(text, "language", None) for text in graph.objects(term, name)} == {"en", "fr"}, term
