"""The W3C's shapes for shapes (https://www.w3.org/TR/shacl/#shacl-shacl), as pySHACL brings them, in this engine."""

from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph

from tests.cases import shape_files
from tests.shacl_reports import counted, pyshacls
from tests.shacl_terms import triples_of, turtle
from vocabsvc.shacl.errors import IllFormedShapes
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import SH
from vocabsvc.shacl.vocabulary import ADVANCED, KNOWN

ASSETS = Path(pyshacl.__file__).with_name("assets")
SHAPES_FOR_SHAPES = triples_of((ASSETS / "shacl-shacl.ttl").read_bytes(), "urn:x")


@pytest.fixture(scope="module")
def shapes_for_shapes() -> ShapesGraph:
    return ShapesGraph(SHAPES_FOR_SHAPES)


def test_the_shapes_that_ship_conform(shapes_for_shapes: ShapesGraph) -> None:
    triples = [triple for name, data in shape_files() for triple in triples_of(data, f"urn:{name}")]
    assert len(triples) > 1000
    assert shapes_for_shapes.validate(triples).results == ()


@pytest.mark.parametrize(
    "text",
    [
        "ex:S sh:property ex:P . ex:P a sh:PropertyShape .",
        "ex:S a sh:PropertyShape ; sh:path ex:p , ex:q .",
        "ex:S a sh:NodeShape ; sh:minLength 'one' .",
        "ex:S a sh:NodeShape ; sh:in ex:n .",
        "ex:S a sh:NodeShape ; sh:or ex:n .",
        "ex:S a sh:NodeShape ; sh:nodeKind ex:IRI .",
        "ex:S a sh:NodeShape ; sh:uniqueLang true .",
        "ex:S a sh:NodeShape ; sh:severity sh:Info , sh:Warning .",
    ],
)
def test_what_they_object_to_is_refused(shapes_for_shapes: ShapesGraph, text: str) -> None:
    triples = turtle(text)
    results = shapes_for_shapes.validate(triples).results
    assert results
    assert counted(results) == pyshacls(SHAPES_FOR_SHAPES, triples)
    with pytest.raises(IllFormedShapes):
        ShapesGraph(triples)


def test_every_term_of_the_vocabulary_is_known_or_refused_by_name() -> None:
    vocabulary = {str(term) for term in Graph().parse(ASSETS / "shacl.ttl").subjects() if str(term).startswith(SH)}
    terms = {term for term in vocabulary - {SH} if "-" not in term.removeprefix(SH)}  # parameters have a hyphen
    assert terms - KNOWN - ADVANCED == set()
    assert KNOWN - terms == set()
