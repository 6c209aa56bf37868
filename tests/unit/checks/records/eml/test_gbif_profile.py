import pytest

from tests.unit.checks.records.eml.views import document, faults, gaps, view
from vocabsvc.checks.records.eml.gbif_profile import gbif_profile
from vocabsvc.checks.records.view import Fault

AGENT = "<organizationName>É</organizationName>"
GBIF = (
    'system="http://gbif.org" scope="system" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="https://eml.ecoinformatics.org/eml-2.2.0 https://rs.gbif.org/schema/eml-gbif-profile/1.3/eml.xsd"'
)
NEEDED = f"<title/><creator>{AGENT}</creator><pubDate/><abstract/><contact>{AGENT}</contact>"


def test_gbif_profile_is_asked_where_it_is_declared() -> None:
    assert faults(gbif_profile, document("<dataTable/>")) == []
    assert gaps(gbif_profile, document("")) == 0
    assert gaps(gbif_profile, document(NEEDED, attributes=GBIF)) == 1
    assert gaps(gbif_profile, document(NEEDED, attributes=GBIF), "eml-gbif-profile") == 0
    assert gaps(gbif_profile, document(NEEDED, attributes=GBIF), "eml-2.2.0") == 1


def test_what_the_gbif_profile_needs_and_does_not_have() -> None:
    assert faults(gbif_profile, document(NEEDED, attributes=GBIF)) == []
    found = faults(gbif_profile, document(NEEDED.replace("<pubDate/>", "<dataTable/>"), attributes=GBIF))
    assert [(path, value) for path, value, _ in found] == [
        ("/dataset/dataTable", "dataTable"),
        ("/dataset", "pubDate"),
    ]


@pytest.mark.parametrize(
    ("more", "place", "value"),
    [
        ("<keywordSet><keyword>é</keyword></keywordSet>", "/dataset/keywordSet", "keywordThesaurus"),
        ("<metadataProvider><address/></metadataProvider>", "/dataset/metadataProvider", "organizationName"),
        ("<associatedParty><positionName/></associatedParty>", "/dataset/associatedParty", "role"),
        ("<distribution><offline/></distribution>", "/dataset/distribution", "online"),
        ("<distribution><online><key/><url/></online></distribution>", "/dataset/distribution/online/key", "key"),
        ("<coverage><temporalCoverage/></coverage>", "/dataset/coverage/temporalCoverage", "rangeOfDates"),
        ("<methods><sampling/></methods>", "/dataset/methods", "methodStep"),
        ("<coverage/><coverage/>", "/dataset/coverage[2]", "coverage"),
        ("<distribution><online><url/></online></distribution>", "/dataset/distribution/online/url", "function"),
        ("<contact><references>a</references></contact>", "/dataset/contact[2]", "organizationName"),
    ],
)
def test_what_elements_hold(more: str, place: str, value: str) -> None:
    assert (place, value) in [one[:2] for one in faults(gbif_profile, document(NEEDED + more, attributes=GBIF))]


def test_additional_metadata_of_gbif() -> None:
    def found(inside: str) -> list[str]:
        beside = f"<additionalMetadata><metadata>{inside}</metadata></additionalMetadata>"
        return [value for _, value, _ in faults(gbif_profile, document(NEEDED, beside, attributes=GBIF))]

    assert found("<gbif><dateStamp/><hierarchyLevel/><x:replaces xmlns:x='urn:x'/></gbif>") == []
    assert found("<gbif/>") == ["dateStamp"]
    assert found("<rights/>") == ["rights", "gbif"]


def test_each_fault_says_what_it_is() -> None:
    inside = "<shortName/><shortName/>" + NEEDED.replace("<title/>", "") + "<dataTable/>"
    found = [one for one in gbif_profile(view(document(inside, attributes=GBIF))) if isinstance(one, Fault)]
    said = [one.message["en"].partition("declares, ")[2] for one in found if one.message]
    assert said == [
        "dataTable has no place in dataset.",
        "dataset has shortName only once.",
        "dataset must have title.",
    ]
    assert all(one.message and one.message["fr"].startswith("Dans le profil GBIF") for one in found)


@pytest.mark.parametrize(
    ("inside", "place", "value", "said"),
    [
        (f"<contact>{AGENT}</contact>{NEEDED}", "/dataset/contact[1]", "contact", "contact stands after abstract"),
        (f"{NEEDED}<shortName/>", "/dataset/shortName", "shortName", "shortName stands before title"),
        (
            f"{NEEDED}<coverage><geographicCoverage><boundingCoordinates/><geographicDescription/></geographicCoverage></coverage>",
            "/dataset/coverage/geographicCoverage/boundingCoordinates",
            "boundingCoordinates",
            "boundingCoordinates stands after geographicDescription",
        ),
    ],
)
def test_order(inside: str, place: str, value: str, said: str) -> None:
    found = [one for one in gbif_profile(view(document(inside, attributes=GBIF))) if isinstance(one, Fault)]
    moved = [one for one in found if one.message and " stands " in one.message["en"] and one.value == value]
    assert [said in one.message["en"] for one in moved if one.message] == [True]
    assert [" se place " in one.message["fr"] for one in moved if one.message] == [True]
    assert (place, value) in [one[:2] for one in faults(gbif_profile, document(inside, attributes=GBIF))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<coverage><taxonomicCoverage/><geographicCoverage/><taxonomicCoverage/></coverage>", ""),
        ("", "<methods><methodStep/><sampling/><methodStep/><qualityControl/></methods>"),
        ("", "<project><title/><personnel/><personnel/></project>"),
    ],
)
def test_what_may_come_in_turn_is_in_order(before: str, after: str) -> None:
    inside = NEEDED.replace("<contact>", f"{before}<contact>") + after
    found = gbif_profile(view(document(inside, attributes=GBIF)))
    assert not [one for one in found if isinstance(one, Fault) and one.message and " stands " in one.message["en"]]


@pytest.mark.parametrize(
    ("attributes", "values"),
    [
        (GBIF.replace('system="http://gbif.org" scope="system" ', ""), ["system", "scope"]),
        (GBIF.replace('scope="system"', 'scope="document"'), ["document"]),
        (f'{GBIF} xml:lang="fr"', []),
    ],
)
def test_attributes(attributes: str, values: list[str]) -> None:
    data = document(NEEDED, attributes=attributes)
    assert [value for _, value, _ in faults(gbif_profile, data)] == values
    without = [value for _, value, _ in faults(gbif_profile, data.replace(b'packageId="a.1.1"', b""))]
    assert without == ["packageId", *values]
