from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, select

from vocabsvc.errors import DatabaseUnreachable, InvalidRequest
from vocabsvc.store.curation import database as module
from vocabsvc.store.curation.database import Database


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Table:
    metadata = MetaData()
    monkeypatch.setattr(module, "METADATA", metadata)
    return Table("seen", metadata, Column("number", Integer, primary_key=True))


@pytest.mark.parametrize(
    "address", ["", "nonsense", "mysql://x/y", "sqlite://", "sqlite:///:memory:", "postgresql://h:port/x", "sqlite:/x"]
)
def test_any_other_address_is_refused_in_one_line(address: str) -> None:
    with pytest.raises(InvalidRequest, match=r"sqlite:///PATH or postgresql://"):
        Database.open(address)


def test_reading_makes_no_file(table: Table, tmp_path: Path) -> None:
    database = Database.at(tmp_path / "données.sqlite")
    with database.reading() as connection:
        assert connection.execute(select(table)).all() == []
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_a_later_release_adds_is_made(table: Table, tmp_path: Path) -> None:
    database = Database.at(tmp_path / "x.sqlite")
    with database.writing() as connection:
        connection.execute(table.insert().values(number=1))
    later = Table("later", table.metadata, Column("number", Integer, primary_key=True))
    with database.reading() as connection:
        assert connection.execute(select(later)).all() == []
        assert connection.execute(select(table)).all() == [(1,)]
    database.close()


def test_a_file_that_went_is_made_again(table: Table, tmp_path: Path) -> None:
    database = Database.at(tmp_path / "x.sqlite")
    for _ in range(2):
        with database.writing() as connection:
            connection.execute(table.insert().values(number=1))
        database.close()
        (tmp_path / "x.sqlite").unlink()


@pytest.mark.usefixtures("table")
def test_a_folder_that_is_not_there_and_a_file_that_is_none_are_unreachable(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database at all" * 100)
    for path in (tmp_path / "nowhere" / "x.sqlite", tmp_path / "text"):
        with pytest.raises(DatabaseUnreachable, match="the database of decisions is away"):
            _write(Database.at(path))


def _write(database: Database) -> None:
    with database.writing():
        pass
