import pytest
from rdflib import Graph

from vocabsvc.checks.constraint import read_constraints
from vocabsvc.errors import InvalidShapesGraph
from vocabsvc.model.report import Severity

PREFIXES = """
@prefix s: <urn:s:> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix v: <https://w3id.org/vocabsvc/def#> .
"""
WHOLE = """
s:X a sh:PropertyShape ;
    v:ruleId "X-01" ;
    v:profile v:core , v:fair ;
    v:requires s:X ;
    sh:severity sh:Warning ;
    sh:targetClass v:Record ;
    sh:message "Wrong."@en , "Erroné."@fr , "Falsch."@de .
"""


def graph(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


def test_constraint_is_read_whole() -> None:
    constraint = read_constraints(graph(WHOLE))["urn:s:X"]
    assert (constraint.code, constraint.severity) == ("X-01", Severity.WARNING)
    assert constraint.message == {"en": "Wrong.", "fr": "Erroné."}
    assert constraint.profiles == {"core", "fair"}
    assert constraint.requires == {"urn:s:X"}


def test_shape_without_target_is_no_constraint() -> None:
    assert read_constraints(graph("s:X a sh:NodeShape .")) == {}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('v:ruleId "X-01" ;', "", "ruleId"),
        ('"X-01"', '"X-01", "X-02"', "ruleId, has 2"),
        ("v:profile v:core , v:fair ;", "", "profile"),
        ("sh:severity sh:Warning ;", "", "severity"),
        ("sh:Warning", "s:Grave", "severity"),
        (', "Erroné."@fr', "", "message in fr"),
        ('"Wrong."@en , ', "", "message in en"),
        ("v:requires s:X", "v:requires s:Y", "no constraint"),
        ("s:X a", "[] a", "no IRI"),
    ],
)
def test_constraint_that_lacks_something_is_refused(old: str, new: str, reason: str) -> None:
    assert old in WHOLE
    with pytest.raises(InvalidShapesGraph, match=reason):
        read_constraints(graph(WHOLE.replace(old, new, 1)))
