"""Shapes graphs that are made to hurt: a clear error that names the node, in bounded time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from vocabsvc.shacl.errors import IllFormedShapes, Problem
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import RDF_FIRST, RDF_NIL, RDF_REST, SH, XSD, Literal, Term, Triple

SECONDS = 5
ONE = Literal("1", f"{XSD}integer")
REFERENCES = ["node", "not", "property", "qualifiedValueShape", "and", "or", "xone"]


@contextmanager
def refused(reason: str, node: str) -> Iterator[list[Problem]]:
    told: list[Problem] = []
    start = time.perf_counter()
    with pytest.raises(IllFormedShapes) as caught:
        yield told
    told += caught.value.problems
    assert time.perf_counter() - start < SECONDS
    assert reason in str(caught.value)
    assert node in str(caught.value)


def shape(*said: tuple[str, Term]) -> list[Triple]:
    return [("urn:s", f"{SH}path", "urn:p"), *(("urn:s", f"{SH}{name}", value) for name, value in said)]


def reference(name: str, parameter: str, other: str) -> list[Triple]:
    """A shape that refers to another one, alone or in a list."""
    if parameter in {"and", "or", "xone"}:
        node = f"_:{name}"
        return [(name, f"{SH}{parameter}", node), (node, RDF_FIRST, other), (node, RDF_REST, RDF_NIL)]
    path: list[Triple] = [(name, f"{SH}path", "urn:p"), (name, f"{SH}qualifiedMinCount", ONE)]
    return [(name, f"{SH}{parameter}", other), *(path if parameter in {"property", "qualifiedValueShape"} else [])]


@pytest.mark.parametrize("kind", ["inversePath", "zeroOrMorePath", "alternativePath"])
def test_a_path_ten_thousand_deep(kind: str) -> None:
    triples: list[Triple] = [("urn:s", f"{SH}path", "_:0"), ("urn:s", f"{SH}minCount", ONE)]
    for number in range(10_000):
        after = f"_:{number + 1}"
        if kind == "alternativePath":
            triples += [(f"_:{number}", f"{SH}{kind}", f"_:a{number}"), (f"_:a{number}", RDF_FIRST, after)]
            triples += [(f"_:a{number}", RDF_REST, f"_:b{number}"), (f"_:b{number}", RDF_FIRST, "urn:p")]
            triples += [(f"_:b{number}", RDF_REST, RDF_NIL)]
        else:
            triples += [(f"_:{number}", f"{SH}{kind}", after)]
    with refused("the path is nested more than", "<urn:s>"):
        ShapesGraph(triples)


def test_a_sequence_path_ten_thousand_deep() -> None:
    triples: list[Triple] = [("urn:s", f"{SH}path", "_:0"), ("urn:s", f"{SH}minCount", ONE)]
    for number in range(10_000):
        triples += [(f"_:{number}", RDF_FIRST, f"_:{number + 1}"), (f"_:{number}", RDF_REST, f"_:b{number}")]
        triples += [(f"_:b{number}", RDF_FIRST, "urn:p"), (f"_:b{number}", RDF_REST, RDF_NIL)]
    with refused("the path is nested more than 50 deep, at _:51", "<urn:s>"):
        ShapesGraph(triples)


def test_a_path_of_ten_thousand_steps() -> None:
    triples: list[Triple] = [("urn:s", f"{SH}path", "_:0"), ("urn:s", f"{SH}minCount", ONE)]
    for number in range(10_000):
        triples += [(f"_:{number}", RDF_FIRST, "urn:p"), (f"_:{number}", RDF_REST, f"_:{number + 1}")]
    with refused("the path has more than 10000 steps", "<urn:s>"):
        ShapesGraph([*triples, ("_:10000", RDF_FIRST, "urn:p"), ("_:10000", RDF_REST, RDF_NIL)])


def test_a_path_in_a_circle() -> None:
    with refused("the path is nested more than", "<urn:s>"):
        ShapesGraph(
            [("urn:s", f"{SH}path", "_:a"), ("urn:s", f"{SH}minCount", ONE), ("_:a", f"{SH}inversePath", "_:a")]
        )


def test_a_path_that_doubles_at_each_level() -> None:
    triples: list[Triple] = [("urn:s", f"{SH}path", "_:0"), ("urn:s", f"{SH}minCount", ONE)]
    for number in range(40):
        after = f"_:{number + 1}" if number < 39 else "urn:p"
        triples += [(f"_:{number}", RDF_FIRST, after), (f"_:{number}", RDF_REST, f"_:b{number}")]
        triples += [(f"_:b{number}", RDF_FIRST, after), (f"_:b{number}", RDF_REST, RDF_NIL)]
    with refused("the path has more than", "<urn:s>"):
        ShapesGraph(triples)


@pytest.mark.parametrize("name", ["in", "and", "or", "xone", "languageIn", "ignoredProperties"])
def test_a_list_without_end(name: str) -> None:
    lists: list[Triple] = [("_:a", RDF_FIRST, "urn:x"), ("_:a", RDF_REST, "_:b")]
    lists += [("_:b", RDF_FIRST, "urn:y"), ("_:b", RDF_REST, "_:a")]
    closed = [("closed", Literal("true", f"{XSD}boolean"))] if name == "ignoredProperties" else []
    with refused(f"the list of sh:{name} has no end", "<urn:s>"):
        ShapesGraph([*shape((name, "_:a"), *closed), *lists])


@pytest.mark.parametrize("name", ["path", "alternativePath"])
def test_a_path_without_end(name: str) -> None:
    lists: list[Triple] = [("_:a", RDF_FIRST, "urn:x"), ("_:a", RDF_REST, "_:b")]
    lists += [("_:b", RDF_FIRST, "urn:y"), ("_:b", RDF_REST, "_:a")]
    start = "_:a" if name == "path" else "_:p"
    with refused(f"the list of sh:{name} has no end: it comes back to _:a", "<urn:s>"):
        ShapesGraph(
            [("urn:s", f"{SH}path", start), ("urn:s", f"{SH}minCount", ONE), ("_:p", f"{SH}{name}", "_:a"), *lists]
        )


def test_a_list_of_a_hundred_thousand_that_comes_back_to_its_middle() -> None:
    lists: list[Triple] = []
    for number in range(100_000):
        lists += [(f"_:{number}", RDF_FIRST, f"urn:{number}"), (f"_:{number}", RDF_REST, f"_:{number + 1}")]
    lists += [("_:100000", RDF_FIRST, "urn:x"), ("_:100000", RDF_REST, "_:50000")]
    with refused("the list of sh:in has no end: it comes back to _:50000", "<urn:s>"):
        ShapesGraph([*shape(("in", "_:0")), *lists])


def test_a_list_of_a_hundred_thousand_is_read() -> None:
    lists: list[Triple] = []
    for number in range(100_000):
        rest = f"_:{number + 1}" if number < 99_999 else RDF_NIL
        lists += [(f"_:{number}", RDF_FIRST, f"urn:{number}"), (f"_:{number}", RDF_REST, rest)]
    shapes = ShapesGraph([*shape(("in", "_:0"), ("targetNode", "urn:n")), *lists])
    assert shapes.validate([("urn:n", "urn:p", "urn:99999")]).conforms


def test_shapes_ten_thousand_deep() -> None:
    triples = shape(("node", "_:0"))
    for number in range(10_000):
        triples.append((f"_:{number}", f"{SH}not", f"_:{number + 1}"))
    triples.append(("_:10000", f"{SH}class", "urn:C"))
    with refused("shapes are nested more than", "_:"):
        ShapesGraph(triples)


def test_named_shapes_ten_thousand_deep_whichever_comes_first() -> None:
    triples: list[Triple] = [(f"urn:{number:05}", f"{SH}not", f"urn:{number + 1:05}") for number in range(10_000)]
    triples += [(f"urn:x{number:05}", f"{SH}not", f"urn:x{number - 1:05}") for number in range(1, 10_000)]
    triples += [("urn:10000", f"{SH}class", "urn:C"), ("urn:x00000", f"{SH}class", "urn:C")]
    with refused("shapes are nested more than", "<urn:"):
        ShapesGraph(triples)


@pytest.mark.parametrize("parameter", REFERENCES)
def test_a_circle_names_its_shapes(parameter: str) -> None:
    """Of twenty, which may well stand in each other."""
    names = [f"urn:{number:02}" for number in range(20)]
    triples: list[Triple] = []
    for name, after in zip(names, [*names[1:], names[0]], strict=True):
        triples += reference(name, parameter, after)
    circle = " → ".join(f"<{name}>" for name in [*names, names[0]])
    with refused(f"the shape refers to itself, which is not supported: {circle}", "<urn:00>: "):
        ShapesGraph(triples)


def test_a_circle_of_a_thousand_shapes() -> None:
    with refused("nested more than", "<urn:"):
        ShapesGraph([(f"urn:{number}", f"{SH}not", f"urn:{(number + 1) % 1000}") for number in range(1000)])


def test_shapes_that_double_at_each_level_are_asked_once() -> None:
    """What would be 2^40 questions of the same shapes on the same node."""
    triples = shape(("targetNode", "urn:n"))[1:]
    triples += [("urn:s", f"{SH}node", "urn:0")]
    for number in range(40):
        after = f"urn:{number + 1}"
        triples += [(f"urn:{number}", f"{SH}and", f"_:a{number}"), (f"_:a{number}", RDF_FIRST, after)]
        triples += [(f"_:a{number}", RDF_REST, f"_:b{number}"), (f"_:b{number}", RDF_FIRST, after)]
        triples += [(f"_:b{number}", RDF_REST, RDF_NIL)]
    triples += [("urn:40", f"{SH}nodeKind", f"{SH}IRI")]
    with refused("is asked in more than 100000 ways", "<urn:"):
        ShapesGraph(triples)


@pytest.mark.parametrize(
    "pattern",
    [
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(a|a)*b",
        "(a*)*b",
        "([a-zA-Z]+)*$",
        "(x+x+)+y",
        "^(été|[à-ü]té)+$",
        "a?" * 30 + "a" * 30,
        ".*.*.*.*.*x",
        "(" * 20 + "a+" + ")+" * 20,
        "(" + "|".join(["ab"] * 200) + ")+c",
    ],
)
def test_a_catastrophic_regular_expression(pattern: str) -> None:
    with refused("is catastrophic", "<urn:s>"):
        ShapesGraph(shape(("pattern", Literal(pattern))))


@pytest.mark.parametrize("parameter", REFERENCES)
def test_an_absent_shape(parameter: str) -> None:
    with refused(f"sh:{parameter} refers to the absent shape <urn:absent>", "<urn:s>"):
        ShapesGraph(reference("urn:s", parameter, "urn:absent"))


def test_ten_thousand_absent_shapes_are_all_named() -> None:
    triples: list[Triple] = [(f"urn:{number}", f"{SH}node", f"urn:absent:{number}") for number in range(10_000)]
    with refused("absent shape <urn:absent:9999>", "<urn:9999>") as told:
        ShapesGraph(triples)
    assert len(told) == 10_000


def test_data_in_a_chain_or_a_circle_of_a_hundred_thousand() -> None:
    path: list[Triple] = [("urn:s", f"{SH}path", "_:p"), ("_:p", f"{SH}zeroOrMorePath", "urn:p")]
    shapes = ShapesGraph([*path, ("urn:s", f"{SH}targetNode", "urn:0"), ("urn:s", f"{SH}nodeKind", f"{SH}Literal")])
    chain: list[Triple] = [(f"urn:{number}", "urn:p", f"urn:{number + 1}") for number in range(100_000)]
    for last in ("urn:end", "urn:0"):
        start = time.perf_counter()
        assert len(shapes.validate([*chain, ("urn:100000", "urn:p", last)]).results) == 100_001 + (last == "urn:end")
        assert time.perf_counter() - start < SECONDS


def test_one_subject_with_a_hundred_thousand_values() -> None:
    said: tuple[tuple[str, Term], ...] = (("hasValue", Literal("x")), ("disjoint", "urn:q"), ("equals", "urn:r"))
    shapes = ShapesGraph(shape(("targetNode", "urn:n"), ("uniqueLang", Literal("true", f"{XSD}boolean")), *said))
    values: list[Triple] = [
        ("urn:n", f"urn:{name}", Literal(f"{name if name != 'r' else 'p'}{number}"))
        for name in "pqr"
        for number in range(100_000)
    ]
    start = time.perf_counter()
    (result,) = shapes.validate(values).results
    assert result.component == f"{SH}HasValueConstraintComponent"
    assert time.perf_counter() - start < SECONDS


def test_texts_of_a_million_characters_are_no_trouble() -> None:
    long = Literal("9" * 1_000_000, f"{XSD}integer")
    shapes = ShapesGraph(shape(("targetNode", "urn:n"), ("minInclusive", ONE), ("datatype", f"{XSD}integer")))
    start = time.perf_counter()
    assert shapes.validate([("urn:n", "urn:p", long)]).conforms
    assert time.perf_counter() - start < SECONDS
