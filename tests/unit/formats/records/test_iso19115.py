"""What the two ISO lifters share, shown on ISO 19139."""

from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
BEGIN = "<gml:beginPosition>2019-05</gml:beginPosition>"


def edited(old: str, new: str) -> Lifted:
    assert old in RECORD
    return Lifted(RECORD.replace(old, new, 1).encode())


def test_facts_of_the_resource() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("title") == ["Salinité de surface en rade"]
    assert lifted.said("titleTranslation") == ["Surface salinity in the roadstead"]
    assert lifted.said("topicCategory") == ["oceans"]
    assert lifted.said("label")[:2] == ["salinité", "eau de surface"]
    assert lifted.said("uri")[0] == "http://vocab.nerc.ac.uk/collection/P02/current/PSAL/"
    assert [lifted.said(side) for side in ("west", "east", "south", "north")] == [
        ["-4.60"], ["-4.20"], ["48.25"], ["48.45"],
    ]  # fmt: skip
    assert lifted.places("west")[0].endswith("/gmd:westBoundLongitude/gco:Decimal")
    assert lifted.places("label")[1].endswith("/gmd:keyword[2]/gco:CharacterString")


def test_number_that_is_none_stays_text() -> None:
    lifted = edited("<gco:Decimal>48.45</gco:Decimal>", "<gco:Decimal>48,45</gco:Decimal>")
    assert (lifted.said("north"), lifted.datatypes("north")) == (["48,45"], ["string"])
    assert lifted.datatypes("south") == ["decimal"]


def test_period_has_bounds() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.datatypes("begin") == ["gYearMonth"]
    assert lifted.said("beginEarliest") == ["2019-05-01T00:00:00Z"]
    assert lifted.said("endLatest") == ["2021-12-31T23:00:00Z"]
    assert lifted.said("instantLatest") == ["2020-12-31T23:59:59Z"]


def test_indeterminate_and_foreign_positions_are_no_dates() -> None:
    now = edited(BEGIN, '<gml:beginPosition indeterminatePosition="unknown"/>')
    assert (now.said("begin"), now.said("beginIndeterminate")) == ([], ["unknown"])
    era = edited(BEGIN, '<gml:beginPosition frame="http://example.org/eras">Permien</gml:beginPosition>')
    assert era.said("begin") == []
    instant = edited(
        BEGIN, f"<gml:begin><gml:TimeInstant>{BEGIN.replace('beginP', 'timeP')}</gml:TimeInstant></gml:begin>"
    )
    assert instant.said("begin") == ["2019-05"]


def test_nil_says_nothing_and_is_kept() -> None:
    lifted = edited("<gmd:dateStamp><gco:Date>2024-03-01</gco:Date>", '<gmd:dateStamp gco:nilReason="missing">')
    assert lifted.said("metadataDate") == []
    assert "missing" in lifted.said("nilReason")
    assert "/gmd:MD_Metadata/gmd:dateStamp" in lifted.instances("Nil")


def test_reference_inside_the_document_is_followed() -> None:
    start, end = RECORD.index("<gmd:pointOfContact>"), RECORD.index("</gmd:pointOfContact>")
    block = RECORD[start : end + len("</gmd:pointOfContact>")]
    text = RECORD.replace(block, '<gmd:pointOfContact xlink:href="#moi"/>')
    lifted = Lifted(text.replace("<gmd:CI_ResponsibleParty>", '<gmd:CI_ResponsibleParty id="moi">', 1).encode())
    assert lifted.instances("ResourceContact") == ["/gmd:MD_Metadata/gmd:contact/gmd:CI_ResponsibleParty"]


def test_reference_to_elsewhere_is_kept_as_one() -> None:
    start, end = RECORD.index("<gmd:EX_Extent>"), RECORD.index("</gmd:EX_Extent>") + len("</gmd:EX_Extent>")
    text = RECORD[:start] + RECORD[end:]
    lifted = Lifted(text.replace("<gmd:extent>", '<gmd:extent xlink:href="https://example.org/e">', 1).encode())
    assert lifted.said("href") == ["https://example.org/e"]
    assert len(lifted.said("extent")) == len(lifted.instances("Reference")) == 1
    assert lifted.said("boundingBox") == []


def test_link_that_is_no_iri_stays_text() -> None:
    lifted = edited("http://vocab.nerc.ac.uk/collection/P02/current/PSAL/", "SDN P02 PSAL")
    assert (lifted.said("uri")[0], lifted.datatypes("uri")) == ("SDN P02 PSAL", ["string"])


def test_translation_without_default_text_is_the_text() -> None:
    lifted = edited("<gco:CharacterString>Salinité de surface en rade</gco:CharacterString>", "")
    assert lifted.said("title") == ["Surface salinity in the roadstead"]
