"""The engine passes the suite of the W3C, strictly: the multiset of focus, path, value, severity, component, shape."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conformance.w3c_shacl import Case, cases
from tests.shacl_reports import counted
from vocabsvc.shacl.errors import IllFormedShapes, SparqlFault
from vocabsvc.shacl.result import Report
from vocabsvc.shacl.shapes_graph import ShapesGraph

FAILURES = Path(__file__).with_name("shacl_sparql_failures.tsv")
SUITE = "data/w3c/data-shapes-test-suite/tests"


@pytest.fixture(scope="module")
def known_failures() -> Mapping[str, str]:
    with FAILURES.open(encoding="utf-8", newline="") as file:
        return {row["case"]: row["reason"] for row in csv.DictReader(file, delimiter="\t")}


def report_of(case: Case) -> Report | None:
    try:
        return ShapesGraph(case.shapes).validate(case.data)
    except (IllFormedShapes, SparqlFault):
        return None


def passes(case: Case) -> bool:
    report = report_of(case)
    if report is None or case.expected is None:
        return report is None and case.expected is None
    texts = {text for result in report.results for text in result.messages}
    return case.comparable(counted(report.results)) == case.comparable(case.expected) and case.messages <= texts


def test_every_case_of_core_passes(shared: Path) -> None:
    found = list(cases(shared / SUITE / "core" / "manifest.ttl"))
    assert len(found) == 98
    assert [case.name for case in found if not passes(case)] == []


def test_cases_of_sparql_pass_but_those_listed_with_a_reason(shared: Path, known_failures: Mapping[str, str]) -> None:
    found = list(cases(shared / SUITE / "sparql" / "manifest.ttl"))
    assert len(found) == 22
    assert [case.name for case in found if not passes(case)] == list(known_failures)
    assert all(known_failures.values())


def test_shapes_handed_to_pyshacl_are_counted(shared: Path) -> None:
    counts = {
        part: sum(
            report.sparql_shapes
            for case in cases(shared / SUITE / part / "manifest.ttl")
            if (report := report_of(case))
        )
        for part in ("core", "sparql")
    }
    assert counts == {"core": 0, "sparql": 16}
