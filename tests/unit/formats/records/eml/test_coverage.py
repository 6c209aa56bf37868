from tests.lifted import Lifted
from tests.unit.formats.records.eml.documents import RECORD, dataset

BOX = (
    "<westBoundingCoordinate>-4.6</westBoundingCoordinate><eastBoundingCoordinate>-4.2</eastBoundingCoordinate>"
    "<northBoundingCoordinate>48,5</northBoundingCoordinate><southBoundingCoordinate>48.2</southBoundingCoordinate>"
)
ALTITUDES = (
    "<boundingAltitudes><altitudeMinimum>-20</altitudeMinimum><altitudeMaximum>0</altitudeMaximum>"
    "<altitudeUnits>meter</altitudeUnits></boundingAltitudes>"
)


def place(inside: str) -> str:
    return f"<coverage><geographicCoverage>{inside}</geographicCoverage></coverage>"


def time(inside: str) -> str:
    return f"<coverage><temporalCoverage>{inside}</temporalCoverage></coverage>"


def test_bounds_are_decimals_where_they_are() -> None:
    lifted = dataset(place(f"<boundingCoordinates>{BOX}</boundingCoordinates>"))
    assert (lifted.said("west"), lifted.datatypes("west")) == (["-4.6"], ["decimal"])
    assert (lifted.said("north"), lifted.datatypes("north")) == (["48,5"], ["string"])


def test_altitudes_are_a_vertical_extent() -> None:
    text = place(f"<boundingCoordinates>{BOX}{ALTITUDES}</boundingCoordinates>")
    lifted = dataset(text)
    assert (lifted.said("minimum"), lifted.said("maximum")) == (["-20"], ["0"])
    assert lifted.said("verticalUnit") == ["meter"]
    assert len(lifted.instances("BoundingAltitudes")) == 1
    older = dataset(text, version="eml://ecoinformatics.org/eml-2.0.1")
    assert older.instances("BoundingAltitudes") == []  # whose unit may be any


def test_period_has_bounds_in_utc() -> None:
    lifted = Lifted(RECORD.encode())
    assert lifted.said("beginEarliest") == ["2019-05-01T00:00:00Z"]
    assert lifted.said("endLatest") == ["2021-12-31T23:59:59Z"]
    assert lifted.said("instant") == ["2020-02-29"]


def test_date_and_time_are_one_moment() -> None:
    lifted = dataset(
        time(
            "<rangeOfDates><beginDate><calendarDate>2020-05-01</calendarDate><time>08:30:00</time></beginDate>"
            "<endDate><calendarDate>2020-05-01</calendarDate><time>midi</time></endDate></rangeOfDates>"
        )
    )
    assert lifted.said("beginEarliest") == lifted.said("beginLatest") == ["2020-05-01T08:30:00Z"]
    assert lifted.said("endLatest") == ["2020-05-01T23:59:59Z"]
    assert lifted.unlifted() == []


def test_other_time_scales_are_no_dates() -> None:
    lifted = dataset(
        time(
            "<singleDateTime><alternativeTimeScale><timeScaleName>ICS</timeScaleName><timeScaleAgeEstimate>Éocène"
            "</timeScaleAgeEstimate></alternativeTimeScale></singleDateTime>"
        )
    )
    assert lifted.said("instant") == []
    assert (lifted.said("name"), lifted.said("ageEstimate")) == (["ICS"], ["Éocène"])
    assert len(lifted.said("instantTimeScale")) == 1


def test_taxa_are_looked_at_but_not_said_one_by_one() -> None:
    taxa = "<taxonomicClassification><taxonRankValue>Gadus</taxonRankValue></taxonomicClassification>" * 50
    lifted = dataset(
        f"<coverage><taxonomicCoverage><generalTaxonomicCoverage>Poissons</generalTaxonomicCoverage>{taxa}"
        "</taxonomicCoverage></coverage>"
    )
    assert lifted.said("description") == ["Poissons"]
    assert lifted.unlifted() == []
    assert len(lifted.graph.facts) < 20


def test_coverage_by_reference_is_followed() -> None:
    lifted = dataset(
        '<coverage><geographicCoverage id="rade"><geographicDescription>Rade</geographicDescription>'
        "</geographicCoverage></coverage><dataTable><coverage><geographicCoverage><references>rade</references>"
        "</geographicCoverage></coverage></dataTable>"
    )
    assert lifted.said("geographicCoverage")[0] == lifted.said("geographicCoverage")[1]
    assert lifted.said("description") == ["Rade"]
