import re
import time

import pytest

from tests.cases import shape_files
from vocabsvc.checks.shapes import EngineName, ShapesGraph, prepare_shapes
from vocabsvc.errors import InvalidRequest, InvalidShapesGraph

SECONDS = 5


def test_shipped_profiles_stand_on_core(shapes: ShapesGraph) -> None:
    assert list(shapes.profiles) == ["core", "cmems", "eml", "fair", "hvd", "inspire", "odatis", "sdn-cdi"]
    core = shapes.select(["core"])
    assert core.profiles == ("core",)
    for name in shapes.profiles:
        selection = shapes.select([name])
        assert selection.profiles == tuple(dict.fromkeys(("core", name)))
        assert set(map(id, core.constraints)) <= set(map(id, selection.constraints))


def test_unknown_profile_is_named_with_those_that_exist(shapes: ShapesGraph) -> None:
    with pytest.raises(InvalidRequest, match="'inspyre'; loaded are: cmems, core, eml"):
        shapes.select(["core", "inspyre"])


def test_no_files_are_no_profiles() -> None:
    shapes = prepare_shapes([])
    assert shapes.profiles == {}
    with pytest.raises(InvalidRequest, match="none"):
        shapes.select(["core"])


def test_order_of_files_does_not_matter(shapes: ShapesGraph) -> None:
    assert prepare_shapes(shape_files()[::-1]).constraints == shapes.constraints


def test_shapes_without_the_profile_that_declares_their_terms_are_refused() -> None:
    files = [(name, data) for name, data in shape_files() if name != "profile.ttl"]
    with pytest.raises(InvalidShapesGraph, match="undeclared"):
        prepare_shapes(files)


PREFIXES = """
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix s: <https://w3id.org/vocabsvc/shapes#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix v: <https://w3id.org/vocabsvc/def#> .
"""
DEEP = " . ".join(f"_:p{number} sh:inversePath _:p{number + 1}" for number in range(10_000))
SHAPES = "https://w3id.org/vocabsvc/shapes#"


@pytest.mark.parametrize("engine", EngineName)
@pytest.mark.parametrize(
    ("shape", "reason"),
    [
        ("s:X a sh:NodeShape ; sh:dataType v:title .", "sh:dataType is no term of SHACL"),
        ("s:X sh:rule [] .", "sh:rule is of SHACL Advanced Features, which are not supported"),
        ("s:X sh:node s:Nowhere .", f"sh:node refers to the absent shape <{SHAPES}Nowhere>"),
        ("s:X sh:path v:title ; sh:pattern '(' .", "sh:pattern has a bad regular expression"),
        ("s:X sh:path v:title ; sh:pattern '(a+)+b' .", "is catastrophic"),
        (
            "s:X sh:not s:Y . s:Y sh:node s:X .",
            f"refers to itself, which is not supported: <{SHAPES}X> → <{SHAPES}Y> → ",
        ),
        (f"s:X sh:path _:p0 ; sh:minCount 1 . {DEEP} .", "the path is nested more than"),
        ("s:X sh:path _:a ; sh:minCount 1 . _:a sh:inversePath _:a .", "the path is nested more than"),
        ("s:X sh:path _:a ; sh:minCount 1 . _:a rdf:first v:title ; rdf:rest _:a .", "has no end"),
        ("s:X sh:path v:title ; sh:in _:a . _:a rdf:first v:title ; rdf:rest _:a .", "the list of sh:in has no end"),
        (
            "s:X sh:sparql [ sh:select 'SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { $this ?p ?o } }' ] .",
            "has SERVICE, which is not allowed",
        ),
    ],
)
def test_shapes_that_cannot_run_are_refused_with_line_and_node(engine: EngineName, shape: str, reason: str) -> None:
    declarations = [(name, data) for name, data in shape_files() if name == "profile.ttl"]
    files = [*declarations, ("mine.ttl", (PREFIXES + shape).encode())]
    start = time.perf_counter()
    with pytest.raises(InvalidShapesGraph, match=rf"mine\.ttl:6: <{SHAPES}X>: .*{re.escape(reason)}"):
        prepare_shapes(files, engine)
    assert time.perf_counter() - start < SECONDS


def test_every_code_has_a_reason_in_both_languages(shapes: ShapesGraph) -> None:
    constraints = shapes.constraints.values()
    reasons = {one.code: one.reason for one in constraints if one.reason}
    assert {one.code for one in constraints} - reasons.keys() == set()
    for reason in reasons.values():
        assert set(reason) == {"en", "fr"}


def test_texts_are_in_both_languages_and_typed_in_the_french_way(shapes: ShapesGraph) -> None:
    for constraint in shapes.constraints.values():
        assert list(constraint.name) == ["en", "fr"]
        assert _typed_in_the_french_way(constraint.name["fr"])
        for text in (constraint.message, constraint.hint, constraint.reason or constraint.message):
            assert set(text) == {"en", "fr"}
            assert text["en"] != text["fr"]
            assert text["en"].endswith((".", "…"))
            assert text["fr"].endswith((".", "…"))
            assert _typed_in_the_french_way(text["fr"])


def _typed_in_the_french_way(text: str) -> bool:
    # what stands between guillemets is quoted as it is to be written
    own = re.sub("«\u00a0[^»]*\u00a0»", "", text)
    return not re.search(r"['«»\u202f]|[^\u00a0][:;!?](\s|$)", own)
