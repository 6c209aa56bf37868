from tests.unit.checks.records.eml.views import document, faults, gaps
from vocabsvc.checks.records.eml.schema import gbif_profile, validity_without_references

MEMBER = '<associatedParty id="m"><organizationName>É</organizationName><role>owner</role></associatedParty>'
GBIF = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="https://eml.ecoinformatics.org/eml-2.2.0 https://rs.gbif.org/schema/eml-gbif-profile/1.3/eml.xsd"'
)
NEEDED = "<title/><creator/><pubDate/><abstract/><contact/>"


def test_role_that_comes_along_with_a_reference() -> None:
    contact = document(MEMBER + "<contact><references>m</references></contact>")
    assert faults(validity_without_references, contact) == [("/dataset/contact/references", "m", ())]
    again = document(MEMBER + "<associatedParty><references>m</references></associatedParty>")
    assert faults(validity_without_references, again) == []


def test_role_that_is_missing_after_a_reference() -> None:
    def data(role: str) -> bytes:
        return document(f'<creator id="a"/><associatedParty><references>a</references>{role}</associatedParty>')

    assert len(faults(validity_without_references, data(""))) == 1
    assert faults(validity_without_references, data("<role>owner</role>")) == []


def test_rest_of_the_schema_is_not_called_fine() -> None:
    assert gaps(validity_without_references, document(MEMBER)) == 0
    assert (
        gaps(validity_without_references, document('<creator id="a"/><contact><references>a</references></contact>'))
        == 1
    )


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
        ("/dataset", "pubDate"),
        ("/dataset/dataTable", "dataTable"),
    ]
