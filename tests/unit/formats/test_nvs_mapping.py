"""Links between collections become mappings with numbers that stay."""

from pyoxigraph import NamedNode

from vocabsvc.formats.nvs_mapping import (
    MAPPING_TYPE,
    NvsMapping,
    mapping_graph,
    mapping_query,
    mapping_uri,
    nvs_mapping_triples,
    nvs_mappings,
)
from vocabsvc.model.concept import Concept, Link
from vocabsvc.namespaces import NVS, OWL, RDFS, SKOS

A, B = f"{NVS}A01/current/X/", f"{NVS}B01/current/Y/"
OWN, PAGE = "http://hub.example/id/pots/pot", "https://example.org/page"


def pairs(*concepts: Concept) -> set[tuple[str, str, str, bool]]:
    return {(one.subject, one.predicate.rpartition("#")[2], one.object, one.internal) for one in nvs_mappings(concepts)}


def test_a_link_is_turned_but_never_into_narrower() -> None:
    assert pairs(Concept(A, "A01", broader=(B,))) == {(A, "broader", B, True)}
    assert pairs(Concept(A, "A01", narrower=(B,))) == {(A, "narrower", B, True), (B, "broader", A, True)}
    assert pairs(Concept(A, "A01", related=(B,))) == {(A, "related", B, True), (B, "related", A, True)}


def test_what_both_ends_state_comes_once() -> None:
    same = f"{OWL}sameAs"
    both = (Concept(A, "A01", links=(Link(same, B),)), Concept(B, "B01", links=(Link(same, A),)))
    assert len(list(nvs_mappings(both))) == 2


def test_links_within_a_collection_units_and_mere_references_are_no_mappings() -> None:
    inside = Concept(A, "a01", broader=(f"{NVS}A01/current/Z/",), units=(f"{NVS}P06/current/UPAA/",))
    assert pairs(inside, Concept(OWN, "pots", links=(Link(f"{RDFS}seeAlso", PAGE),))) == set()


def test_what_is_in_no_collection_is_external_and_states_nothing() -> None:
    assert pairs(Concept(A, "A01", links=(Link(f"{OWL}sameAs", PAGE),))) == {(A, "sameAs", PAGE, False)}
    assert pairs(Concept(A, "A01", related=(OWN,)), Concept(OWN, "pots")) == {
        (A, "related", OWN, True),
        (OWN, "related", A, True),
    }


def test_numbers_stay() -> None:
    assert NvsMapping(A, f"{SKOS}broader", B, internal=True).number() == 106909010641924
    assert NvsMapping(A, f"{SKOS}broader", B, internal=False).number() == 106909010641924


def test_triples_keep_the_habits_of_nvs() -> None:
    triples = list(nvs_mapping_triples([Concept(A, "A01", broader=(B,))], "https://hub.example/id/"))
    (node,) = {triple.subject for triple in triples}
    assert node == NamedNode("https://hub.example/mapping/I/106909010641924/")
    assert [triple.object.value for triple in triples if isinstance(triple.object, NamedNode)] == [
        MAPPING_TYPE,
        A,
        f"{SKOS}broader/",
        B,
    ]


def test_the_query_names_one_mapping_in_their_graph() -> None:
    query = mapping_query("https://hub.example/id/", 7, internal=False)
    assert f"<{mapping_uri('https://hub.example/id/', 7, internal=False)}>" in query
    assert f"GRAPH <{mapping_graph('https://hub.example/id/')}>" in query
