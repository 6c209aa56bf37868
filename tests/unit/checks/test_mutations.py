"""Each element of the clean records is deleted, and each is damaged: what must answer is listed.

``tests/cases/mutations/<name>.tsv`` has a row an element: the codes for its deletion and for its damage (another text
in a leaf, another value of a code list). An element whose loss nobody notices has none, and is seen there.
"""

import os
from collections.abc import Iterator

import pytest
from lxml import etree

from tests.cases import CLEAN, FOLDER, clean
from tests.examples import THOROUGH
from vocabsvc.formats.records.reading import read_records
from vocabsvc.formats.xml import parse_xml
from vocabsvc.model.report import State
from vocabsvc.services.validation.validation import Validation

pytestmark = pytest.mark.no_cover  # other tests run the same lines

HEAD = "path\tdeleted\tdamaged\n"
LIMIT = 1_000_000
LISTED = FOLDER / "mutations"
RENEWED = bool(os.environ.get("VOCABSVC_RENEW_GOLDEN"))
NAMES = [name for name in CLEAN if THOROUGH or RENEWED or name in {"iso19139", "eml"}]
"""The others are twins of these, and take as long."""


@pytest.mark.parametrize("name", NAMES)
def test_what_is_deleted_or_damaged_is_noticed(name: str, validation: Validation) -> None:
    rows = HEAD + "".join(f"{path}\t{deleted}\t{damaged}\n" for path, deleted, damaged in mutations(name, validation))
    if RENEWED:
        (LISTED / f"{name}.tsv").write_text(rows, "utf-8")
    assert rows == (LISTED / f"{name}.tsv").read_text("utf-8")


@pytest.mark.parametrize("name", CLEAN)
def test_most_elements_are_missed(name: str) -> None:
    rows = [line.split("\t") for line in (LISTED / f"{name}.tsv").read_text("utf-8").splitlines()[1:]]
    noticed = [row for row in rows if row[1] or row[2]]
    assert len(noticed) >= 0.65 * len(rows)  # EML has more that may be left out


def mutations(name: str, validation: Validation) -> Iterator[tuple[str, str, str]]:
    document = parse_xml(clean(name), max_bytes=LIMIT)
    for number in range(1, len(document.elements)):
        yield (
            document.source_map.xpath(number),
            codes(name, validation, _deleted(name, number)),
            codes(name, validation, _damaged(name, number)),
        )


def codes(name: str, validation: Validation, data: bytes) -> str:
    if not data:
        return ""
    records = read_records(data, max_bytes=LIMIT).records
    selection = validation.select(CLEAN[name])
    found = {
        result.code
        for record in records
        for result in validation.report(record, selection).results
        if result.state is State.FAIL
    }
    return " ".join(sorted(found))


def _deleted(name: str, number: int) -> bytes:
    root = etree.fromstring(clean(name))
    element = list(root.iter(etree.Element))[number]
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    return etree.tostring(root)


def _damaged(name: str, number: int) -> bytes:
    """Return the record with another value in a leaf; nothing where there is none to change."""
    root = etree.fromstring(clean(name))
    element = list(root.iter(etree.Element))[number]
    if element.get("codeListValue"):
        element.set("codeListValue", "zzz")
    elif not len(element) and (element.text or "").strip():
        element.text = "zzz"
    else:
        return b""
    return etree.tostring(root)
