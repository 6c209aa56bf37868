import pytest

from tests.cases import clean
from tests.edits import edited
from tests.viewed import faults
from vocabsvc.checks.records.resource_identifier import doi_written_otherwise, same_as_record

DOI = "https://doi.org/10.5072/salinite-1"


@pytest.mark.parametrize("encoding", ["iso19139", "iso19115-3", "eml"])
@pytest.mark.parametrize(
    "written", ["doi:10.5072/salinite-1", "http://dx.doi.org/10.5072/salinite-1", "10.5072/salinite-1"]
)
def test_doi_is_rewritten_as_it_is_cited(encoding: str, written: str) -> None:
    text = clean(encoding).decode()
    assert faults(doi_written_otherwise, text) == []
    other = text.replace(DOI, written)
    (fault,) = faults(doi_written_otherwise, other)
    assert (fault.value, fault.expected, fault.safe) == (written, (DOI,), True)
    assert faults(doi_written_otherwise, edited(other.encode(), fault.edits).decode()) == []


def test_identifier_of_the_record_and_of_the_resource() -> None:
    text = clean("iso19139").decode()
    assert faults(same_as_record, text) == []
    assert [fault.value for fault in faults(same_as_record, text.replace(DOI, "urn:example:salinite-1"))] == [
        "urn:example:salinite-1"
    ]
    assert faults(same_as_record, text.replace(DOI, "").replace(">urn:example:salinite-1<", "><")) == []
