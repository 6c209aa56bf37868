import pytest

from tests.cases import ENCODINGS, clean
from tests.lifted import read_record
from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.records.reading import read_records

CSW = '<csw:GetRecordByIdResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2">\n{}</csw:GetRecordByIdResponse>'
CSW_3 = '<csw:GetRecordByIdResponse xmlns:csw="http://www.opengis.net/cat/csw/3.0">\n{}</csw:GetRecordByIdResponse>'
OAI = (
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><GetRecord><record><metadata>\n{}</metadata></record>'
    "</GetRecord></OAI-PMH>"
)
COLLECTION = '<gmd:DS_DataSet xmlns:gmd="http://www.isotc211.org/2005/gmd"><gmd:has>\n{}</gmd:has></gmd:DS_DataSet>'

GMD_CHILD = "<d:contact xmlns:d='http://www.isotc211.org/2005/gmd'/>"


def refused(text: str) -> UnreadableRecord:
    with pytest.raises(UnreadableRecord) as caught:
        read_record(text.encode(), "r.xml", max_bytes=1_000_000)
    return caught.value


def bare(encoding: str) -> str:
    return clean(encoding).decode().partition("?>")[2].strip()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("envelope", [CSW, CSW_3, OAI, COLLECTION])
def test_record_in_an_envelope_is_the_record_alone(encoding: str, envelope: str) -> None:
    alone = read_record(bare(encoding).encode(), max_bytes=1_000_000)
    inside = read_record(envelope.format(bare(encoding)).encode(), max_bytes=1_000_000)
    assert inside.summary == alone.summary
    assert [fact.predicate for fact in inside.facts] == [fact.predicate for fact in alone.facts]
    first = inside.facts[0].element
    assert inside.source_map.lines[first] == 2
    assert inside.source_map.xpath(first).endswith(alone.source_map.names[0])


def test_several_records_are_read_in_document_order() -> None:
    both = CSW.format(bare("iso19139") + "\n" + bare("eml"))
    document = read_records(both.encode(), max_bytes=1_000_000)
    assert document.enveloped
    assert [record.graph.summary.encoding for record in document.records] == ["iso19139", "eml"]
    second = document.records[1]
    assert second.graph.source_map.lines[document.records[1].graph.facts[0].element] == 3 + bare("iso19139").count("\n")
    assert second.document.numbers[second.root] == second.graph.facts[0].element


def test_record_alone_has_no_envelope() -> None:
    assert not read_records(clean("eml"), max_bytes=1_000_000).enveloped


@pytest.mark.parametrize(
    "text",
    [
        "<root/>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
        "<MD_Metadata/>",
        "<x:MD_Metadata xmlns:x='http://example.org/'/>",
        "<eml/>",
        CSW.format(""),
    ],
)
def test_root_that_is_no_record_is_refused(text: str) -> None:
    error = refused(text)
    assert (error.code, error.line, error.column) == ("STR-04", 1, 1)


@pytest.mark.parametrize(
    ("root", "encoding"),
    [
        ("<x:MD_Metadata xmlns:x='http://www.isotc211.org/2005/gmd'/>", "iso19139"),
        ("<x:MI_Metadata xmlns:x='http://www.isotc211.org/2005/gmi'/>", "iso19139"),
        ("<x:MD_Metadata xmlns:x='http://schemas.aodn.org.au/mcp-2.0'>" + GMD_CHILD + "</x:MD_Metadata>", "iso19139"),
        ("<x:FRA_Metadata xmlns:x='urn:f' isoType='gmd:MD_Metadata'>" + GMD_CHILD + "</x:FRA_Metadata>", "iso19139"),
        ("<x:MD_Metadata xmlns:x='http://standards.iso.org/iso/19115/-3/mdb/1.0'/>", "iso19115-3"),
        ("<x:MD_Metadata xmlns:x='http://standards.iso.org/iso/19115/-3/mdb/2.0'/>", "iso19115-3"),
        ("<x:MD_Metadata xmlns:x='https://schemas.isotc211.org/19115/-1/mdb/1.3'/>", "iso19115-3"),
        ("<x:eml xmlns:x='eml://ecoinformatics.org/eml-2.0.1'/>", "eml"),
        ("<x:eml xmlns:x='eml://ecoinformatics.org/eml-2.1.1'/>", "eml"),
        ("<x:eml xmlns:x='https://eml.ecoinformatics.org/eml-2.2.0'/>", "eml"),
    ],
)
def test_encoding_is_told_by_root_and_children(root: str, encoding: str) -> None:
    assert read_record(root.encode(), max_bytes=10_000).summary.encoding == encoding
