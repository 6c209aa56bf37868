"""What every store must answer; run over each of them."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from tests.engines import running_oxigraph, running_virtuoso
from vocabsvc.errors import QueryRefused
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.model.concept import Link, Status
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import OWL, RDF, SKOS, XSD
from vocabsvc.store.base import QueryLimits, SparqlQuery, Store
from vocabsvc.store.build import GraphWriter
from vocabsvc.store.memory import MemoryStore
from vocabsvc.store.oxigraph import OxigraphStore, OxigraphWriter
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.remote.connection import Connection
from vocabsvc.store.remote.graph_list import read_graph_list
from vocabsvc.store.remote.store import RemoteStore
from vocabsvc.store.remote.writer import RemoteWriter

DATA = Path(__file__).parents[1] / "data"
MAPPINGS = "http://test.example/mappings"
FILES = {f"http://test.example/collection/{name}/current/": name for name in ("T01", "T02")}
NOTES = "http://test.example/collection/T03/current/"
GRAPHS = {**FILES, NOTES: "T03"}
"""The last holds what engines differ in: blank nodes and awkward literals."""

T01 = "http://test.example/collection/T01/current/"
T02 = "http://test.example/collection/T02/current/"
MAPPING = Triple(
    NamedNode("http://c/1"), NamedNode(f"{SKOS}exactMatch"), NamedNode("http://example.org/other/salinity")
)
JSON = "application/sparql-results+json"
LONG = "é" * 20_000
AWKWARD = f"""
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<{NOTES}reef/> a skos:Concept ;
    skos:prefLabel "R\u00e9cif"@fr , "Reef"@en-GB , "plain" ;
    skos:notation "007" ;
    skos:definition "\\"two\\" lines\\nand a tab\\t, \\\\ and \U0001d11e"@en ;
    skos:historyNote "{LONG}" ;
    skos:changeNote [ skos:note "inner" ; skos:example [ skos:note "innermost" ] ] ;
    <http://www.w3.org/2002/07/owl#deprecated> false ;
    <http://test.example/depth> 1.5 ;
    <http://test.example/sampled> "2020-01-02T03:04:05Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> ;
    skos:closeMatch <http://test.example/\u00e9t\u00e9/%C3%A9?a=b&c=d#e> .
