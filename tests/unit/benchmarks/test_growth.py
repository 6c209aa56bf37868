from pathlib import Path

import pytest

from benchmarks import growth
from tests.conftest import ROOT


@pytest.mark.no_cover
def test_a_size_is_loaded_and_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(growth, "_TEXTS", 20)
    loaded = growth.measure_load(tmp_path / "size", 200)
    assert loaded["disk MB"] > 0
    answered = growth.measure_answers(tmp_path / "size", 200)
    assert answered["most narrower"] > 10
    assert all(value > 0 for value in answered.values())
    assert {"suggest p99 ms", "page of 100 p99 ms", "facets p50 ms"} <= answered.keys()
