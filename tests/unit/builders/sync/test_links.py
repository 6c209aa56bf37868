import pytest

from vocabsvc.builders.sync.links import next_link


@pytest.mark.parametrize(
    ("header", "reference"),
    [
        ("", ""),
        ('</p?page=2&a=b,c>; rel="next"', "/p?page=2&a=b,c"),
        ("<http://h/p?page=2>;rel=next", "http://h/p?page=2"),
        ('<a>; rel="prev", <b>; title="x; y"; rel="last Next", <c>; rel=last', "b"),
        ('<a>; rel="self"; type="text/turtle", <b>; rel="alternate"', ""),
        ("<a>; title=next, <b>", ""),
    ],
)
def test_the_page_that_follows(header: str, reference: str) -> None:
    assert next_link(header) == reference
