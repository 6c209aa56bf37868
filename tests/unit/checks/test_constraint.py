import pytest
from rdflib import Graph

from vocabsvc.checks.constraint import read_constraints, read_profiles
from vocabsvc.errors import InvalidShapesGraph
from vocabsvc.model.constraint import Constraint, Profile, Repair
from vocabsvc.model.report import Severity
from vocabsvc.namespaces import DEF

PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix s: <urn:s:> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix v: <https://w3id.org/vocabsvc/def#> .
"""
WHOLE = """
s:X a sh:PropertyShape ;
    v:ruleId "X-01" ;
    v:profile v:core , v:fair ;
    v:severityIn [ v:profile v:hvd ; sh:severity sh:Violation ] ;
    v:requires s:X ;
    sh:severity sh:Warning ;
    sh:targetClass v:Record ;
    sh:name "name"@en , "nom"@fr ;
    sh:message "Wrong."@en , "Erroné."@fr , "Falsch."@de ;
    v:hint "Mend it."@en , "Réparez."@fr ;
    sh:in ( "b" "a" ) ; v:expectedFrom v:better ; v:repair "replace" ; v:safe true ;
    dcterms:source "clause" .
"""


def graph(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


def test_constraint_is_read_whole() -> None:
    constraint = read_constraints(graph(WHOLE))["urn:s:X"]
    assert constraint == Constraint(
        iri="urn:s:X",
        code="X-01",
        severities={"core": Severity.WARNING, "fair": Severity.WARNING, "hvd": Severity.VIOLATION},
        name={"en": "name", "fr": "nom"},
        message={"en": "Wrong.", "fr": "Erroné."},
        hint={"en": "Mend it.", "fr": "Réparez."},
        clause="clause",
        targets=frozenset({f"{DEF}Record"}),
        requires=frozenset({"urn:s:X"}),
        expected=("b", "a"),
        expected_from="better",
        repair=Repair.REPLACE,
        safe=True,
    )
    assert constraint.severity(["core"]) is Severity.WARNING
    assert constraint.severity(["core", "hvd", "unheard"]) is Severity.VIOLATION


def test_check_by_a_program_has_no_target() -> None:
    text = WHOLE.replace("a sh:PropertyShape", "a v:RecordCheck").replace("sh:targetClass v:Record ;", "")
    assert read_constraints(graph(text))["urn:s:X"].programmed


PROFILES = """
v:core a v:Profile ; rdfs:label "core"@en , "socle"@fr ; rdfs:comment "All."@en , "Tout."@fr .
v:fair a v:Profile ; v:includes v:core ; rdfs:label "FAIR"@en , "FAIR"@fr ; rdfs:comment "F."@en , "F."@fr .
v:hvd a v:Profile ; v:includes v:fair ; rdfs:label "HVD"@en , "HVD"@fr ; rdfs:comment "H."@en , "H."@fr .
"""


def test_profiles_come_after_those_they_stand_on() -> None:
    shapes = graph(WHOLE + PROFILES)
    profiles = read_profiles(shapes, read_constraints(shapes).values())
    assert list(profiles) == ["core", "fair", "hvd"]
    assert profiles["fair"] == Profile(
        "fair", {"en": "FAIR", "fr": "FAIR"}, {"en": "F.", "fr": "F."}, frozenset({"core"})
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("v:hvd a v:Profile", "v:other a v:Profile", "'hvd' is not declared"),
        ("v:includes v:core", "v:includes v:none", "'none' is not declared"),
        ("v:includes v:core", "v:includes v:hvd", "include each other: fair, hvd"),
        (', "socle"@fr', "", "label in fr"),
    ],
)
def test_profile_that_is_not_whole_is_refused(old: str, new: str, reason: str) -> None:
    shapes = graph(WHOLE + PROFILES.replace(old, new, 1))
    with pytest.raises(InvalidShapesGraph, match=reason):
        read_profiles(shapes, read_constraints(shapes).values())


def test_shape_without_target_is_no_constraint() -> None:
    assert read_constraints(graph("s:X a sh:NodeShape .")) == {}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('v:ruleId "X-01" ;', "", "ruleId"),
        ('"X-01"', '"X-01", "X-02"', "ruleId, has 2"),
        (WHOLE[WHOLE.index("    v:profile") : WHOLE.index("    v:requires")], "", "profile"),
        ("sh:severity sh:Warning ;", "", "severity"),
        ("sh:Warning", "s:Grave", "severity"),
        (', "Erroné."@fr', "", "message in fr"),
        ('"Wrong."@en , ', "", "message in en"),
        (', "Réparez."@fr', "", "hint in fr"),
        ('"Mend it."@en , ', "", "hint in en"),
        ("v:requires s:X", "v:requires s:Y", "no constraint"),
        ("s:X a", "[] a", "no IRI"),
        ('dcterms:source "clause"', 's:note ""', "source"),
        ('v:repair "replace"', 'v:repair "mend"', "repair"),
        ('v:repair "replace"', 'v:repair "replace" ; v:insertion "title"', "repair"),
    ],
)
def test_constraint_that_lacks_something_is_refused(old: str, new: str, reason: str) -> None:
    assert old in WHOLE
    with pytest.raises(InvalidShapesGraph, match=reason):
        read_constraints(graph(WHOLE.replace(old, new, 1)))
