"""Whatever bytes are sent as a file of parameters, they are read or refused; what is written reads back."""

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.formats.parameters import test_cdl, test_medatlas, test_odv
from tests.unit.formats.parameters.netcdf_files import Layout, write_ctd
from tests.unit.services.test_proposed_mappings import CORIOLIS, P01, PROPOSED
from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.reading import read_parameters
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.formats.tsv import starts_formula, tsv_lines
from vocabsvc.model.candidate import Candidate, LocalTerm, TermCandidates
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import SEMAPV, SKOS

BEGINNINGS = (
    b"", b"local_name,unit\n", b"code;nom\n", b"[", b'{"terms":[', b"CDF\x01", b"CDF\x02", b"CDF\x05",
    b"\x89HDF\r\n\x1a\n\0", b"\x89HDF\r\n\x1a\n\x02\x08\x08\0", b"PK\x03\x04", b"netcdf x {", b"//",
    b"Cruise\tStation\t",
    b"*\n*NB PARAMETERS=2\n*", b"\xff\xfe", b"\xef\xbb\xbf",
)  # fmt: skip

one_line = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn")), min_size=1, max_size=20)
names = one_line.filter(str.strip)


def read_or_refused(content: bytes) -> None:
    try:
        table = read_parameters(content, "x")
    except (UnreadableInput, InputTooLarge):
        return
    assert all(term.local_name or term.long_name for term in table.terms)
    assert all(tuple(column for column, _ in row.cells) == table.columns for row in table.rows)
    "".join(cell for row in table.rows for _, cell in row.cells).encode()


@cache
def samples() -> tuple[bytes, ...]:
    """A file of each format."""
    with tempfile.TemporaryDirectory() as folder:
        layouts: tuple[Layout, ...] = ("NETCDF3_CLASSIC", "NETCDF3_64BIT_DATA", "NETCDF4")
        written = [write_ctd(Path(folder) / layout, layout, 9).read_bytes() for layout in layouts]
    book, content = openpyxl.Workbook(), io.BytesIO()
    for row in (["code", "libellé"], ["TEMP", "Température"], ["PSAL", 3]):
        book.worksheets[0].append(row)
    book.save(content)
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as copied, zipfile.ZipFile(content) as packed:
        for name in packed.namelist():
            copied.writestr(name, packed.read(name))
    texts = [file.encode() for file in (test_cdl.HEADER, test_odv.FILE, test_medatlas.FILE)]
    return (*written, content.getvalue(), stored.getvalue(), *texts)


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(beginning: bytes, rest: bytes) -> None:
    read_or_refused(beginning + rest)


@given(
    st.integers(0, 7),
    st.lists(st.tuples(st.integers(0, 40_000), st.binary(max_size=8)), max_size=6),
    st.sampled_from([600, 10**9]),
)
def test_any_damage_to_a_file_is_noticed_or_harmless(which: int, changes: list[tuple[int, bytes]], within: int) -> None:
    content = bytearray(samples()[which])
    for position, put in changes:
        at = position % min(len(content), within)
        content[at : at + len(put)] = put
    read_or_refused(bytes(content))


@given(st.lists(st.tuples(one_line, one_line), max_size=5))
def test_a_table_that_was_written_reads_back(rows: list[tuple[str, str]]) -> None:
    text = "".join(tsv_lines(("local_name", "note"), [("x", *row[1:]) for row in rows]))
    expected = ["'" * starts_formula(note) + note for note in (" ".join(note.split()) for _, note in rows)]
    table = read_parameters(text.encode(), "x.tsv")
    assert [dict(row.cells)["note"] for row in table.rows] == expected


@given(names, st.just("") | names, st.just("") | one_line, one_line, st.floats(0, 1))
def test_proposals_that_were_written_read_back(name: str, long_name: str, unit: str, reason: str, score: float) -> None:
    proposal = Candidate(
        f"{P01.uri}X/", "", LangString(reason), score, f"{SKOS}closeMatch", f"{SEMAPV}LexicalMatching", reason
    )
    text = PROPOSED.sssom([TermCandidates(LocalTerm(name, long_name, unit), (proposal,))], ["P01"])
    (mapping,) = read_sssom(text.encode(), "x.sssom.tsv", "http://elsewhere.example/").mappings
    line = " ".join(name.split())
    is_known = mapping.subject_id == CORIOLIS.mappings[0].subject_id
    assert is_known or (mapping.subject_label == ("" if starts_formula(line) else line))
    assert bool(mapping.subject_id) == (starts_formula(line) or is_known)
    assert mapping.confidence == score
    rows = [row for row in text.splitlines() if not row.startswith("#")]
    assert not any(starts_formula(cell) for row in rows for cell in row.split("\t") if not cell.startswith('"'))
