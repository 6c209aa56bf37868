"""Comunica, unchanged, against a server of ours."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.api.sparql.queries import LABELS

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def said(endpoint: str) -> dict[str, Any]:
    if shutil.which("node") is None:
        pytest.skip("node is absent")
    if not (HERE / "node_modules").is_dir():
        pytest.skip("the JavaScript client is not installed: npm ci --prefix tests/api/sparql")
    command = ["node", str(HERE / "comunica.mjs"), endpoint, LABELS]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert outcome.returncode == 0, outcome.stderr
    answers: dict[str, Any] = json.loads(outcome.stdout)
    return answers


def test_solutions(said: dict[str, Any]) -> None:
    assert "Propriétés thermiques" in said["labels"]
    assert len(said["labels"]) == 4


def test_a_verdict(said: dict[str, Any]) -> None:
    assert said["verdict"] is True


def test_triples(said: dict[str, Any]) -> None:
    assert [one[2] for one in said["triples"]] == ["Chemistry"]


def test_the_endpoint_is_recognised_by_its_service_description(said: dict[str, Any]) -> None:
    assert said["detected"] == 4
