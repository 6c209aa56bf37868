"""Commands over a SPARQL server."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import DATA
from tests.engines import running_oxigraph


def test_a_load_into_a_server_is_asked_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    query = tmp_path / "query.rq"
    query.write_text("ASK { GRAPH <http://test.example/collection/T02/current/> { ?s ?p ?o } }")
    with running_oxigraph() as server:
        loading = ["load", str(DATA / "T02.ttl"), "--data", str(tmp_path / "data"), "--store", server.query]
        refused = run(*loading)
        assert (refused.code, refused.err) == (2, "vocabsvc: a load into a SPARQL server needs --update-store\n")
        assert run(*loading, "--update-store", server.update).code == 0
        assert run(*loading, "--update-store", server.update).code == 0
        back = run("snapshots", "rollback", "--data", str(tmp_path / "data"))
        assert (back.code, "its graphs are in a SPARQL server" in back.err) == (0, True)
        monkeypatch.setenv("VOCABSVC_STORE", server.query)
        assert run("query", str(query), "--data", str(tmp_path / "data")).code == 0
    gone = run("query", str(query), "--data", str(tmp_path / "data"))
    assert gone.code == 2
    assert "the SPARQL server cannot be reached" in gone.err


def test_an_impossible_store_is_one_line(run: Run) -> None:
    outcome = run("load", "--store", "tdb")
    assert outcome.code == 2
    assert outcome.err.startswith("vocabsvc: VOCABSVC_STORE: ")