""".encode()


def triples_by_graph() -> dict[str, tuple[Triple, ...]]:
    read = {
        graph: parse_rdf((DATA / f"{name}.ttl").read_bytes(), f"{name}.ttl", "http://h/").triples
        for graph, name in FILES.items()
    }
    return {**read, MAPPINGS: (MAPPING,), NOTES: parse_rdf(AWKWARD, "notes.ttl", "http://h/").triples}


def fill(writer: GraphWriter) -> None:
    for graph, triples in triples_by_graph().items():
        writer.add(graph, triples)
    writer.close()
    writer.publish()
    writer.discard()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store") / "graph"
    fill(OxigraphWriter(folder))
    return folder


@contextmanager
def on_disk(database: Path, _folder: Path) -> Iterator[Store]:
    yield OxigraphStore.open(database, GRAPHS)


@contextmanager
def in_memory(database: Path, _folder: Path) -> Iterator[Store]:
    yield MemoryStore.open(database, GRAPHS)


@contextmanager
def over_oxigraph(_database: Path, folder: Path) -> Iterator[Store]:
    with running_oxigraph() as server:
        yield served_by(server, folder)


@contextmanager
def over_oxigraph_by_updates(_database: Path, folder: Path) -> Iterator[Store]:
    with running_oxigraph() as server:
        yield served_by(replace(server, graph_store=""), folder)


@contextmanager
def over_virtuoso(_database: Path, folder: Path) -> Iterator[Store]:
    with running_virtuoso(folder) as server:
        yield served_by(server, folder)


@contextmanager
def over_virtuoso_by_updates(_database: Path, folder: Path) -> Iterator[Store]:
    with running_virtuoso(folder) as server:
        yield served_by(replace(server, graph_store=""), folder)


def served_by(server: ServerAddress, folder: Path) -> Store:
    fill(RemoteWriter(folder / "graph", server, "http://h/id/"))
    return RemoteStore(Connection(server), GRAPHS, read_graph_list(folder / "graph"), QueryLimits())


@pytest.fixture(
    scope="module",
    params=[on_disk, in_memory, over_oxigraph, over_oxigraph_by_updates, over_virtuoso, over_virtuoso_by_updates],
)
def store(request: pytest.FixtureRequest, database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened: Callable[[Path, Path], AbstractContextManager[Store]] = request.param
    with opened(database, tmp_path_factory.mktemp("server")) as store:
        yield store


def select(store: Store, text: str, **dataset: tuple[str, ...]) -> list[dict[str, dict[str, str]]]:
    sink = io.BytesIO()
    store.answer(SparqlQuery(text, JSON, **dataset), sink)
    bindings: list[dict[str, dict[str, str]]] = json.loads(sink.getvalue())["results"]["bindings"]
    return bindings


def test_a_concept_is_what_its_own_vocabulary_says(store: Store) -> None:
    concept = store.concept(f"{T01}TEMPX02/")
    assert concept is not None
    assert (concept.vocabulary, concept.status, concept.notations) == ("T01", Status.DEPRECATED, ("SDN:T01::TEMPX02",))


@pytest.mark.parametrize("uri", [f"{T01}NONE/", "not an iri", "", "http://example.org/elsewhere/carbon"])
def test_what_is_not_loaded_is_none(store: Store, uri: str) -> None:
    assert store.concept(uri) is None
    assert store.refs([uri]) == {}


def test_short_forms_are_given_for_loaded_concepts_only(store: Store) -> None:
    refs = store.refs([f"{T02}CHEM/", "http://example.org/other/chemistry"])
    assert [ref.notation for ref in refs.values()] == ["SDN:T02::CHEM"]


def test_what_vocabularies_state_is_found_from_its_object(store: Store) -> None:
    same_as = f"{OWL}sameAs"
    found = store.statements_to("http://example.org/other/salinity", (same_as, f"{SKOS}exactMatch"))
    assert found == (Link(same_as, f"{T01}SALTX01/"),)
    assert store.statements_to("no iri", (same_as,)) == ()


def test_without_a_dataset_the_union_of_all_graphs_is_asked(store: Store) -> None:
    text = f"SELECT ?label {{ <{T02}CHEM/> <{SKOS}narrower> ?n . ?n <{SKOS}prefLabel> ?label }}"
    assert len(select(store, text)) == 4


def test_a_dataset_restricts_the_query(store: Store) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert select(store, text, named_graphs=(T01,))[0]["n"]["value"] == "0"
    only_t02 = int(select(store, text, default_graphs=(T02,))[0]["n"]["value"])
    assert 0 < only_t02 < int(select(store, text)[0]["n"]["value"])


@pytest.mark.parametrize(
    ("text", "media_type", "expected"),
    [
        ("ASK {}", JSON, b"true"),
        ("SELECT ?x { VALUES ?x { 'é' } }", "text/csv", "é".encode()),
        (f"DESCRIBE <{T02}THERM/>", "application/n-triples", "Propriétés thermiques".encode()),
        (f"CONSTRUCT WHERE {{ <{T02}THERM/> ?p ?o }}", "application/ld+json", b"THERM"),
    ],
)
def test_answers_come_in_the_format_asked(store: Store, text: str, media_type: str, expected: bytes) -> None:
    sink = io.BytesIO()
    store.answer(SparqlQuery(text, media_type), sink)
    assert expected in sink.getvalue()


@pytest.mark.parametrize("text", ["SELECT", "SELECT * { ?s", "SELECT * { GRAPH 1 {} }"])
def test_a_syntax_error_is_refused(store: Store, text: str) -> None:
    with pytest.raises(QueryRefused):
        store.answer(SparqlQuery(text, JSON), io.BytesIO())


def test_a_graph_that_is_no_iri_is_refused(store: Store) -> None:
    with pytest.raises(QueryRefused, match="not an IRI"):
        store.answer(SparqlQuery("ASK {}", JSON, default_graphs=("x y",)), io.BytesIO())


def test_a_resource_is_described_as_it_was_loaded(store: Store) -> None:
    said = store.describe(f"{T01}TEMPX02/")
    assert Statement(f"{T01}TEMPX02/", f"{SKOS}altLabel", Literal("")) in said
    assert Statement(f"{T01}TEMPX02/", f"{OWL}deprecated", Literal("true")) in said
    assert {one.subject for one in store.describe(T01)} == {T01}
    assert store.describe("http://example.org/other/salinity") == store.describe("no iri") == ()


def test_all_that_a_vocabulary_says_comes_subject_by_subject(store: Store) -> None:
    said = list(store.statements("T01"))
    assert [subject for subject, _ in groupby(said, key=lambda one: one.subject)].count(T01) == 1
    labels = {one.object for one in said if one.predicate == f"{SKOS}prefLabel"}
    assert Literal("Température du bassin d'essai", f"{RDF}langString", "fr") in labels
    assert list(store.statements("T99")) == []


def test_collections_are_those_that_a_vocabulary_states(store: Store) -> None:
    (collection,) = store.collections("T01")
    assert (collection.uri, len(collection.members)) == (T01, 4)
    assert store.collections("T02") == store.collections("T99") == ()


def test_a_concept_knows_what_collections_hold_it(store: Store) -> None:
    concept = store.concept(f"{T01}TEMPX01/")
    assert concept is not None
    assert concept.collections == (T01,)


@pytest.mark.parametrize(
    ("clause", "labels"),
    [("", 2), (f"FROM <{T02}>", 1), (f"FROM <{T01}> FROM <{T02}>", 2), ("FROM <http://nowhere.example/>", 0)],
)
def test_a_query_may_say_itself_what_graphs_it_is_about(store: Store, clause: str, labels: int) -> None:
    chosen = f"VALUES ?s {{ <{T01}SALTX01/> <{T02}THERM/> }}"
    found = select(store, f'SELECT ?s {clause} {{ {chosen} ?s <{SKOS}prefLabel> ?l FILTER(LANG(?l) = "en") }}')
    assert len(found) == labels


def test_graphs_that_the_protocol_names_override_those_of_the_query(store: Store) -> None:
    query = "SELECT ?s FROM <graph> { ?s ?p ?o }".replace("graph", T02)
    assert {row["s"]["value"].startswith(T01) for row in select(store, query, default_graphs=(T01,))} == {True}


def test_classes_are_those_of_one_vocabulary(store: Store) -> None:
    assert store.classes("T01") == (f"{SKOS}Collection", f"{SKOS}Concept")
    assert store.classes("T02") == (f"{SKOS}Concept", f"{SKOS}ConceptScheme")
    assert store.classes("nope") == ()


def test_what_is_stated_with_one_property(store: Store) -> None:
    assert set(store.stated("T02", f"{SKOS}notation")) == {
        Statement(f"{T02}CHEM/", f"{SKOS}notation", Literal("SDN:T02::CHEM")),
        Statement(f"{T02}THERM/", f"{SKOS}notation", Literal("SDN:T02::THERM")),
    }
    assert list(store.stated("T02", f"{RDF}type", f"{SKOS}ConceptScheme")) == [
        Statement(T02, f"{RDF}type", f"{SKOS}ConceptScheme")
    ]
    for vocabulary, target in (("nope", ""), ("T01", "http://example.org/other/chemistry"), ("T01", "not an IRI")):
        assert list(store.stated(vocabulary, f"{SKOS}exactMatch", target)) == []


def test_what_is_narrower_is_left_to_the_index(store: Store) -> None:
    concept = store.concept(f"{T02}CHEM/")
    assert concept is not None
    assert concept.narrower == ()


def test_literals_come_back(store: Store) -> None:
    objects = [one.object for one in store.describe(f"{NOTES}reef/") if one.subject == f"{NOTES}reef/"]
    texts = {(target.lexical, target.lang) for target in objects if isinstance(target, Literal)}
    assert texts == {
        ("Récif", "fr"),
        ("Reef", "en-gb"),
        ("plain", ""),
        ("007", ""),
        ('"two" lines\nand a tab\t, \\ and \U0001d11e', "en"),
        (LONG, ""),
        ("false", ""),
        ("1.5", ""),
        ("2020-01-02T03:04:05Z", ""),
    }
    concept = store.concept(f"{NOTES}reef/")
    assert concept is not None
    assert concept.status is Status.CURRENT
    assert [link.target for link in concept.links] == ["http://test.example/été/%C3%A9?a=b&c=d#e"]


def test_blank_nodes_are_described_with_what_leads_to_them(store: Store) -> None:
    said = store.describe(f"{NOTES}reef/")
    (note,) = (one.object for one in said if one.predicate == f"{SKOS}changeNote")
    (example,) = (one.object for one in said if (one.subject, one.predicate) == (note, f"{SKOS}example"))
    assert isinstance(example, str)
    assert example.startswith("_:")
    assert Statement(example, f"{SKOS}note", Literal("innermost")) in said
    assert set(said) == set(store.statements("T03"))


def test_many_short_forms_come_in_the_order_asked(store: Store) -> None:
    missing = [f"{T01}NONE{number}/" for number in range(450)]
    refs = store.refs([*missing[:210], f"{T02}CHEM/", *missing[210:], f"{T01}TEMPX01/", f"{T02}CHEM/"])
    assert list(refs) == [f"{T02}CHEM/", f"{T01}TEMPX01/"]


@pytest.mark.parametrize(
    "hostile",
    [
        "http://x/> } DROP ALL #",
        "http://x/> ?p ?o } } ; DROP ALL ; SELECT * { { <http://x/",
        'http://x/"\\u003e',
        "http://x/\n",
        "http://x/{}",
    ],
)
def test_what_is_no_iri_never_gets_into_a_query(store: Store, hostile: str) -> None:
    assert store.concept(hostile) is None
    assert store.refs([hostile, f"{T02}CHEM/"]).keys() == {f"{T02}CHEM/"}
    assert store.describe(hostile) == ()
    assert store.statements_to(hostile, (f"{SKOS}member",)) == ()
    assert list(store.stated("T01", f"{SKOS}exactMatch", hostile)) == []
    assert store.concept(f"{T02}CHEM/") is not None


def test_languages_and_datatypes_survive_every_format(store: Store) -> None:
    text = f"CONSTRUCT {{ <{NOTES}reef/> ?p ?o }} {{ <{NOTES}reef/> ?p ?o FILTER(LANG(?o) = 'fr' || ?o = false) }}"
    for media_type in ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"):
        sink = io.BytesIO()
        store.answer(SparqlQuery(text, media_type), sink)
        triples = {
            (quad.predicate.value, quad.object)
            for quad in parse(sink.getvalue(), RdfFormat.from_media_type(media_type))
        }
        assert triples == {
            (f"{SKOS}prefLabel", RdfLiteral("Récif", language="fr")),
            (f"{OWL}deprecated", RdfLiteral("false", datatype=NamedNode(f"{XSD}boolean"))),
        }


def test_graphs_have_the_names_of_what_they_hold(store: Store) -> None:
    rows = select(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert {row["g"]["value"] for row in rows} == {*GRAPHS, MAPPINGS}
