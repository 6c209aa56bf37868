from lxml import etree

from vocabsvc.formats.element import attributes, content, href, is_nil, kind, local_name, namespace

PROFILE = etree.fromstring(
    '<sdn:SDN_DataIdentification xmlns:sdn="urn:sdn" xmlns:gco="urn:gco" '
    'gco:isoType="gmd:MD_DataIdentification_Type" id=" x "> a <b> é</b></sdn:SDN_DataIdentification>'
)


def test_names_are_seen_without_prefix_and_namespace() -> None:
    assert local_name(PROFILE) == "SDN_DataIdentification"
    assert namespace(PROFILE) == "urn:sdn"
    assert namespace(PROFILE[0]) == ""
    assert dict(attributes(PROFILE))["id"] == "x"


def test_kind_is_what_a_profile_says_it_stands_for() -> None:
    assert kind(PROFILE) == "MD_DataIdentification"
    assert kind(PROFILE[0]) == "b"


def test_content_is_all_text_inside() -> None:
    assert content(PROFILE) == "a  é"


def test_reference_and_nil() -> None:
    element = etree.fromstring(
        '<a xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:g="u" xlink:href=" #x " g:nilReason="missing"/>'
    )
    assert href(element) == "#x"
    assert is_nil(element)
    assert not is_nil(PROFILE)
