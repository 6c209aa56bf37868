import pytest

from vocabsvc.builders.sync.server import Server
from vocabsvc.errors import InvalidRequest, UnreadableInput

SECURE, PLAIN, LOCAL = "https://vocab.nerc.ac.uk", "http://vocab.nerc.ac.uk/", "http://127.0.0.1:8123/nvs"


@pytest.mark.parametrize(
    ("server", "address"),
    [
        (SECURE, "https://vocab.nerc.ac.uk/collection/P01/current/?_profile=nvs&_mediatype=text/turtle"),
        (LOCAL, "http://127.0.0.1:8123/nvs/collection/P01/current/?_profile=nvs&_mediatype=text/turtle"),
    ],
)
def test_the_address_of_a_collection(server: str, address: str) -> None:
    assert Server.parse(server).collection("P01") == address


@pytest.mark.parametrize(
    "address",
    ["", "vocab.nerc.ac.uk", "ftp://vocab.nerc.ac.uk", "https://", "http://[::1", "https://me:pass@h/", "https://h/?q=1",
     "https://h/#a", "/work"],
)  # fmt: skip
def test_what_is_no_server_is_refused(address: str) -> None:
    with pytest.raises(InvalidRequest, match="like https"):
        Server.parse(address)


@pytest.mark.parametrize(
    ("server", "reference", "target"),
    [
        (SECURE, "/b?page=2", "https://vocab.nerc.ac.uk/b?page=2"),
        (SECURE, "https://VOCAB.nerc.ac.uk:443/b", "https://VOCAB.nerc.ac.uk:443/b"),
        (PLAIN, "https://vocab.nerc.ac.uk/b", "https://vocab.nerc.ac.uk/b"),
        (LOCAL, "?page=2", "http://127.0.0.1:8123/nvs/a?page=2"),
    ],
)
def test_what_the_server_points_to_on_itself(server: str, reference: str, target: str) -> None:
    origin = Server.parse(server)
    assert origin.resolve(f"{origin.base}/a", reference) == target


@pytest.mark.parametrize(
    ("server", "reference"),
    [
        (SECURE, "http://vocab.nerc.ac.uk/b"),
        (SECURE, "https://nerc.example/b"),
        (SECURE, "//nerc.example/b"),
        (SECURE, "https://vocab.nerc.ac.uk@nerc.example/b"),
        (SECURE, "https://me@vocab.nerc.ac.uk/b"),
        (SECURE, "https://vocab.nerc.ac.uk.nerc.example/b"),
        (SECURE, "https://vocab.nerc.ac.uk:8443/b"),
        (SECURE, "file:///etc/passwd"),
        (SECURE, "https://[::1/b"),
        (PLAIN, "https://vocab.nerc.ac.uk:8443/b"),
        (LOCAL, "http://127.0.0.1:8124/b"),
    ],
)
def test_what_is_elsewhere_is_not_followed(server: str, reference: str) -> None:
    origin = Server.parse(server)
    with pytest.raises(UnreadableInput, match=r"/a: points to") as refused:
        origin.resolve(f"{origin.base}/a", reference)
    assert refused.value.source == f"{origin.base}/a"
