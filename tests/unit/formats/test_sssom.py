from dataclasses import replace

import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.sssom import read_sssom, write_sssom
from vocabsvc.model.mapping import Mapping, MappingSet
from vocabsvc.namespaces import SEMAPV, SKOS

BASE = "https://hub.example/id/"
HEADER = """\
#mapping_set_id: https://hub.example/mappings/centre
#license: https://creativecommons.org/licenses/by/4.0/
#curie_map:
#  P01: http://vocab.nerc.ac.uk/collection/P01/current/
#  centre: centre/
"""
COLUMNS = "subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tcomment\n"
ROW = "centre:1\tSAL_É\tskos:exactMatch\tP01:PSLTZZ01/\tsemapv:LexicalMatching\t0.9\t\n"


def read(text: str) -> MappingSet:
    return read_sssom(text.encode(), "mappings/centre.sssom.tsv", BASE)


def test_reads_a_mapping_set() -> None:
    mapping_set = read(f"{HEADER}#mapping_set_title: Sels d’ici\n#mapping_date: 2026-01-25\n{COLUMNS}{ROW}")
    assert mapping_set.id == "centre"
    assert mapping_set.license == "https://creativecommons.org/licenses/by/4.0/"
    assert mapping_set.metadata == (("mapping_set_title", "Sels d’ici"), ("mapping_date", "2026-01-25"))
    assert mapping_set.mappings == (
        Mapping(
            subject_id=f"{BASE}centre/1",
            predicate_id=f"{SKOS}exactMatch",
            object_id="http://vocab.nerc.ac.uk/collection/P01/current/PSLTZZ01/",
            mapping_justification=f"{SEMAPV}LexicalMatching",
            subject_label="SAL_É",
            confidence=0.9,
        ),
    )


def test_keeps_what_it_has_no_field_for() -> None:
    columns = COLUMNS.strip() + "\text_unit\tmatch_string\n"
    read_set = read(f"{HEADER}#creator_id:\n#- centre:me\n{columns}{ROW.rstrip(chr(10))}\tpsu\tSAL\n")
    assert read_set.mappings[0].other == (("ext_unit", "psu"), ("match_string", "SAL"))
    assert read_set.metadata == (("creator_id", '["centre:me"]'),)
    assert read(write_sssom(read_set, BASE)) == read_set


def test_quoted_cells_hold_tabs_quotes_and_line_breaks() -> None:
    row = ROW.replace("\t\n", '\t"say ""salt""\tor\nsel"\n')
    assert read(HEADER + COLUMNS + row).mappings[0].comment == 'say "salt"\tor\nsel'


def test_windows_line_ends_and_blank_lines_are_no_fault() -> None:
    text = (HEADER + COLUMNS + ROW + "\n").replace("\n", "\r\n")
    assert len(read(text).mappings) == 1


def test_a_set_without_mappings_is_a_set() -> None:
    assert read(HEADER + COLUMNS).mappings == ()


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        (COLUMNS + ROW, 1, None, "no metadata"),
        (HEADER.replace("license", "licence") + COLUMNS, 1, None, "license must be an IRI (MAP-01)"),
        (HEADER.replace("https://hub.example/", "") + COLUMNS, 1, None, "mapping_set_id must be an IRI"),
        (HEADER + "#skos: [\n" + COLUMNS, 6, None, "not YAML"),
        (HEADER + "#license: twice\n" + COLUMNS, 6, 2, "stands twice"),
        (HEADER + "#see_also: &a x\n" + COLUMNS, 6, 12, "forbids"),
        (HEADER + "#  skos: http://elsewhere.example/\n" + COLUMNS, 1, None, "built-in prefix 'skos'"),
        (HEADER, 6, None, "no column subject_id (MAP-01)"),
        (HEADER + COLUMNS.replace("object_id", "object"), 6, None, "no column object_id (MAP-01)"),
        (HEADER + COLUMNS.replace("comment", "confidence"), 6, None, "'confidence' stands twice"),
        (HEADER + COLUMNS + ROW + "centre:2\n", 8, None, "1 cells where there are 7 columns"),
        (HEADER + COLUMNS + ROW.replace("centre:1", ""), 7, 1, "subject_id: empty (MAP-01)"),
        (HEADER + COLUMNS + ROW.replace("P01:", "P99:"), 7, 4, "object_id: the prefix of 'P99:PSLTZZ01/'"),
        (HEADER + COLUMNS + ROW.replace("semapv:Lexical", "skos:Lexical"), 7, 5, "semapv (MAP-02)"),
        (HEADER + COLUMNS + ROW.replace("0.9", "1.1"), 7, 6, "'1.1' is not a number from 0 to 1 (MAP-03)"),
        (HEADER + COLUMNS + ROW.replace("0.9", "nan"), 7, 6, "(MAP-03)"),
        (HEADER + COLUMNS + ROW + ROW.replace("SAL_É", '"SAL" É'), 8, None, "not tab-separated values"),
    ],
)
def test_refuses_with_the_place(text: str, line: int, column: int | None, reason: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(text)
    assert reason in caught.value.reason
    assert (caught.value.line, caught.value.source) == (line, "mappings/centre.sssom.tsv")
    assert column is None or caught.value.column == column


def test_the_line_is_right_after_a_row_of_several_lines() -> None:
    several = ROW.replace("\t\n", '\t"a\nb\nc"\n')
    with pytest.raises(UnreadableInput) as caught:
        read(HEADER + COLUMNS + several + ROW.replace("0.9", "x"))
    assert caught.value.line == 10


def test_checks_references_that_it_only_keeps() -> None:
    text = f"{HEADER}{COLUMNS.strip()}\tauthor_id\n{ROW.rstrip(chr(10))}\tcentre:a|orcid:0\n"
    with pytest.raises(UnreadableInput, match="author_id: the prefix of 'orcid:0'"):
        read(text)


def test_refuses_other_encodings() -> None:
    with pytest.raises(UnreadableInput, match="not UTF-8") as caught:
        read_sssom((HEADER + COLUMNS + ROW).encode("latin-1"), "x.sssom.tsv", BASE)
    assert caught.value.line == 7


def test_does_not_write_what_no_prefix_fits() -> None:
    mapping_set = replace(read(HEADER + COLUMNS + ROW), curie_map=())
    with pytest.raises(ValueError, match="no prefix"):
        write_sssom(mapping_set, BASE)
