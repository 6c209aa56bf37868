"""Addresses that are none."""

import pytest

from vocabsvc.errors import InvalidRequest
from vocabsvc.store.remote.address import ServerAddress


@pytest.mark.parametrize("address", ["", "ftp://x/", "http://", "http://[::1", "http://x:99999/", "/sparql", "x"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidRequest):
        ServerAddress(address or "http:")
    with pytest.raises(InvalidRequest):
        ServerAddress("http://x/", update=address or "http:")


def test_credentials_do_not_belong_in_an_address_nor_in_what_is_shown() -> None:
    with pytest.raises(InvalidRequest, match="do not belong") as caught:
        ServerAddress("http://dba:secret@x/sparql")
    assert "secret" not in str(caught.value)
    assert "secret" not in repr(ServerAddress("http://x/", user="dba", password="secret"))
