from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
CITY = "/gmd:MD_Metadata/gmd:contact/gmd:CI_ResponsibleParty/gmd:contactInfo/gmd:CI_Contact/gmd:address/gmd:CI_Address"


def edited(old: str, new: str) -> Lifted:
    assert old in RECORD
    return Lifted(RECORD.replace(old, new, 1).encode())


def with_city(xml: str) -> Lifted:
    return edited("<gmd:CI_Address>", f"<gmd:CI_Address>{xml}")


def test_nothing_is_said_of_a_record_without_fault() -> None:
    faults = {
        "empty", "mandatory", "bareText", "onlyTranslated", "danglingReference", "duplicateId", "emptyCode", "markup",
        "mojibake", "unprintable", "templateText", "misspeltNamespace", "olderGml", "undeclaredLocale",
        "unusedLocale", "untranslated", "untranslatedKeyword", "otherCharacterSet", "repeatedAssociation",
    }  # fmt: skip
    for encoding in ("iso19139", "iso19115-3", "sdn-cdi"):
        lifted = Lifted(clean(encoding))
        assert [name for name in faults if lifted.said(name)] == []


def test_empty_property_and_empty_text_are_at_the_property() -> None:
    for xml in ("<gmd:city/>", "<gmd:city> </gmd:city>", "<gmd:city><gco:CharacterString/></gmd:city>"):
        assert with_city(xml).places("empty") == [f"{CITY}/gmd:city"]


def test_empty_object_is_at_the_property_that_holds_it() -> None:
    lifted = edited("<gmd:contactInfo>", "<gmd:contactInfo><gmd:CI_Contact/></gmd:contactInfo><gmd:contactInfo>")
    assert [place.rpartition("/")[2] for place in lifted.places("empty")] == ["gmd:contactInfo[1]"]


def test_reason_or_reference_stands_in_for_content() -> None:
    for xml in (
        '<gmd:city gco:nilReason="missing"/>',
        '<gmd:city><gco:CharacterString gco:nilReason="missing"/></gmd:city>',
        '<gmd:city gco:nilReason="missing"><gco:CharacterString/></gmd:city>',
        '<gmd:city xlink:href="https://example.org/brest"/>',
        '<gmd:city uuidref="brest"/>',
    ):
        assert with_city(xml).said("empty") == []


def test_missing_translation_is_no_empty_element() -> None:
    lifted = edited(">Surface salinity in the roadstead<", "><")
    assert lifted.said("empty") == []


def test_reason_says_nothing_of_what_is_mandatory() -> None:
    dates = edited("<gmd:dateStamp><gco:Date>2024-03-01</gco:Date>", '<gmd:dateStamp gco:nilReason="missing">')
    assert dates.places("mandatory") == ["/gmd:MD_Metadata/gmd:dateStamp"]
    assert len(dates.said("nilReason")) == len(Lifted(RECORD.encode()).said("nilReason")) + 1
    assert with_city('<gmd:city gco:nilReason="missing"/>').said("mandatory") == []


def test_text_in_a_property_is_bare() -> None:
    lifted = with_city("<gmd:city>Brest</gmd:city>")
    assert (lifted.said("bareText"), lifted.places("bareText")) == (["Brest"], [f"{CITY}/gmd:city"])


def test_translation_alone_lacks_its_text() -> None:
    lifted = edited("<gco:CharacterString>Salinité de surface en rade</gco:CharacterString>", "")
    assert lifted.said("onlyTranslated") == ["Surface salinity in the roadstead"]
    assert lifted.places("onlyTranslated")[0].endswith("/gmd:CI_Citation/gmd:title")


def test_references_and_identifiers_inside_the_document() -> None:
    lifted = edited("<gmd:contact>", '<gmd:contact xlink:href="#moi"/><gmd:contact>')
    assert lifted.said("danglingReference") == ["#moi"]
    assert edited("<gmd:contact>", '<gmd:contact xlink:href="#p1"/><gmd:contact>').said("danglingReference") == []
    assert edited('gml:id="i1"', 'gml:id="p1"').said("duplicateId") == ["p1"]


def test_codes_are_kept_beside_the_facts() -> None:
    lifted = edited(
        '<gmd:CI_RoleCode codeList="gmxCodelists.xml#CI_RoleCode" codeListValue="custodian"/>',
        '<gmd:CI_RoleCode codeList=" roles.xml#CI_RoleCode" codeListValue=" custodian ">Gestion\n</gmd:CI_RoleCode>',
    )
    code = next(code for code in lifted.graph.code_values if code.text)
    assert code[1:] == ("CI_RoleCode", "custodian", "roles.xml#CI_RoleCode", "Gestion", "codeListValue")
    assert lifted.graph.source_map.names[code.element] == "gmd:CI_RoleCode"


def test_language_as_plain_text_is_a_code_too() -> None:
    code = '<gmd:LanguageCode codeList="http://www.loc.gov/standards/iso639-2/" codeListValue="fre"/>'
    lifted = edited(code, "<gco:CharacterString>français</gco:CharacterString>")
    assert [code.value for code in lifted.graph.code_values if code.name == "LanguageCode" and not code.attribute] == [
        "français"
    ]


def test_profile_element_is_a_code_of_the_list_it_stands_for() -> None:
    lifted = edited(
        "<gmd:MD_ScopeCode ",
        '<x:Niveau xmlns:x="urn:x" gco:isoType="gmd:MD_ScopeCode" codeListValue="dataset"/></gmd:hierarchyLevel>'
        "<gmd:hierarchyLevel><gmd:MD_ScopeCode ",
    )
    assert [code.name for code in lifted.graph.code_values][1:4] == [
        "MD_CharacterSetCode",
        "MD_ScopeCode",
        "MD_ScopeCode",
    ]
