import pytest

from tests.cases import clean
from tests.viewed import faults, gaps
from vocabsvc.checks.records import geometry

RECORD = clean("iso19139").decode()
RING = "-4.60 48.25 -4.20 48.25 -4.20 48.45 -4.60 48.25"
TURNED = "48.25 -4.60 48.25 -4.20 48.45 -4.20 48.25 -4.60"
CHECKS = (geometry.unreadable_geometry, geometry.outside_the_box, geometry.axes_out_of_order)


def with_polygon(positions: str, srs: str = "", record: str = RECORD) -> str:
    place = "<gmd:temporalElement>"
    polygon = (
        "<gmd:geographicElement><gmd:EX_BoundingPolygon><gmd:polygon>"
        f'<gml:Polygon gml:id="g" srsName="{srs}"><gml:exterior>'
        f"<gml:LinearRing><gml:posList>{positions}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>"
        "</gmd:polygon></gmd:EX_BoundingPolygon></gmd:geographicElement>"
    )
    return record.replace(place, polygon + place, 1)


def found(text: str) -> list[tuple[str, str]]:
    return [(check.__name__, fault.value) for check in CHECKS for fault in faults(check, text)]


@pytest.mark.parametrize(
    ("positions", "srs"),
    [
        (RING, ""),
        (TURNED, ""),
        (RING, "CRS:84"),
        (TURNED, "urn:ogc:def:crs:EPSG::4326"),
        (RING, "EPSG:4326"),
        (TURNED, "EPSG:4326"),
        ("-4.65 48.25 -4.20 48.25 -4.20 48.45 -4.65 48.25", ""),  # the box is rounded
        ("355.40 48.25 355.80 48.25 355.80 48.45 355.40 48.25", ""),
    ],
)
def test_polygon_in_the_box(positions: str, srs: str) -> None:
    assert found(with_polygon(positions, srs)) == []


def test_polygon_out_of_the_box() -> None:
    assert found(with_polygon("-4.60 48.25 -4.20 48.25 -4.20 50.45 -4.60 48.25")) == [("outside_the_box", "-4.2 50.45")]


@pytest.mark.parametrize(("positions", "srs"), [(RING, "urn:ogc:def:crs:EPSG::4326"), (TURNED, "CRS:84")])
def test_polygon_against_its_system(positions: str, srs: str) -> None:
    assert found(with_polygon(positions, srs)) == [("axes_out_of_order", srs)]


def test_order_is_judged_by_the_globe_where_there_is_no_box() -> None:
    start, end = RECORD.index("<gmd:geographicElement>"), RECORD.index("</gmd:geographicElement>")
    bare = RECORD[:start] + RECORD[end + len("</gmd:geographicElement>") :]
    east = "150.5 -20.5 151.5 -20.5 151.5 -19.5 150.5 -20.5"
    assert found(with_polygon(east, "urn:ogc:def:crs:EPSG::4326", bare)) == [
        ("axes_out_of_order", "urn:ogc:def:crs:EPSG::4326")
    ]
    assert found(with_polygon(east, "CRS:84", bare)) == []
    assert found(with_polygon(RING, "urn:ogc:def:crs:EPSG::4326", bare)) == []


def test_projected_geometry_is_left_unjudged() -> None:
    text = with_polygon("595063 5033778 595062 5008588 583082 5033778 595063 5033778", "EPSG:3857")
    assert found(text) == []
    assert [gap.value for gap in gaps(geometry.outside_the_box, text)] == ["EPSG:3857"]


def test_geometry_without_positions() -> None:
    assert found(with_polygon("-4.60 N")) == [("unreadable_geometry", "-4.60 N")]
    assert found(with_polygon("")) == [("unreadable_geometry", "posList")]


def test_geometry_by_reference_or_none_is_nothing_to_read() -> None:
    text = with_polygon(RING)
    start, end = text.index("<gmd:polygon>"), text.index("</gmd:polygon>") + len("</gmd:polygon>")
    for other in ('<gmd:polygon xlink:href="https://example.org/p"/>', "<gmd:polygon/>", ""):
        assert found(text[:start] + other + text[end:]) == []


def test_box_over_the_antimeridian_holds_both_sides() -> None:
    wide = RECORD.replace("-4.60<", "170.00<").replace("-4.20<", "-170.00<")
    assert found(with_polygon("175 48.3 -175 48.3 -175 48.4 175 48.3", "", wide)) == []
    assert found(with_polygon("175 48.3 185 48.3 185 48.4 175 48.3", "", wide)) == []
    assert found(with_polygon("175 48.3 160 48.3 160 48.4 175 48.3", "", wide)) == [("outside_the_box", "160 48.3")]
