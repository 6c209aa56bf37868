import logging

import pyshacl
from pyshacl.validator_conformance import compare_validation_reports
from rdflib import Graph, URIRef
from rdflib.namespace import RDF
from rdflib.namespace import SH as SHACL

from tests.shacl_reports import counted, found_in, rdf_graph
from tests.shacl_terms import EX, as_turtle, triples_of, turtle
from vocabsvc.shacl.report_graph import report_triples
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import LANG_STRING, RDFS, SH, Literal

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


def test_pyshacl_reads_a_report_as_it_reads_its_own() -> None:
    shapes = turtle("""
        ex:S sh:targetNode ex:n ; sh:message "Wrong." ; sh:property ex:P , ex:Q , ex:R ; sh:class ex:C .
        ex:P sh:path ( ex:p ex:q ) ; sh:minCount 2 ; sh:message "Two values." .
        ex:Q sh:path [ sh:zeroOrMorePath ex:p ] ; sh:nodeKind sh:Literal ; sh:severity sh:Info ; sh:message "Non."@fr .
        ex:R sh:path [ sh:inversePath ex:p ] ; sh:node ex:T ; sh:message "Node." .
        ex:T sh:class ex:D ; sh:message "Inside." .
    """)
    data = turtle("ex:n ex:p ex:m . ex:m ex:p ex:n .")
    _, theirs, _ = pyshacl.validate(rdf_graph(data), shacl_graph=rdf_graph(shapes), inplace=True)
    assert isinstance(theirs, Graph)
    (node,) = theirs.subjects(RDF.type, SHACL.ValidationReport)
    mine = list(report_triples(ShapesGraph(shapes).validate(data)))
    log = logging.getLogger(__name__)
    assert compare_validation_reports(rdf_graph(mine), theirs, node, log)
    fewer = [triple for triple in mine if triple[2] != f"{EX}R"]
    assert not compare_validation_reports(rdf_graph(fewer), theirs, node, log)


def test_shapes_handed_to_pyshacl_are_counted_in_both_languages() -> None:
    shapes = ShapesGraph(
        turtle('ex:S sh:targetNode ex:n ; sh:sparql [ sh:select "SELECT $this WHERE { $this a $this }" ] .')
    )
    comments = [value for _, predicate, value in report_triples(shapes.validate([])) if predicate == f"{RDFS}comment"]
    assert comments == [
        Literal("Shapes whose SPARQL constraints ran through pySHACL: 1.", LANG_STRING, "en"),
        Literal("Formes dont les contraintes SPARQL sont passées par pySHACL\u00a0: 1.", LANG_STRING, "fr"),
    ]


def test_a_report_that_conforms_says_so() -> None:
    conforming = SHAPES.validate([], [])
    assert b"sh:conforms" in as_turtle(report_triples(conforming)) or b"#conforms" in as_turtle(
        report_triples(conforming)
    )
    assert len(list(report_triples(conforming))) == 2
