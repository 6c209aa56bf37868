import pytest

from tests.unit.formats.records.eml.documents import dataset

ORCID = "https://orcid.org/0000-0002-1825-0097"


def party(inside: str) -> str:
    return f"<creator>{inside}</creator>"


def test_all_that_is_said_of_a_party() -> None:
    lifted = dataset(
        "<associatedParty><individualName><salutation>Dr</salutation><givenName>Zoé</givenName>"
        "<surName>Le Goff</surName></individualName><organizationName>Centre</organizationName>"
        "<positionName>Chef</positionName>"
        "<address><city>Brest</city><country>FR</country></address><phone>+33 2</phone>"
        "<electronicMailAddress>z@example.org</electronicMailAddress><onlineUrl>https://example.org</onlineUrl>"
        "<role>owner</role></associatedParty>"
    )
    said = {
        "givenName": "Zoé",
        "surName": "Le Goff",
        "organisationName": "Centre",
        "positionName": "Chef",
        "country": "FR",
        "telephone": "+33 2",
        "email": "z@example.org",
        "website": "https://example.org",
        "role": "owner",
    }
    assert {name: lifted.said(name) for name in said} == {name: [value] for name, value in said.items()}
    assert lifted.instances("PersonName") == ["/eml:eml/dataset/associatedParty/individualName"]
    assert lifted.unlifted() == []


def test_names_of_creators_are_told_from_others() -> None:
    lifted = dataset(party("<individualName><surName>Nom</surName></individualName>"))
    assert lifted.instances("CreatorName") == ["/eml:eml/dataset/creator/individualName"]


@pytest.mark.parametrize(
    ("directory", "written", "predicate", "said"),
    [
        (
            "https://orcid.org",
            "https://orcid.org/0000-0002-1825-0097",
            "individualId",
            "https://orcid.org/0000-0002-1825-0097",
        ),
        ("http://orcid.org/", "0000-0002-1825-0097", "individualId", "https://orcid.org/0000-0002-1825-0097"),
        ("ORCID", "orcid:0000-0002-1825-0097", "individualId", "https://orcid.org/0000-0002-1825-0097"),
        ("https://ror.org", "0330j0z60", "organisationId", "https://ror.org/0330j0z60"),
        ("https://edmo.seadatanet.org", "486", "edmoCode", "486"),
    ],
)
def test_identifier_of_a_register_says_who_it_is(directory: str, written: str, predicate: str, said: str) -> None:
    lifted = dataset(party(f'<userId directory="{directory}">{written}</userId>'))
    assert lifted.said(predicate) == [said]
    assert (lifted.said("value"), lifted.said("directory")) == ([written], [directory])


@pytest.mark.parametrize("written", ["", "prenom.nom", "uid=nom,o=NCEAS"])
def test_other_identifiers_do_not(written: str) -> None:
    lifted = dataset(party(f'<userId directory="https://orcid.org">{written}</userId>'))
    assert lifted.said("individualId") == []
    assert lifted.instances("UserId") == ["/eml:eml/dataset/creator/userId"]
