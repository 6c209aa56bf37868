"""Reading what was written gives the same description."""

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.formats.vocabulary_toml import read_vocabulary_toml, write_vocabulary_toml
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary, VocabularyDescription

lines = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1, max_size=20).filter(
    lambda text: text == text.strip() and "\n" not in text
)
words = st.text("abcXYZ019.-/", min_size=1, max_size=8)
vocabularies = st.builds(
    Vocabulary,
    id=st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,8}", fullmatch=True),
    uri=words.map("https://x.example/{}/".format),
    titles=st.tuples(lines, lines).map(lambda pair: (LangString(pair[0], "en"), LangString(pair[1], "fr"))),
    publisher=lines,
    sources=st.lists(words.map("https://x.example/{}".format), max_size=3, unique=True).map(tuple),
    edition=st.just("") | lines,
    date=st.sampled_from(("", "2026", "2026-01", "2026-01-31")),
    licence=st.just("") | words,
    languages=st.just(("en", "fr")),
    missing=st.lists(lines, max_size=3).map(tuple),
    concept_count=st.integers(0, 10**6),
    deprecated_count=st.integers(0, 10**6),
)
descriptions = st.builds(
    VocabularyDescription,
    vocabulary=vocabularies,
    file=st.sampled_from(("P01.nt.gz", "x.ttl")),
    checksum=st.text("0123456789abcdef", min_size=64, max_size=64),
    attribution=st.just("") | lines,
    own=st.booleans(),
)


@given(descriptions)
def test_reads_what_it_wrote(description: VocabularyDescription) -> None:
    assert read_vocabulary_toml(write_vocabulary_toml(description).encode(), "vocabulary.toml") == description
