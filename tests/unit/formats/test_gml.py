import pytest
from lxml import etree

from vocabsvc.formats.gml import Geometry, read_geometry

RING = ((-4.6, 48.25), (-4.2, 48.25), (-4.2, 48.45), (-4.6, 48.25))
LIST = "-4.6 48.25 -4.2 48.25 -4.2 48.45 -4.6 48.25"


def polygon(content: str, namespace: str = "http://www.opengis.net/gml/3.2", attributes: str = "") -> Geometry:
    ring = f"<exterior><LinearRing>{content}</LinearRing></exterior>"
    return read_geometry(etree.fromstring(f'<Polygon xmlns="{namespace}"{attributes}>{ring}</Polygon>'))


@pytest.mark.parametrize("namespace", ["http://www.opengis.net/gml", "http://www.opengis.net/gml/3.2"])
@pytest.mark.parametrize(
    "content",
    [
        f"<posList>{LIST}</posList>",
        '<posList srsDimension="3">-4.6 48.25 1 -4.2 48.25 2 -4.2 48.45 3 -4.6 48.25 4</posList>',
        "".join(f"<pos>{x} {y}</pos>" for x, y in RING),
        "<coordinates>-4.6,48.25 -4.2,48.25 -4.2,48.45\n-4.6,48.25</coordinates>",
        '<coordinates decimal="," cs=";">-4,6;48,25 -4,2;48,25 -4,2;48,45 -4,6;48,25</coordinates>',
        "".join(f"<coord><X>{x}</X><Y>{y}</Y></coord>" for x, y in RING),
    ],
)
def test_positions_are_the_same_in_every_version(content: str, namespace: str) -> None:
    assert polygon(content, namespace).positions == RING


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<posList>-4.6 48.25 -4.2</posList>", "-4.6 48.25 -4.2"),
        ("<posList>-4,6 48,25 -4,2 48,25</posList>", "-4,6 48,25 -4,2 48,25"),
        ("<posList/>", "posList"),
        ("<pos>180</pos>", "180"),
        ("<coordinates>-4.6 48.25</coordinates>", "-4.6 48.25"),
        ("<posList>-4.6 48.25 -4.2 48.25 -4.2 48.45</posList>", "-4.6 48.25 -4.2 48.25 -4.2 48.45"),
        ("<coord><X>1</X></coord>", "coord"),
    ],
)
def test_what_is_no_position_is_the_fault(content: str, fault: str) -> None:
    geometry = polygon(content)
    assert (geometry.positions, geometry.fault) == ((), fault)


@pytest.mark.parametrize(
    ("srs", "latitude_first", "is_geographic"),
    [
        ("urn:ogc:def:crs:EPSG::4326", True, True),
        ("urn:ogc:def:crs:EPSG:6.6:4326", True, True),
        ("http://www.opengis.net/def/crs/EPSG/0/4258", True, True),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", False, True),
        ("CRS:84", False, True),
        ("http://www.opengis.net/gml/srs/epsg.xml#4326", False, True),
        ("EPSG:4326", None, True),
        ("WGS84", None, None),
        ("", None, None),
        ("EPSG:3857", None, False),
        ("urn:ogc:def:crs:EPSG::2154", False, False),
    ],
)
def test_name_of_the_system_tells_the_order_of_axes(
    srs: str, *, latitude_first: bool | None, is_geographic: bool | None
) -> None:
    geometry = polygon(f"<posList>{LIST}</posList>", attributes=f' srsName="{srs}"')
    assert (geometry.latitude_first, geometry.is_geographic) == (latitude_first, is_geographic)
