from pathlib import Path

import pytest

from benchmarks import text2term


def test_a_peer_that_is_not_installed_is_not_measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(text2term, "PYTHON", tmp_path / "python")
    assert text2term.whole_run([], []) is None


def test_the_peer_gets_all_labels_and_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in = tmp_path / "python"
    script = '#!/bin/sh\ngrep -c "salinité &lt;b&gt;" "$2" > {0}/met\ncp "$3" {0}/names\necho warning\necho 1.5\n'
    stand_in.write_text(script.format(tmp_path), encoding="utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setattr(text2term, "PYTHON", stand_in)
    assert text2term.whole_run([("http://p/1", "salinité <b>")], ["salinity"]) == 1.5
    assert ((tmp_path / "met").read_text(), (tmp_path / "names").read_text()) == ("1\n", '["salinity"]')
