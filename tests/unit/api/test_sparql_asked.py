from urllib.parse import quote_plus, unquote_to_bytes

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.api.sparql.asked import read_asked, unquoted


@given(st.one_of(st.binary(), st.text("%\\\\xuUNa1fF+é").map(str.encode)))
def test_what_is_percent_encoded_is_read_as_the_standard_library_reads_it(value: bytes) -> None:
    assert unquoted(value) == unquote_to_bytes(value)


@given(st.text(), st.booleans())
def test_a_query_is_read_alone_as_it_is_beside_others(text: str, beside: bool) -> None:  # noqa: FBT001 - drawn
    encoded = f"query={quote_plus(text, errors='surrogatepass')}".encode()
    if not any("\ud800" <= letter <= "\udfff" for letter in text):
        assert read_asked(encoded + (b"&x=1" if beside else b"")).queries == (text,)
