from pathlib import Path

import pytest

from vocabsvc.errors import InvalidRequest, UnreadableInput
from vocabsvc.formats.vocabulary_toml import write_vocabulary_toml
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription
from vocabsvc.services.vocabulary_check import check_files

DATA = Path(__file__).parents[2] / "data"
BASE = "http://hub.example/id/"


def folder(parent: Path, concepts: int) -> Path:
    """A vocabulary of our own with one concept, which is said to have ``concepts``."""
    own = parent / "mer"
    own.mkdir()
    titles = (LangString("Seas", "en"), LangString("Mers", "fr"))
    vocabulary = Vocabulary(
        "mer", "mer/", titles, "Ifremer", ("http://x/",), "1", "2024", "CC0-1.0", ("fr",), (), concepts
    )
    description = VocabularyDescription(vocabulary, "mer.ttl", "0" * 64, own=True)
    (own / "vocabulary.toml").write_text(write_vocabulary_toml(description), "utf-8")
    (own / "mer.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
        "<mer/> a skos:ConceptScheme ; <http://purl.org/dc/terms/creator> <http://x/us> . "
        '<mer/1> a skos:Concept ; skos:inScheme <mer/> ; skos:prefLabel "Mer Méditerranée"@fr ; skos:broader <mer/2> .',
        "utf-8",
    )
    return own


def test_files_named_together_know_each_other() -> None:
    alone = next(iter(check_files([DATA / "T01.ttl"], BASE, 1)))
    together = {one.vocabulary: one for one in check_files([DATA / "T01.ttl", DATA / "T02.ttl"], BASE, 1)}
    gaps = [gap.message["en"] for gap in alone.not_assessed if gap.code == "SKO-14"]
    assert gaps == ["links to concepts of vocabularies that are not loaded: 4"]
    gaps = [gap.message["en"] for gap in together["T01"].not_assessed if gap.code == "SKO-14"]
    assert gaps == ["links to concepts of vocabularies that are not loaded: 2"]
    assert "SKO-14" not in together["T01"].counts()


def test_a_folder_is_what_its_description_says(tmp_path: Path) -> None:
    (report,) = check_files([folder(tmp_path, 1)], BASE, 1)
    assert report.vocabulary == "mer"
    assert report.counts() == {"SKO-05": 1, "SKO-14": 1}
    (missing,) = (group.first for group in report.groups if group.first.code == "SKO-14")
    assert missing.value == f"{BASE}mer/2"


def test_the_count_of_the_description_shows_a_file_cut_short(tmp_path: Path) -> None:
    (report,) = check_files([folder(tmp_path, 2)], BASE, 1)
    assert report.counts()["SKO-18"] == 1
    assert not report.conforms


def test_what_is_no_vocabulary_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes" / "iso.ttl").write_text("")
    (tmp_path / "T03.ttl").write_bytes((DATA / "T02.ttl").read_bytes())
    paths = [tmp_path, DATA / "testcentre.sssom.tsv"]
    assert [report.vocabulary for report in check_files(paths, BASE, 1)] == ["T03"]
    with pytest.raises(InvalidRequest, match=r"no vocabulary in .*testcentre"):
        check_files(paths[1:], BASE, 1)


def test_one_broken_file_and_there_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "cassé.ttl").write_text("<http://a> <http://b>\n <")
    with pytest.raises(UnreadableInput, match=r"cassé.ttl:2:"):
        check_files([DATA / "T01.ttl", tmp_path], BASE, 1)
