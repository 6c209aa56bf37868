from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from benchmarks.http_load import send
from tests.server import running_server
from vocabsvc.services.services import Services


@pytest.fixture(scope="module")
def port(services: Services) -> Iterator[int]:
    with running_server(services) as address:
        yield urlsplit(address).port or 0


@pytest.mark.parametrize("connections", [1, 8])
def test_every_path_is_asked_once(port: int, connections: int) -> None:
    load = send(port, [f"/api/v1/suggest?q=te{number}" for number in range(20)], connections)
    assert len(load.times) == 20
    assert load.rate == pytest.approx(20 / load.seconds)
    assert 0 < load.client_share <= 1.5


def test_an_answer_that_is_not_200_is_an_error(port: int) -> None:
    with pytest.raises(OSError, match="404"):
        send(port, ["/nowhere"])


def test_nobody_listening_is_an_error() -> None:
    with pytest.raises(ConnectionRefusedError):
        send(1, ["/"])
