"""Fixtures: an application that publishes a vocabulary of its own (harbour) beside mirrored ones (T01, T02)."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.conftest import DATA, ROOT
from vocabsvc.asgi import create_app
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.model.dump import Dump
from vocabsvc.services.catalogue import Catalogue
from vocabsvc.services.services import Services
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

BASE_URI = "http://hub.example/id/"
HARBOUR = DATA / "linked_data" / "harbour"
LOADED = "2026-02-03T04:05:06+00:00"


@pytest.fixture(scope="session")
def published_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a vocabulary of our own, two mirrored ones and a mapping set."""
    folder = tmp_path_factory.mktemp("published")
    paths = [HARBOUR, DATA / "T01.ttl", DATA / "T02.ttl", DATA / "testcentre.sssom.tsv", ROOT / "shapes"]
    settings = Settings(data=folder, base_uri=BASE_URI)
    build_loader(settings).load(find_sources(paths), lambda *_: None)
    return folder


@pytest.fixture(scope="session")
def published(published_folder: Path) -> Services:
    """The services over it; every time stamp is one and the same."""
    settings = Settings(data=published_folder)
    snapshot = snapshot_folder(settings).current()
    services = build_services(settings, snapshot)
    vocabularies = [dataclasses.replace(one, loaded=LOADED) for one in snapshot.manifest.vocabularies]
    dumps = [_without_sums(editions[-1]) for editions in services.dumps.all()]
    sets = [read_sssom(data, name, BASE_URI) for name, data in snapshot.mapping_files()]
    return dataclasses.replace(services, catalogue=Catalogue(vocabularies, dumps, sets, LOADED))


@pytest.fixture(scope="session")
def hub(published: Services) -> Iterator[TestClient]:
    """A client of the application; faults come back as responses, redirects are not followed."""
    app = create_app(lambda: published)
    with TestClient(
        app, base_url="http://hub.example", raise_server_exceptions=False, follow_redirects=False
    ) as client:
        yield client


def _without_sums(dump: Dump) -> Dump:
    """Return a dump whose files have round sizes and sums: what gzip makes differs from one zlib to another."""
    files = tuple(dataclasses.replace(file, size=1000, checksum="ab" * 32) for file in dump.files)
    return dataclasses.replace(dump, files=files)
