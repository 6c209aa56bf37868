from dataclasses import replace
from pathlib import Path

import pytest

from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.model.match import Hit, MatchKind, Page
from vocabsvc.store.base import Filters, Reading, SearchRequest
from vocabsvc.store.terms.index import TantivyTermIndex
from vocabsvc.store.terms.writer import write_term_index

DATA = Path(__file__).parents[2] / "data"
T01 = "http://test.example/collection/T01/current/"
T02 = "http://test.example/collection/T02/current/"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> TantivyTermIndex:
    concepts: list[Concept] = []
    for name in ("T01", "T02"):
        triples = parse_rdf((DATA / f"{name}.ttl").read_bytes(), f"{name}.ttl", "http://h/").triples
        concepts += read_skos(triples, name).concepts
    folder = tmp_path_factory.mktemp("terms") / "index"
    write_term_index(folder, concepts)
    return TantivyTermIndex(folder)


def first(index: TantivyTermIndex, text: str) -> Hit:
    return index.search(SearchRequest(text)).items[0]


@pytest.mark.parametrize(
    ("text", "code", "kind", "field"),
    [
        ("SDN:T01::SALTX01", "SALTX01", MatchKind.NOTATION, "notation"),
        ("saltx01", "SALTX01", MatchKind.NOTATION, "notation"),
        ("saltx", "SALTX01", MatchKind.PREFIX, "notation"),
        (f"{T02}CHEM/", "CHEM", MatchKind.NOTATION, "uri"),
        ("salinite du bassin d'essai", "SALTX01", MatchKind.EXACT, "pref_label"),
        ("psal x", "SALTX01", MatchKind.EXACT, "alt_label"),
        ("TMP", "TEMPX01", MatchKind.EXACT, "hidden_label"),
        ("essai salinité", "SALTX01", MatchKind.WORDS, "pref_label"),
        ("test salin", "SALTX01", MatchKind.PREFIX, "pref_label"),
        ("salinités bassin", "SALTX01", MatchKind.WORDS, "pref_label"),
        ("dissolve oxygen", "OXYGX01", MatchKind.WORDS, "pref_label"),
        ("la salinité du bassin", "SALTX01", MatchKind.WORDS, "pref_label"),
        ("salintiy", "SALTX01", MatchKind.FUZZY, "pref_label"),
        ("oxigene disous", "OXYGX01", MatchKind.FUZZY, "pref_label"),
    ],
)
def test_a_hit_says_why_it_was_found(
    index: TantivyTermIndex, text: str, code: str, kind: MatchKind, field: str
) -> None:
    hit = first(index, text)
    assert hit.concept.uri.split("/")[-2] == code
    assert (hit.match.kind, hit.match.field) == (kind, field)
    assert 0 < hit.match.score <= 1


def test_a_label_of_a_deprecated_concept_finds_its_successor_first(index: TantivyTermIndex) -> None:
    hits = index.search(SearchRequest("temperature of the test basin by thermometer")).items
    assert [(hit.concept.notation, hit.match.field) for hit in hits] == [
        ("SDN:T01::TEMPX01", "former_label"),
        ("SDN:T01::TEMPX02", "pref_label"),
    ]


def test_the_language_and_text_of_the_label_met_are_told(index: TantivyTermIndex) -> None:
    match = first(index, "oxygène dissous").match
    assert (match.lang, match.text) == ("fr", "Oxygène dissous du bassin d'essai")


def test_current_stands_before_deprecated(index: TantivyTermIndex) -> None:
    page = index.search(SearchRequest("temperature test basin"))
    assert [hit.concept.deprecated for hit in page.items] == [False, True]
    assert page.total == 2


def test_a_vocabulary_narrows_the_search_in_any_case(index: TantivyTermIndex) -> None:
    assert index.search(SearchRequest("thermal", Filters(("t01",)))).total == 0
    assert index.search(SearchRequest("thermal", Filters(("T02",)))).total == 1


@pytest.mark.parametrize("text", ["", "   ", "°", "zzzzzzzz", '"', "title:(", "a AND", "*", "\x00"])
def test_what_finds_nothing_is_an_empty_page(index: TantivyTermIndex, text: str) -> None:
    assert index.search(SearchRequest(text)).items == ()


