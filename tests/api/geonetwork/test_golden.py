"""The bodies byte by byte. ``VOCABSVC_RENEW_GOLDEN=1`` writes them anew, to be looked through before a commit."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.golden import assert_golden

GOLDEN = Path(__file__).parent / "golden"
BODIES = {
    "G01.rdf": "/thesaurus/G01.rdf",
    "G02.fr.rdf": "/thesaurus/fr/G02.rdf",
    "registry.jsonld": "/registry?_format=jsonld",
    "registry-G01.rdf": "/registry/G01?_view=with_metadata&_format=rdf",
    "re3gistry.fr.json": "/re3gistry/re3gistry.fr.json",
    "vocabulary.fr.json": "/re3gistry/vocabulary/vocabulary.fr.json",
    "G01.fr.xml": "/re3gistry/vocabulary/G01/G01.fr.xml",
    "G02.en.xml": "/re3gistry/vocabulary/G02/G02.en.xml",
}


@pytest.mark.parametrize("name", BODIES)
def test_the_body_is_as_it_was(gn_client: TestClient, name: str) -> None:
    body = gn_client.get(BODIES[name], headers={"Accept": "application/xml"}).content
    assert_golden(GOLDEN / name, body)


def test_every_golden_file_is_compared() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(BODIES)
