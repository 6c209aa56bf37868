"""argopy's own client of NVS reads from us what it reads there."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA
from tests.server import running_server
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

PROGRAM = Path(__file__).with_name("argopy_client.py")
TIMEOUT_SECONDS = 120


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What argopy reads from a running server."""
    home = tmp_path_factory.mktemp("argo")
    settings = Settings(data=home / "data", base_uri="http://hub.example/id/")
    build_loader(settings).load(find_sources([DATA / "nvs/argo"]), lambda *_: None)
    with running_server(build_services(settings, snapshot_folder(settings).current())) as address:
        outcome = subprocess.run(
            [sys.executable, str(PROGRAM), address],
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
            env={"HOME": str(home), "PATH": ""},
        )
    assert outcome.returncode == 0, outcome.stderr
    content: dict[str, Any] = json.loads(outcome.stdout)
    return content


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("vocabulary", ["AANDERAA_OPTODE_3835", "UNKNOWN", "current"]),
        ("xml", "<?xml"),
        ("turtle", "PREFIX"),
        ("concept in turtle", "PREFIX"),
        (
            "table",
            [
                "Sensors of a test",
                "Two sensors, for a test.",
                "13",
                "2026-01-16 02:00:00",
                ["AANDERAA_OPTODE_3835", "UNKNOWN"],
            ],
        ),
        ("poor table", ["Types of a test", "", "", ["OPTODE_DOXY"]]),
        (
            "value",
            [
                "An optode",
                "Light and oxygen.",
                "SDN:R27::AANDERAA_OPTODE_3835",
                "1",
                "2019-10-11 14:49:00",
                [{"@id": "http://vocab.nerc.ac.uk/collection/R25/current/OPTODE_DOXY/"}],
            ],
        ),
        (
            "poor value",
            {
                "name": "OPTODE_DOXY",
                "long_name": "Oxygen by light",
                "definition": "",
                "version": "",
                "urn": "SDN:R25::OPTODE_DOXY",
            },
        ),
        (
            "rows",
            [
                {"name": "AANDERAA_OPTODE_3835", "long_name": "An optode"},
                {"name": "UNKNOWN", "long_name": "Nobody knows"},
            ],
        ),
        ("mapping", [{"subject": "AANDERAA_OPTODE_3835", "predicate": "related", "object": "OPTODE_DOXY"}]),
        ("mapping turned", [{"subject": "OPTODE_DOXY", "predicate": "related", "object": "AANDERAA_OPTODE_3835"}]),
        ("tables", ["R25", "R27"]),
        ("old table", ["An optode", "Nobody knows"]),
    ],
)
def test_argopy_reads(what: str, expected: object, read: dict[str, Any]) -> None:
    assert read[what] == expected
