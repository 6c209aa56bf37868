"""A server that is killed in the middle of decisions has every one that it acknowledged."""

import shutil
from pathlib import Path
from random import Random

import pytest

from faults.decisions import Curator, ServedData, decide_and_kill, prove_decisions
from faults.proof import NotServable
from tests.curated import load_curated
from tests.examples import examples
from tests.postgresql import running_postgresql
from vocabsvc.store.curation.database import Database

DECISIONS, KILLS = examples(200, 1000), 2
"""``make faults`` takes a thousand, and kills oftener."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load_curated(tmp_path_factory.mktemp("curated"))


def test_in_sqlite(loaded: Path, tmp_path: Path) -> None:
    data = shutil.copytree(loaded, tmp_path / "data")
    address = f"sqlite:///{tmp_path / 'décisions.sqlite'}"
    server = ServedData(data, address)
    curator = Curator(server, "curated", "T01:SALTX01/")
    decide_and_kill(server, curator, DECISIONS, KILLS, Random(7))  # noqa: S311 - moments, not secrets
    prove_decisions(address, curator, KILLS)


def test_in_postgresql_which_is_killed_too(loaded: Path) -> None:
    with running_postgresql() as database:
        address = database.new_database()

        def kill() -> None:
            database.kill()
            database.start()

        server = ServedData(loaded, address)
        curator = Curator(server, "curated", "T01:SALTX01/")
        decide_and_kill(server, curator, DECISIONS, KILLS, Random(8), kill)  # noqa: S311 - as above
        prove_decisions(address, curator, KILLS)
        opened = Database.open(address)
        with opened.writing() as connection:
            connection.exec_driver_sql("ALTER TABLE decision DISABLE TRIGGER ALL")
            connection.exec_driver_sql("DELETE FROM decision WHERE sequence = 150")
        opened.close()
        with pytest.raises(NotServable, match="1 acknowledged decisions are lost"):
            prove_decisions(address, curator, KILLS)
