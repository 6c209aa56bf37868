"""Where the engine and pySHACL disagree, or pyrudof with both, and what the specifications say.

``docs/shacl.md`` has the same entries. Each pins the answers, so that it is noticed when one of them changes its own.
"""

from collections import Counter
from dataclasses import dataclass

import pytest

from tests.conftest import ROOT
from tests.rudof import RudofShapes
from tests.shacl_pairs import ALL_LITERALS, COMPARABLE, DISPUTED, EX
from tests.shacl_reports import Found, ours, pyshacls
from tests.shacl_terms import turtle
from vocabsvc.shacl.errors import IllFormedShapes
from vocabsvc.shacl.terms import RDF_TYPE, SH, XSD, Literal, Term, Triple, show

REFUSED = "refused"
NODE = "ex:S a sh:NodeShape ; sh:targetNode {focus} ; {constraint} ."
PROPERTY = "ex:S a sh:PropertyShape ; sh:targetNode ex:n ; sh:path ex:p ; {constraint} ."


@dataclass(frozen=True)
class Entry:
    """``ours`` and ``theirs`` are how many results there are, or what is raised."""

    name: str
    shapes: str
    ours: int | str
    theirs: int | str
    data: str = ""


def on_node(focus: str, constraint: str) -> str:
    return NODE.format(focus=focus, constraint=constraint)


def on_values(constraint: str) -> str:
    return PROPERTY.format(constraint=constraint)


LEDGER = (
    Entry("ill-typed", on_node('" 1"^^xsd:integer', "sh:datatype xsd:integer"), 1, 0),
    Entry("ill-typed", on_node('"2020-01-01"^^xsd:dateTime', "sh:datatype xsd:dateTime"), 1, 0),
    Entry("ill-typed", on_node('"1e0"^^xsd:decimal', "sh:datatype xsd:decimal"), 1, 0),
    Entry("ill-typed", on_node('"--02-30"^^xsd:gMonthDay', "sh:datatype xsd:gMonthDay"), 1, 0),
    Entry("ill-typed", on_node('"20"^^xsd:gYear', "sh:datatype xsd:gYear"), 1, 0),
    Entry("ill-typed", on_node('"2020-13"^^xsd:gYearMonth', "sh:datatype xsd:gYearMonth"), 1, 0),
    Entry("ill-typed", on_node('"en_GB"^^xsd:language', "sh:datatype xsd:language"), 1, 0),
    Entry("incomparable", on_node('"P1Y"^^xsd:duration', 'sh:minExclusive "1"^^xsd:byte'), 1, 0),
    Entry("incomparable", on_node("true", "sh:maxInclusive 1"), 1, 0),
    Entry("incomparable", on_node('"abc"^^xsd:integer', "sh:minExclusive 1.0"), 1, 0),
    Entry("incomparable", on_node('"NaN"^^xsd:double', "sh:minInclusive 1.0"), 1, "InvalidOperation"),
    Entry("partial-dates", on_node('"2021"^^xsd:gYear', 'sh:minInclusive "2020-05"^^xsd:gYearMonth'), 1, 1),
    Entry("partial-dates", on_node('"2020-05"^^xsd:gYearMonth', 'sh:minInclusive "2020"^^xsd:gYear'), 1, 0),
    Entry("partial-dates", on_node('"2021"^^xsd:gYear', 'sh:minExclusive "2020"^^xsd:gYear'), 0, 1),
    Entry(
        "time-zones",
        on_node('"2020-01-02T00:00:00"^^xsd:dateTime', 'sh:minInclusive "2020-01-01T00:00:00Z"^^xsd:dateTime'),
        0,
        1,
    ),
    Entry("durations", on_node('"P1Y"^^xsd:duration', 'sh:minExclusive "P30D"^^xsd:duration'), 0, 1),
    Entry("lessthan-nodes", on_values("sh:lessThan ex:q"), 1, 0, "ex:n ex:p ex:a ; ex:q ex:b ."),
    Entry("lessthan-nodes", on_values("sh:lessThan ex:q"), 1, "ReportableRuntimeError", "ex:n ex:p [] ; ex:q 1 ."),
    Entry("blank-length", on_values("sh:minLength 0"), 1, 0, "ex:n ex:p [] ."),
    Entry(
        "inverse-sequence",
        on_values("sh:nodeKind sh:Literal").replace("sh:path ex:p", "sh:path [ sh:inversePath ( ex:q ex:p ) ]"),
        1,
        0,
        "ex:a ex:q ex:b . ex:b ex:p ex:n .",
    ),
    Entry("end-of-text", on_node(r'"a\n"', 'sh:pattern "a$"'), 1, 0),
    Entry("white-space", on_node(r'"a\u00a0"', r'sh:pattern "\\s"'), 1, 0),
    Entry("boolean-form", on_values('sh:uniqueLang "1"^^xsd:boolean'), 0, 1, 'ex:n ex:p "a"@en , "b"@en .'),
    Entry("recursion", on_node("ex:n", "sh:property [ sh:path ex:p ; sh:node ex:S ]"), REFUSED, 0),
    Entry("unknown-terms", on_values("sh:minCuont 1"), REFUSED, 0),
    Entry("absent-shapes", on_values("sh:node ex:Absent"), REFUSED, 0, "ex:n ex:p 1 ."),
    Entry("depth", on_node("ex:n", "sh:not [ " * 20 + "sh:class ex:C" + " ]" * 20), 1, "ReportableRuntimeError"),
)