def test_pages_follow_each_other(index: TantivyTermIndex) -> None:
    whole = index.search(SearchRequest("test basin", limit=10))
    pages = [index.search(SearchRequest("test basin", limit=1, offset=at)) for at in range(whole.total)]
    assert [page.items[0].concept for page in pages] == [hit.concept for hit in whole.items]
    scores = [hit.match.score for hit in whole.items]
    assert scores == sorted(scores, reverse=True)


def test_what_is_directly_below_is_read_from_both_sides_in_label_order(index: TantivyTermIndex) -> None:
    below = index.listed(Filters(broader=f"{T02}CHEM/"), 0, 10)
    assert [ref.notation for ref in below.items] == ["SDN:T01::OXYGX01", "SDN:T01::SALTX01"]
    assert index.listed(Filters(broader=f"{T02}THERM/"), 1, 1).total == 2
    assert index.listed(Filters(broader="http://nowhere.example/"), 0, 10).total == 0


def test_members_come_in_label_order(index: TantivyTermIndex) -> None:
    page = index.listed(Filters(("t01",)), 1, 2)
    assert page.total == 4
    assert [ref.notation for ref in page.items] == ["SDN:T01::SALTX01", "SDN:T01::TEMPX01"]
    assert index.listed(Filters(("T01",)), 1000, 10) == Page(4, ())
    assert index.listed(Filters(), 0, 1).total == index.listed(Filters(("T01", "T02")), 0, 1).total


def test_lists_keep_a_status_a_collection_and_what_is_at_the_top_of_its_own_vocabulary(index: TantivyTermIndex) -> None:
    def codes(filters: Filters) -> list[str]:
        return [ref.notation for ref in index.listed(filters, 0, 10).items]

    assert codes(Filters(("T01",), status=Status.DEPRECATED)) == ["SDN:T01::TEMPX02"]
    assert len(codes(Filters(collection=T01))) == 4
    assert codes(Filters(collection="http://nowhere.example/")) == []
    # All of T01 are below concepts of T02, which is another vocabulary.
    assert len(codes(Filters(("T01",), top=True))) == 4


def test_hits_of_a_preferred_vocabulary_come_first_among_equals(index: TantivyTermIndex) -> None:
    def first(preferred: tuple[str, ...]) -> str:
        return index.search(SearchRequest("SDN:T0", preferred=preferred)).items[0].concept.vocabulary

    assert (first(("T02",)), first(("t01", "T02"))) == ("T02", "T01")


def test_similar_ranks_by_shared_words_and_rare_words_weigh_more(index: TantivyTermIndex) -> None:
    hits = index.similar(("salinity", "of", "something", "unheard"), ("t01",), 5)
    assert hits[0].concept.notation == "SDN:T01::SALTX01"
    assert index.similar((), (), 5) == ()
    assert index.rarity("salinity") > index.rarity("test")
    assert index.rarity("unheard") > index.rarity("salinity")


@pytest.mark.parametrize(
    ("filters", "codes"),
    [
        (Filters(status=Status.DEPRECATED), ["TEMPX02"]),
        (Filters(language="fr"), ["OXYGX01", "SALTX01", "TEMPX01"]),
        (Filters(below=f"{T02}CHEM/"), ["OXYGX01", "SALTX01"]),
        (Filters(unit="http://vocab.nerc.ac.uk/collection/P06/current/UPAA/"), ["TEMPX01"]),
        (Filters(without=("T01",)), []),
        (Filters(below="http://nowhere.example/"), []),
    ],
)
def test_filters_narrow_the_hits(index: TantivyTermIndex, filters: Filters, codes: list[str]) -> None:
    found = index.search(SearchRequest("test basin", filters))
    assert sorted(hit.concept.uri.split("/")[-2] for hit in found.items) == codes
    assert found.total == len(codes)


def test_a_reading_finds_what_the_text_does_not_and_says_so(index: TantivyTermIndex) -> None:
    readings = (Reading("salinity", "sel = salinity"), Reading("chemistry", "sel = chemistry"))
    hits = index.search(SearchRequest("sel", readings=readings)).items
    assert [(hit.concept.notation, hit.match.kind, hit.match.via) for hit in hits] == [
        ("SDN:T02::CHEM", MatchKind.EXACT, "sel = chemistry"),
        ("SDN:T01::SALTX01", MatchKind.WORDS, "sel = salinity"),
    ]


