import pytest

from tests.unit.checks.mappings.sets import LINE, mapping_set, places, view
from vocabsvc.checks.mappings.provenance import inconsistent_record_id, missing_provenance, missing_reviewer
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.model.mapping import MappingSet


def justified(justification: str, header: str = "") -> MappingSet:
    text = f"""\
#mapping_set_id: https://hub.example/mappings/centre
#license: https://creativecommons.org/licenses/by/4.0/
#curie_map:
#  sea: https://sea.example/
{header}subject_id\tpredicate_id\tobject_id\tmapping_justification
sea:a\tskos:exactMatch\tsea:b\tsemapv:{justification}
"""
    return read_sssom(text.encode(), "x.sssom.tsv", "https://hub.example/")


def test_a_review_has_a_reviewer() -> None:
    rows = [
        "centre:1 exactMatch sea:A 2026-01-31",
        "centre:1 exactMatch sea:A 2026-01-31 centre:zoé",
        "centre:2 exactMatch sea:B",
    ]
    one = mapping_set(*rows, more=["review_date", "reviewer_id"])
    assert places(missing_reviewer(view(one))) == [(LINE, "review_date", "2026-01-31")]


def test_record_ids_are_on_all_rows_or_on_none_and_differ() -> None:
    rows = ["centre:1 exactMatch sea:A centre:r1", "centre:2 exactMatch sea:B centre:r1", "centre:3 exactMatch sea:C"]
    one = mapping_set(*rows, more=["record_id"])
    assert places(inconsistent_record_id(view(one))) == [
        (LINE + 1, "record_id", "centre:r1"),
        (LINE + 2, "record_id", ""),
    ]
    assert places(inconsistent_record_id(view(mapping_set("centre:1 exactMatch sea:A")))) == []


def test_a_machine_tells_its_name_version_and_date() -> None:
    header = "#mapping_tool: vocabsvc build\n"
    (fault,) = places(missing_provenance(view(justified("LexicalMatching", header))))
    assert fault == (7, "mapping_justification", "mapping_tool_version, mapping_date")
    header += "#mapping_tool_version: '2'\n#publication_date: 2026-01-31\n"
    assert places(missing_provenance(view(justified("LexicalMatching", header)))) == []


def test_what_is_curated_names_somebody() -> None:
    assert places(missing_provenance(view(justified("ManualMappingCuration"))))
    assert places(missing_provenance(view(justified("ManualMappingCuration", "#creator_label: [Zoé]\n")))) == []


@pytest.mark.parametrize(
    "justification", ["UnspecifiedMatching", "MappingChaining", "BackgroundKnowledgeBasedMatching"]
)
def test_others_tell_neither_a_hand_nor_a_machine(justification: str) -> None:
    assert places(missing_provenance(view(justified(justification)))) == []
