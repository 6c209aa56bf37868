"""The façade keeps its own description, whatever a real server is sent."""

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.core.result import Ok

from tests.examples import examples
from vocabsvc.api.skosmos.description import description

SCHEMA = schemathesis.openapi.from_dict({**description("http://127.0.0.1")})
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations() if isinstance(found, Ok)}


def test_there_are_the_28_of_skosmos(browser: TestClient) -> None:
    assert len(OPERATIONS) == 28
    body = browser.get("/rest/v1/swagger.json").json()
    assert body == description("http://testserver/rest/v1")


@pytest.mark.parametrize("label", OPERATIONS)
def test_the_facade_does_as_it_says(label: str, address: str) -> None:
    # To OpenAPI any string names a vocabulary and a concept; whether they are loaded is ours to say.
    ignored = [CHECKS.get_one(name) for name in ("positive_data_acceptance", "unsupported_method")]

    @given(OPERATIONS[label].as_strategy(generation_mode=GenerationMode.POSITIVE))
    @settings(max_examples=examples(12, 30), derandomize=True, suppress_health_check=list(HealthCheck))
    def check(case: schemathesis.Case[Any]) -> None:
        if "vocid" in case.path_parameters:
            case.path_parameters["vocid"] = "s01"
        case.call_and_validate(base_url=f"{address}/rest/v1", excluded_checks=ignored)  # type: ignore[arg-type] # its own

    check()
