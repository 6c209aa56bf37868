"""Shapes graphs that are ill-formed, each with what is said of it."""

import pytest

from tests.shacl_terms import EX, turtle
from vocabsvc.shacl.errors import IllFormedShapes
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import SH
from vocabsvc.shacl.vocabulary import ADVANCED

NODE = "ex:S a sh:NodeShape ; {} ."
PROPERTY = "ex:S a sh:PropertyShape ; sh:path ex:p ; {} ."


def refused(text: str) -> str:
    with pytest.raises(IllFormedShapes) as caught:
        ShapesGraph(turtle(text))
    return str(caught.value)


@pytest.mark.parametrize(
    ("constraint", "reason"),
    [
        ("sh:class 'C'", 'sh:class needs an IRI, not "C"'),
        ("sh:class [ ex:p 1 ]", "sh:class needs an IRI, not _:"),
        ("sh:datatype xsd:date , xsd:time", "sh:datatype may be given once, and is given 2 times"),
        ("sh:nodeKind sh:Iri", "sh:Iri is no term of SHACL"),
        ("sh:nodeKind ex:IRI", "sh:nodeKind has no value <http://example.org/IRI>; there are sh:IRI, "),
        ("sh:minCount 'one'", 'sh:minCount needs an xsd:integer, not "one"'),
        ("sh:minCount '1'^^xsd:byte", "sh:minCount needs an xsd:integer"),
        ("sh:minCount '1e0'^^xsd:integer", "needs an xsd:integer of at most 18 digits"),
        (f"sh:maxCount {'9' * 5000}", "needs an xsd:integer of at most 18 digits"),
        ("sh:maxLength ex:n", "sh:maxLength needs an xsd:integer, not <"),
        ("sh:minInclusive ex:n", "sh:minInclusive needs a literal"),
        ("sh:pattern 1", "sh:pattern needs an xsd:string"),
        ("sh:pattern 'a' ; sh:flags 'k'", "unknown flag 'k' of a regular expression"),
        ("sh:pattern '(a'", "sh:pattern has a bad regular expression '(a': missing )"),
        ("sh:pattern '(a+)+b'", "sh:pattern : the regular expression '(a+)+b' is catastrophic"),
        ("sh:languageIn 'en'", "sh:languageIn needs a list"),
        ("sh:languageIn ( ex:en )", "sh:languageIn needs a list of xsd:string"),
        ("sh:uniqueLang 1", "sh:uniqueLang needs an xsd:boolean"),
        ("sh:in ex:n", "sh:in needs a list; <http://example.org/n> has 0 rdf:first and 0 rdf:rest"),
        ("sh:in [ rdf:first 1 , 2 ; rdf:rest () ]", "has 2 rdf:first and 1 rdf:rest"),
        ("sh:equals 'p'", "sh:equals needs an IRI"),
        ("sh:closed true ; sh:ignoredProperties ( 'p' )", 'has the ignored property "p"'),
        ("sh:not 'S'", 'sh:not needs a shape, not "S"'),
        ("sh:not ex:Absent", "sh:not refers to the absent shape <http://example.org/Absent>"),
        ("sh:or ( ex:Absent )", "sh:or refers to the absent shape"),
        ("sh:node [ sh:path ex:p ]", "sh:node needs a node shape, and _:"),
        ("sh:property [ sh:class ex:C ]", "sh:property needs a property shape, and _:"),
        ("sh:qualifiedValueShape [ sh:class ex:C ]", "needs sh:qualifiedMinCount or sh:qualifiedMaxCount"),
        ("sh:qualifiedMinCount 1", "sh:qualifiedMinCount needs sh:qualifiedValueShape"),
        ("sh:severity 'high'", "sh:severity needs one IRI"),
        ("sh:severity sh:Info , sh:Warning", "sh:severity needs one IRI"),
        ("sh:message 1", "sh:message needs text"),
        ("sh:deactivated 'yes'", "sh:deactivated needs true or false"),
        ("sh:targetClass 'C'", 'sh:targetClass needs an IRI, not "C"'),
        ("sh:targetNode [ ex:p 1 ]", "sh:targetNode is the blank node"),
        ("sh:minCuont 1", "sh:minCuont is no term of SHACL"),
        ("sh:rule [ sh:subject sh:this ]", "sh:rule is of SHACL Advanced Features, which are not supported"),
        ("sh:target [ a sh:SPARQLTarget ]", "sh:target is of SHACL Advanced Features"),
        ("sh:js [ sh:jsFunctionName 'f' ]", "sh:js is of SHACL Advanced Features"),
        ("sh:expression [ sh:count ex:p ]", "sh:expression is of SHACL Advanced Features"),
        ("sh:path ex:q", "has 2 values of sh:path"),
    ],
)
def test_ill_formed_constraints_are_named(constraint: str, reason: str) -> None:
    text = refused(PROPERTY.format(constraint))
    assert reason in text
    assert f"<{EX}S>" in text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ex:S a sh:PropertyShape .", "is a property shape without sh:path"),
        ("ex:S a sh:NodeShape ; sh:path ex:p .", "is a node shape with sh:path"),
        (NODE.format("sh:minCount 1"), "sh:minCount is for property shapes"),
        (NODE.format("sh:lessThan ex:p"), "sh:lessThan is for property shapes"),
        ("ex:f a sh:SPARQLFunction .", "sh:SPARQLFunction is of SHACL Advanced Features"),
        (
            "ex:g sh:entailment <http://www.w3.org/ns/entailment/RDFS> . ",
            "sh:entailment asks for what is not supported",
        ),
    ],
)
def test_ill_formed_shapes_are_named(text: str, reason: str) -> None:
    assert reason in refused(text)


