"""Three engines find the same in the records of the shared corpus, with all shapes that ship.

``make fuzz`` takes every record, other runs some.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cases import shape_files
from tests.examples import examples
from tests.rudof import RudofShapes, nameless
from tests.shacl_reports import counted, pyshacls
from tests.uncovered import uncovered
from vocabsvc.checks.closure_engine import ClosureEngine
from vocabsvc.checks.constraint import read_constraints
from vocabsvc.checks.engine import Finding
from vocabsvc.checks.graph_statements import statements_of
from vocabsvc.checks.pyshacl_engine import PyshaclEngine
from vocabsvc.checks.shapes_file import merge_shapes
from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.records.reading import read_records
from vocabsvc.model.record import Fact
from vocabsvc.shacl.shapes_graph import ShapesGraph

LIMIT = 20_000_000
PYSHACL = examples(24, 1, 1)  # of so many records one, since each takes 60 ms
PYRUDOF = examples(50, 10, 5)


@pytest.fixture(scope="module")
def records(shared: Path) -> Sequence[tuple[str, tuple[Fact, ...]]]:
    with uncovered():
        return [found for path in sorted((shared / "data" / "records").rglob("*.xml")) for found in facts_of(path)]


def facts_of(path: Path) -> list[tuple[str, tuple[Fact, ...]]]:
    try:
        document = read_records(path.read_bytes(), path.name, max_bytes=LIMIT)
    except UnreadableRecord:
        return []
    return [(path.name, record.graph.facts) for record in document.records]


@pytest.mark.no_cover
def test_findings_are_those_of_pyshacl(records: Sequence[tuple[str, tuple[Fact, ...]]]) -> None:
    graph = merge_shapes(shape_files())
    constraints = [found.iri for found in read_constraints(graph).values() if not found.programmed]
    ours, theirs = ClosureEngine(statements_of(graph)), PyshaclEngine(graph, constraints)
    found: Counter[Finding] = Counter()
    for name, facts in records[::PYSHACL]:
        findings = Counter(ours.run(facts, constraints))
        assert findings == Counter(theirs.run(facts, constraints)), name
        found += findings
    assert len(records) > 1500
    assert len({finding.constraint for finding in found}) > 40


@pytest.mark.no_cover
def test_results_are_those_of_pyrudof_or_of_pyshacl(records: Sequence[tuple[str, tuple[Fact, ...]]]) -> None:
    shapes = [tuple(statement) for statement in statements_of(merge_shapes(shape_files()))]
    ours, theirs = ShapesGraph(shapes), RudofShapes(shapes)  # type: ignore[arg-type]  # literals but for the name
    results = differing = 0
    for name, facts in records[::PYRUDOF]:
        data = [(fact.subject, fact.predicate, fact.object) for fact in facts]
        report = ours.validate(data)  # type: ignore[arg-type]
        found = counted(report.results)
        if nameless(found) != theirs.found(data):  # type: ignore[arg-type]
            differing += 1
            assert found == pyshacls(shapes, data), name  # type: ignore[arg-type]
        results += len(report.results)
    assert results > 500
    assert differing <= 5  # for it counts the bytes of a text: docs/shacl.md
