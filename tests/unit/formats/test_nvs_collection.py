"""Collections as NVS gives them: one plain string each."""

import json
from typing import Any

import pytest

from vocabsvc.formats.nvs_collection import collection_node, made_collection
from vocabsvc.model.label import LangString
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DCTERMS, OWL, RDF, SKOS

URI = "http://a.example/collection/"
TITLES = (LangString("Pots", "en"), LangString("Récipients", "fr"))
DESCRIBED = Vocabulary("pots", URI, TITLES, publisher="A hub", edition="7", date="2026-01-02")


def node(*pairs: tuple[str, str | Literal], languages: tuple[str, ...] = ()) -> dict[str, Any]:
    statements = [Statement(URI, predicate, target) for predicate, target in pairs]
    content: dict[str, Any] = json.loads(collection_node(URI, statements, DESCRIBED, languages))
    return content


@pytest.mark.parametrize(
    ("languages", "title"), [((), "Pots"), (("fr",), "Récipients"), (("de",), "Pots"), (("de", "fr"), "Récipients")]
)
def test_titles_are_one_plain_string(languages: tuple[str, ...], title: str) -> None:
    content = json.loads(collection_node(URI, made_collection(URI, DESCRIBED), DESCRIBED, languages))
    assert (content["@type"], content["dc:title"], content["skos:prefLabel"]) == ("skos:Collection", title, title)


def test_what_is_stated_comes_before_what_the_description_says() -> None:
    assert node((f"{OWL}versionInfo", Literal("9")))["owl:versionInfo"] == "9"
    held = node()
    assert (held["owl:versionInfo"], held["dc:date"], held["dc:publisher"]) == ("7", "2026-01-02", "A hub")


def test_clients_find_their_keys() -> None:
    assert {key: node()[key] for key in ("dc:alternative", "dc:description", "skos:altLabel")} == {
        "dc:alternative": "",
        "dc:description": "",
        "skos:altLabel": "",
    }


def test_label_and_title_stand_in_for_each_other() -> None:
    content = node((f"{SKOS}prefLabel", Literal("Cuves", f"{RDF}langString", "fr")))
    assert (content["dc:title"], content["skos:prefLabel"]) == ("Cuves", "Cuves")
    content = node((f"{DCTERMS}title", Literal("Cuves")))
    assert (content["dc:title"], content["skos:prefLabel"]) == ("Cuves", "Cuves")


def test_links_and_untagged_texts_are_all_kept() -> None:
    content = node((f"{DCTERMS}creator", Literal("A")), (f"{DCTERMS}creator", Literal("B")), (f"{DCTERMS}license", URI))
    assert (content["dc:creator"], content["dc:license"]) == (["A", "B"], {"@id": URI})
