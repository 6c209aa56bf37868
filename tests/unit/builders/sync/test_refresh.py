import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.unit.builders.sync.conftest import Sync
from tests.unit.builders.sync.nvs_server import QUERY, NvsServer, cut, nvs_turtle, status
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.builders.sync.download import Download
from vocabsvc.builders.sync.refresh import PARTS, Outcome, refresh_all, vocabulary_ids
from vocabsvc.errors import InvalidRequest, ServiceFault
from vocabsvc.formats.rdf import SYNTAXES, parse_rdf, serialise_rdf
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_unchanged_updated(nvs: NvsServer, sync: Sync, into: Path) -> None:
    page = nvs.put("P01", nvs_turtle("P01", 40), headers={"Last-Modified": "Mon, 01 Jun 2026 00:00:00 GMT"})
    (new,) = sync("P01")
    assert (new.vocabulary, new.outcome, new.concepts_before, new.concepts_after) == ("P01", Outcome.NEW, None, 40)
    assert (new.edition, new.reason) == ("7", "")
    first = files(into)
    assert (into / "P01" / "P01.ttl").read_bytes() == page.content
    (unchanged,) = sync("P01")
    assert (unchanged.outcome, unchanged.concepts_before, unchanged.concepts_after) == (Outcome.UNCHANGED, 40, 40)
    assert nvs.asked("If-None-Match") == [None, page.etag]
    assert nvs.asked("If-Modified-Since")[1] == "Mon, 01 Jun 2026 00:00:00 GMT"
    assert files(into) == first
    page.content = nvs_turtle("P01", 41, edition="8")
    (updated,) = sync("P01")
    assert (updated.outcome, updated.concepts_before, updated.concepts_after) == (Outcome.UPDATED, 40, 41)
    assert updated.edition == "8"
    assert (into / "P01" / "P01.ttl").read_bytes() == page.content


def written(into: Path) -> tuple[int, int]:
    """Which file it is and when it was written; when it was read does not count."""
    told = (into / "P01" / "P01.ttl").stat()
    return told.st_ino, told.st_mtime_ns


def test_a_server_that_knows_no_conditions(nvs: NvsServer, sync: Sync, into: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 40))
    sync("P01")
    first = written(into)
    nvs.pages.popitem()
    nvs.put("P01", nvs_turtle("P01", 40), strong=False)
    assert sync("P01")[0].outcome is Outcome.UNCHANGED
    assert written(into) == first


def test_the_folder_loads_and_is_not_our_own(nvs: NvsServer, sync: Sync, into: Path, tmp_path: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 40))
    sync("P01")
    loader = build_loader(Settings(data=tmp_path / "data"))
    (vocabulary,) = loader.load(find_sources([into]), lambda *_: None).snapshot.manifest.vocabularies
    assert (vocabulary.id, vocabulary.concept_count, vocabulary.edition) == ("P01", 40, "7")
    assert "own" not in (into / "P01" / "vocabulary.toml").read_text("utf-8")


def test_accents_survive_byte_by_byte(nvs: NvsServer, sync: Sync, into: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 40), gzipped=True)
    nvs.faults = [cut(301)]
    sync("P01")
    assert "Sète – œuvre n° 40".encode() in (into / "P01" / "P01.ttl").read_bytes()


def test_a_run_goes_on_where_the_last_gave_up(nvs: NvsServer, sync: Sync, into: Path) -> None:
    page = nvs.put("P01", nvs_turtle("P01", 200))
    nvs.faults = [cut(30_000), *[status(500)] * 5]
    (failed,) = sync("P01")
    assert (failed.outcome, failed.concepts_after) == (Outcome.FAILED, None)
    assert "500 Internal Server Error (6 attempts)" in failed.reason
    assert (into / PARTS / "P01-1.part").read_bytes() == page.content[:30_000]
    assert not (into / "P01").exists()
    assert sync("P01")[0].outcome is Outcome.NEW
    assert nvs.asked("Range")[-1] == "bytes=30000-"
    assert (into / "P01" / "P01.ttl").read_bytes() == page.content
    assert not (into / PARTS).exists()


