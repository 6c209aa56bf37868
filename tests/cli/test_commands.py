import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vocabsvc.cli.app import command_line

EVERY = command_line()
COMMANDS = sorted(str(command.name) for command in EVERY.registered_commands)
GROUPS = sorted(str(group.name) for group in EVERY.registered_groups)


@pytest.fixture(autouse=True)
def _data(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCABSVC_DATA", str(data_folder))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert f"vocabsvc {command}" in outcome.out.partition("Example:")[2]


@pytest.mark.parametrize("given", [(), ("--help",), ("--help", "load")])
def test_help_lists_all_commands(run: Run, given: tuple[str, ...]) -> None:
    shown = run(*given).out
    assert [name for name in (*COMMANDS, *GROUPS) if f" {name} " not in shown] == []


def test_version_and_a_wrong_command(run: Run) -> None:
    assert run("--version").out.startswith("vocabsvc ")
    assert run("nonsense").code == 2


def test_search_for_people_and_programs(run: Run) -> None:
    table = run("search", "salinite", "--lang", "fr")
    assert table.code == 0
    assert "Salinité du bassin d'essai" in table.out
    rows = [line.split("\t") for line in run("search", "salinite", "--format", "tsv").out.splitlines()]
    assert rows[0][0] == "notation"
    assert rows[1][0] == "SDN:T01::SALTX01"
    document = json.loads(run("search", "salinite", "--format", "json").out)
    assert document["results"][0]["match"]["lang"] == "fr"
    assert run("search", "nothing like it").code == 1
    assert run("search", "x", "--vocabulary", "P99").code == 2


def test_query_answers_in_three_formats(run: Run, tmp_path: Path) -> None:
    select, ask, graph = tmp_path / "s.rq", tmp_path / "a.rq", tmp_path / "g.rq"
    select.write_text("SELECT ?l { ?c <http://www.w3.org/2004/02/skos/core#prefLabel> ?l } ORDER BY ?l LIMIT 1")
    ask.write_text("ASK { ?s ?p 'nothing like it' }")
    graph.write_text("CONSTRUCT WHERE { ?s ?p 'Chemistry'@en }")
    assert "Chemistry" in run("query", select).out
    assert json.loads(run("query", select, "--format", "json").out)["head"]["vars"] == ["l"]
    assert run("query", select, "--format", "tsv").out == '?l\n"Chemistry"@en\n'
    assert run("query", graph).out.endswith('"Chemistry"@en .\n')
    assert run("query", ask).code == 1
    update = tmp_path / "u.rq"
    update.write_text("CLEAR ALL")
    assert run("query", update).code == 2
    assert run("query", tmp_path / "absent.rq").code == 2
