from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.curated import CENTRE, SSSOM, T01
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.formats.sssom_rewrite import Rewriting, rewrite_sssom
from vocabsvc.model.mapping import Mapping

BASE_URI = "http://hub.example/id/"
NOTHING = Rewriting({}, ())


def rows(data: bytes) -> tuple[Mapping, ...]:
    return read_sssom(data, "curated.sssom.tsv", BASE_URI).mappings


def rewritten(data: bytes, rewriting: Rewriting, **namespaces: str) -> str:
    return rewrite_sssom(data, rewriting, namespaces, BASE_URI).decode()


DATA = SSSOM.encode()
FIRST, SECOND, *_ = rows(DATA)


@pytest.mark.parametrize("data", [DATA, b"\xef\xbb\xbf" + DATA, DATA.replace(b"\n", b"\r\n"), DATA + b"\n\n"])
def test_without_a_change_the_file_stays(data: bytes) -> None:
    assert rewrite_sssom(data, NOTHING, {}, BASE_URI) == data


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_changed_row_is_one_line_with_the_ends_and_the_mark_of_the_file(end: str) -> None:
    data = b"\xef\xbb\xbf" + SSSOM.replace("\n", end).encode()
    after = rewrite_sssom(data, Rewriting({FIRST.line: replace(FIRST, comment="déjà")}, ()), {}, BASE_URI)
    assert after == data.replace(b"\tvu\t", "\tdéjà\t".encode())


def test_a_removed_row_is_one_line_less() -> None:
    lines = SSSOM.splitlines(keepends=True)
    assert rewritten(DATA, Rewriting({SECOND.line: None}, ())) == "".join(
        line for number, line in enumerate(lines, start=1) if number != SECOND.line
    )


@pytest.mark.parametrize(
    ("subject", "target", "before"),
    [
        ("1", "AAA/", "centre:1"),
        ("1", "ZZZ/", "centre:2"),
        ("25", "AAA/", "centre:3"),
        ("9", "AAA/", ""),
        ("0", "A/", "centre:1"),
    ],
)
def test_an_added_row_stands_in_order(subject: str, target: str, before: str) -> None:
    new = replace(FIRST, subject_id=f"{CENTRE}{subject}", object_id=f"{T01}{target}", line=0)
    lines = rewritten(DATA, Rewriting({}, [new])).splitlines()
    assert [line for line in lines if line not in SSSOM.splitlines()] == [
        line for line in lines if line.startswith(f"centre:{subject}\t") and f"\tT01:{target}\t" in line
    ]
    place = next(number for number, line in enumerate(lines) if f"\tT01:{target}\t" in line)
    following = lines[place + 1].split("\t")[0] if place + 1 < len(lines) else ""
    assert following == before


def test_a_file_that_is_not_in_order_gets_its_rows_beside_those_of_their_subject() -> None:
    head, table = SSSOM.split("subject_id\t", 1)
    columns, *body = table.splitlines()
    data = "\n".join([f"{head}subject_id\t{columns}", *reversed(body), ""]).encode()
    new = replace(FIRST, subject_id=f"{CENTRE}3", object_id=f"{T01}AAA/", line=0)
    lines = rewritten(data, Rewriting({}, [new])).splitlines()
    assert [line.split("\t")[0] for line in lines[-6:]] == [f"centre:{n}" for n in (5, 4, 3, 3, 2, 1)]


def test_rows_of_several_lines_stay_as_they_are() -> None:
    data = SSSOM.replace("\tvu\t", '\t"lu,\nrelu"\t').encode()
    _, second, *_ = rows(data)
    after = rewritten(data, Rewriting({second.line: replace(second, comment='dit "oui"')}, ()))
    assert '"lu,\nrelu"' in after
    assert rows(after.encode())[1].comment == 'dit "oui"'


def test_a_column_and_a_prefix_that_lack_are_added_and_defined() -> None:
    text = "".join(
        line.rpartition("\t")[0] + "\n" if "\t" in line else line for line in SSSOM.splitlines(keepends=True)
    )
    head = text.split("#extension_definitions")[0].replace("#  v: https://w3id.org/vocabsvc/def#\n", "")
    data = (head + text[text.index("subject_id\t") :]).encode()
    new = replace(
        FIRST, subject_id="http://x.example/list/1", object_id="http://vocab.nerc.ac.uk/collection/P01/current/X/"
    )
    after = rewritten(data, Rewriting({}, [new]), P01="http://vocab.nerc.ac.uk/collection/P01/current/").encode()
    found = read_sssom(after, "x.sssom.tsv", BASE_URI)
    assert dict(found.curie_map)["P01"] == "http://vocab.nerc.ac.uk/collection/P01/current/"
    assert "http://x.example/list/" in dict(found.curie_map).values()
    assert '"slot_name": "ext_status", "property": "v:status"' in found.header("extension_definitions")
    assert {replace(one, line=0) for one in found.mappings} == {replace(one, line=0) for one in (*rows(data), new)}


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8) | st.sampled_from(
    ['"', "a\tb", "a\nb", "#x"]
)


@given(TEXT, TEXT, st.sets(st.integers(14, 18)), st.integers(0, 1))
def test_what_is_rewritten_reads_as_it_was_meant(comment: str, label: str, removed: set[int], added: int) -> None:
    new = replace(FIRST, subject_id=f"{CENTRE}6", subject_label=label, comment=comment, line=0)
    changed = {line: None for line in removed if line != FIRST.line}
    wanted = replace(FIRST, comment=comment, object_label=label)
    after = rewritten(DATA, Rewriting({**changed, FIRST.line: wanted}, [new] * added))
    kept = [one for one in rows(DATA) if one.line not in {*changed, FIRST.line}]
    assert list(rows(after.encode())) == [wanted, *kept, *[new] * added]