@pytest.mark.parametrize("term", sorted(ADVANCED))
def test_every_term_of_the_advanced_features_is_refused_by_name(term: str) -> None:
    name = term.removeprefix(SH)
    for shape in (f"ex:S sh:{name} ex:x .", f"ex:S sh:targetNode ex:n ; sh:{name} 1 .", f"ex:S a sh:{name} ."):
        assert f"sh:{name} is of SHACL Advanced Features, which are not supported" in refused(shape)


def test_all_that_is_wrong_is_said_at_once_and_once() -> None:
    text = refused(
        "ex:A a sh:PropertyShape . ex:B a sh:NodeShape ; sh:minCount 1 ; sh:node ex:A . "
        "ex:C a sh:NodeShape ; sh:node ex:A ."
    )
    assert text.count(" is a property shape without sh:path") == 1
    assert text.count("sh:minCount") == 1
    assert "<http://example.org/C>" not in text


def test_recursion_names_the_shapes_once() -> None:
    text = refused("ex:A sh:node ex:B . ex:B sh:property [ sh:path ex:p ; sh:node ex:C ] . ex:C sh:not ex:A .")
    assert text.startswith(f"<{EX}A>: the shape refers to itself, which is not supported: <{EX}A> → <{EX}B> → _:")
    assert text.endswith(f" → <{EX}C> → <{EX}A>")


def test_a_shape_that_refers_to_itself_is_refused() -> None:
    assert f"<{EX}A> → <{EX}A>" in refused("ex:A sh:or ( ex:A [ sh:class ex:C ] ) .")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_parameters_of_a_component_are_no_shapes(count: int) -> None:
    """Whatever else is said of them, for user interfaces."""
    said = " ".join(f"ex:{number} sh:path ex:p{number} ; sh:datatype xsd:date , xsd:time ." for number in range(count))
    named = " , ".join(f"ex:{number}" for number in range(count))
    ShapesGraph(turtle(f"ex:Component a sh:ConstraintComponent ; sh:parameter {named} . {said}"))
    assert refused(said).count("sh:datatype may be given once") == count


def test_nodes_of_the_data_may_use_the_namespace() -> None:
    ShapesGraph(turtle("ex:n sh:whatever 1 . ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:class ex:C ."))


def test_what_spares_nothing_is_let_be() -> None:
    shapes = ShapesGraph(turtle(NODE.format("sh:targetNode ex:n ; sh:qualifiedMinCount 5 ; sh:node [ ]")))
    assert shapes.validate([]).conforms
