import pytest
from lxml import etree

from vocabsvc.checks.records.insertions.snippet import read_snippets, write_snippet

ISO = "http://standards.iso.org/iso/19115/-3"


@pytest.mark.parametrize(("edition", "content"), [("1.0", "1.0"), ("2.0", "2.0")])
def test_a_module_that_a_record_does_not_use_yet_is_of_its_edition(edition: str, content: str) -> None:
    (snippet,) = read_snippets()["contentInfo"]["iso19115-3"]
    record = etree.fromstring(f'<mdb:MD_Metadata xmlns:mdb="{ISO}/mdb/{edition}"/>')
    written = write_snippet(snippet.element, record)
    assert f'xmlns:mrc="{ISO}/mrc/{content}"' in written
    assert f'xmlns:gco="{ISO}/gco/1.0"' in written  # of which there is one edition
    assert written.startswith("<mdb:contentInfo ")


def test_prefixes_of_the_record_are_used() -> None:
    (snippet,) = read_snippets()["contentInfo"]["iso19115-3"]
    record = etree.fromstring(f'<MD_Metadata xmlns="{ISO}/mdb/2.0" xmlns:c="{ISO}/mrc/2.0" xmlns:gco="{ISO}/gco/1.0"/>')
    written = write_snippet(snippet.element, record)
    assert written.startswith("<contentInfo><c:MD_CoverageDescription>")
    assert "xmlns" not in written
