"""The clean records of the cases against the published schemas."""

from pathlib import Path

import pytest

from tests.cases import CLEAN, clean
from vocabsvc.formats.xml import parse_xml
from vocabsvc.formats.xsd.schema_sets import SchemaSets
from vocabsvc.model.xsd import XsdState


@pytest.fixture(scope="module")
def sets(shared: Path) -> SchemaSets:
    return SchemaSets.open(shared / "data" / "schemas")


@pytest.mark.parametrize("name", CLEAN)
def test_clean_records_are_valid(name: str, sets: SchemaSets) -> None:
    document = parse_xml(clean(name), max_bytes=1_000_000)
    verdict = sets.validate(document, document.root)
    assert [(document.source_map.xpath(error.element), error.message["en"]) for error in verdict.errors] == []
    assert verdict.state is XsdState.VALID
