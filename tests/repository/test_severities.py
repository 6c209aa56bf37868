"""Severities follow the catalogue of checks but where ``severities.tsv`` says why not.

The catalogue gives one severity to a check, in its own profile. That profile is core where the standards themselves or
we ask for it; other profiles may take it lighter or not at all.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cases import shape_files
from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.model.constraint import Constraint
from vocabsvc.model.report import Severity

EXPLAINED = Path(__file__).parent / "severities.tsv"
LETTERS = {Severity.VIOLATION: "V", Severity.WARNING: "W", Severity.INFO: "I"}
ROW = re.compile(r"\| (?P<code>[A-Z]+-[\w.]+) \|(?P<cells>.*)\|")
OF_THE_STANDARDS = re.compile(r"GN-iso|GN-3|^own")


class Listed(NamedTuple):
    letters: frozenset[str]
    source: str


@pytest.fixture(scope="module")
def catalogue(shared: Path) -> Mapping[str, Listed]:
    text = (shared / "reference" / "checks.md").read_text("utf-8")
    rows = (found for line in text.splitlines() if (found := ROW.fullmatch(line.strip())))
    cells = {row["code"]: [cell.strip() for cell in row["cells"].split("|")] for row in rows}
    return {
        code: Listed(frozenset(re.findall(r"\b[VWI]\b|–", found[-2])), found[-1])
        for code, found in cells.items()
        if len(found) >= 4
    }


def test_severities_are_the_catalogue_s_but_where_a_reason_is_given(catalogue: Mapping[str, Listed]) -> None:
    with EXPLAINED.open(encoding="utf-8", newline="") as file:
        explained = {
            row["constraint"]: row["severity"] for row in csv.DictReader(file, delimiter="\t") if row["reason"]
        }
    constraints = prepare_shapes(shape_files()).constraints.values()
    assert len(catalogue) > 250
    assert dict(differences(constraints, catalogue)) == explained


def differences(constraints: Iterable[Constraint], catalogue: Mapping[str, Listed]) -> Iterator[tuple[str, str]]:
    for one in constraints:
        listed = catalogue.get(one.code)
        if listed is None:
            continue
        own = {one.severity(one.profiles)}
        if OF_THE_STANDARDS.search(listed.source) and "core" in one.severities:
            own.add(one.severities["core"])
        if {LETTERS[severity] for severity in own} - listed.letters:
            yield (
                one.iri.rpartition("#")[2],
                " ".join(f"{name}:{LETTERS[each]}" for name, each in one.severities.items()),
            )
