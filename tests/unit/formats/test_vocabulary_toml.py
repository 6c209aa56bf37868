import pytest
from jsonschema import Draft202012Validator

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.vocabulary_toml import read_vocabulary_toml, vocabulary_schema, write_vocabulary_toml
from vocabsvc.model.label import LangString

TEXT = f"""\
id = "T01"
title = {{ en = "Test quantities", fr = "Grandeurs d’essai" }}
uri = "http://test.example/collection/T01/current/"
publisher = "Test centre"
source = ["https://test.example/a.ttl", "https://test.example/b.csv"]
edition = "3"
date = "2026-01"
licence = "CC-BY-4.0"
languages = ["en", "fr"]
file = "T01.ttl"
checksum = "{"0" * 64}"
concepts = 12
deprecated = 2
missing = ["Successors are not stated."]
"""


def test_reads_a_description() -> None:
    description = read_vocabulary_toml(TEXT.encode(), "T01/vocabulary.toml")
    vocabulary = description.vocabulary
    assert vocabulary.titles == (LangString("Test quantities", "en"), LangString("Grandeurs d’essai", "fr"))
    assert vocabulary.sources == ("https://test.example/a.ttl", "https://test.example/b.csv")
    assert (vocabulary.concept_count, vocabulary.deprecated_count) == (12, 2)
    assert vocabulary.missing == ("Successors are not stated.",)
    assert (description.file, description.own, description.attribution) == ("T01.ttl", False, "")


def test_writes_what_it_read() -> None:
    description = read_vocabulary_toml(TEXT.encode(), "x")
    assert read_vocabulary_toml(write_vocabulary_toml(description).encode(), "x") == description


@pytest.mark.parametrize("trait", ["own", "local", "auxiliary"])
def test_traits_are_kept(trait: str) -> None:
    plain = read_vocabulary_toml(TEXT.encode(), "x")
    marked = read_vocabulary_toml(f"{trait} = true\n{TEXT}".encode(), "x")
    assert marked != plain
    assert read_vocabulary_toml(write_vocabulary_toml(marked).encode(), "x") == marked


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('id = "T01"\n', "", "'id' is a required property"),
        ('date = "2026-01"', 'date = "January 2026"', "date: 'January 2026' does not match"),
        ('fr = "', 'de = "', "title: "),
        ("0" * 64, "abc", "checksum: 'abc' does not match"),
        ("T01.ttl", "../T01.ttl", "file: '../T01.ttl' does not match"),
        ("https://test.example/a.ttl", "a.ttl", "source.0: 'a.ttl' does not match"),
        ("concepts = 12", "concepts = -1", "concepts: -1 is less than the minimum of 0"),
        ("concepts = 12", "concepts = 12\ncolour = 1", "'colour' was unexpected"),
    ],
)
def test_refuses_what_the_schema_does_not_allow(old: str, new: str, reason: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_vocabulary_toml(TEXT.replace(old, new).encode(), "T01/vocabulary.toml")
    assert reason in caught.value.reason
    assert caught.value.source == "T01/vocabulary.toml"


def test_a_syntax_error_has_a_place() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_vocabulary_toml(TEXT.replace('edition = "3"', "edition = 3rd").encode(), "vocabulary.toml")
    assert (caught.value.line, caught.value.column) == (6, 12)


def test_an_end_too_early_has_no_place() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_vocabulary_toml(b'missing = ["', "vocabulary.toml")
    assert caught.value.line is None


def test_refuses_other_encodings() -> None:
    with pytest.raises(UnreadableInput, match=r"vocabulary\.toml:2: not UTF-8"):
        read_vocabulary_toml(TEXT.encode("cp1252"), "vocabulary.toml")


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(vocabulary_schema())