def test_a_label_in_another_number_stands_before_longer_ones(index: TantivyTermIndex) -> None:
    hits = index.search(SearchRequest("temperatures of the test basins")).items
    assert [hit.concept.notation for hit in hits] == ["SDN:T01::TEMPX01", "SDN:T01::TEMPX02"]
    assert hits[0].match.score - hits[1].match.score > 0.15
    read = index.search(SearchRequest("sel", readings=(Reading("thermal property", "sel = thermal property"),))).items
    assert (read[0].concept.notation, read[0].match.via) == ("SDN:T02::THERM", "sel = thermal property")


def test_what_is_met_as_typed_stands_before_a_reading(index: TantivyTermIndex) -> None:
    hits = index.search(SearchRequest("thermal", readings=(Reading("salinity", "thermal = salinity"),))).items
    assert [(hit.concept.notation, hit.match.via) for hit in hits] == [
        ("SDN:T02::THERM", ""),
        ("SDN:T01::SALTX01", "thermal = salinity"),
    ]


def test_an_unsure_reading_stands_behind_what_the_text_begins(index: TantivyTermIndex) -> None:
    readings = (Reading("chemistry", "therma ≈ chemistry", sure=False),)
    hits = index.search(SearchRequest("therma", readings=readings)).items
    assert [hit.concept.notation for hit in hits] == ["SDN:T02::THERM", "SDN:T02::CHEM"]


def test_facets_count_every_hit_exactly(index: TantivyTermIndex) -> None:
    facets = index.facets(SearchRequest("test basin", limit=1))
    assert facets.vocabulary == (("t01", 4),)
    assert facets.status == (("current", 3), ("deprecated", 1))
    assert facets.unit == (("http://vocab.nerc.ac.uk/collection/P06/current/UPAA/", 1),)
    assert index.facets(SearchRequest("salintiy")).vocabulary == (("t01", 1),)
    assert index.facets(SearchRequest("")).vocabulary == ()


def test_a_hit_carries_what_tells_namesakes_apart(index: TantivyTermIndex) -> None:
    hit = first(index, "salinity")
    assert [label.text for label in hit.context.broader] == ["Chemistry"]
    assert hit.context.unit == ()


def concepts_called(*labels: str) -> list[Concept]:
    return [
        Concept(f"http://c/{number}", "C", (f"N{number}",), (LangString(label, "en"),))
        for number, label in enumerate(labels)
    ]


def ranked(folder: Path, concepts: list[Concept], request: SearchRequest) -> list[str]:
    write_term_index(folder / "index", concepts)
    page = TantivyTermIndex(folder / "index").search(request)
    return [hit.concept.pref_labels[0].text for hit in page.items]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("turb", ["Turbidity", "Turbidity by one make of sensor", "Water turbidity"]),
        ("turbidty", ["Turbidity", "Water turbidity at depth"]),
        ("turbidity", ["Turbidity", "Turbidity of a river", "Turbidity of a river by one make of sensor"]),
        ("EK60", ["EK-60 echosounder"]),
        ("EK 60", ["EK60 echosounder"]),
    ],
)
def test_the_label_that_says_it_most_exactly_comes_first(tmp_path: Path, text: str, labels: list[str]) -> None:
    assert ranked(tmp_path, concepts_called(*reversed(labels)), SearchRequest(text)) == labels


def shared_and_local() -> list[Concept]:
    shared = Concept("http://p/WTEMP", "P", ("SDN:P::WTEMP",), (LangString("Température de l’eau", "fr"),))
    names = (LangString("Température", "fr"),)
    return [shared, *(Concept(f"http://{centre}/temperature", centre, (), names) for centre in ("magest", "somlit"))]


@pytest.mark.parametrize(
    ("preferred", "order"),
    [
        ((), ["P", "magest", "somlit"]),
        (("somlit",), ["somlit", "P", "magest"]),
        (("P",), ["P", "magest", "somlit"]),
    ],
)
def test_shared_terms_come_before_the_lists_of_centres_unless_these_are_asked_for(
    tmp_path: Path, preferred: tuple[str, ...], order: list[str]
) -> None:
    write_term_index(tmp_path / "index", shared_and_local(), local={"magest", "somlit"})
    page = TantivyTermIndex(tmp_path / "index").search(SearchRequest("température", preferred=preferred))
    assert [hit.concept.vocabulary for hit in page.items] == order


