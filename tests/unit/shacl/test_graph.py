import gc

from vocabsvc.shacl.graph import Graph, values_of
from vocabsvc.shacl.terms import LANG_STRING, RDF_TYPE, RDFS, Literal, Triple

BELOW = f"{RDFS}subClassOf"


def test_a_triple_counts_once_and_texts_are_kept_as_written() -> None:
    graph = Graph([("s", "p", Literal("a", LANG_STRING, "EN")), ("s", "p", Literal("a", LANG_STRING, "en"))])
    assert list(graph.objects("s", "p").values()) == [Literal("a", LANG_STRING, "EN")]
    assert list(graph.subjects(Literal("a", LANG_STRING, "En"), "p")) == ["s"]


def test_what_one_or_several_say_is_held_alike() -> None:
    one: list[Triple] = [("s", "p", Literal("o"))]
    for triples in (one, one * 2, [*one, ("s", "p", Literal("o"))]):
        graph = Graph(triples)
        assert graph.forward == {"p": {"s": Literal("o")}}
        assert list(graph.subjects(Literal("o"), "p")) == ["s"]
    several = Graph([*one, ("s", "p", "n"), ("t", "p", Literal("o")), *one, ("u", "p", Literal("o"))])
    assert list(several.objects("s", "p")) == list(values_of(several.forward["p"]["s"])) == [Literal("o"), "n"]
    assert list(several.subjects(Literal("o"), "p")) == ["s", "t", "u"]
    assert list(several.subjects("n", "p")) == ["s"]
    assert list(several.subjects("x", "p")) == list(several.subjects("n", "q")) == []


def test_a_node_of_several_classes_is_an_instance_of_each() -> None:
    graph = Graph([("a", RDF_TYPE, "A"), ("a", RDF_TYPE, "B"), ("B", BELOW, "C"), ("b", RDF_TYPE, Literal("A"))])
    assert [kind for kind in "ABCD" if graph.is_instance("a", kind)] == ["A", "B", "C"]
    assert not graph.is_instance("b", "A")


def test_indexes_hold_no_container_for_each_triple() -> None:
    """Or the garbage collector would go through a large graph again and again while it grows."""
    triples: list[Triple] = [
        (f"s{number}", f"p{place}", Literal(f"{number} {place}")) for number in range(1000) for place in range(5)
    ]
    before = len(gc.get_objects())
    graph = Graph(triples)
    shared = {id(found) for found in graph.predicates.values()}
    held = [*graph.subjects("x", "p0"), *graph.instances("x")]
    assert len(gc.get_objects()) - before < 1000
    assert (len(shared), held) == (1, [])


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
