"""Fixtures of several rooms."""

from pathlib import Path

import pytest

from tests.kept import kept
from tests.loaded_terms import SOURCES, load_terms, open_terms, term_sources
from vocabsvc.services.validation.vocabulary_facts import FactSource


@pytest.fixture(scope="session")
def terms(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> tuple[FactSource, ...]:
    """What is said of terms over a small snapshot of shipped vocabularies."""
    folder: Path = kept(pytestconfig, "terms", SOURCES, load_terms, tmp_path_factory.mktemp("terms") / "data")
    return term_sources(*open_terms(folder))
