from collections.abc import Iterator

import pytest

from tests.server import running_server
from vocabsvc.services.services import Services


@pytest.fixture(scope="package")
def endpoint(services: Services) -> Iterator[str]:
    """The address of a real endpoint."""
    with running_server(services) as address:
        yield f"{address}/sparql"
