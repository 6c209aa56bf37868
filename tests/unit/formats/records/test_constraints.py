import pytest

from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
NEWER = clean("iso19115-3").decode()
LIMITS = "http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations"


def edited(old: str, new: str, record: str = RECORD) -> Lifted:
    assert old in record
    return Lifted(record.replace(old, new, 1).encode())


@pytest.mark.parametrize("record", [RECORD, NEWER])
def test_blocks_are_told_apart(record: str) -> None:
    lifted = Lifted(record.encode())
    assert lifted.said("accessConstraint") == lifted.said("useConstraint") == ["otherRestrictions"]
    assert lifted.said("otherConstraint") == ["CC BY 4.0", "pas de restriction d’accès public"]
    assert lifted.said("otherConstraintUri") == ["https://creativecommons.org/licenses/by/4.0/", LIMITS]
    (conditions,), (limitation,) = lifted.instances("ConditionsOfUse"), lifted.instances("PublicAccessLimitation")
    assert "resourceConstraints[1]" in conditions
    assert "resourceConstraints[2]" in limitation


def test_words_and_link_stand_at_the_same_element() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.places("otherConstraint") == lifted.places("otherConstraintUri")


def test_block_without_the_code_is_no_condition_of_use() -> None:
    block = RECORD[RECORD.index("<gmd:useConstraints>") : RECORD.index("</gmd:useConstraints>")]
    assert edited(block, block.replace("otherRestrictions", "copyright")).instances("ConditionsOfUse") == []


def test_licence_by_reference_to_a_citation() -> None:
    reference = """<mco:reference><cit:CI_Citation>
      <cit:title><gco:CharacterString>Attribution 4.0 International</gco:CharacterString></cit:title>
      <cit:onlineResource><cit:CI_OnlineResource>
        <cit:linkage><gco:CharacterString>https://creativecommons.org/licenses/by/4.0/</gco:CharacterString></cit:linkage>
      </cit:CI_OnlineResource></cit:onlineResource>
    </cit:CI_Citation></mco:reference><mco:useConstraints>"""
    lifted = edited("<mco:useConstraints>", reference, NEWER)
    assert lifted.said("licenceName") == ["Attribution 4.0 International"]
    assert lifted.said("licenceUri") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert len(lifted.instances("LicenceReference")) == 1


def test_plain_constraints_have_use_limitations() -> None:
    plain = (
        "<gmd:resourceConstraints><gmd:MD_Constraints><gmd:useLimitation>"
        '<gmx:Anchor xlink:href="https://example.org/c">Aucune</gmx:Anchor>'
        "</gmd:useLimitation></gmd:MD_Constraints></gmd:resourceConstraints><gmd:resourceConstraints>"
    )
    lifted = edited("<gmd:resourceConstraints>", plain)
    assert (lifted.said("useLimitation"), lifted.said("useLimitationUri")) == (["Aucune"], ["https://example.org/c"])
    assert len(lifted.instances("GeneralConstraints")) == 1


def test_releasability_in_words_and_to_whom() -> None:
    addressee = "<cit:CI_Responsibility><cit:role/><cit:party>Office  français</cit:party></cit:CI_Responsibility>"
    for given, whom in (
        (f"<mco:addressee>{addressee}</mco:addressee>", ["Office français"]),
        ('<mco:addressee xlink:href="https://example.org/a"/>', ["https://example.org/a"]),
        ("<mco:addressee><cit:CI_Responsibility/></mco:addressee>", []),
    ):
        statement = "<mco:statement><gco:CharacterString>sur demande</gco:CharacterString></mco:statement>"
        releasability = f"<mco:releasability><mco:MD_Releasability>{given}{statement}</mco:MD_Releasability>"
        lifted = edited("<mco:useConstraints>", f"{releasability}</mco:releasability><mco:useConstraints>", NEWER)
        assert len(lifted.instances("Releasability")) == 1
        assert (lifted.said("addressee"), lifted.said("releasabilityStatement")) == (whom, ["sur demande"])
