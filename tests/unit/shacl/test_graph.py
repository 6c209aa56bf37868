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
        assert graph.forward == {"s": {"p": Literal("o")}}
        assert list(graph.subjects(Literal("o"), "p")) == ["s"]
    several = Graph([*one, ("s", "p", "n"), ("t", "p", Literal("o")), *one, ("u", "p", Literal("o"))])
    assert list(several.objects("s", "p")) == list(values_of(several.forward["s"]["p"])) == [Literal("o"), "n"]
    assert list(several.subjects(Literal("o"), "p")) == ["s", "t", "u"]
    assert list(several.subjects("n", "p")) == ["s"]
    assert list(several.subjects("x", "p")) == list(several.subjects("n", "q")) == []


def test_a_node_of_several_classes_is_an_instance_of_each() -> None:
    graph = Graph([("a", RDF_TYPE, "A"), ("a", RDF_TYPE, "B"), ("B", BELOW, "C"), ("b", RDF_TYPE, Literal("A"))])
    assert [kind for kind in "ABCD" if graph.is_instance("a", kind)] == ["A", "B", "C"]
    assert not graph.is_instance("b", "A")


def test_indexes_hold_a_container_for_each_subject_and_not_for_each_triple() -> None:
    """Or the garbage collector would go through a large graph again and again while it grows."""
    triples: list[Triple] = [
        (f"s{number}", f"p{place}", Literal(f"{number} {place}")) for number in range(1000) for place in range(5)
    ]
    before = len(gc.get_objects())
    graph = Graph(triples)
    held = [*graph.subjects("x", "p0"), *graph.instances("x")]
    assert len(gc.get_objects()) - before < 1100
    assert held == []


def test_one_text_stands_for_each_predicate() -> None:
    """Readers make a new one for each triple; all of them would take more memory than the index."""
    graph = Graph((f"s{number}", f"p{number - number}", "o") for number in range(100))
    assert len({id(predicate) for said in graph.forward.values() for predicate in said}) == 1


def test_a_subject_may_come_back() -> None:
    graph = Graph([("s", "p", "a"), ("t", "p", "a"), ("s", "p", "b"), ("s", "q", "c"), ("t", "q", "c")])
    assert list(graph.objects("s", "p")) == ["a", "b"]
    assert list(graph.subjects("c", "q")) == ["s", "t"]
    assert list(graph.subjects_of("p")) == ["s", "t"]
    assert list(graph.objects_of("p")) == ["a", "b", "a"]
    assert list(graph.subjects_of("r")) == list(graph.objects_of("r")) == []


def test_instances_are_those_of_all_subclasses_even_in_a_circle() -> None:
    graph = Graph([
        ("a", RDF_TYPE, "B"), ("c", RDF_TYPE, "C"), ("B", BELOW, "A"), ("C", BELOW, "B"), ("A", BELOW, "C"),
    ])  # fmt: skip
    assert set(graph.instances("A")) == {"a", "c"}
    assert graph.is_instance("c", "A")
    assert not graph.is_instance("x", "A")
    assert graph.instances("A") is graph.instances("A")


def test_what_is_not_there_is_empty() -> None:
    graph = Graph([])
    assert not graph.objects("s", "p")
    assert graph.instances("A") == ()
    assert graph.subclasses("A") == {"A"}


def test_triples_come_out_as_they_went_in() -> None:
    triples: list[Triple] = [("s", "p", "o"), ("s", "q", Literal("1")), ("t", "p", "o")]
    assert sorted(Graph(triples).triples(), key=str) == sorted(triples, key=str)
    assert {node: list(said) for node, said in Graph(triples).predicates.items()} == {"s": ["p", "q"], "t": ["p"]}
