import pytest

from tests.cases import clean
from tests.lifted import Lifted
from vocabsvc.formats.records.party import edmo_code

RECORD = clean("iso19139").decode()
NEWER = clean("iso19115-3").decode()
ANCHOR = '<gmx:Anchor xlink:href="https://ror.org/044jxhp58">Ifremer</gmx:Anchor>'


def edited(old: str, new: str, record: str = RECORD) -> Lifted:
    assert old in record
    return Lifted(record.replace(old, new, 1).encode())


@pytest.mark.parametrize(
    "text",
    [
        "https://edmo.seadatanet.org/report/486",
        "http://edmo.seadatanet.org/report/0486",
        "http://www.seadatanet.org/urnurl/SDN:EDMO::486",
        "SDN:EDMO::486",
        "http://seadatanet.maris2.nl/v_edmo/print.asp?n_code=486",
        "https://edmo.seadatanet.org/v_edmo/browse_step.asp?step=003&n_code=486",
    ],
)
def test_edmo_code_in_any_form(text: str) -> None:
    assert edmo_code(text) == "486"


@pytest.mark.parametrize("text", ["", "Ifremer", "https://ror.org/044jxhp58", "https://edmo.seadatanet.org/report/"])
def test_what_is_no_edmo_code(text: str) -> None:
    assert edmo_code(text) == ""


def test_parties_by_what_they_do() -> None:
    for record in (RECORD, NEWER):
        lifted = Lifted(record.encode())
        counts = [len(lifted.instances(name)) for name in ("MetadataContact", "ResourceContact", "DistributorContact")]
        assert counts == [1, 1, 1]
        assert lifted.said("telephone") == ["+33 2 00 00 00 00"]
        assert lifted.said("website") == ["https://www.example.org/essai"]
        assert (lifted.said("country"), lifted.said("countryCode")) == (["France"], [])
        assert lifted.said("organisationId") == ["https://ror.org/044jxhp58"]


def test_seadatanet_code_is_an_edmo_code() -> None:
    element = 'sdn:SDN_EDMOCode xmlns:sdn="http://www.seadatanet.org" codeList="x" codeListValue="486"'
    code = f"<{element}>Ifremer</sdn:SDN_EDMOCode>"
    lifted = edited(ANCHOR, code)
    assert (lifted.said("edmoCode"), lifted.said("organisationId")) == (["486"], [])
    assert "Ifremer" in lifted.said("organisationName")
    assert lifted.places("edmoCode")[0].endswith("/gmd:organisationName/sdn:SDN_EDMOCode")


def test_anchor_on_edmo_is_a_code_and_an_identifier() -> None:
    lifted = edited("https://ror.org/044jxhp58", "https://edmo.seadatanet.org/report/486")
    assert lifted.said("edmoCode") == ["486"]
    assert lifted.said("organisationId") == ["https://edmo.seadatanet.org/report/486"]


def test_website_in_a_register_identifies_whose_it_is() -> None:
    site = "https://www.example.org/essai"
    for record in (RECORD, NEWER):
        assert edited(site, "https://orcid.org/0000-0002-1825-0097", record).said("individualId") == [
            "https://orcid.org/0000-0002-1825-0097"
        ]
        assert edited(site, "https://edmo.seadatanet.org/report/540", record).said("edmoCode") == ["540"]


def test_identifiers_in_the_place_for_them() -> None:
    identifier = (
        "<cit:partyIdentifier><mcc:MD_Identifier><mcc:code><gco:CharacterString>SDN:EDMO::486</gco:CharacterString>"
        "</mcc:code></mcc:MD_Identifier></cit:partyIdentifier></cit:CI_Organisation>"
    )
    lifted = edited("</cit:CI_Organisation>", identifier, NEWER)
    assert lifted.said("edmoCode") == ["486"]
    assert lifted.said("organisationId")[0] == "SDN:EDMO::486"


def test_country_by_a_code() -> None:
    code = '<gmd:Country codeList="x" codeListValue="FRA">France</gmd:Country>'
    lifted = edited("<gco:CharacterString>France</gco:CharacterString>", code)
    assert (lifted.said("country"), lifted.said("countryCode")) == ([], ["FRA"])
    without = edited("<gco:CharacterString>France</gco:CharacterString>", code.replace("FRA", ""))
    assert (without.said("country"), without.said("countryCode")) == (["France"], [])


def test_role_by_its_address_is_the_role() -> None:
    lifted = edited(
        'codeListValue="custodian"', 'codeListValue="http://www.isotc211.org/x/gmxCodelists.xml#CI_RoleCode_custodian"'
    )
    assert "custodian" in lifted.said("role")
    (given,) = [fact.given for fact in lifted.graph.facts if fact.given.endswith("CI_RoleCode_custodian")]
    assert given.startswith("http://www.isotc211.org/")


def test_each_of_several_in_one_responsibility() -> None:
    lifted = Lifted(NEWER.encode())
    (organisation,), (individual,) = lifted.instances("Organisation"), lifted.instances("Individual")
    assert organisation.endswith("mri:pointOfContact/cit:CI_Responsibility/cit:party/cit:CI_Organisation")
    assert individual == f"{organisation}/cit:individual/cit:CI_Individual"
    alone = edited(NEWER[NEWER.index("<cit:individual>") : NEWER.index("</cit:individual>")], "<cit:individual>", NEWER)
    assert (alone.instances("Organisation"), alone.instances("Individual")) == ([], [])


def test_logo_of_an_organisation() -> None:
    graphic = "<mcc:MD_BrowseGraphic><mcc:fileName><gco:CharacterString>if.png</gco:CharacterString></mcc:fileName>"
    linkage = "<cit:linkage><gco:CharacterString>https://example.org/if.png</gco:CharacterString></cit:linkage>"
    linked = f"<mcc:linkage><cit:CI_OnlineResource>{linkage}</cit:CI_OnlineResource></mcc:linkage>"
    logo = f"<cit:logo>{graphic}{linked}</mcc:MD_BrowseGraphic></cit:logo></cit:CI_Organisation>"
    assert edited("</cit:CI_Organisation>", logo, NEWER).said("logo") == ["if.png", "https://example.org/if.png"]
