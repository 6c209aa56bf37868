"""Whatever text stands in a record, reading it as keyword, thesaurus or unit ends, and soon."""

import time

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.formats.cited_unit import read_eml_unit, read_uom
from vocabsvc.formats.packed_keyword import possible_parts, unpack
from vocabsvc.formats.unit import parse_unit
from vocabsvc.services.validation.known_thesauri import KnownThesauri

TEXT = st.text(alphabet=st.sampled_from("abcÉé ,;>|()&\n.12/:#{}=°²"), max_size=60) | st.text(max_size=60)
THESAURI = KnownThesauri(())


@given(TEXT)
def test_parts_of_a_keyword_are_its_words_in_their_order(text: str) -> None:
    parts = unpack(text, possible_parts(text))
    assert len(parts) != 1
    place, collapsed = 0, " ".join(text.split())
    for part in parts:
        place = collapsed.index(part, place) + len(part)
        assert part == part.strip() != ""


@given(TEXT)
def test_any_text_may_be_a_thesaurus_or_a_unit(text: str) -> None:
    THESAURI.recognised([text], [text])
    parse_unit(read_uom(text))
    parse_unit(read_eml_unit(text))


def test_long_texts_take_no_longer() -> None:
    started = time.perf_counter()
    for sign in " ,;>|({=a1:/#":
        text = sign * 200_000
        assert unpack(f"a{text}b", ()) == ()
        assert THESAURI.recognised([text], [text]) is None
        read_uom(text)
        read_eml_unit(text)
    assert time.perf_counter() - started < 5
