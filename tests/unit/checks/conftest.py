import pytest

from tests.cases import shape_files
from vocabsvc.checks.shapes import ShapesGraph, prepare_shapes
from vocabsvc.checks.shapes_file import merge_shapes
from vocabsvc.namespaces import SH


@pytest.fixture(scope="session")
def shapes() -> ShapesGraph:
    return prepare_shapes(shape_files())


@pytest.fixture(scope="session")
def target_classes() -> dict[str, set[str]]:
    """The classes that each constraint looks at, by local name."""
    found: dict[str, set[str]] = {}
    for shape, predicate, target in merge_shapes(shape_files()):
        if str(predicate) == f"{SH}targetClass":
            found.setdefault(str(shape), set()).add(str(target).rpartition("#")[2])
    return found
