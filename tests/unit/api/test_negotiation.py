import pytest

from vocabsvc.api.negotiation import choose_media_type

OFFERED = {"text/turtle": "turtle", "application/rdf+xml": "rdfxml", "application/ld+json": "jsonld"}


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "text/turtle"),
        (" , ", "text/turtle"),
        ("*/*", "text/turtle"),
        ("application/*", "application/rdf+xml"),
        ("application/ld+json;q=0.9, application/rdf+xml;q=0.8", "application/ld+json"),
        ("Application/LD+JSON", "application/ld+json"),
        ("text/turtle;q=0, application/rdf+xml", "application/rdf+xml"),
        ("text/turtle;q=x, application/ld+json;q=0.1", "application/ld+json"),
        ("application/ld+json;profile=compact;q=1.0", "application/ld+json"),
        ("application/turtle", "text/turtle"),
        ("image/*", None),
        ("image/png;q=0.5", None),
    ],
)
def test_the_best_liked_offer_is_chosen(accept: str, chosen: str | None) -> None:
    assert choose_media_type(accept, OFFERED, also=("application/turtle",)) == chosen
