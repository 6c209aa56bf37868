from pathlib import Path

import pytest

from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.errors import UnknownName
from vocabsvc.model.thesaurus import Thesaurus
from vocabsvc.services.thesauri import Thesauri
from vocabsvc.settings import Settings
from vocabsvc.store.oxigraph import OxigraphStore
from vocabsvc.store.sources import find_sources

HEAD = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <http://e.example/> .
"""


def thesauri(folder: Path, turtle: str) -> Thesauri:
    (folder / "L.ttl").write_text(HEAD + turtle)
    settings = Settings(data=folder / "data")
    build_loader(settings).load(find_sources([folder / "L.ttl"]), lambda *_: None)
    snapshot = snapshot_folder(settings).current()
    store = OxigraphStore.open(snapshot.graph, {one.uri: one.id for one in snapshot.manifest.vocabularies})
    return Thesauri(store, build_services(settings, snapshot).concepts)


def relations(thesaurus: Thesaurus) -> dict[str, tuple[list[str], list[str], list[str]]]:
    def short(uris: tuple[str, ...]) -> list[str]:
        return [uri.rpartition("/")[2] for uri in uris]

    found = {one.uri: (short(one.broader), short(one.narrower), short(one.related)) for one in thesaurus.concepts}
    return {uri.rpartition("/")[2]: steps for uri, steps in found.items()}


def test_links_are_closed_sorted_by_label_and_stated_from_both_ends(tmp_path: Path) -> None:
    found = thesauri(
        tmp_path,
        """:s a skos:ConceptScheme ; dct:title "S" .
        :a a skos:Concept ; skos:inScheme :s ; skos:prefLabel "top" ; skos:narrower :z, :m, :gone, :elsewhere, :a .
        :m a skos:Concept ; skos:inScheme :s ; skos:prefLabel "middle" ; skos:broader "text" ; skos:related :z .
        :z a skos:Concept ; skos:inScheme :s ; skos:prefLabel "alpha" ; skos:broader :gone .
        :gone a skos:Concept ; skos:inScheme :s ; skos:prefLabel "old" ; owl:deprecated true .""",
    ).thesaurus("l")
    assert [uri.rpartition("/")[2] for uri in found.top_concepts] == ["a"]
    assert relations(found) == {
        "z": (["a"], [], ["m"]),
        "m": (["a"], [], ["z"]),
        "a": ([], ["z", "m"], []),
    }


def test_a_cycle_does_no_harm(tmp_path: Path) -> None:
    found = thesauri(
        tmp_path,
        """:s a skos:ConceptScheme ; dct:title "S" .
        :a a skos:Concept ; skos:inScheme :s ; skos:prefLabel "a" ; skos:broader :b .
        :b a skos:Concept ; skos:inScheme :s ; skos:prefLabel "b" ; skos:broader :a .""",
    ).thesaurus("L")
    assert found.top_concepts == ()
    assert relations(found) == {"a": (["b"], ["b"], []), "b": (["a"], ["a"], [])}


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        ('dct:issued "2001-02-03"^^xsd:date ; dct:modified "2004-05-06T07:08:09Z"', ("", "2001-02-03", "2004-05-06")),
        ('dct:created "1999" ; dct:date "2010-11"', ("1999-01-01", "2010-11-01", "2010-11-01")),
        ('dct:created "long ago" ; dct:issued "2010-02-30" ; dct:date "2012-01-01"', ("", "2012-01-01", "2012-01-01")),
    ],
)
def test_dates_are_those_stated(tmp_path: Path, stated: str, days: tuple[str, str, str]) -> None:
    found = thesauri(
        tmp_path,
        f""":s a skos:ConceptScheme ; {stated} .
        :a a skos:Concept ; skos:inScheme :s ; skos:prefLabel "a" .""",
    ).thesaurus("L")
    assert (found.created, found.issued, found.modified) == days


def test_without_dates_it_is_the_first_load_and_without_a_scheme_it_is_a_thesaurus_too(tmp_path: Path) -> None:
    found = thesauri(tmp_path, ':a a skos:Concept ; skos:prefLabel "a" .').thesaurus("L")
    assert found.issued == found.modified == found.vocabulary.loaded[:10]
    assert (found.created, found.descriptions, found.top_concepts) == ("", (), ("http://e.example/a",))


def test_another_name_is_unknown(tmp_path: Path) -> None:
    with pytest.raises(UnknownName):
        thesauri(tmp_path, ':a a skos:Concept ; skos:prefLabel "a" .').thesaurus("none")
