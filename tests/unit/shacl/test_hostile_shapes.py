"""Shapes graphs that are made to hurt: a clear error that names the node, in bounded time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from vocabsvc.shacl.errors import IllFormedShapes
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import RDF_FIRST, RDF_NIL, RDF_REST, SH, XSD, Literal, Term, Triple

SECONDS = 5
ONE = Literal("1", f"{XSD}integer")


@contextmanager
def refused(reason: str, node: str) -> Iterator[None]:
    start = time.perf_counter()
    with pytest.raises(IllFormedShapes) as caught:
        yield
    assert time.perf_counter() - start < SECONDS
    assert reason in str(caught.value)
    assert node in str(caught.value)


def shape(*said: tuple[str, Term]) -> list[Triple]:
    return [("urn:s", f"{SH}path", "urn:p"), *(("urn:s", f"{SH}{name}", value) for name, value in said)]


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


@pytest.mark.parametrize("name", ["in", "or", "languageIn", "ignoredProperties"])
def test_a_list_without_end(name: str) -> None:
    lists: list[Triple] = [("_:a", RDF_FIRST, "urn:x"), ("_:a", RDF_REST, "_:b")]
    lists += [("_:b", RDF_FIRST, "urn:y"), ("_:b", RDF_REST, "_:a")]
    closed = [("closed", Literal("true", f"{XSD}boolean"))] if name == "ignoredProperties" else []
    with refused(f"the list of sh:{name} has no end", "<urn:s>"):
        ShapesGraph([*shape((name, "_:a"), *closed), *lists])


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


def test_a_catastrophic_regular_expression() -> None:
    with refused("is catastrophic", "<urn:s>"):
        ShapesGraph(shape(("pattern", Literal("^(([a-z])+.)+[A-Z]([a-z])+$"))))


def test_an_absent_shape() -> None:
    with refused("refers to the absent shape <urn:absent>", "<urn:s>"):
        ShapesGraph(shape(("node", "urn:absent")))


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
