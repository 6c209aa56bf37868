"""How what search and mapper find comes on one scale, and what is read as an id, a type or a unit."""

import pytest

from vocabsvc.model.candidate import Candidate, Evidence
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.model.match import Hit, Match, MatchKind
from vocabsvc.model.reconciliation import ReconciliationCandidate, TypeStrict
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.reconciliation.identifiers import Identifiers, IdentifierSpace, is_citation
from vocabsvc.services.reconciliation.properties import EntityProperties
from vocabsvc.services.reconciliation.types import EntityTypes
from vocabsvc.services.reconciliation.weighing import Weighed, ranked

VOCABULARIES = [
    Vocabulary("P01", "http://v.example/P01/", (LangString("Parameters", "en"), LangString("Paramètres", "fr"))),
    Vocabulary("L22", "http://v.example/L22/", (LangString("Devices", "en"),)),
    Vocabulary("shom", "http://v.example/shom/", (LangString("SHOM", "fr"),), local=True),
]


def weighed(name: str, *, deprecated: bool = False) -> Weighed:
    return Weighed(ConceptRef(f"http://v.example/{name}", "P01", name, (LangString(name, "en"),), deprecated))


def met(name: str, text: str, field: str = "pref_label", kind: MatchKind = MatchKind.EXACT, via: str = "") -> Hit:
    return Hit(weighed(name).concept, Match(field, text, "en", kind, 0.5, via))


def proposal(name: str, score: float, *evidence: Evidence) -> Candidate:
    return Candidate(f"http://v.example/{name}", name, LangString(name), score, "", "", "because", evidence)


def shown(found: tuple[ReconciliationCandidate, ...]) -> list[tuple[str, float, bool]]:
    return [(one.concept.notation, one.score, one.match) for one in found]


@pytest.mark.parametrize(
    ("hit", "asked", "score"),
    [
        (met("A", "Sea water"), "sea  WATER", 95),
        (met("A", "sea_water"), "sea water", 90),
        (met("A", "Température"), "temperature", 95),
        (met("A", "CTD", "alt_label"), "ctd", 90),
        (met("A", "CTD", "hidden_label"), "ctd", 88),
        (met("A", "SDN:A::B", "notation", MatchKind.NOTATION), "B", 95),
        (met("A", "salinity", via="salinité = salinity"), "salinité", 75),
        (met("A", "old name", "former_label"), "old name", 60),
        (met("A", "sea water temperature", kind=MatchKind.WORDS), "water sea", 50),
    ],
)
def test_how_a_label_is_met_decides_what_it_counts(hit: Hit, asked: str, score: float) -> None:
    one = weighed("A")
    one.find(hit, asked, beside_mapper=False)
    assert one.score == score


def test_the_only_whole_label_is_a_match_and_one_of_two_is_not() -> None:
    def found(*names: str) -> list[Weighed]:
        every = [weighed(name) for name in names]
        for one in every:
            one.find(met("x", "Trawl"), "trawl", beside_mapper=False)
        return every

    assert shown(ranked(found("A"), 10, of_type=True)) == [("A", 95, True)]
    assert shown(ranked(found("A", "B"), 10, of_type=True)) == [("A", 95, False), ("B", 95, False)]
    assert shown(ranked(found("A"), 10, of_type=False)) == [("A", 47.5, False)]


def test_a_label_with_the_same_signs_is_whole_before_one_with_the_same_words() -> None:
    same, near = weighed("A"), weighed("B")
    same.find(met("A", "umol/l", "alt_label"), "umol/l", beside_mapper=False)
    near.find(met("B", "/umol/l", "alt_label"), "umol/l", beside_mapper=False)
    assert shown(ranked([near, same], 10, of_type=True)) == [("A", 90, True), ("B", 85, False)]


def test_abbreviations_are_left_to_the_mapper_where_it_knows_the_vocabulary() -> None:
    one, other = weighed("A"), weighed("B")
    one.find(met("A", "PRES", "alt_label"), "PRES", beside_mapper=True)
    other.propose(proposal("B", 0.7), near_miss=False)
    assert shown(ranked([one, other], 10, of_type=True)) == [("B", 70, False), ("A", 40, False)]


def test_a_whole_label_is_no_match_where_the_mapper_thinks_of_another() -> None:
    one, other = weighed("A"), weighed("B")
    one.find(met("A", "Temperature"), "temperature", beside_mapper=False)
    other.propose(proposal("B", 0.88), near_miss=False)
    assert shown(ranked([one, other], 10, of_type=True)) == [("A", 95, False), ("B", 88, False)]


@pytest.mark.parametrize(
    ("first", "second", "near_miss", "match"),
    [(0.9, 0.6, False, True), (0.9, 0.61, False, False), (0.89, 0.0, False, False), (0.95, 0.1, True, False)],
)
def test_a_proposal_is_a_match_when_it_is_likely_and_clearly_ahead(
    first: float,
    second: float,
    near_miss: bool,  # noqa: FBT001
    match: bool,  # noqa: FBT001
) -> None:
    one, other = weighed("A"), weighed("B")
    one.propose(proposal("A", first), near_miss=near_miss)
    other.propose(proposal("B", second), near_miss=near_miss)
    assert ranked([other, one], 10, of_type=True)[0].match is match


