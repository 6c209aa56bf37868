"""Counts over the records of a collection."""

from datetime import UTC, datetime

import pytest

from tests.cases import clean, shape_files
from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.reports.evidence import evidence_markdown
from vocabsvc.model.collection_evidence import CollectionEvidence, belongs
from vocabsvc.model.fair import FairState
from vocabsvc.schemas.collection_evidence import CollectionEvidenceOut
from vocabsvc.services.validation.collection_evidence import EvidenceCollector
from vocabsvc.services.validation.validation import Validation

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def evidence() -> CollectionEvidence:
    validation = Validation(prepare_shapes(shape_files()), 1_000_000)
    collector = EvidenceCollector("1.2.3", clock=lambda: NOON)
    bad = clean("iso19139").replace(b"48.25", b"49.25").replace(b"https://doi.org/10.5072/salinite-1", b"salinite-1")
    for data in (clean("iso19139"), bad, clean("eml")):
        (report,) = validation.validate(data, ["fair"], all_states=True).reports
        collector.add(report)
    collector.add(validation.refused(UnreadableRecord("no XML", "a.xml", 1, 1, "STR-01"), ["fair"]))
    return collector.evidence()


def test_records_are_counted_apart_from_what_could_not_be_read(evidence: CollectionEvidence) -> None:
    assert (evidence.records, evidence.conforming, evidence.unread) == (3, 2, 1)
    assert evidence.profiles == ("core", "fair")
    assert (evidence.begun, evidence.ended) == ("2024-03-01T12:00:00+00:00",) * 2


def test_a_constraint_knows_which_records_it_concerned(evidence: CollectionEvidence) -> None:
    counts = {one.constraint: one for one in evidence.constraints}
    box = counts["GEO-04"]
    assert (box.concerned, box.failed, box.not_assessed, box.name["fr"]) == (3, 1, 0, "sud au-dessous du nord")
    assert counts["ID-06"].concerned == 2  # no EML record has such a thing
    assert "TMP-13" not in counts


def test_indicators_have_all_four_states(evidence: CollectionEvidence) -> None:
    f1 = evidence.indicators[0]
    assert f1.name == "F1"
    assert f1.records == {
        FairState.MET: 2,
        FairState.PARTLY: 1,
        FairState.NOT_MET: 0,
        FairState.NOT_ASSESSED: 0,
    }


def test_checks_are_mapped_to_requirements() -> None:
    assert belongs("FAIR-R1.1", "R13")
    assert belongs("STR-05", "R10")
    assert not belongs("IDX-01", "R12")


def test_json_names_the_checks_of_each_requirement(evidence: CollectionEvidence) -> None:
    written = CollectionEvidenceOut.of(evidence).model_dump(mode="json")
    assert list(written["requirements"]) == ["R10", "R12", "R13"]
    assert "GEO-04" in written["requirements"]["R10"]["constraints"]
    assert written["requirements"]["R13"]["indicators"] == ["I1", "I2", "I3", "R1", "R1.1", "R1.2", "R1.3"]
    assert written["indicators"][0]["records"]["partly"] == 1


@pytest.mark.parametrize(("language", "words"), [("en", "## R13 Reuse"), ("fr", "## R13 Réutilisation")])
def test_markdown_has_the_requirements_and_what_failed(evidence: CollectionEvidence, language: str, words: str) -> None:
    text = evidence_markdown(evidence, language)
    assert words in text
    assert "| F1 | 2 | 1 | 0 | 0 |" in text
    (row,) = [line for line in text.splitlines() if line.startswith("| GEO-04 |")]
    assert row.endswith("| 3 | 1 | 0 |")
    assert "1.2.3" in text
