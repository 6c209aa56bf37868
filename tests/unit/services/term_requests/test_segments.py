import pytest

from tests.requested import new_segmenter
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.services.mapper.wording import Wording
from vocabsvc.services.term_requests.segments import Segments

SEGMENTER, _ = new_segmenter(Wording.shipped())


def cut(local_name: str = "", long_name: str = "") -> Segments:
    local = LocalTerm(local_name, long_name)
    return SEGMENTER.segments(local, SEGMENTER.reader.read(local))


@pytest.mark.parametrize(
    ("long_name", "pieces"),
    [
        ("Temperature standard deviation", ["Temperature", "standard deviation"]),
        ("Suspended particulate matter", ["Suspended particulate matter"]),
        ("Concentration de plomb dans la colonne d’eau", ["Concentration", "plomb", "colonne d eau"]),
        ("Bisphenol A, in situ", ["Bisphenol A", "in-situ"]),
    ],
)
def test_words_that_mean_something_only_together_stay_together(long_name: str, pieces: list[str]) -> None:
    assert [piece.text for piece in cut(long_name=long_name).pieces if not piece.parts] == pieces


def test_a_french_name_is_read_in_english_too() -> None:
    found = cut(long_name="plomb dissous dans le sédiment")
    assert found.french
    assert {"lead", "dissolved", "sediment"} <= found.words()


def test_a_local_name_is_spelled_out_and_what_nothing_spells_out_is_a_code() -> None:
    pieces = cut(local_name="waterTemp_XQZ7").pieces
    assert [piece.code for piece in pieces] == [False, False, True]
    assert pieces[1].text == "temperature"


def test_what_follows_in_tells_where() -> None:
    found = cut(long_name="lead in the pore water of sediment")
    assert found.text(found.led_in()) == "pore water"


def test_pieces_say_words_together_or_not_at_all() -> None:
    found = cut(long_name="wind speed")
    assert found.saying(frozenset({"wind", "speed"}), {0, 1}) == {0, 1}
    assert found.saying(frozenset({"wind", "direction"}), {0, 1}) == frozenset()


def test_a_name_without_a_word_has_no_pieces() -> None:
    assert cut(local_name="—").pieces == ()
    assert cut(long_name=" : ").words() == frozenset()
