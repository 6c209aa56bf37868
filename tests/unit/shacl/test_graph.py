from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.terms import LANG_STRING, RDF_TYPE, RDFS, Literal, Triple

BELOW = f"{RDFS}subClassOf"


def test_a_triple_counts_once_and_texts_are_kept_as_written() -> None:
    graph = Graph([("s", "p", Literal("a", LANG_STRING, "EN")), ("s", "p", Literal("a", LANG_STRING, "en"))])
    assert list(graph.objects("s", "p").values()) == [Literal("a", LANG_STRING, "EN")]
    assert Literal("a", LANG_STRING, "en") in graph.backward("p")


def test_instances_are_those_of_all_subclasses_even_in_a_circle() -> None:
    graph = Graph([
        ("a", RDF_TYPE, "B"), ("c", RDF_TYPE, "C"), ("B", BELOW, "A"), ("C", BELOW, "B"), ("A", BELOW, "C"),
    ])  # fmt: skip
    assert set(graph.instances("A")) == {"a", "c"}
    assert graph.is_instance("c", "A")
    assert not graph.is_instance("x", "A")
    assert set(graph.instances_of_any(("A", "B"))) == {"a", "c"}
    assert graph.instances_of_any(("A", "B")) is graph.instances_of_any(("A", "B"))


def test_what_is_not_there_is_empty() -> None:
    graph = Graph([])
    assert not graph.objects("s", "p")
    assert graph.instances("A") == ()
    assert graph.subclasses("A") == {"A"}


def test_triples_come_out_as_they_went_in() -> None:
    triples: list[Triple] = [("s", "p", "o"), ("s", "q", Literal("1")), ("t", "p", "o")]
    assert sorted(Graph(triples).triples(), key=str) == sorted(triples, key=str)
    assert Graph(triples).predicates == {"s": ("p", "q"), "t": ("p",)}
