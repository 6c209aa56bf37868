import pytest

from vocabsvc.formats.records.namespaces import meant_namespace


@pytest.mark.parametrize(
    ("namespace", "meant"),
    [
        ("http://www.isotc211.org/2005/gmd/", "http://www.isotc211.org/2005/gmd"),
        ("http://www.isotc211.org/2005/gmd/gmd.xsd", "http://www.isotc211.org/2005/gmd"),
        ("https://www.isotc211.org/2005/gmd", "http://www.isotc211.org/2005/gmd"),
        ("http://www.isotc211.org/2005/GMD", "http://www.isotc211.org/2005/gmd"),
        ("http://www.isotc211.org/2006/gco", "http://www.isotc211.org/2005/gco"),
        ("http://www.opengis.net/gml/3.2.1", "http://www.opengis.net/gml/3.2"),
        ("https://www.opengis.net/gml/3.2", "http://www.opengis.net/gml/3.2"),
        ("http://standards.iso.org/iso/19115/-3/mdb", "http://standards.iso.org/iso/19115/-3/mdb/2.0"),
        ("http://standards.iso.org/iso/19115/-3/gmd", "http://www.isotc211.org/2005/gmd"),
    ],
)
def test_misspelt_namespace_has_one_meaning(namespace: str, meant: str) -> None:
    assert meant_namespace(namespace) == meant


@pytest.mark.parametrize(
    "namespace",
    [
        "",
        "http://www.isotc211.org/2005/gmi",
        "http://www.isotc211.org/2005/mdb/1.0/2013-06-24",
        "http://standards.iso.org/iso/19115/-3/mdb/1.0",
        "http://standards.iso.org/iso/19115/-3/cit/2.0",
        "http://standards.iso.org/iso/19157/-2/mdq/1.0",
        "http://standards.iso.org/iso/19110/gfc/1.1",
        "http://standards.iso.org/iso/19115/-2/gmi/1.0",
        "https://schemas.isotc211.org/19115/-1/mdb/1.3",
        "https://schemas.isotc211.org/19103/-/gco/1.2",
        "http://www.opengis.net/gml",
        "http://www.opengis.net/gml/3.3/xbt",
        "http://www.opengis.net/gmlcov/1.0",
        "http://standards.iso.org/iso/19115/-3/md1/2.0",
        "http://www.seadatanet.org",
        "http://schemas.aodn.org.au/mcp-2.0",
    ],
)
def test_namespace_of_any_edition_or_profile_is_right(namespace: str) -> None:
    assert meant_namespace(namespace) == ""
