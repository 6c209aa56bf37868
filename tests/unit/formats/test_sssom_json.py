import json
from dataclasses import replace

import pytest

from tests.unit.formats.test_sssom import BASE, COLUMNS, HEADER, ROW, read
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.sssom_json import read_sssom_json, write_sssom_json
from vocabsvc.model.mapping import MappingSet

EXTENSIONS = "#extension_definitions:\n#- slot_name: ext_unit\n#  property: centre:unit\n#creator_label: [Zoé, Ana]\n"


def set_with_all_kinds() -> MappingSet:
    columns = COLUMNS.replace("comment", "match_string").strip() + "\tsimilarity_score\text_unit\n"
    return read(HEADER + EXTENSIONS + columns + ROW.replace("\t\n", "\tsel|eau\t0.5\tpsu\n"))


def test_lists_numbers_and_prefixes() -> None:
    document = json.loads(write_sssom_json(set_with_all_kinds(), BASE))
    assert document["@context"]["centre"] == "centre/"
    assert document["creator_label"] == ["Zoé", "Ana"]
    assert document["extension_definitions"] == [{"slot_name": "ext_unit", "property": "centre:unit"}]
    assert document["mappings"] == [
        {
            "subject_id": "centre:1",
            "subject_label": "SAL_É",
            "predicate_id": "skos:exactMatch",
            "object_id": "P01:PSLTZZ01/",
            "mapping_justification": "semapv:LexicalMatching",
            "confidence": 0.9,
            "match_string": ["sel", "eau"],
            "similarity_score": 0.5,
            "ext_unit": "psu",
        }
    ]


def test_reads_what_it_wrote() -> None:
    mapping_set = set_with_all_kinds()
    written = write_sssom_json(mapping_set, BASE).encode()
    assert read_sssom_json(written, "mappings/centre.sssom.json", BASE) == mapping_set


def test_does_not_write_what_no_prefix_fits() -> None:
    with pytest.raises(ValueError, match="no prefix"):
        write_sssom_json(replace(set_with_all_kinds(), curie_map=()), BASE)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "x.sssom.json:1:2: not JSON"),
        ("[]", "not a mapping set"),
        ('{"mappings": {}}', "not a mapping set"),
        ("{}", "mapping_set_id: must be an IRI"),
        ('{SET, "mappings": [1]}', "mapping 1: not an object"),
        ('{SET, "mappings": [{}]}', "mapping 1: subject_id: empty"),
        ('{SET, "mappings": [{"subjectId": "a:b"}]}', "'subjectId' is no slot of a mapping"),
        ('{SET, "mappings": [{"comment": {"a": "b"}}]}', "comment is neither text nor a list of texts"),
        ('{SET, "mappings": [], "colour": "blue"}', "colour: is no slot of a mapping set"),
        ('{SET, "@context": {"skos": "http://elsewhere.example/"}}', "built-in prefix"),
    ],
)
def test_refuses(text: str, reason: str) -> None:
    required = '"mapping_set_id": "https://x.example/s", "license": "https://x.example/l"'
    with pytest.raises(UnreadableInput) as caught:
        read_sssom_json(text.replace("SET", required).encode(), "x.sssom.json", BASE)
    assert reason in str(caught.value)
