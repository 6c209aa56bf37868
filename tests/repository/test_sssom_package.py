"""The mapping sets that ship, as the ``sssom`` package reads and writes them, and as JSON by its schema.

The package brings a hundred others, among them a pytest plugin and a JSON-LD parser that would replace those of
the tests, and so has an environment of its own (``make sssom``). Its validation is JSON Schema, generated from
the model of SSSOM, with checks of prefixes and CURIEs.
"""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import ROOT
from tests.examples import examples
from vocabsvc.formats.sssom import read_sssom, write_sssom
from vocabsvc.formats.sssom_json import read_sssom_json, write_sssom_json
from vocabsvc.model.mapping import MappingSet

PYTHON = ROOT / ".venv" / "sssom" / "bin" / "python"
PROGRAM = Path(__file__).with_name("sssom_package.py")
BASE = "https://hub.example/id/"
SETS = sorted((ROOT / "mappings").glob("*.sssom.tsv"))[:: examples(3, 1)]
SECONDS = 120


@pytest.mark.no_cover
def test_both_write_what_the_other_reads(tmp_path: Path) -> None:
    if not PYTHON.exists():
        pytest.skip("the sssom package is not installed: make sssom")
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.mkdir()
    theirs.mkdir()
    read = {path.name.partition(".")[0]: read_sssom(path.read_bytes(), path.name, BASE) for path in SETS}
    for name, mapping_set in read.items():
        plain = tuple(replace(one, other=()) for one in mapping_set.mappings)
        written = write_sssom_json(replace(mapping_set, mappings=plain), BASE)
        (ours / f"{name}.sssom.json").write_text(written, "utf-8")
        (ours / f"{name}.sssom.tsv").write_text(write_sssom(mapping_set, BASE), "utf-8")
    reports = _reports(theirs, sorted(ours.iterdir()))
    tables = [one for one in reports if str(one["file"]).endswith(".tsv")]
    assert {one["file"]: one["faults"] for one in tables if one["faults"]} == {}
    assert {one["file"]: one["mappings"] for one in tables} == {
        f"{name}.sssom.tsv": len(mapping_set.mappings) for name, mapping_set in read.items()
    }
    for name, mapping_set in read.items():
        table, objects = theirs / "tsv" / f"{name}.sssom.tsv", theirs / "tsv" / f"{name}.sssom.json"
        assert _said(read_sssom(table.read_bytes(), table.name, BASE)) == _said(mapping_set), name
        assert _said(read_sssom_json(objects.read_bytes(), objects.name, BASE)) == _said(mapping_set), name
    # Its JSON reader takes no extension slots, the schema does.
    documents = [one for one in reports if str(one["file"]).endswith(".json")]
    assert len(documents) == len(read)
    assert {one["file"]: one["faults"] for one in documents if one["faults"]} == {}
    schema = jsonschema.Draft201909Validator(json.loads((theirs / "schema.json").read_text("utf-8")))
    for name, mapping_set in read.items():
        document = json.loads(write_sssom_json(mapping_set, BASE))
        assert [error.message for error in schema.iter_errors(document)] == [], name
        assert not schema.is_valid({**document, "license": 1})


def _reports(folder: Path, files: Sequence[Path]) -> list[dict[str, object]]:
    command = [str(PYTHON), "-W", "ignore", *map(str, (PROGRAM, folder, *files))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def _said(mapping_set: MappingSet) -> set[tuple[str, ...]]:
    """Return what the slots of the model say; the package leaves extension slots out."""
    return {
        (one.subject_id, one.subject_label, one.predicate_id, one.object_id, one.object_label,
         one.mapping_justification, one.mapping_source, one.comment, str(one.confidence))
        for one in mapping_set.mappings
    }  # fmt: skip
