import pytest

from vocabsvc.checks.records.land import all_land


@pytest.mark.parametrize(
    "bounds",
    [
        (20.0, 25.0, 10.0, 15.0),  # Chad
        (2.3, 2.4, 48.8, 48.9),  # Paris
        (2.35, 2.35, 48.85, 48.85),
        (-100.0, -98.0, 40.0, 41.0),  # Nebraska
        (132.0, 134.0, -25.0, -24.0),  # the middle of Australia
        (100.0, 110.0, 60.0, 65.0),  # Siberia
    ],
)
def test_inland(bounds: tuple[float, float, float, float]) -> None:
    assert all_land(*bounds)


@pytest.mark.parametrize(
    "bounds",
    [
        (-4.6, -4.2, 48.25, 48.45),  # Brest
        (-30.0, -20.0, 40.0, 45.0),
        (-180.0, 180.0, -90.0, 90.0),
        (0.0, 30.0, 10.0, 15.0 + 25),
        (50.0, 51.0, 40.0, 41.0),  # the Caspian Sea
        (-87.0, -86.0, 43.0, 44.0),  # Lake Michigan
        (0.0, 10.0, -85.0, -80.0),  # the Antarctic
        (180.0, 180.0, 0.0, 1.0),
        (-180.0, -180.0, 0.0, 1.0),
        (10.0, 11.0, 84.0, 90.0),
        (139.6, 139.9, 35.5, 35.8),  # Tokyo
    ],
)
def test_what_touches_the_sea_or_may_be_water(bounds: tuple[float, float, float, float]) -> None:
    assert not all_land(*bounds)