def test_an_interrupt_leaves_the_part_and_the_folder(
    nvs: NvsServer, download: Download, sync: Sync, into: Path
) -> None:
    page = nvs.put("P01", nvs_turtle("P01", 40))
    sync("P01")
    before = files(into / "P01")
    page.content = nvs_turtle("P01", 400, edition="8")

    def interrupt(_: str, done: int, total: int | None) -> None:
        if done > 30_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(refresh_all(["P01"], into, download, interrupt, force=False))
    assert files(into / "P01") == before
    assert (into / PARTS / "P01-1.part").stat().st_size > 30_000
    assert sync("P01")[0].outcome is Outcome.UPDATED
    assert nvs.asked("Range")[-1] is not None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (nvs_turtle("P01", 40, edition="8", described=39), "incomplete: 1 of 40 members are not described"),
        (nvs_turtle("P01", 36, edition="8"), "36 concepts instead of 40 (--force accepts that)"),
        (nvs_turtle("P02", 40), "does not hold the collection P01"),
        (b"<html>Maintenance</html>", ":1:"),
    ],
)
def test_what_is_refused_changes_nothing(nvs: NvsServer, sync: Sync, into: Path, content: bytes, reason: str) -> None:
    page = nvs.put("P01", nvs_turtle("P01", 40))
    sync("P01")
    before = files(into)
    page.content = content
    (refused,) = sync("P01")
    assert (refused.outcome, refused.concepts_after, refused.edition) == (Outcome.REFUSED, 40, "7")
    assert refused.reason.startswith(f"{nvs.address}/collection/P01/current/{QUERY}")
    assert reason in refused.reason
    assert files(into) == before


def test_what_is_refused_makes_no_folder(nvs: NvsServer, sync: Sync, into: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 40, described=39))
    (refused,) = sync("P01")
    assert (refused.outcome, refused.concepts_after, list(into.iterdir())) == (Outcome.REFUSED, None, [])


def test_up_to_five_per_cent_may_go_and_more_only_by_force(nvs: NvsServer, sync: Sync) -> None:
    page = nvs.put("P01", nvs_turtle("P01", 40))
    sync("P01")
    page.content = nvs_turtle("P01", 38, edition="8")
    assert sync("P01")[0].outcome is Outcome.UPDATED
    page.content = nvs_turtle("P01", 3, edition="9")
    assert sync("P01")[0].outcome is Outcome.REFUSED
    (forced,) = sync("P01", force=True)
    assert (forced.outcome, forced.concepts_before, forced.concepts_after) == (Outcome.UPDATED, 38, 3)


def test_of_two_the_one_that_fails_does_not_stop_the_other(nvs: NvsServer, sync: Sync, into: Path) -> None:
    nvs.put("P02", nvs_turtle("P02", 3))
    failed, fine = sync("P01", "P02")
    assert (failed.outcome, fine.outcome) == (Outcome.FAILED, Outcome.NEW)
    assert failed.reason.endswith("the server answers 404 Not Found")
    assert [path.name for path in into.iterdir()] == ["P02"]


def test_pages_are_followed_and_kept(nvs: NvsServer, sync: Sync, into: Path) -> None:
    concepts, collection = nvs_turtle("P01", 6).split(b"\n<http://vocab.nerc.ac.uk/collection/P01/current/>\n")
    prefixes, *parts = re.split(rb"\n(?=<http)", concepts)
    collection = b"\n<http://vocab.nerc.ac.uk/collection/P01/current/>\n" + collection
    first = nvs.put("P01", prefixes + b"\n" + b"\n".join(parts[:3]), headers={"Link": "</second>; rel=next"})
    second = nvs.put("second", prefixes + b"\n" + b"\n".join(parts[3:]) + collection)
    nvs.pages["/second"] = second
    nvs.faults = [None, *[status(503)] * 6]
    assert sync("P01")[0].outcome is Outcome.FAILED
    (new,) = sync("P01")
    assert (new.outcome, new.concepts_after) == (Outcome.NEW, 6)
    assert nvs.asked("If-None-Match")[-2:] == [first.etag, None]
    assert sync("P01")[0].outcome is Outcome.UNCHANGED
    assert nvs.asked("If-None-Match")[-2:] == [None, None]
    second.headers = {"Link": "</second>; rel=next"}
    assert sync("P01")[0].outcome is Outcome.UNCHANGED


def test_a_folder_that_is_harmed_is_made_anew(nvs: NvsServer, sync: Sync, into: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 40))
    sync("P01")
    (into / "P01" / "P01.ttl").write_bytes(b"")
    assert sync("P01")[0].outcome is Outcome.UPDATED
    assert (into / "P01" / "P01.ttl").read_bytes() == nvs_turtle("P01", 40)


@pytest.mark.parametrize(
    ("pattern", "text"), [("publisher =", "own = true\npublisher ="), ("uri = .*", 'uri = "http://h/P01/"')]
)
def test_the_folder_of_another_vocabulary_is_left_alone(
    nvs: NvsServer, sync: Sync, into: Path, pattern: str, text: str
) -> None:
    nvs.put("P01", nvs_turtle("P01", 40))
    sync("P01")
    toml = into / "P01" / "vocabulary.toml"
    toml.write_text(re.sub(pattern, text, toml.read_text("utf-8")), "utf-8")
    before, asked = files(into), len(nvs.requests)
    (refused,) = sync("P01")
    assert (refused.outcome, refused.reason) == (
        Outcome.REFUSED,
        f"{into / 'P01'}: holds another vocabulary than this collection",
    )
    assert (files(into), len(nvs.requests)) == (before, asked)


