import pytest

from tests.cases import clean
from tests.edits import edited
from tests.viewed import faults
from vocabsvc.checks.records.eml.schema_location import other_version

ROOT = 'system="example">'
OWN = "https://eml.ecoinformatics.org/eml-2.2.0"
OLD = "eml://ecoinformatics.org/eml-2.1.1"
STMML = "http://www.xml-cml.org/schema/stmml-1.2 stmml.xsd"


def located(location: str) -> str:
    text = clean("eml").decode()
    assert ROOT in text
    return text.replace(ROOT, f'xsi:schemaLocation="{location}" {ROOT}')


@pytest.mark.parametrize(
    ("location", "found", "mended"),
    [
        (f"{OLD}  http://a/eml-2.1.1/eml.xsd", OLD, f"{OWN} http://a/eml-2.2.0/eml.xsd"),
        (f"{STMML} {OLD} eml.xsd", OLD, f"{STMML} {OWN} eml.xsd"),
        (f"{OWN[:-5]}2.5.0/eml.xsd {OWN}/eml.xsd", f"{OWN[:-5]}2.5.0/eml.xsd", f"{OWN} {OWN}/eml.xsd"),
        (f"{OWN[:-5]}2.1.0/eml.xsd", f"{OWN[:-5]}2.1.0/eml.xsd", OWN),
    ],
)
def test_schema_of_another_version_is_told(location: str, found: str, mended: str) -> None:
    (fault,) = faults(other_version, located(location))
    assert (fault.value, fault.expected, fault.safe) == (found, (OWN,), False)
    assert fault.edits[0].value == mended
    repaired = edited(located(location).encode(), fault.edits).decode()
    assert f'xsi:schemaLocation="{mended}"' in repaired
    assert faults(other_version, repaired) == []


@pytest.mark.parametrize(
    "location",
    ["", STMML, f"{OWN} eml.xsd", f"{OWN}/ eml.xsd", f"{OWN} eml.xsd {OLD} eml.xsd", f"eml://{OWN[12:]} eml.xsd"],
)
def test_schema_of_this_version_is_one_however_it_is_named(location: str) -> None:
    assert faults(other_version, located(location)) == []
