from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
BEGIN = "<gml:beginPosition>2019-05</gml:beginPosition>"
INSTANT = '<gml:TimeInstant gml:id="i1"><gml:timePosition>2020</gml:timePosition></gml:TimeInstant>'


def edited(old: str, new: str) -> Lifted:
    assert old in RECORD
    return Lifted(RECORD.replace(old, new, 1).encode())


def test_periods_and_instants_are_told_apart() -> None:
    found = Lifted(RECORD.encode())
    assert [path.rpartition("/")[2] for path in found.instances("TemporalExtent")] == [
        "gml:TimePeriod",
        "gml:TimeInstant",
    ]
    assert len(found.instances("TimePeriod")) == len(found.instances("TimeInstant")) == 1


def test_gml_of_before_2007_says_the_same() -> None:
    old = Lifted(RECORD.replace("http://www.opengis.net/gml/3.2", "http://www.opengis.net/gml").encode())
    assert old.said("begin") == ["2019-05"]
    assert old.said("instantEarliest") == ["2020-01-01T00:00:00Z"]


def test_empty_position_says_nothing() -> None:
    assert edited(BEGIN, "<gml:beginPosition/>").said("begin") == []


def test_position_of_another_calendar_names_its_frame() -> None:
    found = edited(BEGIN, '<gml:beginPosition frame="https://example.org/eras">Permien</gml:beginPosition>')
    assert (found.said("begin"), found.said("beginFrame")) == ([], ["https://example.org/eras"])
    iso = edited(BEGIN, '<gml:beginPosition frame="#ISO-8601">2019</gml:beginPosition>')
    assert iso.said("begin") == ["2019"]


def test_position_by_reference_is_followed_or_kept() -> None:
    found = edited(BEGIN, '<gml:begin xlink:href="#i1"/>')
    assert found.said("begin") == ["2020"]
    assert edited(BEGIN, '<gml:begin xlink:href="https://example.org/t"/>').said("beginFrame") == [
        "https://example.org/t"
    ]


def test_period_by_reference_is_followed() -> None:
    both = f"<gmd:extent>\n                {INSTANT}\n              </gmd:extent>"
    assert len(edited(both, '<gmd:extent xlink:href="#p1"/>').said("temporalExtent")) == 1
    assert len(edited(both, "").said("temporalExtent")) == 1
    elsewhere = edited(both, '<gmd:extent xlink:href="https://example.org/t"/>')
    assert elsewhere.said("href") == ["https://example.org/t"]


def test_date_in_another_order_has_a_reading() -> None:
    found = edited(BEGIN, "<gml:beginPosition>17/05/2019</gml:beginPosition>")
    assert (found.said("begin"), found.said("beginSuggestion")) == (["17/05/2019"], ["2019-05-17"])
    assert edited(BEGIN, "<gml:beginPosition>05/04/2019</gml:beginPosition>").said("beginSuggestion") == []


def test_indeterminate_position_stands_at_its_attribute() -> None:
    found = edited(BEGIN, '<gml:beginPosition indeterminatePosition="before">2019</gml:beginPosition>')
    assert (found.said("begin"), found.said("beginIndeterminate")) == (["2019"], ["before"])
    (fact,) = [fact for fact in found.graph.facts if fact.predicate.endswith("#beginIndeterminate")]
    assert fact.attribute == "indeterminatePosition"