def test_a_broken_description_is_one_line(nvs: NvsServer, sync: Sync, into: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 40))
    (into / "P01").mkdir(parents=True)
    (into / "P01" / "vocabulary.toml").write_text("id = P01")
    assert sync("P01")[0].reason.startswith(f"{into / 'P01' / 'vocabulary.toml'}:1:6:")


def test_a_folder_that_cannot_be_written_is_one_line(nvs: NvsServer, sync: Sync, into: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 40))
    nvs.put("P02", nvs_turtle("P02", 3))
    into.mkdir()
    (into / "P01").write_text("a file in its place")
    first, second = sync("P01", "P02")
    assert (first.outcome, second.outcome) == (Outcome.REFUSED, Outcome.NEW)
    assert first.reason == f"{into / 'P01'}: File exists"


def test_a_second_sync_at_the_same_time_is_refused(nvs: NvsServer, download: Download, sync: Sync, into: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 4))
    nvs.put("P02", nvs_turtle("P02", 4))
    running = refresh_all(["P01", "P02"], into, download, lambda *_: None, force=False)
    next(running)
    with pytest.raises(ServiceFault, match="another sync is at work"):
        sync("P01")
    assert next(running).outcome is Outcome.NEW
    assert next(running, None) is None
    assert sync("P01")[0].outcome is Outcome.UNCHANGED


@pytest.mark.parametrize("name", ["../x", "P01/", "", ".", "P 01", "P01\n", "été", "0P1", "P" * 33, "P٠١"])
def test_what_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(InvalidRequest, match="is not the id of a collection"):
        vocabulary_ids(["P01", name])


def test_ids_in_any_case_each_once() -> None:
    assert vocabulary_ids(["p01", "od1", "P01"]) == ("P01", "OD1")


@pytest.mark.parametrize("vocabulary", ["L05", "P09"])
def test_a_shipped_folder_becomes_the_publishers_turtle(
    shared: Path, nvs: NvsServer, sync: Sync, into: Path, tmp_path: Path, vocabulary: str
) -> None:
    original = (shared / "data" / "vocabularies" / "nvs-ttl" / f"{vocabulary}.ttl").read_bytes()
    shutil.copytree(ROOT / "vocabularies" / vocabulary, into / vocabulary)
    page = nvs.put(vocabulary, original, gzipped=True)
    nvs.faults = [cut(len(page.body) // 2)]
    (updated,) = sync(vocabulary, force=True)
    assert updated.outcome is Outcome.UPDATED
    assert nvs.asked("Range")[-1] == f"bytes={len(page.body) // 2}-"
    assert (into / vocabulary / f"{vocabulary}.ttl").read_bytes() == original
    titles = re.compile("title = .*")
    shipped = (ROOT / "vocabularies" / vocabulary / "vocabulary.toml").read_text("utf-8")
    assert titles.findall((into / vocabulary / "vocabulary.toml").read_text("utf-8")) == titles.findall(shipped)
    loader = build_loader(Settings(data=tmp_path / "data"))
    (loaded,) = loader.load(find_sources([into]), lambda *_: None).snapshot.manifest.vocabularies
    assert loaded.concept_count == updated.concepts_after


def test_the_publishers_json_ld_arrives_through_turtle(shared: Path, nvs: NvsServer, sync: Sync, into: Path) -> None:
    document = json.loads((shared / "data" / "vocabularies" / "argo-nvs" / "R03.json").read_bytes())["data"]
    written = json.dumps(document, ensure_ascii=False).encode()
    page = nvs.put("R03", written, media_type="application/ld+json")
    (new,) = sync("R03")
    assert (new.outcome, new.concepts_after, new.edition) == (Outcome.NEW, 100, "13")
    assert (into / "R03" / "R03.jsonld").read_bytes() == written
    page.media_type = "text/turtle"
    page.content = serialise_rdf(parse_rdf(written, "R03.jsonld", "http://h/").triples, SYNTAXES[".ttl"], {})
    (updated,) = sync("R03")
    assert (updated.outcome, updated.concepts_before, updated.concepts_after) == (Outcome.UPDATED, 100, 100)
    assert sorted(path.name for path in (into / "R03").iterdir()) == ["R03.ttl", "sync.json", "vocabulary.toml"]
