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
        (HEADER.replace("license", "licence") + COLUMNS, 1, None, "license: must be an IRI (MAP-01)"),
        (HEADER.replace("https://hub.example/", "") + COLUMNS, 1, None, "mapping_set_id: must be an IRI"),
        (HEADER + "#mapping_dat: 2026-01-31\n" + COLUMNS, 6, None, "mapping_dat: is no slot of a mapping set"),
        (HEADER + "#mapping_date: 31/01/2026\n" + COLUMNS, 6, None, "mapping_date: '31/01/2026' is no date"),
        (HEADER + "#mapping_date: [a]\n" + COLUMNS, 6, None, "mapping_date: is no text"),
        (HEADER + "#creator_id: [{a: b}]\n" + COLUMNS, 6, None, "creator_id: is no list of texts"),
        (HEADER + "#creator_id: [orcid:0]\n" + COLUMNS, 6, None, "creator_id: the prefix of 'orcid:0'"),
        (HEADER.partition("#  P01")[0].replace("map:", "map: x") + COLUMNS, 3, None, "is not a mapping of prefixes"),
        (HEADER + "#skos: [\n" + COLUMNS, 6, None, "not YAML"),
        (HEADER + "#license: twice\n" + COLUMNS, 6, 2, "stands twice"),
        (HEADER + "#see_also: &a x\n" + COLUMNS, 6, 12, "forbids"),
        (HEADER + "#  skos: http://elsewhere.example/\n" + COLUMNS, 3, None, "built-in prefix 'skos'"),
        (HEADER, 6, None, "no column subject_id (MAP-01)"),
        (HEADER + COLUMNS.replace("object_id", "object"), 6, None, "no column object_id (MAP-01)"),
        (HEADER + COLUMNS.replace("comment", "confidence"), 6, None, "'confidence' stands twice"),
        (HEADER + COLUMNS.replace("comment", "coment"), 6, 7, "column 'coment' is no slot of a mapping"),
        (HEADER + COLUMNS.replace("comment", "mapping_set_id"), 6, 7, "is no slot of a mapping"),
        (HEADER + COLUMNS.replace("comment", ""), 6, 7, "column '' is no slot of a mapping"),
        (HEADER + COLUMNS + ROW + "centre:2\n", 8, None, "1 cells where there are 7 columns"),
        (HEADER + COLUMNS + ROW.replace("centre:1", ""), 7, 1, "subject_id: empty (MAP-01)"),
        (HEADER + COLUMNS + ROW.replace("P01:", "P99:"), 7, 4, "object_id: the prefix of 'P99:PSLTZZ01/'"),
        (
            HEADER + COLUMNS + ROW.replace("semapv:Lexical", "skos:Lexical"),
            7,
            5,
            "is no justification of semapv (MAP-02)",
        ),
        (HEADER + COLUMNS + ROW.replace("LexicalMatching", "Guess"), 7, 5, "'semapv:Guess' is no justification"),
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


@pytest.mark.parametrize(
    ("slot", "text", "reason"),
    [
        ("subject_type", "concept", "'concept' is none of"),
        ("review_date", "2026-02-30", "is no date"),
        ("see_also", "ici", "'ici' is no IRI"),
        ("reviewer_agreement", "-2", "from -1 to 1"),
    ],
)
def test_refuses_what_a_slot_cannot_have(slot: str, text: str, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as caught:
        read(HEADER + COLUMNS.replace("comment", slot) + ROW.replace("\t\n", f"\t{text}\n"))
    assert (caught.value.line, caught.value.column) == (7, 7)


def test_every_row_knows_its_line_and_the_set_its_columns() -> None:
    several = ROW.replace("\t\n", '\t"a\nb"\n')
    mapping_set = read(HEADER + COLUMNS + several + ROW)
    assert [mapping.line for mapping in mapping_set.mappings] == [7, 9]
    assert mapping_set.file == "mappings/centre.sssom.tsv"
    assert mapping_set.columns == tuple(COLUMNS.strip().split("\t"))


def test_a_literal_has_a_label_and_no_id() -> None:
    columns = COLUMNS.replace("comment", "subject_type")
    row = ROW.replace("centre:1", "").replace("\t\n", "\trdfs literal\n")
    mapping_set = read(HEADER + columns + row)
    assert (mapping_set.mappings[0].subject_id, mapping_set.mappings[0].asserts) == ("", False)
    assert read(write_sssom(mapping_set, BASE)) == mapping_set
    with pytest.raises(UnreadableInput, match="subject_label: empty"):
        read(HEADER + columns + row.replace("SAL_É", ""))


def test_the_type_of_all_subjects_may_stand_in_the_header() -> None:
    columns = COLUMNS.removeprefix("subject_id\t")
    mapping_set = read(f"{HEADER}#subject_type: rdfs literal\n{columns}{ROW.removeprefix('centre:1' + chr(9))}")
    assert mapping_set.mappings[0].subject_label == "SAL_É"


def test_a_declared_slot_needs_no_ext() -> None:
    columns = COLUMNS.replace("comment", "localUnit")
    with pytest.raises(UnreadableInput, match="localUnit"):
        read(HEADER + columns + ROW)
    declared = "#extension_definitions:\n#- slot_name: localUnit\n#  property: centre:unit\n"
    assert read(HEADER + declared + columns + ROW.replace("\t\n", "\tpsu\n")).mappings[0].slot("localUnit") == "psu"


def test_columns_stand_in_the_order_of_the_model() -> None:
    columns = COLUMNS.strip() + "\text_a\tmatch_string\tsubject_source\n"
    text = write_sssom(read(HEADER + columns + ROW.rstrip("\n") + "\tx\ta|b\tcentre:s\n"), BASE)
    names = next(line for line in text.splitlines() if not line.startswith("#")).split("\t")
    assert names == [
        "subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification", "subject_source",
        "confidence", "match_string", "ext_a",
    ]  # fmt: skip


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
