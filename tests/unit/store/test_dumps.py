import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import DATA
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.change import Edition
from vocabsvc.model.concept import Concept
from vocabsvc.model.dump import Dump
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.store.dumps import DumpedContent, DumpFolder, safe_name

BASE_URI = "http://hub.example/id/"
FILE = DATA / "linked_data" / "harbour" / "harbour.ttl"
HARBOUR = Vocabulary("harbour", f"{BASE_URI}harbour/", (), languages=("en", "fr"))
FIRST = Edition("1", "2026-02", hashlib.sha256(b"1").hexdigest(), "2026-02-03T04:05:06+00:00")


def content(*more: str) -> DumpedContent:
    data = FILE.read_bytes() + "".join(more).encode()
    triples = parse_rdf(data, FILE.name, BASE_URI).triples
    return DumpedContent(read_skos(triples, "harbour").concepts, triples, BASE_URI)


def bytes_of(folder: DumpFolder, dump: Dump) -> dict[str, bytes]:
    return {file.ending: folder.path(dump, file).read_bytes() for file in dump.files}


def read_back(dump: Dump, files: dict[str, bytes]) -> Sequence[set[Concept]]:
    names = [f"harbour.{ending}" for ending in files if ending != "csv"]
    documents = [parse_rdf(files[name.removeprefix("harbour.")], name, BASE_URI) for name in names]
    return [set(read_skos(document.triples, "harbour").concepts) for document in documents]


def test_a_dump_holds_the_vocabulary_in_every_syntax(tmp_path: Path) -> None:
    folder, held = DumpFolder(tmp_path), content()
    dump = folder.record(HARBOUR, FIRST, held)
    files = bytes_of(folder, dump)
    assert [file.ending for file in dump.files] == ["ttl.gz", "nt.gz", "jsonld", "csv"]
    for file in dump.files:
        assert (file.size, file.checksum) == (len(files[file.ending]), hashlib.sha256(files[file.ending]).hexdigest())
    assert {sorted_concepts(concepts) for concepts in read_back(dump, files)} == {sorted_concepts(held.concepts)}
    assert files["csv"].decode().count("\r\n") == 1 + len(held.concepts)
    assert (dump.triples, dump.entities) == (50, 7)
    assert dump.uri_space == f"{BASE_URI}harbour/"
    assert "http://example.org/terms#" in dump.namespaces


def sorted_concepts(concepts: Sequence[Concept] | set[Concept]) -> tuple[Concept, ...]:
    """Return concepts by IRI, without regard to the order of what is said of each."""
    ordered = (
        replace(
            one,
            pref_labels=tuple(sorted(one.pref_labels, key=str)),
            alt_labels=tuple(sorted(one.alt_labels, key=str)),
        )
        for one in concepts
    )
    return tuple(sorted(ordered, key=lambda one: one.uri))


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    one, other = DumpFolder(tmp_path / "one"), DumpFolder(tmp_path / "other")
    dumps = [folder.record(HARBOUR, FIRST, content()) for folder in (one, other)]  # blank nodes get new names
    assert dumps[0] == dumps[1]
    assert bytes_of(one, dumps[0]) == bytes_of(other, dumps[1])


def test_a_folder_without_dumps_has_none(tmp_path: Path) -> None:
    assert DumpFolder(tmp_path / "nothing").read("harbour") == ()


def test_earlier_editions_are_carried_over_and_stay_as_they_were(tmp_path: Path) -> None:
    before = DumpFolder(tmp_path / "before")
    first = before.record(HARBOUR, FIRST, content())
    old = bytes_of(before, first)
    after = DumpFolder(tmp_path / "after")
    after.carry_over(tmp_path / "before")
    second = after.record(HARBOUR, Edition("2", "", hashlib.sha256(b"2").hexdigest()), content("<x> a <y> ."))
    assert after.read("harbour") == (first, second)
    assert before.read("harbour") == (first,)
    assert bytes_of(after, first) == bytes_of(before, first) == old
    assert after.path(first, first.files[0]).stat().st_ino != before.path(first, first.files[0]).stat().st_ino


