"""Every operation, byte by byte: ``VOCABSVC_RENEW_GOLDEN=1`` writes the bodies anew, to be read before a commit."""

from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.golden import assert_golden

GOLDEN = Path(__file__).parent / "golden"
S01, S02 = "http://harbour.example/S01/", "http://harbour.example/S02/"


def of(path: str, uri: str, more: str = "") -> str:
    return f"{path}?uri={quote(uri, safe='')}{more}"


ANSWERS = {
    "vocabularies.json": "vocabularies?lang=fr",
    "types.json": "types?lang=fr",
    "search.json": "search?query=sail*",
    "search_unique.json": "search?query=*sail*&unique=1&maxhits=100&type=&language=en,de,fr",
    "search_fields.json": "S01/search?query=net&fields=prefLabel+broader+narrower+related+altLabel+exactMatch+notation",
    "search_everything.json": "s01/search?query=*&lang=fr",
    "search_labellang.json": "search?query=voil*&labellang=en&vocab=s02+s01",
    "search_hidden.json": "search?query=vesel&lang=en",
    "search_notation.json": "search?query=sdn:s01::*",
    "search_type.json": f"S01/search?query=*&type={quote(S01 + 'Hull', safe='')}&lang=en",
    "search_parent.json": of("S01/search", "", f"&parent={quote(S01 + 'vessel', safe='')}&query=*e*"),
    "search_group.json": f"S01/search?group={quote(S01 + 'undersail', safe='')}&lang=en",
    "search_scheme.json": f"S01/search?query=*&scheme={quote(S01 + 'gearlist', safe='')}&lang=fr",
    "label.json": of("label", f"{S01}vessel"),
    "data.json": of("data", f"{S02}yacht", "&format=application/json"),
    "vocabulary.json": "S01/?lang=fr",
    "vocabulary_types.json": "S01/types",
    "vocabulary_statistics.json": "S01/vocabularyStatistics?lang=fr",
    "label_statistics.json": "S01/labelStatistics?lang=fr",
    "top_concepts.json": "S01/topConcepts",
    "top_concepts_of_scheme.json": f"S01/topConcepts?lang=fr&scheme={quote(S01 + 'gearlist', safe='')}",
    "vocabulary_data.json": of("S01/data", f"{S01}sailing", "&format=application/json"),
    "vocabulary_data.ttl": of("S01/data", f"{S01}sailing", "&format=text/turtle"),
    "vocabulary_data.rdf": of("S01/data", f"{S01}sailing", "&format=application/rdf%2Bxml"),
    "mappings.json": of("S01/mappings", f"{S01}sailing", "&lang=fr"),
    "mappings_published.json": of("S01/mappings", f"{S01}lugger", "&clang=fr&external=0"),
    "lookup.json": "S01/lookup?label=VOILIER",
    "lookup_alternative.json": "S01/lookup?label=b%C3%A2timent&lang=fr",
    "vocabulary_label.json": of("S01/label", f"{S01}vessel", "&lang=fr"),
    "index.json": "S01/index/?lang=fr",
    "index_letter.json": "S01/index/f?lang=fr",
    "index_digits.json": "S01/index/0-9",
    "index_signs.json": "S01/index/!*",
    "index_everything.json": "S01/index/*?limit=3&offset=2",
    "broader.json": of("S01/broader", f"{S01}net"),
    "broader_transitive.json": of("S01/broaderTransitive", f"{S01}lugger", "&lang=fr"),
    "broader_transitive_ring.json": of("S02/broaderTransitive", f"{S02}hen"),
    "narrower.json": of("S01/narrower", f"{S01}sailing"),
    "narrower_transitive.json": of("S01/narrowerTransitive", f"{S01}vessel", "&limit=3"),
    "hierarchy.json": of("S01/hierarchy", f"{S01}sailing"),
    "children.json": of("S01/children", f"{S01}vessel", "&lang=fr"),
    "related.json": of("S01/related", f"{S01}net"),
    "groups.json": "S01/groups?lang=fr",
    "group_members.json": of("S01/groupMembers", f"{S01}afloat"),
    "new.json": "S01/new?limit=3",
    "modified.json": "S01/modified?lang=fr",
    "jsonp.js": "vocabularies?lang=en&callback=my.app.$show",
    "no_lang.txt": "vocabularies",
    "no_query.txt": "search?query=%20",
    "no_vocabulary.txt": "nope/topConcepts",
    "no_concept.txt": of("S01/broader", f"{S02}yacht"),
    "no_data.txt": of("S01/data", f"{S01}nothing-here"),
    "no_format.txt": of("data", f"{S01}net", "&format=application/marcxml%2Bxml"),
    "no_group.txt": of("S01/groupMembers", f"{S01}nothing"),
    "no_label.txt": "S01/lookup?label=vesse",
    "no_limit.txt": of("S01/narrowerTransitive", f"{S01}vessel", "&limit=-1"),
    "no_maxhits.txt": "search?query=x&maxhits=ten",
    "no_offset.txt": "search?query=x&offset=-1",
    "no_callback.txt": "vocabularies?lang=en&callback=alert(1)",
    "no_operation.txt": "S01/nothing",
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_bodies_are_these(browser: TestClient, name: str) -> None:
    body = browser.get(f"/rest/v1/{ANSWERS[name]}").content
    assert_golden(GOLDEN / name, body)


def test_there_is_a_body_for_every_name_and_no_other() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(ANSWERS)
