import re

import pytest

from tests.unit.checks.records.eml.views import document, faults, gaps, view
from vocabsvc.checks.records.eml.dereferenced import validity_without_references
from vocabsvc.checks.records.view import Fault, Gap

MEMBER = '<associatedParty id="m"><organizationName>É</organizationName><role>owner</role></associatedParty>'
WEB = "<online><url>http://x</url></online>"
FILE = "<dataTable><physical><distribution {}>{}</distribution></physical></dataTable>"
UNITS = "<spatialSamplingUnits><coverage><references>{}</references></coverage></spatialSamplingUnits>"
SAMPLED = f"<methods><sampling>{UNITS}</sampling></methods>"
PLACE = '<coverage id="c"><geographicCoverage id="g"/></coverage>'


def test_role_that_comes_along_with_a_reference() -> None:
    contact = document(MEMBER + "<contact><references>m</references></contact>")
    assert faults(validity_without_references, contact) == [("/dataset/contact/references", "m", ())]
    again = document(MEMBER + "<associatedParty><references>m</references></associatedParty>")
    assert faults(validity_without_references, again) == []
    own = document(MEMBER + "<associatedParty><references>m</references><role>author</role></associatedParty>")
    assert faults(validity_without_references, own) == []


def test_role_that_comes_by_way_of_another_reference() -> None:
    middle = MEMBER + '<associatedParty id="n"><references>m</references></associatedParty>'
    found = faults(validity_without_references, document(middle + "<contact><references>n</references></contact>"))
    assert [value for _, value, _ in found] == ["n"]
    circle = '<contact id="a"><references>b</references></contact><contact id="b"><references>a</references></contact>'
    assert faults(validity_without_references, document(circle)) == []  # that is for EML-13


def test_role_that_is_missing_after_a_reference() -> None:
    def data(role: str) -> bytes:
        return document(f'<creator id="a"/><associatedParty><references>a</references>{role}</associatedParty>')

    assert len(faults(validity_without_references, data(""))) == 1
    assert faults(validity_without_references, data("<role>owner</role>")) == []


@pytest.mark.parametrize(
    ("inside", "value"),
    [
        (FILE.format('id="f"', "<inline>é</inline>") + "<distribution><references>f</references></distribution>", "f"),
        (
            '<distribution id="f"><online><connectionDefinition/></online></distribution>'
            + FILE.format("", "<references>f</references>"),
            "f",
        ),
        ('<title id="t"/><creator><references>t</references></creator>', "t"),
        (PLACE + SAMPLED.format("c"), "c"),
        ('<attributeList id="l"><attribute><references>l</references></attribute></attributeList>', "l"),
    ],
)
def test_content_of_another_type(inside: str, value: str) -> None:
    (fault,) = [one for one in validity_without_references(view(document(inside))) if isinstance(one, Fault)]
    assert fault.value == value
    assert fault.message is not None
    assert re.search("cannot stand for|has no place in", fault.message["en"])
    assert re.search("ne peut tenir lieu de|n’a pas sa place", fault.message["fr"])


@pytest.mark.parametrize(
    "inside",
    [
        '<creator id="a"/><contact><references>a</references></contact>',
        '<attributeList id="l"/><attributeList><references>l</references></attributeList>',
        '<project id="p"/><project><relatedProject><references>p</references></relatedProject></project>',
        PLACE + SAMPLED.format("g"),
        f'<distribution id="d">{WEB}</distribution><distribution><references>d</references></distribution>',
        FILE.format('id="f"', WEB) + "<distribution><references>f</references></distribution>",
        f'<distribution id="f">{WEB}</distribution>' + FILE.format("", "<references>f</references>"),
        "<contact><references>nobody</references></contact>",
    ],
)
def test_content_of_the_same_type(inside: str) -> None:
    assert faults(validity_without_references, document(inside)) == []


def test_what_no_schema_looked_at_is_not_called_fine() -> None:
    data = document('<creator id="a"/><contact><references>a</references></contact>')
    assert gaps(validity_without_references, document(MEMBER)) == 0
    assert gaps(validity_without_references, data) == 1
    assert gaps(validity_without_references, data, "eml-2.2.0") == 0
    foreign = '<additionalMetadata><metadata><creator id="é"/></metadata></additionalMetadata>'
    seen = view(document("<contact><references>é</references></contact>", foreign), "eml-2.2.0")
    (gap,) = validity_without_references(seen)
    assert isinstance(gap, Gap)
    assert (gap.value, gap.message["fr"].startswith("Ce que «\u00a0é\u00a0» désigne")) == ("é", True)
