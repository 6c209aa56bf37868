"""What the NVS façade publishes is what a sync takes from it."""

from pathlib import Path

from tests.server import running_server
from tests.unit.builders.sync.nvs_server import nvs_server, nvs_turtle
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.builders.sync.download import Download
from vocabsvc.builders.sync.refresh import Outcome, refresh_all
from vocabsvc.builders.sync.server import Server
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources


def sync(address: str, into: Path) -> Outcome:
    download = Download(Server.parse(address), waits=())
    (one,) = refresh_all(["P01"], into, download, lambda *_: None, force=False)
    assert one.reason == ""
    return one.outcome


def concepts(folder: Path) -> dict[str, Concept]:
    (file,) = folder.glob("P01.ttl*")
    return {
        one.uri: one for one in read_skos(parse_rdf(file.read_bytes(), file.name, "http://h/").triples, "P01").concepts
    }


def test_a_hub_can_be_synced_from_another(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    with nvs_server() as nvs:
        nvs.put("P01", nvs_turtle("P01", 40))
        sync(nvs.address, first)
    settings = Settings(data=tmp_path / "data")
    build_loader(settings).load(find_sources([first]), lambda *_: None)
    with running_server(build_services(settings, snapshot_folder(settings).current())) as address:
        assert sync(address, second) is Outcome.NEW
        assert sync(address, second) is Outcome.UNCHANGED
    assert concepts(second / "P01") == concepts(first / "P01")
