"""Every route keeps its own description, whatever a real server is sent."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS

from tests.server import running_server
from vocabsvc.asgi import create_app
from vocabsvc.services import Services


@schemathesis.serializer("application/sparql-query")
def as_text(_context: schemathesis.SerializationContext, value: object) -> bytes:
    return str(value).encode(errors="replace")


def unopened() -> Services:
    raise AssertionError("a description needs no services")


schema = schemathesis.openapi.from_dict(create_app(unopened).openapi())


@pytest.fixture(scope="module")
def address(services: Services) -> Iterator[str]:
    with running_server(services) as address:
        yield address


@schema.parametrize()
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_api_does_as_it_says(case: schemathesis.Case[Any], address: str) -> None:
    # To OpenAPI any string is a query and any bytes are a record; whether they are is ours to say.
    acceptance = CHECKS.get_one("positive_data_acceptance")
    case.call_and_validate(base_url=address, excluded_checks=[acceptance])  # type: ignore[list-item] # its own check
