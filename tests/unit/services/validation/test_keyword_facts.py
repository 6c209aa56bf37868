"""What is pushed into a record; how it is judged is in tests/cases."""

import pytest

from tests.cases import clean, shape_files
from vocabsvc.checks.shapes import ShapesGraph, prepare_shapes
from vocabsvc.formats.records.reading import read_records
from vocabsvc.model.record import Fact, FactIndex, text_of
from vocabsvc.model.report import State
from vocabsvc.namespaces import DEF
from vocabsvc.services.validation.validation import Validation
from vocabsvc.services.validation.vocabulary_facts import FactSource, VocabularyFacts

LIMIT = 1_000_000
SALINITY = "http://vocab.nerc.ac.uk/collection/P02/current/PSAL/"


@pytest.fixture(scope="module")
def shapes() -> ShapesGraph:
    return prepare_shapes(shape_files())


def pushed(terms: tuple[FactSource, ...], data: bytes) -> list[Fact]:
    (record,) = read_records(data, max_bytes=LIMIT).records
    return list(VocabularyFacts(terms).of(FactIndex(record.graph.facts), record.graph))


@pytest.mark.parametrize("name", ["iso19139", "iso19115-3", "eml"])
def test_keyword_gets_its_concept_with_status_and_vocabulary(name: str, terms: tuple[FactSource, ...]) -> None:
    facts = FactIndex(pushed(terms, clean(name)))
    nodes = [fact.subject for fact in pushed(terms, clean(name)) if fact.object == SALINITY]
    assert len(nodes) == 1
    assert facts.texts(nodes[0], "termStatus") == ["current"]
    assert facts.texts(nodes[0], "termKind") == ["parameter"]
    assert facts.texts(SALINITY, "prefLabel") == ["Salinity of the water column"]
    assert facts.texts(SALINITY, "scheme") == ["P02"]


def test_facts_stand_where_the_record_says_it(terms: tuple[FactSource, ...]) -> None:
    (record,) = read_records(clean("iso19139"), max_bytes=LIMIT).records
    facts = [fact for fact in pushed(terms, clean("iso19139")) if fact.object == SALINITY]
    place = record.graph.source_map.xpath(facts[0].element)
    assert place.endswith("gmd:descriptiveKeywords[1]/gmd:MD_Keywords/gmd:keyword[1]/gmx:Anchor")
    assert facts[0].attribute == "xlink:href"


def test_a_keyword_costs_few_facts(terms: tuple[FactSource, ...]) -> None:
    (record,) = read_records(clean("iso19139"), max_bytes=LIMIT).records
    keywords = len(FactIndex(record.graph.facts).nodes("Keyword"))
    assert len(pushed(terms, clean("iso19139"))) < 12 * keywords


def test_all_that_is_said_is_declared(terms: tuple[FactSource, ...]) -> None:
    declared = next(data for name, data in shape_files() if name == "profile.ttl").decode()
    said = {fact.predicate for name in ("iso19139", "iso19115-3", "eml") for fact in pushed(terms, clean(name))}
    assert {name for name in said if f"v:{name.removeprefix(DEF)} a rdf:Property" not in declared} == set()


def test_successor_is_named_in_the_language_of_the_record(terms: tuple[FactSource, ...]) -> None:
    data = clean("iso19139").replace(b"P02/current/PSAL/", b"P02/current/CA11/")
    facts = FactIndex(pushed(terms, data))
    (successor,) = {text_of(fact.object) for fact in pushed(terms, data) if fact.predicate == f"{DEF}successor"}
    assert successor.endswith("/CASD/")
    assert facts.text(successor, "prefLabel")


@pytest.mark.parametrize("name", ["iso19139", "iso19115-3", "eml"])
def test_without_vocabularies_nothing_is_judged(name: str, shapes: ShapesGraph) -> None:
    (report,) = Validation(shapes, LIMIT).validate(clean(name), ["core", "inspire", "odatis"]).reports
    keywords = [one for one in report.results if one.code.startswith("KW-")]
    assert {one.state for one in keywords} == {State.NOT_ASSESSED}
    assert {"KW-20", "KW-21"} <= {one.code for one in keywords}
