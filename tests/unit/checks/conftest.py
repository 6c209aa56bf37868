import pytest

from tests.cases import shape_files
from vocabsvc.checks.shapes import ShapesGraph, prepare_shapes


@pytest.fixture(scope="session")
def shapes() -> ShapesGraph:
    return prepare_shapes(shape_files())
