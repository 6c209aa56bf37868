from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.store.readers.frames import END, PART, QUERY, Frames, frame, question_frame, read_question

kinds = st.sampled_from([PART, END])
texts = st.text()


@given(frames=st.lists(st.tuples(kinds, st.binary(max_size=40)), max_size=6), size=st.integers(1, 60))
def test_frames_come_out_as_they_went_in_however_they_are_cut(frames: list[tuple[int, bytes]], size: int) -> None:
    stream, whole = b"".join(frame(kind, payload) for kind, payload in frames), Frames()
    pieces = [stream[start : start + size] for start in range(0, len(stream), size)]
    assert [found for piece in pieces for found in whole.feed(piece)] == frames


@given(st.tuples(texts, texts, st.lists(texts), st.lists(texts), st.booleans()))
def test_a_question_is_read_as_it_was_asked(question: tuple[str, str, list[str], list[str], bool]) -> None:
    [(kind, payload)] = Frames().feed(question_frame(question))
    assert (kind, read_question(payload)) == (QUERY, question)
