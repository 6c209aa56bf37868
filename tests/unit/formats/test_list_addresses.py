import pytest
from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.formats.identifier import read_citation
from vocabsvc.formats.list_addresses import Listed, read_code_list, read_list_address

GMX = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#"
GMI = "http://standards.iso.org/iso/19139/resources/gmiCodelists.xml#"
CAT = "http://standards.iso.org/iso/19115/resources/Codelists/cat/codelists.xml#"
DQ = "http://standards.iso.org/iso/19157/resources/Codelists/cat/codelists.xml#"
INSPIRE = "http://inspire.ec.europa.eu/"


@pytest.mark.parametrize(
    ("address", "iri"),
    [
        ("http://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml#CI_RoleCode", f"{GMX}CI_RoleCode"),
        ("http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#CI_RoleCode", f"{GMX}CI_RoleCode"),
        ("https://example.org/codelist/ML_gmxCodelists.xml#MD_ScopeCode", f"{GMX}MD_ScopeCode"),
        ("http://www.tc211.org/ISO19139/resources/codeList.xml?MD_ScopeCode", f"{GMX}MD_ScopeCode"),
        ("./resources/codeList.xml#MD_ScopeCode", f"{GMX}MD_ScopeCode"),
        ("http://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml#MI_ContextCode", f"{GMI}MI_ContextCode"),
        ("http://x.example/gmiCodelists.xml#MI_ContextCode_pass", f"{GMI}MI_ContextCode_pass"),
        ("http://x.example/gmxCodelists.xml#CI_RoleCode_author", f"{GMX}CI_RoleCode_author"),
        ("https://standards.iso.org/iso/19115/resources/Codelists/cat/codelists.xml#CI_RoleCode", f"{CAT}CI_RoleCode"),
        ("http://standards.iso.org/iso/19115/resources/Codelist/cat/codelists.xml#gmd:DCPList", f"{CAT}DCPList"),
        (
            "http://standards.iso.org/iso/19115/resources/Codelists/cat/codelists.xml#DQ_EvaluationMethodTypeCode",
            f"{DQ}DQ_EvaluationMethodTypeCode",
        ),
    ],
)
def test_a_code_list_is_known_by_its_aliases(address: str, iri: str) -> None:
    found = read_code_list(address)
    assert found is not None
    assert found.iri == iri
    assert found.vocabulary == ("iso-19139" if "/19139/" in iri else "iso-19115-3")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "CI_RoleCode",
        "codeListLocation#CI_RoleCode",
        "http://x.example/other.xml#CI_RoleCode",
        "http://someurl#DCPList",
    ],
)
def test_any_other_address_is_no_code_list(address: str) -> None:
    assert read_code_list(address) is None


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        ("https://edmo.seadatanet.org/report/486", Listed("https://edmo.seadatanet.org/report/486", "EDMO", "486")),
        (
            "http://seadatanet.maris2.nl/v_edmo/print.asp?n_code=486",
            Listed("https://edmo.seadatanet.org/report/486", "EDMO", "486"),
        ),
        (
            "https://edmerp.seadatanet.org/report/8857/",
            Listed("https://edmerp.seadatanet.org/report/8857", "EDMERP", "8857"),
        ),
        (
            "https://spdx.org/licenses/etalab-2.0.html",
            Listed("http://spdx.org/licenses/etalab-2.0", "SPDX", "etalab-2.0"),
        ),
        ("http://spdx.org/licenses/GPL-2.0+", Listed("http://spdx.org/licenses/GPL-2.0+", "SPDX", "GPL-2.0+")),
        (
            "http://creativecommons.org/licenses/by/4.0/deed.fr",
            Listed("https://creativecommons.org/licenses/by/4.0/", "", ""),
        ),
        (
            "https://creativecommons.org/licenses/by-nc-sa/3.0/igo/legalcode",
            Listed("https://creativecommons.org/licenses/by-nc-sa/3.0/igo/", "", ""),
        ),
        (
            "http://www.loc.gov/standards/iso639-2/fre",
            Listed("http://id.loc.gov/vocabulary/iso639-2/fre", "languages", "fre"),
        ),
        (
            "http://publications.europa.eu/resource/authority/language/FRA",
            Listed("http://id.loc.gov/vocabulary/iso639-2/fra", "languages", "fra"),
        ),
        (
            "http://x.example/ML_gmxCodelists.xml#LanguageCode_eng",
            Listed("http://id.loc.gov/vocabulary/iso639-2/eng", "languages", "eng"),
        ),
        (
            "http://x.example/ML_gmxCodelists.xml#Country_FR",
            Listed("http://publications.europa.eu/resource/authority/country", "countries", "FR"),
        ),
        ("http://www.eionet.europa.eu/gemet/fr/inspire-theme/of", Listed(f"{INSPIRE}theme/of", "inspire-themes", "of")),
        ("https://inspire.ec.europa.eu/theme/of:4", Listed(f"{INSPIRE}theme/of", "", "")),
        ("http://inspire.ec.europa.eu/theme/of/of.en.html", Listed(f"{INSPIRE}theme/of", "", "")),
        (
            "http://inspire.ec.europa.eu/metadatacodelist/SpatialScope/national",
            Listed(f"{INSPIRE}metadata-codelist/SpatialScope/national", "", ""),
        ),
        ("EPSG:4326", Listed("http://vocab.nerc.ac.uk/collection/L10/current/4326/", "L10", "4326")),
        (
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            Listed("http://vocab.nerc.ac.uk/collection/L10/current/4326/", "L10", "4326"),
        ),
        (
            "urn:ogc:def:crs:EPSG:9.8.2:4258",
            Listed("http://vocab.nerc.ac.uk/collection/L10/current/4258/", "L10", "4258"),
        ),
    ],
)
def test_each_list_has_its_forms(address: str, listed: Listed) -> None:
    assert read_list_address(address) == listed
    citation = read_citation(address)
    assert citation.uris[0] == listed.iri
    assert (citation.vocabulary, citation.code) == (listed.vocabulary, listed.code)


@pytest.mark.parametrize(
    "address",
    ["http://www.loc.gov/standards/iso639-2/", "https://spdx.org/licenses/", "https://creativecommons.org/", "EPSG:1"],
)
def test_a_page_about_a_list_is_no_entry_of_it(address: str) -> None:
    assert read_list_address(address) is None


def test_the_address_as_given_is_tried_too() -> None:
    given = "http://www.opengis.net/def/crs/EPSG/0/4326"
    assert given in read_citation(given).uris


def test_catalogues_are_cited_as_nvs_is() -> None:
    for text in ("SDN:EDMO::486", "https://www.seadatanet.org/urnurl/SDN:EDMO::486", "sdn:edmo:3:486"):
        assert read_citation(text).uris == ("https://edmo.seadatanet.org/report/486",)
    assert read_citation("SDN:EDMERP::8857").vocabulary == "EDMERP"


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert read_list_address(text) is None or read_list_address(text.strip()) is not None
