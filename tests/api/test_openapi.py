"""Every route keeps its own description, whatever a real server is sent."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok

from tests.examples import examples
from tests.server import running_server
from vocabsvc.asgi import create_app
from vocabsvc.services.services import Services


@schemathesis.serializer("application/sparql-query")
def as_text(_context: schemathesis.SerializationContext, value: object) -> bytes:
    return str(value).encode(errors="replace")


def unopened() -> Services:
    raise AssertionError("a description needs no services")


REFUSED = ["400", "403", "404", "406", "413", "415", "422"]
"""What a request that is not as described may be answered; 413 stands for what is too long."""

CONFIG = SchemathesisConfig.from_dict({"checks": {"negative_data_rejection": {"expected-statuses": REFUSED}}})
SCHEMA = schemathesis.openapi.from_dict(create_app(unopened).openapi(), config=CONFIG)
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations() if isinstance(found, Ok)}

WITHOUT_PARAMETERS = {
    "GET /api/v1/mapping-sets",
    "GET /api/v1/mappings/{identity}",
    "GET /api/v1/mappings/{identity}/history",
    "GET /api/v1/validate/schema",
    "GET /api/v1/vocabularies",
    "GET /api/v1/vocabularies/{vocabulary_id}/collections",
    "GET /health",
    "GET /catalogue",
    "GET /catalogue.{ending}",
    "GET /.well-known/void",
    "GET /contexts/{number}.jsonld",
    "GET /dumps/",
    "GET /dumps/{vocabulary_id}/",
    "GET /dumps/{vocabulary_id}/{name}",
    "GET /id/{path}",
}
"""What takes nothing, or one step of a path that may be any text, can be sent nothing wrong."""

CASES = [
    pytest.param(label, mode, id=f"{label} {mode.value}")
    for label in OPERATIONS
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or label not in WITHOUT_PARAMETERS
]


@pytest.fixture(scope="module")
def address(services: Services) -> Iterator[str]:
    with running_server(services) as address:
        yield address


@pytest.mark.no_cover
@pytest.mark.parametrize(("label", "mode"), CASES)
def test_the_api_does_as_it_says(label: str, mode: GenerationMode, address: str) -> None:
    # To OpenAPI any string is a query and any bytes are a record; whether they are is ours to say.
    acceptance = CHECKS.get_one("positive_data_acceptance")

    @given(OPERATIONS[label].as_strategy(generation_mode=mode))
    @settings(max_examples=examples(20, 60), derandomize=True, suppress_health_check=list(HealthCheck))
    def check(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(base_url=address, excluded_checks=[acceptance])  # type: ignore[list-item] # its own

    check()


def test_every_route_is_described() -> None:
    assert len(OPERATIONS) >= 14
    assert {"GET /api/v1/search", "POST /api/v1/map", "POST /api/v1/validate", "GET /sparql", "GET /health"} <= set(
        OPERATIONS
    )
