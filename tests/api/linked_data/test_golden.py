"""The exact bodies, so that no dependency changes them unnoticed.

``VOCABSVC_RENEW_GOLDEN=1`` writes them anew; look at what changed before committing.
"""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.golden import assert_golden

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    **{f"quay.{ending}": f"/id/harbour/quay.{ending}" for ending in ("ttl", "rdf", "jsonld", "nt", "csv")},
    **{f"quay-skos.{ending}": f"/id/harbour/quay.{ending}?_profile=skos" for ending in ("ttl", "jsonld")},
    **{f"jetty.{ending}": f"/id/harbour/jetty.{ending}" for ending in ("ttl", "csv")},
    **{f"harbour.{ending}": f"/id/harbour.{ending}" for ending in ("ttl", "jsonld", "nt", "csv")},
    **{f"works.{ending}": f"/id/harbour/works.{ending}" for ending in ("ttl", "rdf", "jsonld", "nt", "csv")},
    **{f"catalogue.{ending}": f"/catalogue.{ending}" for ending in ("ttl", "rdf", "jsonld", "nt")},
    "void.ttl": "/.well-known/void",
    "context-1.jsonld": "/contexts/1.jsonld",
}


@pytest.mark.parametrize("name", CASES)
def test_bodies_are_as_they_were(name: str, hub: TestClient) -> None:
    body = hub.get(CASES[name]).content
    assert_golden(GOLDEN / name, body)


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)
