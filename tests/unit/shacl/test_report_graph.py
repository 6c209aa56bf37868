from rdflib import Graph, URIRef
from rdflib.namespace import RDF

from tests.shacl_reports import counted, found_in
from tests.shacl_terms import as_turtle, triples_of, turtle
from vocabsvc.shacl.report_graph import report_triples
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import SH

SHAPES = ShapesGraph(
    turtle("""
ex:S sh:targetNode ex:n ; sh:property [ sh:path ( ex:p [ sh:alternativePath ( ex:q [ sh:inversePath ex:r ] ) ] ) ;
    sh:minCount 2 ; sh:message "Deux valeurs, déjà."@fr , "Two values."@en ] ,
    [ sh:path [ sh:zeroOrMorePath ex:p ] ; sh:node [ sh:class ex:C ] ; sh:severity sh:Warning ] .
""")
)
REPORT = SHAPES.validate(turtle("ex:n ex:p ex:m ."))


def test_turtle_of_a_report_says_what_the_report_does() -> None:
    written = as_turtle(report_triples(REPORT))
    read = Graph().parse(data=written, format="turtle")
    assert len(list(read.subjects(RDF.type, URIRef(f"{SH}ValidationReport")))) == 1
    paths = {path for _, path, *_ in found_in(triples_of(written, "urn:x"))}
    assert paths == {result.path for result in REPORT.results}
    assert "Deux valeurs, déjà." in written.decode()
    assert len(list(read.subject_objects(URIRef(f"{SH}detail")))) == 2


def test_the_same_report_gives_the_same_triples() -> None:
    assert list(report_triples(REPORT)) == list(report_triples(REPORT))
    assert found_in(report_triples(REPORT)) == counted(REPORT.results)


def test_a_report_that_conforms_says_so() -> None:
    conforming = SHAPES.validate([], [])
    assert b"sh:conforms" in as_turtle(report_triples(conforming)) or b"#conforms" in as_turtle(
        report_triples(conforming)
    )
    assert len(list(report_triples(conforming))) == 2
