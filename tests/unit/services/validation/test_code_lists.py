import pytest

from tests.code_lists import code_lists
from vocabsvc.services.validation.code_lists import read_code_lists


def test_lists_of_both_editions_are_one() -> None:
    roles = code_lists()["CI_RoleCode"]
    assert {"pointOfContact", "funder"} <= roles.codes
    assert roles.addresses == {
        "iso-19139": "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#CI_RoleCode",
        "iso-19115-3": "http://standards.iso.org/iso/19115/resources/Codelists/cat/codelists.xml#CI_RoleCode",
    }
    assert "in/out" in code_lists()["SV_ParameterDirection"].codes


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("CI_RoleCode", "Point of contact", "pointOfContact"),
        ("CI_RoleCode", "point_de_contact", "pointOfContact"),
        ("MD_CharacterSetCode", "UTF-8", "utf8"),
        ("LanguageCode", "fra", "fre"),
        ("LanguageCode", "fr", "fre"),
        ("LanguageCode", "Français", "fre"),
        ("Country", "france", "FR"),
        ("CI_RoleCode", "capitaine", ""),
        ("CI_RoleCode", "", ""),
    ],
)
def test_other_spelling_means_one_code_or_none(name: str, text: str, code: str) -> None:
    assert code_lists()[name].meant(text) == code


def test_country_has_two_codes_and_a_language_one() -> None:
    assert {"FR", "FRA"} <= code_lists()["CountryCode"].codes
    assert "fra" not in code_lists()["LanguageCode"].codes


def test_alike_codes_are_proposed() -> None:
    assert code_lists()["MD_RestrictionCode"].alike("otherRestictions") == ("otherRestrictions",)
    assert code_lists()["MD_RestrictionCode"].alike("capitaine") == ()


def test_without_vocabularies_there_are_no_lists() -> None:
    assert read_code_lists({}) == {}
