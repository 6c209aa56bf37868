"""Rendered nodes on their way out."""

import json
from typing import Any

import pytest

from vocabsvc.formats.nvs_nodes import entries, expanded, in_language, narrowed
from vocabsvc.formats.nvs_profile import NVS, SKOS, VOCPUB
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, XSD

TEA = {"@language": "en", "@value": "tea"}
THE = {"@language": "fr", "@value": "thé"}


def rendered(**values: object) -> bytes:
    content = {"@id": "http://a.example/a", **{f"skos:{key}": value for key, value in values.items()}}
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()


def shown(node: bytes, *languages: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(in_language(node, languages))
    return content


@pytest.mark.parametrize(
    ("languages", "label"), [(("fr",), THE), (("en",), TEA), (("de", "fr"), THE), (("de",), TEA), ((), TEA)]
)
def test_a_label_comes_down_to_one(languages: tuple[str, ...], label: object) -> None:
    assert shown(rendered(prefLabel=[TEA, THE]), *languages)["skos:prefLabel"] == label


def test_synonyms_come_down_to_a_language() -> None:
    char = {"@language": "en", "@value": "char"}
    assert shown(rendered(altLabel=[TEA, THE, char]), "en")["skos:altLabel"] == [TEA, char]
    assert shown(rendered(altLabel=[TEA, THE, char]), "fr")["skos:altLabel"] == THE
    assert shown(rendered(altLabel=["T", THE]), "fr")["skos:altLabel"] == THE


@pytest.mark.parametrize("text", ['a [{"@language":"en"}] b', ',{"@language"'])
def test_a_node_of_single_values_is_left_as_it_is(text: str) -> None:
    node = rendered(prefLabel=TEA, definition=text)
    assert in_language(node, ("fr",)) is node


def test_a_profile_keeps_its_namespaces_and_no_fillers() -> None:
    node = b'{"@id":"a","@type":"b","skos:prefLabel":"c","skos:altLabel":"","dc:date":"d","pav:version":"1"}'
    assert narrowed(node, NVS) is node
    assert json.loads(narrowed(node, SKOS)) == {"@id": "a", "@type": "b", "skos:prefLabel": "c"}
    assert json.loads(narrowed(node, VOCPUB)) == {"@id": "a", "@type": "b", "skos:prefLabel": "c", "dc:date": "d"}


def test_entries_are_sorted_without_accents_and_name_what_is_above() -> None:
    nodes = [
        b'{"@id":"z","skos:prefLabel":{"@value":"zinc"},"skos:broader":[{"@id":"m"},{"@id":"n"}]}',
        '{"@id":"e","skos:prefLabel":{"@value":"Étain"},"skos:broader":{"@id":"m"}}'.encode(),
        b'{"@id":"n"}',
    ]
    assert json.loads(entries(nodes, (), with_broader=True)) == [
        {"uri": "n", "prefLabel": ""},
        {"uri": "e", "prefLabel": "Étain", "broader": "m"},
        {"uri": "z", "prefLabel": "zinc", "broader": ["m", "n"]},
    ]
    assert "broader" not in entries(nodes, (), with_broader=False).decode()


def test_expanded_nodes_are_plain_json_ld() -> None:
    statements = [
        Statement("a", f"{RDF}type", "T"),
        Statement("a", "p", "b"),
        Statement("a", "p", Literal("1", f"{XSD}integer")),
        Statement("b", "p", Literal("thé", lang="fr")),
        Statement("b", "p", Literal("x")),
    ]
    assert [json.loads(node) for node in expanded(statements)] == [
        {"@id": "a", "@type": ["T"], "p": [{"@id": "b"}, {"@type": f"{XSD}integer", "@value": "1"}]},
        {"@id": "b", "p": [THE, {"@value": "x"}]},
    ]
