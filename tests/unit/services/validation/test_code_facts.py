import pytest

from tests.cases import clean
from tests.code_lists import code_lists
from tests.lifted import read_record
from vocabsvc.model.record import FactIndex, text_of
from vocabsvc.services.validation.code_facts import CodeFacts

GMX = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#CI_RoleCode"
CAT = "http://standards.iso.org/iso/19115/resources/Codelists/cat/codelists.xml#CI_RoleCode"


def said(element: str, encoding: str = "iso19139") -> dict[str, list[str]]:
    """What is pushed in about one code element in place of the role of the resource contact."""
    record = clean(encoding).decode()
    start = record.index("<", record.index("custodian") - 200, record.index("custodian"))
    start = record.rindex("<", 0, record.index("custodian"))
    end = record.index(">", start) + 1
    graph = read_record((record[:start] + element + record[end:]).encode(), max_bytes=1_000_000)
    found: dict[str, list[str]] = {}
    for fact in CodeFacts(code_lists()).of(FactIndex(graph.facts), graph):
        found.setdefault(fact.predicate.rpartition("#")[2], []).append(text_of(fact.object))
    found.pop("type", None)
    return found


def role(value: str, code_list: str = GMX, text: str = "") -> dict[str, list[str]]:
    found = said(f'<gmd:CI_RoleCode codeList="{code_list}" codeListValue="{value}">{text}</gmd:CI_RoleCode>')
    assert int(found.pop("judgedCodes")[0]) > 10
    return found


def test_right_code_is_not_spoken_of() -> None:
    for encoding in ("iso19139", "iso19115-3", "cmems", "cmems-3"):
        graph = read_record(clean(encoding), max_bytes=1_000_000)
        facts = list(CodeFacts(code_lists()).of(FactIndex(graph.facts), graph))
        assert [fact.predicate.rpartition("#")[2] for fact in facts] == ["judgedCodes"]


def test_without_code_lists_nothing_is_said() -> None:
    graph = read_record(clean("iso19139"), max_bytes=1_000_000)
    assert list(CodeFacts({}).of(FactIndex(graph.facts), graph)) == []


@pytest.mark.parametrize("value", ["Custodian", "CI_RoleCode_custodian", f"{GMX}_custodian", "gestionnaire"])
def test_other_spelling_says_the_code(value: str) -> None:
    assert role(value) == {"misspeltCode": [value], "expectedCode": ["custodian"]}


def test_unknown_code_comes_with_those_it_resembles_or_that_its_text_says() -> None:
    assert role("disributor") == {"unknownCode": ["disributor"], "expectedCode": ["distributor"]}
    assert role("RI_409", text="custodian; conservateur") == {"unknownCode": ["RI_409"], "expectedCode": ["custodian"]}
    assert role("capitaine") == {"unknownCode": ["capitaine"]}


def test_code_of_somebody_elses_list_is_not_judged() -> None:
    assert role("capitaine", "https://example.org/roles.xml#CI_RoleCode") == {
        "unjudgedCode": ["capitaine (CI_RoleCode)"]
    }
    assert role("Custodian", "https://example.org/roles.xml#CI_RoleCode")["misspeltCode"] == ["Custodian"]


@pytest.mark.parametrize(
    "address",
    [
        GMX,
        CAT,
        GMX.replace("http:", "https:"),
        "gmxCodelists.xml#CI_RoleCode",
        "./resources/codeList.xml#CI_RoleCode",
        "http://www.tc211.org/ISO19139/resources/codeList.xml?CI_RoleCode",
        "http://www.ngdc.noaa.gov/metadata/published/xsd/schema/resources/Codelist/gmxCodelists.xml#gmd:CI_RoleCode",
        "https://schemas.isotc211.org/Resources/codelists.xml#ISO19115-1.1.cit.CI_RoleCode",
        "https://schemas.metadata.geo.ca/register/napMetadataRegister.xml#IC_90",
    ],
)
def test_address_of_the_list_in_any_guise(address: str) -> None:
    assert role("custodian", address) == {}


@pytest.mark.parametrize(
    "address", ["", "CI_RoleCode", "#CI_RoleCode", "codeListLocation#CI_RoleCode", "http://www.oxygenxml.com/",
                GMX.replace("CI_RoleCode", "CI_DateTypeCode")]
)  # fmt: skip
def test_address_that_is_no_list_or_another(address: str) -> None:
    assert role("custodian", address) == {"questionableCodeList": [address], "expectedCodeList": [GMX]}


def test_expected_address_is_that_of_the_encoding() -> None:
    found = said('<cit:CI_RoleCode codeList="" codeListValue="custodian"/>', "iso19115-3")
    assert found["expectedCodeList"] == [CAT]


def test_text_that_is_another_code() -> None:
    assert role("custodian", text="Publisher") == {"contradictingText": ["Publisher"], "expectedCode": ["custodian"]}
    for text in ("Custodian", "gestionnaire", "Punto di contatto"):
        assert role("custodian", text=text) == {}


@pytest.mark.parametrize(("value", "code"), [("eng; USA", "eng"), ("fr_FR", "fre"), ("German", "ger"), ("en", "eng")])
def test_language_in_other_words(value: str, code: str) -> None:
    element = f'<gmd:LanguageCode codeList="http://www.loc.gov/standards/iso639-2/" codeListValue="{value}"/>'
    found = said(element)
    assert (found["misspeltLanguage"], found["expectedCode"]) == ([value], [code])


def test_what_is_no_language() -> None:
    assert said('<gmd:LanguageCode codeList="http://id.loc.gov/vocabulary/iso639-2" codeListValue="qqq"/>')[
        "unknownLanguage"
    ] == ["qqq"]


def test_list_of_languages() -> None:
    wikipedia = "https://en.wikipedia.org/wiki/List_of_ISO_639-2_codes"
    assert said(f'<gmd:LanguageCode codeList="{wikipedia}" codeListValue="fre"/>')["otherLanguageList"] == [wikipedia]
    nowhere = said('<gmd:LanguageCode codeList="#LanguageCode" codeListValue="fre"/>')
    assert nowhere["expectedCodeList"] == ["http://www.loc.gov/standards/iso639-2/"]


def test_character_set_is_by_its_code_or_in_iso_19115_3_by_its_registered_name() -> None:
    old = said(f'<gmd:MD_CharacterSetCode codeList="{GMX}" codeListValue="UTF-8"/>')
    assert old["expectedCode"] == ["utf8"]
    new = said(
        '<lan:MD_CharacterSetCode codeList="https://www.iana.org/assignments/character-sets" codeListValue="UTF-8"/>',
        "iso19115-3",
    )
    assert set(new) == {"judgedCodes"}


def test_lists_of_nvs_are_left_to_other_checks() -> None:
    assert set(said('<x:SDN_EDMOCode xmlns:x="urn:x" codeList="x" codeListValue="486"/>')) == {"judgedCodes"}