def test_a_step_of_an_iri_that_spells_a_label_is_no_code(tmp_path: Path) -> None:
    write_term_index(tmp_path / "index", shared_and_local())
    hits = TantivyTermIndex(tmp_path / "index").search(SearchRequest("temperature")).items
    assert [hit.match.kind for hit in hits] == [MatchKind.EXACT, MatchKind.EXACT, MatchKind.WORDS]
    (hit,) = TantivyTermIndex(tmp_path / "index").search(SearchRequest("WTEMP")).items
    assert hit.match.kind is MatchKind.NOTATION


@pytest.mark.parametrize("text", ["WTEMPO1", "WTMEP01", "WTEMP1", "WTEMP011", "wtemp02", "SDN:P::WTEMPO1"])
def test_a_typo_in_a_code_is_forgiven(tmp_path: Path, text: str) -> None:
    named = (LangString("Temperature of the water", "en"), LangString("Water warmth", "en"))
    write_term_index(tmp_path / "index", [Concept("http://p/WTEMP01", "P", ("SDN:P::WTEMP01",), named)])
    (hit,) = TantivyTermIndex(tmp_path / "index").search(SearchRequest(text)).items
    assert (hit.match.kind, hit.match.field, hit.match.text) == (MatchKind.FUZZY, "notation", "SDN:P::WTEMP01")


def test_words_of_a_deprecated_label_find_its_successor_too(tmp_path: Path) -> None:
    current, old = concepts_called("Nitrate in water", "Nitrate+nitrite in water")
    old = replace(old, status=Status.DEPRECATED, replaced_by=(current.uri,))
    labels = ranked(tmp_path, [old, current], SearchRequest("nitrate + nitrite"))
    assert labels == ["Nitrate in water", "Nitrate+nitrite in water"]


def test_what_is_near_is_asked_where_nothing_else_is_found(tmp_path: Path) -> None:
    near = (Reading("seagrass", "posidonia < seagrass", sure=False),)
    concepts = concepts_called("Seagrass", "Zostera")
    request = SearchRequest("posidonia", fallbacks=lambda: ((), near))
    write_term_index(tmp_path / "index", concepts)
    (hit,) = TantivyTermIndex(tmp_path / "index").search(request).items
    assert (hit.concept.pref_labels[0].text, hit.match.via) == ("Seagrass", "posidonia < seagrass")
    (typed,) = TantivyTermIndex(tmp_path / "index").search(replace(request, text="zostera")).items
    assert typed.concept.pref_labels[0].text == "Zostera"


def test_a_typo_is_said_to_be_one_however_near(index: TantivyTermIndex) -> None:
    assert first(index, "salinitty").match.kind is MatchKind.FUZZY


def test_half_of_the_words_are_met_in_any_number(tmp_path: Path) -> None:
    concepts = concepts_called("Water samplers", "Sediment corers")
    assert ranked(tmp_path, concepts, SearchRequest("yellow sediment corer")) == ["Sediment corers"]


def test_typos_are_forgiven_within_one_vocabulary(index: TantivyTermIndex) -> None:
    (hit,) = index.search(SearchRequest("chemisrty", Filters(("T02",)))).items
    assert (hit.concept.notation, hit.match.kind) == ("SDN:T02::CHEM", MatchKind.FUZZY)
    assert index.search(SearchRequest("chemisrty", Filters(("T01",)))).total == 0


def test_of_two_readings_the_likelier_and_the_fuller_stand_first(tmp_path: Path) -> None:
    write_term_index(tmp_path / "index", concepts_called("Float", "Profiling float", "Balloon"))
    index = TantivyTermIndex(tmp_path / "index")
    readings = (
        Reading("float", "argo = float", lang="en"),
        Reading("balloon", "argo = balloon", lang="en", place=1),
        Reading("profiling float", "argo = profiling float", lang="en"),
    )
    hits = index.search(SearchRequest("argo", readings=readings)).items
    assert [hit.match.text for hit in hits] == ["Profiling float", "Float", "Balloon"]


@pytest.mark.parametrize("length", [1, 2, 3, 7, 8, 9, 12, 13, 20])
def test_a_beginning_is_found_whatever_its_length(tmp_path: Path, length: int) -> None:
    label = "Chlorofluorocarbons"
    write_term_index(tmp_path / "index", concepts_called(label, f"Dissolved {label}", "Oxygen"))
    index = TantivyTermIndex(tmp_path / "index")
    found = [hit.concept.pref_labels[0].text for hit in index.search(SearchRequest(label[:length])).items]
    assert found == ([label, f"Dissolved {label}"] if length > 1 else [])
    assert index.search(SearchRequest(f"dissolved {label[:length]}")).total == 1
