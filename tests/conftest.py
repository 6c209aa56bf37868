"""Fixtures: the shared reference material, and an application over a small snapshot of our own."""

import gc
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import hypothesis
import pytest
from coverage import Coverage
from fastapi.testclient import TestClient

from tests.examples import examples
from tests.kept import kept
from vocabsvc.asgi import create_app
from vocabsvc.bootstrap import loading
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.model.concept import Concept
from vocabsvc.model.mapping import MappingSet
from vocabsvc.services.mapper import stored_knowledge
from vocabsvc.services.mapper.known_names import read_known_names
from vocabsvc.services.services import Services
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

# How long one example takes says nothing on a machine that others use too.
hypothesis.settings.register_profile("house", deadline=None, max_examples=examples(50, 500))
hypothesis.settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Measure coverage once in each worker: pytest-cov begins there as it does without workers, and then again."""
    beginning = Coverage.current()
    if hasattr(config, "workerinput") and beginning is not None:
        beginning.stop()
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False  # xdist would begin with the files that have most tests


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no worker has one of them left when the others are done."""
    order = {ROOT / "tests" / name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path, len(order)))


def pytest_collection_finish() -> None:
    """Take what was imported and collected, which stays to the end, out of the searches for garbage, and make fewer."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 10)


ROOT = Path(__file__).resolve().parents[1]
DATA = Path(__file__).parent / "data"
FEW_KNOWN_NAMES = 100
LONGEST = (
    "test_docs.py",  # loads all that ships, for which those that need it would wait
    "contract/test_decisions_killed.py",
    "cli/test_snapshot_swap.py",
    "cli/test_mappings.py",
    "cli/test_validate.py",
    "api/test_other_stores.py",
    "unit/faults/test_killing.py",
    "repository/test_records.py",
    "unit/checks/test_cases.py",
    "repository/test_shacl_agreement.py",
    "repository/test_sssom_package.py",
    "contract/test_decision_log.py",
    "unit/store/readers/test_limits.py",
    "api/test_openapi.py",
    "api/curation/test_decisions.py",
    "api/reconciliation/test_hostile_input.py",
    "api/nvs/test_originals.py",
    "cli/test_disk_full.py",
    "repository/test_shipped_data.py",
    "unit/store/remote/test_writer.py",
    "repository/test_publishers_files.py",
    "repository/test_vocabulary_findings.py",
)
"""Files that take more than ten seconds, the longest first but for those that would wait for each other."""


@pytest.fixture(scope="session", autouse=True)
def _few_known_names() -> Iterator[None]:
    """Let loads in the process of the tests know some of the names that the model learnt from.

    Reading all 2,400 takes five times as long as all else in a small load. What ships is loaded with all of them, by
    a process of its own, and so is ``data_folder``; the tests of the mapper have what they write.
    """
    names = tuple(read_known_names())[:FEW_KNOWN_NAMES]

    def write_little(folder: Path, concepts: Sequence[Concept], mapping_sets: Sequence[MappingSet]) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(stored_knowledge, "read_known_names", lambda: iter(names))
            stored_knowledge.write_knowledge(folder, concepts, mapping_sets)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "write_knowledge", write_little)
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference and test material beside the repository."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is absent")
    return folder


@pytest.fixture(scope="session")
def shipped_data(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with all that ships, loaded where coverage does not slow it down."""

    def build(folder: Path) -> None:
        command = [sys.executable, "-m", "vocabsvc", "load", "--data", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    sources = [ROOT / name for name in ("vocabularies", "mappings", "shapes")]
    return kept(pytestconfig, "shipped", sources, build, tmp_path_factory.mktemp("shipped") / "data")


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the test vocabularies, their mapping set, the shapes that ship and all the known names."""
    folder = tmp_path_factory.mktemp("data")
    settings = Settings(data=folder, base_uri="http://hub.example/id/")
    paths = [DATA / "T01.ttl", DATA / "T02.ttl", DATA / "testcentre.sssom.tsv", ROOT / "shapes"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "write_knowledge", stored_knowledge.write_knowledge)
        build_loader(settings).load(find_sources(paths), lambda *_: None)
    return folder


@pytest.fixture(scope="session")
def services(data_folder: Path) -> Services:
    """The services over the test snapshot."""
    settings = Settings(data=data_folder, query_timeout=2, query_max_bytes=500_000, max_record_bytes=200_000)
    return build_services(settings, snapshot_folder(settings).current())


@pytest.fixture(scope="session")
def client(services: Services) -> Iterator[TestClient]:
    """A client of the application over the test snapshot; faults come back as responses."""
    with TestClient(create_app(lambda: services), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def own_data_folder(data_folder: Path, tmp_path: Path) -> Path:
    """A copy of the test data folder that a test may change."""
    return Path(shutil.copytree(data_folder, tmp_path / "data"))
