"""Software written for the Reconciliation Service API, unchanged, against a server of ours."""

import json
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SKOS = "http://www.w3.org/2004/02/skos/core#"
P02 = "http://vocab.nerc.ac.uk/collection/P02/current/"


def test_reconciler(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it uses of pandas is on its way out
        import pandas as pd  # type: ignore[import-untyped] # noqa: PLC0415
        from reconciler import reconcile  # noqa: PLC0415

        table = pd.DataFrame(
            {
                "name": ["Temperature of the water body", "Practical salinity", "Oxygène dissous"],
                "unit": ["degC", "1", "µmol/kg"],
            }
        )
        found = reconcile(
            table["name"],
            type_id="P01",
            property_mapping={"unit": table["unit"]},
            reconciliation_endpoint=f"{address}/reconcile/P01",
        )
        every = reconcile(table["name"], top_res="all", reconciliation_endpoint=f"{address}/reconcile")
    assert list(found["id"]) == ["TEMPPR01/", "PSLTZZ01/", "DOXMZZXX/"]
    assert next(iter(found["match"]))
    assert set(found["type_id"]) == {"P01"}
    assert len(every) > 3
    capsys.readouterr()  # its progress bar


def test_cocoda(address: str) -> None:
    if shutil.which("node") is None:
        pytest.skip("node is absent")
    if not (HERE.parent / "skosmos" / "node_modules").is_dir():
        pytest.skip("the JavaScript clients are not installed: npm ci --prefix tests/api/skosmos")
    command = ["node", str(HERE / "cocoda.mjs"), f"{address}/reconcile/P02", P02]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert outcome.returncode == 0, outcome.stderr
    said = json.loads(outcome.stdout)
    assert said["en"][0] == {"to": f"{P02}TEMP/", "type": f"{SKOS}exactMatch"}
    assert said["fr"][0] == {"to": f"{P02}PSAL/", "type": f"{SKOS}exactMatch"}
