import pytest
from fastapi.testclient import TestClient

from tests.api.geonetwork.reading import DAY, ReadConcepts, read_root, read_scheme, select

G01 = "http://test.example/collection/G01/current/"
LAKE = f"{G01}LAKE%20%C3%A9/"
XML = {"Accept": "application/xml"}


@pytest.mark.parametrize("accept", ["application/xml", "text/turtle", "image/png", "", "*/*;q=0"])
def test_whatever_is_accepted_the_file_is_rdf_xml(gn_client: TestClient, accept: str) -> None:
    answer = gn_client.get("/thesaurus/G01.rdf", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/rdf+xml"
    assert answer.headers["content-disposition"] == 'inline; filename="G01.rdf"'
    assert answer.content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF')
    assert gn_client.head("/thesaurus/g01.rdf").headers["content-type"] == "application/rdf+xml"


def test_the_scheme_is_found_under_the_root(gn_client: TestClient) -> None:
    scheme = read_scheme(read_root(gn_client.get("/thesaurus/G01.rdf", headers=XML).content))
    assert (scheme.namespace, scheme.title) == (G01, "Test seas")
    assert scheme.titles == {"en": "Test seas", "fr": "Mers d'essai & côtes"}
    assert scheme.descriptions["fr"] == "Eaux dont un essai peut avoir besoin."
    assert (scheme.created, scheme.issued, scheme.modified) == ("2019-02-03", "2021-06-07", "2021-06-07")


def test_a_month_is_written_as_its_first_day(gn_client: TestClient) -> None:
    scheme = read_scheme(read_root(gn_client.get("/thesaurus/G02.rdf").content))
    assert (scheme.created, scheme.issued, scheme.modified) == ("", "2022-03-01", "2022-03-01")


def test_without_any_date_it_is_the_day_of_the_first_load(gn_client: TestClient) -> None:
    scheme = read_scheme(read_root(gn_client.get("/thesaurus/T02.rdf").content))
    loaded = {one["id"]: one["loaded"] for one in gn_client.get("/api/v1/vocabularies").json()["results"]}["T02"]
    assert scheme.issued == scheme.modified == loaded[:10]
    assert DAY.fullmatch(scheme.issued)


def test_the_language_in_the_path_decides_on_the_name(gn_client: TestClient) -> None:
    scheme = read_scheme(read_root(gn_client.get("/thesaurus/fr/G01.rdf").content))
    assert scheme.title == "Mers d'essai & côtes"
    same = read_scheme(read_root(gn_client.get("/thesaurus/de/G01.rdf").content))
    assert same.title == "Test seas"


def test_concepts_are_typed_and_labelled_by_two_letters(gn_client: TestClient) -> None:
    data = gn_client.get("/thesaurus/G01.rdf").content
    concepts = ReadConcepts(data)
    assert concepts.uris == {f"{G01}OCEAN/", f"{G01}GULF/", f"{G01}BAY/", LAKE}
    assert len(select(read_root(data), "skos:Concept")) == 4
    assert concepts.texts(f"{G01}GULF/", "prefLabel", "fr") == ["Golfe des essais — « là »"]  # fr-FR in the source
    assert concepts.texts(f"{G01}GULF/", "prefLabel", "en") == ['Gulf "of" <tests>']
    assert concepts.texts(f"{G01}GULF/", "prefLabel", "ar") == ["خليج الاختبار"]
    assert sorted(concepts.texts(f"{G01}GULF/", "altLabel", "en")) == ["GLF", "Gulf"]


def test_labels_without_language_are_in_the_only_one_of_the_vocabulary(gn_client: TestClient) -> None:
    concepts = ReadConcepts(gn_client.get("/thesaurus/G02.rdf").content)
    assert concepts.texts("http://hub.example/id/g02/a", "prefLabel", "fr") == ["Âge de l'eau"]
    assert concepts.texts("http://hub.example/id/g02/a", "scopeNote", "fr") == ["Le temps passé loin de la surface."]


def test_the_definition_is_the_one_scope_note_of_a_language(gn_client: TestClient) -> None:
    concepts = ReadConcepts(gn_client.get("/thesaurus/G01.rdf").content)
    assert concepts.texts(f"{G01}GULF/", "scopeNote", "en") == ["A gulf; x < y & z ]]>."]
    assert concepts.texts(f"{G01}GULF/", "scopeNote", "fr") == ["Un autre golfe.\nUn golfe,\nsur deux lignes."]
    assert concepts.texts(f"{G01}BAY/", "scopeNote", "en") == []  # "not available" is no definition


def test_the_hierarchy_is_stated_from_both_ends_and_stays_inside(gn_client: TestClient) -> None:
    data = gn_client.get("/thesaurus/G01.rdf").content
    concepts = ReadConcepts(data)
    assert concepts.tops() == {f"{G01}OCEAN/", LAKE}  # what was above the lake is deprecated
    assert concepts.above(f"{G01}GULF/") == {f"{G01}OCEAN/"}
    assert concepts.below(f"{G01}GULF/") == {f"{G01}BAY/"}
    assert data.count(b"<skos:related ") == 2
    assert b"/OLD/" not in data
    assert b"elsewhere" not in data
    assert b"/T02/" not in data


def test_a_box_is_two_corners(gn_client: TestClient) -> None:
    data = gn_client.get("/thesaurus/G01.rdf").content
    assert ReadConcepts(data).box(f"{G01}OCEAN/") == ("170.5", "-60.0", "-160.25", "0.0")
    corners = select(read_root(data), "skos:Concept/gml:BoundedBy/gml:Envelope/gml:lowerCorner")
    assert [one.text for one in corners] == ["170.5 -60.0"]


def test_the_list_tells_an_administrator_what_to_paste(gn_client: TestClient) -> None:
    body = gn_client.get("/thesaurus/").json()
    assert body == gn_client.get("/thesaurus").json()
    assert (body["total"], body["ld_registry"]) == (3, "http://testserver/registry")
    assert body["results"][0] == {
        "id": "G01",
        "uri": G01,
        "title": {"en": "Test seas", "fr": "Mers d'essai & côtes"},
        "concept_count": 4,
        "address": "http://testserver/thesaurus/G01.rdf",
    }
    assert all(gn_client.get(one["address"]).status_code == 200 for one in body["results"])


@pytest.mark.parametrize(
    "path", ["/thesaurus/none.rdf", "/thesaurus/G01", "/thesaurus/G01.xml", "/thesaurus/FR/G01.rdf", "/thesaurus/.rdf"]
)
def test_what_is_not_there_is_404(gn_client: TestClient, path: str) -> None:
    assert gn_client.get(path).status_code == 404


def test_a_browser_elsewhere_may_ask(gn_client: TestClient) -> None:
    for path in ("/thesaurus/G01.rdf", "/registry", "/registry/G01", "/re3gistry/re3gistry.fr.json"):
        allowed = gn_client.options(path, headers={"Origin": "https://gn.example"})
        assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (204, "*")
        first = gn_client.get(path)
        assert gn_client.get(path, headers={"If-None-Match": first.headers["etag"]}).status_code == 304
        assert gn_client.head(path).content == b""
