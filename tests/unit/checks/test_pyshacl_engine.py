import pytest
from rdflib import Graph

from vocabsvc.checks.constraint import read_constraints
from vocabsvc.checks.engine import Finding
from vocabsvc.checks.pyshacl_engine import PyshaclEngine
from vocabsvc.errors import InvalidShapesGraph
from vocabsvc.model.record import Fact
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DEF, RDF, XSD

TEMPLATE = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix s: <urn:s:> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix v: <https://w3id.org/vocabsvc/def#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
s:X v:ruleId "X-01" ; v:profile v:core ; sh:severity sh:Info ; sh:message "Wrong."@en , "Erroné."@fr ;
    sh:name "name"@en , "nom"@fr ; v:hint "Mend it."@en , "Réparez."@fr ; dcterms:source "clause" ;
    sh:targetClass v:Box ; %s .
"""
BOX = Fact("urn:r:1", f"{RDF}type", f"{DEF}Box", 0)


def engine(constraint: str) -> PyshaclEngine:
    graph = Graph().parse(data=TEMPLATE % constraint, format="turtle")
    return PyshaclEngine(graph, read_constraints(graph))


def box(name: str, value: str | Literal) -> Fact:
    return Fact("urn:r:1", f"{DEF}{name}", value, 0)


def test_finding_has_focus_path_and_the_value_as_written() -> None:
    value = Literal("05.10", f"{XSD}decimal")
    findings = engine("sh:path v:south ; sh:maxInclusive 5").run([BOX, box("south", value)], ["urn:s:X"])
    assert findings == [Finding("urn:s:X", "urn:r:1", f"{DEF}south", value)]


def test_finding_on_something_missing_has_no_value() -> None:
    findings = engine("sh:path v:south ; sh:minCount 1").run([BOX], ["urn:s:X"])
    assert findings == [Finding("urn:s:X", "urn:r:1", f"{DEF}south", None)]


def test_details_of_nested_shapes_are_not_findings() -> None:
    findings = engine("sh:path v:south ; sh:node s:D . s:D sh:or ( [ sh:datatype xsd:date ] [ sh:minLength 9 ] )").run(
        [BOX, box("south", Literal("2019"))], ["urn:s:X"]
    )
    assert findings == [Finding("urn:s:X", "urn:r:1", f"{DEF}south", Literal("2019"))]


def test_tagged_text_and_iri_come_back_as_they_went() -> None:
    tagged, iri = Literal("été", f"{RDF}langString", "fr"), "urn:r:2"
    findings = engine("sh:path v:south ; sh:maxLength 1").run(
        [BOX, box("south", tagged), box("south", iri)], ["urn:s:X"]
    )
    assert {finding.value for finding in findings} == {tagged, iri}


def test_shapes_with_sparql_are_counted_with_those_inside_others() -> None:
    sparql = 'sh:sparql [ sh:select "SELECT $this WHERE { $this ?p ?o }" ]'
    assert engine(sparql).sparql_shapes(["urn:s:X"]) == 1
    assert engine(f"sh:not s:Y ; sh:or ( [ {sparql} ] s:Y ) . s:Y {sparql}").sparql_shapes(["urn:s:X"]) == 2
    assert engine("sh:path v:south ; sh:minCount 1").sparql_shapes(["urn:s:X"]) == 0


def test_only_the_constraints_asked_for_are_run() -> None:
    assert engine("sh:path v:south ; sh:minCount 1").run([BOX], []) == []


@pytest.mark.parametrize(
    "constraint",
    ["sh:path v:south , v:north", "sh:minCount 1", "sh:path v:south ; sh:minCount 'one'", "sh:or ()"],
)
def test_shapes_that_cannot_run_are_refused_when_made_ready(constraint: str) -> None:
    with pytest.raises(InvalidShapesGraph, match="pySHACL"):
        engine(constraint)
