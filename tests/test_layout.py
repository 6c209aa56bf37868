"""The house rules that a machine can hold."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

MODULES = sorted((ROOT / "vocabsvc").rglob("*.py"))
TREES = ("vocabsvc", "tests", "benchmarks", "faults")
TIMEOUT_SECONDS = 20
THIRD_PARTY = (
    "pyshacl",
    "rdflib",
    "fastapi",
    "tantivy",
    "pyoxigraph",
    "jsonschema",
    "rich.progress",
    "typer",
    "urllib3",
    "uvicorn",
)


def test_no_module_is_over_400_lines() -> None:
    long = [path for tree in TREES for path in (ROOT / tree).rglob("*.py") if len(path.read_text().splitlines()) > 400]
    assert long == []


def test_most_modules_are_under_200_lines() -> None:
    lengths = sorted(len(path.read_text().splitlines()) for path in MODULES)
    assert lengths[int(len(lengths) * 0.9)] < 200


def test_no_room_is_a_drawer() -> None:
    names = {path.stem for path in MODULES} | {path.parent.name for path in MODULES}
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "core"})


def imported(command: str) -> list[str]:
    """Return the modules that are imported once a command has shown its help."""
    program = f"""
import contextlib, io, sys
from vocabsvc.cli.app import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main([*{command.split()!r}, "--help"])
print(*sys.modules)
"""
    run = [sys.executable, "-c", program]
    return subprocess.run(run, check=True, capture_output=True, text=True, timeout=TIMEOUT_SECONDS).stdout.split()


HEAVY = {"fastapi", "uvicorn", "pyshacl", "rdflib", "pint", "owlready2", "sqlalchemy", "urllib3"}


@pytest.mark.parametrize(
    ("command", "module", "unneeded"),
    [
        ("", "vocabsvc.cli.sync", HEAVY),
        ("load", "vocabsvc.cli.load", {*HEAVY, "vocabsvc.services.services", "vocabsvc.checks.records.catalogue"}),
        ("validate", "vocabsvc.cli.validate", {*HEAVY, "vocabsvc.services.services", "vocabsvc.builders"}),
        ("snapshots list", "vocabsvc.cli.snapshots", {*HEAVY, "numpy", "tantivy", "vocabsvc.services"}),
    ],
)
def test_a_command_starts_without_what_it_does_not_need(command: str, module: str, unneeded: set[str]) -> None:
    found = imported(command)
    assert module in found
    assert unneeded.intersection(found) == set()


def test_importing_a_module_prints_and_opens_nothing() -> None:
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES if path.stem != "__main__"]
    program = f"""
import importlib, sys
for name in {THIRD_PARTY!r}:
    importlib.import_module(name)
allowed = (sys.prefix, sys.base_prefix, {str(ROOT / "vocabsvc")!r})
def audit(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"{{event}} {{arguments}}")
    if event == "open" and isinstance(arguments[0], str) and arguments[1] != "r" and not arguments[0].endswith(".py"):
        if not arguments[0].startswith(allowed):
            raise SystemExit(f"opened {{arguments[0]}}")
sys.addaudithook(audit)
for name in {names!r}:
    importlib.import_module(name)
"""
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "", "")
