from tests.cases import clean
from tests.lifted import Lifted

UNIT = "http://vocab.nerc.ac.uk/collection/P06/current/UUUU/"


def test_bounds_and_unit() -> None:
    for encoding in ("iso19139", "iso19115-3"):
        lifted = Lifted(clean(encoding))
        assert lifted.said("bound") == ["38", "30"]
        assert lifted.said("boundUnit") == [UNIT]
        assert lifted.said("bandBound") == []


def test_unit_is_a_definition_a_text_or_nothing() -> None:
    record = clean("iso19115-3").decode()
    old = f'<mrc:units xlink:href="{UNIT}"/>'
    assert old in record
    for new, unit in (
        (
            '<mrc:units><gml:BaseUnit gml:id="u"><gml:identifier>psu</gml:identifier></gml:BaseUnit></mrc:units>',
            ["psu"],
        ),
        ('<mrc:units><gml:BaseUnit gml:id="u"/></mrc:units>', [""]),
        ("<mrc:units/>", []),
        ('<mrc:units gco:nilReason="missing"/>', []),
    ):
        assert Lifted(record.replace(old, new).encode()).said("boundUnit") == unit


def test_parameters_and_the_ways_a_unit_is_written() -> None:
    record = clean("iso19115-3").decode()
    old = f'<mrc:units xlink:href="{UNIT}"/>'
    new = (
        '<mrc:units><gml:BaseUnit gml:id="u"><gml:identifier codeSpace="x">UPAA</gml:identifier><gml:name>°C</gml:name>'
        "<gml:unitsSystem>SI</gml:unitsSystem></gml:BaseUnit></mrc:units>"
    )
    assert Lifted(record.replace(old, new).encode()).said("unitSpelling") == ["UPAA", "°C"]
    assert Lifted(record.encode()).said("unitSpelling") == [UNIT]
    code = "<mcc:code><gco:CharacterString>{}</gco:CharacterString></mcc:code>"
    named = f"<mrc:name><mcc:MD_Identifier>{code}</mcc:MD_Identifier></mrc:name>"
    for given, cited in (
        ("SDN:P01::TEMPPR01", True),
        ("http://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01/", True),
        ("température", False),
        ("SDN:P02::TEMP", False),
    ):
        lifted = Lifted(record.replace(old, named.format(given) + old).encode())
        assert lifted.said("parameterUri") == ([given] if cited else [])


def test_dimension_of_nothing() -> None:
    record = clean("iso19115-3").decode()
    for inside, empty in (
        ("", ["true"]),
        ("<mrc:maxValue><gco:Real/></mrc:maxValue>", ["true"]),
        ('<mrc:units xlink:href="https://example.org/u"/>', []),
        ("<mrc:description>x</mrc:description>", []),
    ):
        more = f"<mrc:attribute><mrc:MD_SampleDimension>{inside}</mrc:MD_SampleDimension></mrc:attribute>"
        lifted = Lifted(record.replace("<mrc:attribute>", f"{more}<mrc:attribute>", 1).encode())
        assert lifted.said("emptyDimension") == empty
