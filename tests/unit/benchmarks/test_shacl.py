from pathlib import Path

import pytest

from benchmarks import shacl
from vocabsvc.shacl.shapes_graph import ShapesGraph


def test_nothing_is_measured_without_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shacl.measure_shacl(tmp_path, tmp_path, tmp_path)
    assert "not measured" in capsys.readouterr().out


def test_data_that_are_made_have_faults_for_the_shapes_that_are_made() -> None:
    data, shapes = shacl._made_data(1000), ShapesGraph(shacl._made_shapes(20))
    assert len(data) == 1000
    assert len(shapes.shapes()) == 20
    assert len(shapes.validate(data).results) > 10
