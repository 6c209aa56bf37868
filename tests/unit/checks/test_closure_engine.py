import pickle

import pytest
from rdflib import Graph

from vocabsvc.checks.closure_engine import ClosureEngine
from vocabsvc.checks.engine import Finding
from vocabsvc.checks.graph_statements import statements_of
from vocabsvc.errors import InvalidShapesGraph
from vocabsvc.model.record import Fact
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DEF, RDF, XSD

TEMPLATE = """
@prefix s: <urn:s:> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix v: <https://w3id.org/vocabsvc/def#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
s:X sh:targetClass v:Box ; sh:message "Wrong."@en , "Erroné."@fr ; %s .
"""
BOX = Fact("urn:r:1", f"{RDF}type", f"{DEF}Box", 0)


def engine(constraint: str) -> ClosureEngine:
    return ClosureEngine(statements_of(Graph().parse(data=TEMPLATE % constraint, format="turtle")))


def box(name: str, value: str | Literal) -> Fact:
    return Fact("urn:r:1", f"{DEF}{name}", value, 0)


def test_finding_has_focus_path_and_the_value_as_written() -> None:
    value = Literal("05.10", f"{XSD}decimal")
    (finding,) = engine("sh:path v:south ; sh:maxInclusive 5").run([BOX, box("south", value)], ["urn:s:X"])
    assert finding == Finding("urn:s:X", "urn:r:1", f"{DEF}south", value)
    assert finding.value is value


def test_finding_on_something_missing_has_no_value() -> None:
    findings = engine("sh:path v:south ; sh:minCount 1").run([BOX], ["urn:s:X"])
    assert findings == [Finding("urn:s:X", "urn:r:1", f"{DEF}south", None)]


def test_a_path_of_several_steps_has_no_name() -> None:
    findings = engine("sh:path ( v:south v:north ) ; sh:minCount 1").run([BOX], ["urn:s:X"])
    assert findings == [Finding("urn:s:X", "urn:r:1", None, None)]


def test_details_of_nested_shapes_are_not_findings() -> None:
    nested = "sh:path v:south ; sh:node s:D . s:D sh:or ( [ sh:datatype xsd:date ] [ sh:minLength 9 ] )"
    findings = engine(nested).run([BOX, box("south", Literal("2019"))], ["urn:s:X"])
    assert findings == [Finding("urn:s:X", "urn:r:1", f"{DEF}south", Literal("2019"))]


def test_a_constraint_is_named_for_the_results_of_its_property_shapes() -> None:
    findings = engine("sh:property [ sh:path v:south ; sh:minCount 1 ]").run([BOX], ["urn:s:X"])
    assert [finding.constraint for finding in findings] == ["urn:s:X"]


def test_shapes_for_pyshacl_are_counted() -> None:
    assert engine('sh:sparql [ sh:select "SELECT $this WHERE { $this ?p ?o }" ]').sparql_shapes(["urn:s:X"]) == 1
    assert engine("sh:path v:south ; sh:minCount 1").sparql_shapes(["urn:s:X"]) == 0


def test_a_process_that_is_sent_an_engine_finds_the_same() -> None:
    one = engine("sh:path v:south ; sh:minCount 1")
    sent = pickle.loads(pickle.dumps(one))  # noqa: S301 - ours
    assert sent.run([BOX], ["urn:s:X"]) == one.run([BOX], ["urn:s:X"])


def test_only_the_constraints_asked_for_are_run() -> None:
    assert engine("sh:path v:south ; sh:minCount 1").run([BOX], []) == []


def test_tagged_text_and_iri_come_back_as_they_went() -> None:
    tagged, iri = Literal("été", f"{RDF}langString", "fr"), "urn:r:2"
    findings = engine("sh:path v:south ; sh:maxLength 1").run(
        [BOX, box("south", tagged), box("south", iri)], ["urn:s:X"]
    )
    assert {finding.value for finding in findings} == {tagged, iri}


@pytest.mark.parametrize(
    "constraint",
    [
        "sh:path v:south , v:north",
        "sh:minCount 1",
        "sh:path v:south ; sh:minCount 'one'",
        "sh:path v:south ; sh:node s:X",
    ],
)
def test_shapes_that_cannot_run_are_refused_when_made_ready(constraint: str) -> None:
    with pytest.raises(InvalidShapesGraph, match="urn:s:X"):
        engine(constraint)


def test_faults_are_told_with_the_line_of_the_file() -> None:
    text = TEMPLATE % "sh:path v:south ;\n  sh:pattern '(a'"
    statements = statements_of(Graph().parse(data=text, format="turtle"))
    with pytest.raises(InvalidShapesGraph, match=r"^box\.ttl:7: <urn:s:X>: sh:pattern has a bad regular"):
        ClosureEngine(statements, [("box.ttl", text.encode())])


def test_graphs_of_rdflib_become_statements() -> None:
    graph = Graph().parse(data='<urn:s> <urn:p> "é"@fr , 1 , "a" , [] .', format="turtle")
    said = {statement.object for statement in statements_of(graph)}
    blanks = {value for value in said if isinstance(value, str)}
    assert said - blanks == {
        Literal("é", f"{RDF}langString", "fr"),
        Literal("1", f"{XSD}integer"),
        Literal("a", f"{XSD}string"),
    }
    assert all(blank.startswith("_:") for blank in blanks)
    assert Statement("urn:s", "urn:p", Literal("a")) in set(statements_of(graph))


def test_a_fault_of_pyshacl_is_a_fault_of_the_shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = engine('sh:sparql [ sh:select "SELECT $this WHERE { $this ?p ?o }" ]')
    assert len(shapes.run([BOX], ["urn:s:X"])) == 1

    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("pyshacl.shape.Shape.validate", fail)
    with pytest.raises(InvalidShapesGraph, match="pySHACL failed at urn:s:X"):
        shapes.run([BOX], ["urn:s:X"])