def answer_of_ours(entry: Entry) -> int | str:
    try:
        return ours(turtle(entry.shapes), turtle(entry.data)).total()
    except IllFormedShapes:
        return REFUSED


def answer_of_pyshacl(entry: Entry) -> int | str:
    try:
        return pyshacls(turtle(entry.shapes), turtle(entry.data)).total()
    except Exception as error:  # noqa: BLE001 - whatever it raises
        return type(error).__name__


@pytest.mark.parametrize("entry", [pytest.param(entry, id=f"{entry.name}-{n}") for n, entry in enumerate(LEDGER)])
def test_both_answer_as_the_ledger_says(entry: Entry) -> None:
    assert (answer_of_ours(entry), answer_of_pyshacl(entry)) == (entry.ours, entry.theirs)


RUDOF_LEDGER = (
    Entry("bytes", on_values("sh:minLength 3"), 1, 0, 'ex:n ex:p "éa" .'),
    Entry("bytes", on_values("sh:maxLength 3"), 0, 1, 'ex:n ex:p "été" .'),
    Entry("no-such-day", on_values("sh:datatype xsd:date"), 1, 0, 'ex:n ex:p "2020-13-45"^^xsd:date .'),
    Entry(
        "literals-inside", on_values("sh:node [ sh:property [ sh:path ex:q ; sh:minCount 1 ] ]"), 1, 0, "ex:n ex:p 1 ."
    ),
)


@pytest.mark.parametrize("entry", [pytest.param(entry, id=f"{entry.name}-{n}") for n, entry in enumerate(RUDOF_LEDGER)])
def test_pyrudof_differs_as_the_ledger_says_and_pyshacl_does_not(entry: Entry) -> None:
    assert (answer_of_ours(entry), answer_of_pyshacl(entry)) == (entry.ours, entry.ours)
    assert RudofShapes(turtle(entry.shapes)).found(turtle(entry.data)).total() == entry.theirs


def test_the_document_has_every_entry() -> None:
    page = (ROOT / "docs" / "shacl.md").read_text("utf-8")
    assert [entry.name for entry in (*LEDGER, *RUDOF_LEDGER) if f"| `{entry.name}` |" not in page] == []


def _shapes(parameter: str, values: tuple[Term, ...], focus: tuple[Literal, ...]) -> list[Triple]:
    triples: list[Triple] = []
    for number, value in enumerate(values):
        shape = f"{EX}S{number}"
        triples += [(shape, RDF_TYPE, f"{SH}NodeShape"), (shape, f"{SH}{parameter}", value)]
        triples += [(shape, f"{SH}targetNode", one) for one in focus]
    return triples


def _differences(shapes: list[Triple]) -> Counter[Found]:
    mine, theirs = ours(shapes, []), pyshacls(shapes, [])
    return (mine - theirs) + (theirs - mine)


def test_every_literal_of_every_datatype_is_judged_alike_but_for_those_listed() -> None:
    datatypes = tuple(sorted({literal.datatype for literal in ALL_LITERALS}))
    found = _differences(_shapes("datatype", datatypes, ALL_LITERALS))
    values = {value for _, _, value, *_ in found if isinstance(value, Literal)}
    assert {(value.datatype.removeprefix(XSD), value.lexical) for value in values} == DISPUTED


@pytest.mark.parametrize("parameter", ["minExclusive", "minInclusive", "maxExclusive", "maxInclusive"])
@pytest.mark.parametrize("literals", COMPARABLE, ids=lambda literals: show(literals[0]))
def test_all_that_can_be_compared_is_compared_alike(parameter: str, literals: tuple[Literal, ...]) -> None:
    assert not _differences(_shapes(parameter, literals, literals))


def test_terms_are_equal_alike() -> None:
    assert not _differences(_shapes("hasValue", ALL_LITERALS, ALL_LITERALS))
