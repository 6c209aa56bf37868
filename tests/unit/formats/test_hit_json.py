import json

import pytest

from vocabsvc.formats.hit_json import (
    chosen,
    json_text,
    label_json,
    labels_of,
    match_json,
    name_variants,
    page_json,
    source_json,
    text_of,
    text_variants,
    uri_json,
)
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.model.match import MatchKind

ODD = 'l\'« été »\n"a\\b"\t\x00\x1d😀'
REF = ConceptRef("http://c/1", "C", "", (LangString("Salinité", "fr"), LangString("Salinity", "en")), deprecated=True)


@pytest.mark.parametrize("text", ["salinité", ODD, ""])
def test_a_text_is_read_as_it_was_written_and_breaks_no_line(text: str) -> None:
    written = json_text(text)
    assert text_of(written) == text
    assert not {"\n", "\t"} & set(written)


def test_an_empty_text_is_null() -> None:
    assert json_text("") == "null"


def test_labels_are_read_as_they_were_written() -> None:
    labels = [("pref_label", LangString(ODD, "fr")), ("notation", LangString("SDN:C::1"))]
    assert labels_of(label_json(*label) for label in labels) == labels


def test_the_first_language_that_has_a_label_is_shown() -> None:
    variants = name_variants(REF)
    assert chosen(variants, ("de", "fr")) == '"pref_label":"Salinité","lang":"fr"'
    assert chosen(variants, ()) == '"pref_label":"Salinity","lang":"en"'
    assert chosen(text_variants(REF.pref_labels), ("fr",)) == '"Salinité"'


def test_what_has_no_label_is_shown_without() -> None:
    assert chosen(name_variants(ConceptRef("http://c/2", "", "", ())), ("fr",)) == '"pref_label":null,"lang":null'
    assert chosen(text_variants(()), ("fr",)) == "null"


def test_vocabulary_and_status_are_told() -> None:
    assert json.loads(f"{{{source_json(REF)}}}") == {"vocabulary": "C", "deprecated": True, "status": "deprecated"}


def test_a_page_holds_its_matches() -> None:
    met = match_json(uri_json(json_text("http://c/1")), MatchKind.NOTATION, 1.0, "")
    read = match_json(label_json("alt_label", LangString("Sel")), MatchKind.WORDS, 0.5203, 'psal = "sel"')
    assert json.loads(page_json(7, [met, read])) == {
        "total": 7,
        "results": [
            {"field": "uri", "text": "http://c/1", "lang": None, "kind": "notation", "score": 1.0, "via": None},
            {
                "field": "alt_label",
                "text": "Sel",
                "lang": None,
                "kind": "words",
                "score": 0.5203,
                "via": 'psal = "sel"',
            },
        ],
    }
    assert page_json(0, []) == b'{"total":0,"results":[]}'