def test_a_carried_dump_of_the_same_input_is_not_written_again(tmp_path: Path) -> None:
    before, after = DumpFolder(tmp_path / "before"), DumpFolder(tmp_path / "after")
    first = before.record(HARBOUR, FIRST, content())
    after.carry_over(tmp_path / "before")
    assert after.record(HARBOUR, replace(FIRST, loaded="2027"), DumpedContent((), (), BASE_URI)).files == first.files


@pytest.mark.parametrize(
    ("vocabulary", "edition", "base_uri"),
    [
        (HARBOUR, replace(FIRST, checksum="f" * 64), BASE_URI),
        (replace(HARBOUR, languages=("cy",)), FIRST, BASE_URI),
        (HARBOUR, FIRST, "http://elsewhere.example/id/"),
    ],
)
def test_another_input_under_the_same_name_replaces_the_dump(
    vocabulary: Vocabulary, edition: Edition, base_uri: str, tmp_path: Path
) -> None:
    before, after = DumpFolder(tmp_path / "before"), DumpFolder(tmp_path / "after")
    first = before.record(HARBOUR, FIRST, content())
    old = bytes_of(before, first)
    after.carry_over(tmp_path / "before")
    second = after.record(vocabulary, edition, replace(content("<x> a <y> ."), base_uri=base_uri))
    assert after.read("harbour") == (second,)
    assert bytes_of(after, second) != old
    assert bytes_of(before, first) == old


def test_an_edition_that_is_loaded_again_is_the_one_served(tmp_path: Path) -> None:
    folder = DumpFolder(tmp_path)
    first = folder.record(HARBOUR, FIRST, content())
    second = folder.record(HARBOUR, Edition("2", "", "2" * 64), content())
    folder.record(HARBOUR, FIRST, content())
    assert folder.read("harbour") == (second, first)


def test_gzip_says_nothing_of_when_and_where(tmp_path: Path) -> None:
    folder = DumpFolder(tmp_path)
    packed = bytes_of(folder, folder.record(HARBOUR, FIRST, content()))["ttl.gz"]
    flags, time = packed[3], packed[4:8]
    assert (flags, time) == (0, b"\0\0\0\0")
    assert gzip.decompress(packed).startswith(b"PREFIX ")


@pytest.mark.parametrize("damage", ["", "[", '{"a": 1}', '[{"vocabulary": "harbour"}]', "[1]", "\xff"])
def test_a_damaged_record_is_named(damage: str, tmp_path: Path) -> None:
    folder = DumpFolder(tmp_path)
    folder.record(HARBOUR, FIRST, content())
    (tmp_path / "harbour" / "dumps.json").write_text(damage, "latin-1")
    with pytest.raises(UnreadableInput, match="damaged record of dumps") as raised:
        folder.read("harbour")
    assert raised.value.source.endswith("dumps.json")


def test_the_record_is_json(tmp_path: Path) -> None:
    folder = DumpFolder(tmp_path)
    dump = folder.record(HARBOUR, FIRST, content())
    (stored,) = json.loads((tmp_path / "harbour" / "dumps.json").read_bytes())
    assert {file["ending"]: file["checksum"] for file in stored["files"]} == {
        file.ending: file.checksum for file in dump.files
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("127", "127"),
        ("2026-01-16", "2026-01-16"),
        ("v1.2_b", "v1.2_b"),
        ("2026/1 été", "2026-1-ete-abcdef01"),
        ("..", "abcdef01"),
        (".hidden", "hidden-abcdef01"),
        ("a/../../etc", "a-..-..-etc-abcdef01"),
        ("latest", "latest-abcdef01"),
        ("", "abcdef01"),
        ("潮", "abcdef01"),
        ("x" * 300, "x" * 80 + "-abcdef01"),
    ],
)
def test_names_are_safe_in_files_and_addresses(text: str, name: str) -> None:
    assert safe_name(text, "abcdef0123456789") == name


@pytest.mark.parametrize("vocabulary", ["..", "a/b", "été", " "])
def test_an_odd_id_stays_inside_the_folder(vocabulary: str, tmp_path: Path) -> None:
    folder = DumpFolder(tmp_path / "dumps")
    dump = folder.record(replace(HARBOUR, id=vocabulary), FIRST, content())
    paths = [folder.path(dump, file).resolve() for file in dump.files]
    assert all(path.parent.parent == (tmp_path / "dumps").resolve() for path in paths)