def test_a_unit_of_another_kind_takes_the_match_away() -> None:
    one = weighed("A")
    one.find(met("A", "Temperature"), "temperature", beside_mapper=False)
    one.propose(proposal("A", 0.6, Evidence("unit", "another kind", -2.0)), near_miss=False)
    (found,) = ranked([one], 10, of_type=True)
    assert (found.score, found.match) == (50, False)
    assert ("unit_contradicts", True) in [(feature.id, feature.value) for feature in found.features]


def test_deprecated_ones_are_last_and_scores_still_fall() -> None:
    old, near = weighed("OLD", deprecated=True), weighed("A")
    old.find(met("OLD", "Trawl"), "trawl", beside_mapper=False)
    near.find(met("A", "trawls", kind=MatchKind.FUZZY), "trawl", beside_mapper=False)
    near.score = 20
    assert shown(ranked([old, near], 10, of_type=True)) == [("A", 20, False), ("OLD", 20, False)]
    old.identify()
    assert shown(ranked([old, near], 10, of_type=True))[0] == ("OLD", 100, False)


@pytest.mark.parametrize(
    ("types", "strict", "allowed"),
    [
        ([], TypeStrict.ANY, None),
        (["", " "], TypeStrict.ANY, None),
        (["skos:Concept"], TypeStrict.ALL, None),
        (["http://www.w3.org/2004/02/skos/core#Concept", "P01"], TypeStrict.ANY, None),
        (["skos:Concept", "p01"], TypeStrict.ALL, {"P01"}),
        (["p01", "http://v.example/L22/"], TypeStrict.SHOULD, {"P01", "L22"}),
        (["P01", "L22"], TypeStrict.ALL, set()),
        (["Q5"], TypeStrict.ANY, set()),
        (["Q5", "P01"], TypeStrict.ANY, {"P01"}),
    ],
)
def test_types_allow_vocabularies(types: list[str], strict: TypeStrict, allowed: set[str] | None) -> None:
    assert EntityTypes(VOCABULARIES).allowed(types, strict) == allowed


def test_types_and_properties_are_found_by_the_beginning_of_a_word_in_both_languages() -> None:
    types, properties = EntityTypes(VOCABULARIES), EntityProperties(VOCABULARIES)
    assert [one.id for one in types.named("parametres")] == ["P01"]
    assert [one.id for one in types.named("")] == ["skos:Concept", "P01", "L22", "shom"]
    assert [one.id for one in properties.named("methode")] == ["method"]
    assert "mapped:shom" not in [one.id for one in properties.proposed("P01")]
    assert properties.find("mapped:P01") is not None


def test_every_property_speaks_both_languages() -> None:
    for one in EntityProperties(VOCABULARIES).named(""):
        assert [label.lang for label in one.names] == ["en", "fr"]
        assert one.descriptions


@pytest.mark.parametrize(
    ("uri", "entity"),
    [
        ("http://n.example/a", "a"),
        ("http://n.example/", "http://n.example/"),
        ("http://m.example/a", "http://m.example/a"),
    ],
)
def test_an_id_is_relative_inside_the_namespace_only(uri: str, entity: str) -> None:
    assert IdentifierSpace("N", "http://n.example/").id_of(uri) == entity


class FakeIndex:
    """Knows one code in two vocabularies, of which one is the glossary, and one that is a symbol."""

    def coded(self, code: str, vocabulary: str) -> tuple[ConceptRef, ...]:
        known = [
            ConceptRef("http://v.example/P01/SAL", "P01", "SDN:P01::SAL", ()),
            ConceptRef("http://v.example/glossary/sal", "glossary", "", ()),
        ]
        symbol = ConceptRef("http://v.example/P06/UPOX", "P06", "SDN:P06::UPOX", ())
        return tuple(one for one in known if vocabulary in {"", one.vocabulary}) if code == "sal" else (symbol,)


class FakeStore:
    """Has none of the IRIs that it is asked for."""

    def refs(self, _uris: object) -> dict[str, ConceptRef]:
        return {}


@pytest.mark.parametrize(
    ("vocabulary", "text", "uri"),
    [
        ("", "sal", "http://v.example/P01/SAL"),
        ("P01", "sal", "http://v.example/P01/SAL"),
        ("glossary", "sal", "http://v.example/glossary/sal"),
        ("P06", "umol/l", ""),
        ("P06", "UPOX", "http://v.example/P06/UPOX"),
        ("P01", "sal sal", ""),
        ("P01", "x" * 3000, ""),
    ],
)
def test_a_code_identifies_one_concept_and_the_glossary_is_asked_only_by_name(
    vocabulary: str, text: str, uri: str
) -> None:
    names = {"P01": "http://v.example/P01/", "glossary": "http://v.example/glossary/", "P06": "http://v.example/P06/"}
    identifiers = Identifiers(FakeStore(), FakeIndex(), None, names)  # type: ignore[arg-type]
    found = identifiers.identified(text, identifiers.space(vocabulary))
    assert (found.uri if found else "") == uri


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("SDN:P01::TEMP", True),
        ("urn:SDN:P01::TEMP", True),
        ("<http://x.example/a>", True),
        ("https://x.example/a b", False),
        ("TEMP", False),
        ("ratio N:P", False),
        ("umol/l", False),
    ],
)
def test_what_can_only_be_an_identifier(text: str, cited: bool) -> None:  # noqa: FBT001
    assert is_citation(text) is cited
