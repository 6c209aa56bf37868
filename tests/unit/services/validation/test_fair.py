"""The FAIR summary of a record."""

import pytest
from lxml import etree

from tests.cases import clean, shape_files
from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.model.fair import INDICATORS, FairState, FairSummary
from vocabsvc.services.validation.validation import Validation


@pytest.fixture(scope="module")
def validation() -> Validation:
    return Validation(prepare_shapes(shape_files()), 1_000_000)


def summary(validation: Validation, data: bytes, profile: str = "fair") -> FairSummary:
    (report,) = validation.validate(data, [profile]).reports
    assert report.fair is not None
    return report.fair


def without(name: str, local_names: set[str]) -> bytes:
    root = etree.fromstring(clean(name))
    for element in list(root.iter(etree.Element)):
        parent = element.getparent()
        if etree.QName(element).localname in local_names and parent is not None:
            parent.remove(element)
    return etree.tostring(root)


def test_all_thirteen_indicators_are_there_in_order(validation: Validation) -> None:
    found = summary(validation, clean("iso19139"))
    assert [one.name for one in found.indicators] == [name for names in INDICATORS.values() for name in names]
    assert len(found.indicators) == 13


@pytest.mark.parametrize("name", ["iso19139", "iso19115-3"])
def test_a_clean_record_meets_all_but_what_needs_the_network(validation: Validation, name: str) -> None:
    states = {one.name: one.state for one in summary(validation, clean(name)).indicators}
    assert states.pop("A1r") is FairState.NOT_ASSESSED
    assert set(states.values()) == {FairState.MET}


def test_evidence_has_its_place(validation: Validation) -> None:
    (f1, *_) = summary(validation, clean("iso19139")).indicators
    first = f1.evidence[0]
    assert (first.property, first.value) == ("persistentId", "https://doi.org/10.5072/salinite-1")
    assert "salinite-1" in clean("iso19139").decode().splitlines()[first.line - 1]
    assert first.xpath.endswith("gmd:MD_Identifier/gmd:code")


def test_what_half_of_the_checks_speak_for_is_partly_met(validation: Validation) -> None:
    data = without("iso19139", {"identifier"})
    f1 = summary(validation, data).indicators[0]
    assert (f1.name, f1.state, f1.failed) == ("F1", FairState.PARTLY, ("FAIR-F1",))


def test_nothing_that_speaks_for_it_is_not_met(validation: Validation) -> None:
    data = without("iso19139", {"aggregationInfo"})
    (i3,) = [one for one in summary(validation, data).indicators if one.name == "I3"]
    assert (i3.state, i3.failed, i3.evidence) == (FairState.NOT_MET, ("FAIR-I3",), ())


def test_share_of_linked_keywords_is_a_number(validation: Validation) -> None:
    share = summary(validation, clean("iso19139")).keywords
    assert 0 < share.linked < share.total


def test_keywords_that_nobody_looked_up_are_not_assessed(validation: Validation) -> None:
    (i2,) = [one for one in summary(validation, clean("eml")).indicators if one.name == "I2"]
    assert i2.state is FairState.NOT_ASSESSED


def test_other_profiles_have_no_summary(validation: Validation) -> None:
    (report,) = validation.validate(clean("iso19139"), ["inspire"]).reports
    assert report.fair is None


def test_a_record_that_describes_nothing_meets_nothing_wholly(validation: Validation) -> None:
    states = {one.state for one in summary(validation, without("iso19139", {"identificationInfo"})).indicators[:2]}
    assert FairState.MET not in states
