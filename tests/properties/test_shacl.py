"""The engine agrees with pySHACL on whatever shapes and data; pyrudof is asked, too.

``make fuzz`` tries 25,000 pairs. What pairs leave out, since engines differ, is in the ledger
(``tests/conformance/test_shacl_ledger.py``).
"""

import pickle
import random
import time
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from tests.rudof import RudofShapes, nameless
from tests.shacl_pairs import PLAIN, Pair, pairs
from tests.shacl_reports import counted, found_in, ours, pyshacls
from vocabsvc.shacl.regex import BadPattern, compile_pattern
from vocabsvc.shacl.report_graph import report_triples
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import Literal, canonical

pytestmark = pytest.mark.no_cover  # other tests run the same lines

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
SECONDS = 2.0


@pytest.mark.parametrize("turn", range(examples(1, 1, 10)))  # hypothesis remembers all examples of a turn
@settings(max_examples=examples(150, 1500, 2500), suppress_health_check=SLOW)
@given(pair=pairs())
def test_results_are_those_of_pyshacl(pair: Pair, turn: int) -> None:
    assert ours(pair.shapes, pair.data) == pyshacls(pair.shapes, pair.data)


@settings(max_examples=examples(40, 300, 1000), suppress_health_check=SLOW)
@given(pairs(), st.randoms(use_true_random=False))
def test_report_does_not_depend_on_the_order_of_triples(pair: Pair, random: random.Random) -> None:
    report = ShapesGraph(pair.shapes).validate(pair.data)
    shapes, data = list(pair.shapes), list(pair.data)
    random.shuffle(shapes)
    random.shuffle(data)
    other = ShapesGraph(shapes).validate(data)
    assert counted(other.results) == counted(report.results)
    if not any(isinstance(value, Literal) and value != canonical(value) for _, _, value in (*shapes, *data)):
        assert other == report


@settings(max_examples=examples(40, 300, 1000), suppress_health_check=SLOW)
@given(pairs())
def test_report_as_a_graph_says_the_same(pair: Pair) -> None:
    report = ShapesGraph(pair.shapes).validate(pair.data)
    assert found_in(report_triples(report)) == counted(report.results)


@settings(max_examples=examples(20, 100, 500), suppress_health_check=SLOW)
@given(pairs())
def test_shapes_that_were_pickled_give_the_same(pair: Pair) -> None:
    shapes = ShapesGraph(pair.shapes)
    assert pickle.loads(pickle.dumps(shapes)).validate(pair.data) == shapes.validate(pair.data)  # noqa: S301 - ours


@settings(max_examples=examples(25, 100, 1000), suppress_health_check=SLOW, database=None)
@given(st.lists(pairs((PLAIN,)), min_size=1, max_size=1))
def test_where_pyrudof_disagrees_pyshacl_does_not(drawn: list[Pair]) -> None:
    (pair,) = drawn
    found = ours(pair.shapes, pair.data)
    if nameless(found) != _rudof(pair):
        assert found == pyshacls(pair.shapes, pair.data)


def _rudof(pair: Pair) -> Counter[object] | None:
    try:
        return Counter(RudofShapes(pair.shapes).found(pair.data))
    except Exception:  # noqa: BLE001 - a panic of Rust has no class of its own
        return None


_atoms = st.sampled_from(["a", "b", "[ab]", "[^b]", ".", "ab", r"\w", "a?", "", r"\B"])
_repeats = st.sampled_from(["*", "+", "?", "{2,}", "{1,3}", "*?"])


@st.composite
def regexes(draw: st.DrawFn, depth: int = 3) -> str:
    match draw(st.sampled_from(("atom", "both", "either", "repeated", "repeated") if depth else ("atom",))):
        case "both":
            return draw(regexes(depth - 1)) + draw(regexes(depth - 1))
        case "either":
            return f"({draw(regexes(depth - 1))}|{draw(regexes(depth - 1))})"
        case "repeated":
            return f"({draw(regexes(depth - 1))}){draw(_repeats)}"
    return draw(_atoms)


@settings(max_examples=examples(200, 2000, 10_000))
@given(regexes())
def test_a_pattern_that_is_let_through_ends_soon(pattern: str) -> None:
    try:
        compiled = compile_pattern(f"^{pattern}$", "")
    except BadPattern:
        return
    for text in ("a" * 28 + "!", "ab" * 14 + "!", "b" * 28 + "!", "aab" * 9 + "!"):
        start = time.perf_counter()
        compiled.search(text)
        assert time.perf_counter() - start < SECONDS, text
