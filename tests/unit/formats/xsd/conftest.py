from pathlib import Path

import pytest

from tests.unit.formats.xsd.small_sets import core_set
from vocabsvc.formats.xsd.schema_sets import SchemaSets


@pytest.fixture(scope="package")
def sets(tmp_path_factory: pytest.TempPathFactory) -> SchemaSets:
    """The record over both versions of the places."""
    folder: Path = tmp_path_factory.mktemp("schemas")
    core_set(folder / "première", "1")
    core_set(folder / "seconde", "2")
    return SchemaSets.open(folder)
