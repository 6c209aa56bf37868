import pytest

from tests.unit.checks.records.eml.views import document, faults, gaps, view
from vocabsvc.checks.records.eml.gbif_profile import gbif_profile
from vocabsvc.checks.records.view import Fault

AGENT = "<organizationName>É</organizationName>"
GBIF = (
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
    inside = NEEDED.replace("<title/>", "") + "<shortName/><shortName/><dataTable/>"
    found = [one for one in gbif_profile(view(document(inside, attributes=GBIF))) if isinstance(one, Fault)]
    said = [one.message["en"].partition("declares, ")[2] for one in found if one.message]
    assert said == [
        "dataTable has no place in dataset.",
        "dataset has shortName only once.",
        "dataset must have title.",
    ]
    assert all(one.message and one.message["fr"].startswith("Dans le profil GBIF") for one in found)
