"""Each constraint component of SHACL Core, once with a fault and once without."""

import pytest

from tests.shacl_terms import EX, turtle
from vocabsvc.shacl.components import COMPONENTS
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import SH
from vocabsvc.shacl.vocabulary import KNOWN

FAULTS = [
    ("Class", "sh:class ex:C", "ex:n ex:p ex:a .", "ex:n ex:p ex:a . ex:a a ex:D . ex:D rdfs:subClassOf ex:C ."),
    ("Datatype", "sh:datatype xsd:date", 'ex:n ex:p "2020-02-30"^^xsd:date .', 'ex:n ex:p "2020-02-29"^^xsd:date .'),
    ("NodeKind", "sh:nodeKind sh:BlankNodeOrLiteral", "ex:n ex:p ex:a .", "ex:n ex:p [] , 1 ."),
    ("MinCount", "sh:minCount 2", "ex:n ex:p 1 .", "ex:n ex:p 1 , 01 ."),
    ("MaxCount", "sh:maxCount 1", "ex:n ex:p 1 , 01 .", "ex:n ex:p 1 ."),
    ("MinExclusive", "sh:minExclusive 1", "ex:n ex:p 1.00 .", "ex:n ex:p 1.01 ."),
    ("MinInclusive", "sh:minInclusive 1", "ex:n ex:p 0.99 .", "ex:n ex:p 1.00 ."),
    ("MaxExclusive", "sh:maxExclusive 1", "ex:n ex:p 1e0 .", "ex:n ex:p 0.99 ."),
    ("MaxInclusive", "sh:maxInclusive 1", "ex:n ex:p 2 .", "ex:n ex:p 1e0 ."),
    ("MinLength", "sh:minLength 3", 'ex:n ex:p "né" .', 'ex:n ex:p "née" , 123 , ex:a .'),
    ("MaxLength", "sh:maxLength 3", 'ex:n ex:p "née." .', 'ex:n ex:p "née" .'),
    ("Pattern", 'sh:pattern "^É" ; sh:flags "i"', 'ex:n ex:p "e" .', 'ex:n ex:p "été" .'),
    ("LanguageIn", 'sh:languageIn ( "FR" )', 'ex:n ex:p "a"@en .', 'ex:n ex:p "a"@fr-CA , "b"@Fr .'),
    ("UniqueLang", "sh:uniqueLang true", 'ex:n ex:p "a"@en , "b"@EN .', 'ex:n ex:p "a"@en , "b"@en-GB , "c" , "d" .'),
    ("Equals", "sh:equals ex:q", "ex:n ex:p 1 .", "ex:n ex:p 1 , 2 ; ex:q 2 , 1 ."),
    ("Disjoint", "sh:disjoint ex:q", "ex:n ex:p 1 ; ex:q 1 .", "ex:n ex:p 1.0 ; ex:q 1.00 ."),
    ("LessThan", "sh:lessThan ex:q", "ex:n ex:p 1 ; ex:q 1.0 .", "ex:n ex:p 1 ; ex:q 1.1 ."),
    ("LessThanOrEquals", "sh:lessThanOrEquals ex:q", "ex:n ex:p 2 ; ex:q 1 .", "ex:n ex:p 1 ; ex:q 1.0 ."),
    ("Not", "sh:not [ sh:class ex:C ]", "ex:n ex:p ex:a . ex:a a ex:C .", "ex:n ex:p ex:a ."),
    ("And", "sh:and ( [ sh:class ex:C ] [ sh:class ex:D ] )", "ex:n ex:p ex:a . ex:a a ex:C .", "ex:n a ex:C ."),
    ("Or", "sh:or ( [ sh:class ex:C ] [ sh:class ex:D ] )", "ex:n ex:p 1 .", "ex:n ex:p ex:a . ex:a a ex:D ."),
    (
        "Xone",
        "sh:xone ( [ sh:class ex:C ] [ sh:class ex:D ] )",
        "ex:n ex:p ex:a . ex:a a ex:C , ex:D .",
        "ex:n ex:p ex:a . ex:a a ex:D .",
    ),
    ("Node", "sh:node [ sh:class ex:C ]", "ex:n ex:p ex:a .", "ex:n ex:p ex:a . ex:a a ex:C ."),
    (
        "QualifiedMinCount",
        "sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMinCount 1",
        "ex:n ex:p ex:a .",
        "ex:n ex:p ex:a , ex:b . ex:a a ex:C .",
    ),
    (
        "QualifiedMaxCount",
        "sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMaxCount 0",
        "ex:n ex:p ex:a . ex:a a ex:C .",
        "ex:n ex:p ex:a .",
    ),
    ("Closed", "sh:closed true", "ex:n ex:p ex:a . ex:a ex:q 1 .", "ex:n ex:p ex:a ; ex:q 1 ."),
    ("HasValue", 'sh:hasValue "a"@FR', 'ex:n ex:p "a" , "a"@en .', 'ex:n ex:p "a"@fr , "a" .'),
    ("In", 'sh:in ( 1.0 "a"@FR )', "ex:n ex:p 1.00 .", 'ex:n ex:p 1.0 , "a"@fr .'),
]
ANY = "ex:S sh:targetNode ex:n ; sh:path ex:p ; {} ."


@pytest.mark.parametrize(("component", "constraint", "wrong", "right"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_fault_is_found_and_only_a_fault(component: str, constraint: str, wrong: str, right: str) -> None:
    shapes = ShapesGraph(turtle(ANY.format(constraint)))
    (result,) = shapes.validate(turtle(wrong)).results
    assert (result.component, result.focus_node) == (f"{SH}{component}ConstraintComponent", f"{EX}n")
    assert result.source_shape == f"{EX}S"
    assert shapes.validate(turtle(right)).conforms


def test_the_table_has_every_component() -> None:
    said = " ".join(row[1] for row in FAULTS)
    assert [name for name in COMPONENTS if f"sh:{name.removeprefix(SH)} " not in said] == [f"{SH}property"]
    components = {f"{SH}{row[0]}ConstraintComponent" for row in FAULTS}
    others = {f"{SH}{name}ConstraintComponent" for name in ("SPARQL", "Property", "source", "")}
    assert {name for name in KNOWN if name.endswith("ConstraintComponent")} == components | others


@pytest.mark.parametrize(
    "constraint", ["sh:class ex:C", "sh:in ( ex:a )", "sh:maxLength 1", "sh:node [ sh:class ex:C ]"]
)
def test_node_shapes_judge_the_focus_node(constraint: str) -> None:
    shapes = ShapesGraph(turtle(f"ex:S sh:targetNode ex:n ; {constraint} ."))
    (result,) = shapes.validate(turtle("ex:n ex:p 1 .")).results
    assert (result.focus_node, result.path, result.value) == (f"{EX}n", None, f"{EX}n")


def test_less_than_no_value_is_not_to_be_had() -> None:
    assert len(ShapesGraph(turtle(ANY.format("sh:maxCount -1"))).validate([]).results) == 1
    assert ShapesGraph(turtle(ANY.format("sh:maxCount 0 ; sh:minCount -1"))).validate([]).conforms


def test_property_shapes_inside_judge_the_values() -> None:
    shapes = ShapesGraph(
        turtle("ex:S sh:targetNode ex:n ; sh:path ex:p ; sh:property [ sh:path ex:q ; sh:minCount 1 ] .")
    )
    (result,) = shapes.validate(turtle("ex:n ex:p ex:a , ex:b . ex:b ex:q 1 .")).results
    assert (result.focus_node, result.path) == (f"{EX}a", f"{EX}q")
