"""The requirements of the INSPIRE technical guidance 2.0, each with the constraints that hold it."""

import os
import re
from pathlib import Path

import pytest

from vocabsvc.checks.shapes import ShapesGraph
from vocabsvc.model.constraint import Constraint
from vocabsvc.model.report import Severity

PAGE = Path(__file__).parents[3] / "docs" / "inspire.md"
PROFILES = {"core", "inspire"}
REQUIREMENTS = {
    **{f"C.{number}": "every record" for number in range(1, 23)},
    **{f"1.{number}": "datasets and series" for number in range(1, 12)},
    **{f"2.{number}": "interoperability" for number in range(1, 9)},
    "M.1": "monitoring",
    "M.2": "monitoring",
}
LENIENT = {"2.2", "2.5", "2.7", "2.8", "M.1", "M.2"}
"""Asked for under conditions that a record alone does not tell; see the page."""


def constraints_of(requirement: str, shapes: ShapesGraph) -> list[tuple[str, Constraint]]:
    """The constraints that name a requirement in their clause, by name."""
    found = {
        iri.rpartition("#")[2]: one
        for iri, one in shapes.constraints.items()
        if requirement in numbers(one) and one.profiles & PROFILES
    }
    return sorted(found.items())


def numbers(constraint: Constraint) -> list[str]:
    clause = re.search(r"INSPIRE TG 2\.0, ([^;]*)", constraint.clause)
    return [number.strip() for number in clause[1].split(",")] if clause else []


@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_every_requirement_is_held(requirement: str, shapes: ShapesGraph) -> None:
    found = constraints_of(requirement, shapes)
    assert found
    severities = {one.severity(PROFILES) for _, one in found}
    assert requirement in LENIENT or Severity.VIOLATION in severities


def test_no_constraint_names_a_requirement_that_there_is_not(shapes: ShapesGraph) -> None:
    named = {number for one in shapes.constraints.values() for number in numbers(one)}
    assert named <= REQUIREMENTS.keys()


def test_page_has_the_table_of_the_shapes(shapes: ShapesGraph) -> None:
    rows = ["| requirement | about | constraints (V violation, W warning, I info) |", "|---|---|---|"]
    for requirement, about in REQUIREMENTS.items():
        names = ", ".join(
            f"{name} {one.severity(PROFILES)[0].upper()}" for name, one in constraints_of(requirement, shapes)
        )
        rows.append(f"| {requirement} | {about} | {names} |")
    table = "\n".join(rows) + "\n"
    text = PAGE.read_text("utf-8")
    head, _, rest = text.partition("<!-- table -->\n")
    _, _, tail = rest.partition("<!-- /table -->")
    if os.environ.get("VOCABSVC_RENEW_GOLDEN"):
        PAGE.write_text(f"{head}<!-- table -->\n{table}<!-- /table -->{tail}", "utf-8")
    assert table in PAGE.read_text("utf-8")
