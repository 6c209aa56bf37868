"""The same shapes are compiled once in a process: not for a snapshot, a record, a request or a profile."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.cli.conftest import Run
from tests.conftest import ROOT
from vocabsvc.asgi import app
from vocabsvc.bootstrap.snapshots import check_snapshots
from vocabsvc.bootstrap.validation import build_validation
from vocabsvc.checks import shapes
from vocabsvc.settings import Settings
from vocabsvc.shacl.compiler import Compiler
from vocabsvc.shacl.shape import Shape
from vocabsvc.shacl.terms import Term

CLEAN = ROOT / "tests" / "cases" / "clean"
RECORDS = [ROOT / "docs" / "examples" / "record.xml", *(CLEAN / f"{name}.xml" for name in ("iso19139", "eml"))]
PROFILES = ("core", "inspire", "sdn-cdi", "cmems", "hvd", "fair", "odatis", "eml")
CHOICES = [*PROFILES, *map(",".join, combinations(PROFILES, 2)), ",".join(PROFILES)]
MANY = 300
"""Far fewer than there are shapes in ``shapes/``."""


@pytest.fixture(autouse=True)
def _data(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCABSVC_DATA", str(data_folder))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many shapes there are in each graph that this process compiles from now on, as if it had just begun."""
    shapes._prepared.cache_clear()
    sizes: list[int] = []
    compile_all = Compiler.compile_all

    def counted(compiler: Compiler) -> dict[Term, Shape]:
        made = compile_all(compiler)
        sizes.append(len(made))
        return made

    monkeypatch.setattr(Compiler, "compile_all", counted)
    return sizes


def test_a_server_compiles_them_before_it_answers_and_never_again(data_folder: Path, compiled: list[int]) -> None:
    check_snapshots(Settings(data=data_folder))  # as ``vocabsvc serve`` does first
    with TestClient(app()) as client:
        (size,) = compiled
        assert size > MANY
        conforming = set()
        for choice in CHOICES:
            for record in RECORDS:
                answer = client.post(f"/api/v1/validate?profile={choice}", content=record.read_bytes())
                assert answer.status_code == 200
                conforming.add(answer.json()["conforms"])
        assert conforming == {True, False}
    assert compiled == [size]


def test_threads_of_a_process_share_them(data_folder: Path, compiled: list[int]) -> None:
    validation = build_validation(Settings(data=data_folder))
    assert {profile.name for profile in validation.profiles()} == set(PROFILES)
    work = [(record.read_bytes(), choice.split(",")) for choice in CHOICES for record in RECORDS]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda one: validation.validate(*one), work))
    assert len({report.profiles for answer in answers for report in answer.reports}) > len(PROFILES)
    assert len(compiled) == 1


def test_a_command_compiles_them_once_for_all_its_files(run: Run, tmp_path: Path, compiled: list[int]) -> None:
    for number in range(5):
        shutil.copy(RECORDS[number % len(RECORDS)], tmp_path / f"fiche été {number}.xml")
    assert run("validate", tmp_path, "--profile", "core,inspire,fair", "--jobs", "1").code == 1
    assert len(compiled) == 1
