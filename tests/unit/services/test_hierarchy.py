"""The hierarchy against the same walk over the links that were drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vocabsvc.errors import UnknownName
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept
from vocabsvc.services.hierarchy import Hierarchy
from vocabsvc.store.oxigraph import OxigraphStore, OxigraphWriter
from vocabsvc.store.terms.index import TantivyTermIndex
from vocabsvc.store.terms.writer import write_term_index

V, W = "http://v.example/", "http://w.example/"
_HEAD = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
Links = Sequence[tuple[int, int, bool]]


@dataclass(frozen=True)
class Drawn:
    """Concepts 0 to 7 of a vocabulary; a link leads upwards, and is stated from above where it says so."""

    links: Links

    def above(self, number: int) -> set[int]:
        return {up for low, up, _ in self.links if low == number}

    def all_above(self, number: int) -> set[int]:
        found, waiting = {number}, [number]
        while waiting:
            new = self.above(waiting.pop()) - found
            found |= new
            waiting += new
        return found


def iri(number: int) -> str:
    return f"{V}{number}"


def hierarchy_of(folder: Path, links: Links) -> Hierarchy:
    concepts = [f'<{iri(number)}> a skos:Concept ; skos:prefLabel "c{number}" .' for number in range(8)]
    stated = [
        f"<{iri(up)}> skos:narrower <{iri(low)}> ." if down else f"<{iri(low)}> skos:broader <{iri(up)}> ."
        for low, up, down in links
    ]
    elsewhere = f"""<{W}a> a skos:Concept ; skos:prefLabel "a" ; skos:narrower <{iri(0)}> .
        <{iri(1)}> skos:broader <{W}a>, <http://nowhere.example/> ; skos:related <{W}a>, <{iri(2)}> ."""
    texts = {"V": [*concepts, *stated, elsewhere.splitlines()[1]], "W": elsewhere.splitlines()[:1]}
    graph = OxigraphWriter(folder / "graph")
    found: list[Concept] = []
    for name, lines in texts.items():
        triples = parse_rdf("\n".join([_HEAD, *lines]).encode(), f"{name}.ttl", "http://h/").triples
        graph.add({"V": V, "W": W}[name], triples)
        found += read_skos(triples, name).concepts
    graph.close()
    write_term_index(folder / "terms", found)
    return Hierarchy(OxigraphStore.open(folder / "graph", {V: "V", W: "W"}), TantivyTermIndex(folder / "terms"))


def numbers(uris: Iterable[str]) -> list[int]:
    return [int(uri.removeprefix(V)) for uri in uris]


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(links=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=12))
def test_every_walk_is_the_one_drawn(tmp_path_factory: pytest.TempPathFactory, links: Links) -> None:
    drawn, hierarchy = Drawn(links), hierarchy_of(tmp_path_factory.mktemp("drawn"), links)
    below = {number: {low for low in range(8) if number in drawn.above(low)} for number in range(8)}
    for number in range(8):
        uri = iri(number)
        assert set(numbers(ref.uri for ref in hierarchy.broader("V", uri))) == drawn.above(number)
        assert numbers(ref.uri for ref in hierarchy.narrower("V", uri)) == sorted(below[number])
        children = {child.concept.uri: child.has_children for child in hierarchy.children("V", uri)}
        assert children == {iri(low): bool(below[low]) for low in below[number]}
        above = hierarchy.ancestors("V", uri, 100)
        assert set(numbers(above)) == drawn.all_above(number)
        assert all(set(numbers(branch.steps)) == drawn.above(int(one[-1])) for one, branch in above.items())
        descendants = hierarchy.descendants("V", uri, 100)
        assert set(numbers(descendants)) == {low for low in range(8) if number in drawn.all_above(low)}
        assert set(numbers(hierarchy.below(uri, ["V"]))) - {number} == set(numbers(descendants)) - {number}
    assert numbers(top.concept.uri for top in hierarchy.tops("V")) == [one for one in range(8) if not drawn.above(one)]


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Hierarchy:
    return hierarchy_of(tmp_path_factory.mktemp("chain"), [(low, low + 1, low % 2 == 0) for low in range(7)])


def test_limits_keep_the_nearest(chain: Hierarchy) -> None:
    assert numbers(chain.ancestors("V", iri(2), 3)) == [2, 3, 4]
    assert numbers(chain.descendants("V", iri(5), 3)) == [5, 4, 3]


def test_what_is_related_stays_inside_the_vocabulary(chain: Hierarchy) -> None:
    assert numbers(ref.uri for ref in chain.related("V", iri(1))) == [2]


def test_a_concept_of_another_vocabulary_is_unknown(chain: Hierarchy) -> None:
    with pytest.raises(UnknownName, match=r"w\.example"):
        chain.broader("V", f"{W}a")
    with pytest.raises(UnknownName):
        chain.children("V", "not an IRI")
    assert chain.find("", f"{W}a").vocabulary == "W"


def test_a_short_form_is_there_for_anything(chain: Hierarchy) -> None:
    assert chain.ref(f"{W}a").vocabulary == "W"
    assert chain.ref("http://nowhere.example/").vocabulary == ""
