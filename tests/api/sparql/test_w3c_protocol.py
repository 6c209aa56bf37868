"""The W3C's tests of the protocol, those that a read-only endpoint can pass.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/
"""

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph
import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from tests.server import running_server
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT / "shared" / "data" / "w3c" / "protocol"
HT, CNT = Namespace("http://www.w3.org/2011/http#"), Namespace("http://www.w3.org/2011/content#")
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
WRITES = "it updates, and the endpoint is read only: 403"
NOT_RUN = {
    "update_dataset_default_graph": WRITES,
    "update_dataset_default_graphs": WRITES,
    "update_dataset_named_graphs": WRITES,
    "update_dataset_full": WRITES,
    "update_post_form": WRITES,
    "update_post_direct": WRITES,
    "update_base_uri": WRITES,
}
"""Name of a test, and why it does not apply. Tests of updates that must be refused do."""

NAMES = [
    "query_post_form",
    "query_dataset_default_graphs_get",
    "query_dataset_default_graphs_post",
    "query_dataset_named_graphs_post",
    "query_dataset_named_graphs_get",
    "query_dataset_full",
    "query_multiple_dataset",
    "query_get",
    "query_content_type_select",
    "query_content_type_ask",
    "query_content_type_describe",
    "query_content_type_construct",
    "query_post_direct",
    "bad_query_method",
    "bad_multiple_queries",
    "bad_query_wrong_media_type",
    "bad_query_missing_form_type",
    "bad_query_missing_direct_type",
    "bad_query_non_utf8",
    "bad_query_syntax",
    "bad_update_get",
    "bad_multiple_updates",
    "bad_update_wrong_media_type",
    "bad_update_missing_form_type",
    "bad_update_non_utf8",
    "bad_update_syntax",
    "bad_update_dataset_conflict",
]
TABULAR = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}
GRAPHS = {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"}


@pytest.fixture(scope="module")
def manifest(shared: Path) -> Graph:
    graph = Graph()
    graph.parse(FOLDER / "manifest.ttl", publicID="http://manifest.example/")
    return graph


@pytest.fixture(scope="module")
def address(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over the graphs of the manifest, each a vocabulary by the IRI of its one subject."""
    folder = tmp_path_factory.mktemp("w3c")
    paths = []
    for number in (1, 2, 3):
        (one,) = pyoxigraph.parse(path=FOLDER / f"data{number}.nt")
        paths.append(folder / f"data{number}.nt")
        scheme = f"{one.subject} <{RDF.type}> <http://www.w3.org/2004/02/skos/core#ConceptScheme> .\n"
        paths[-1].write_text(f"{one.subject} {one.predicate} {one.object} .\n{scheme}")
    settings = Settings(data=folder / "data")
    build_loader(settings).load(find_sources(paths), lambda *_: None)
    with running_server(build_services(settings, snapshot_folder(settings).current())) as address:
        yield address


def test_every_test_of_the_manifest_is_run_or_excluded_for_a_reason(manifest: Graph) -> None:
    entries = manifest.value(predicate=RDF.type, object=MF.Manifest)
    listed = Collection(manifest, manifest.value(entries, MF.entries))  # type: ignore[arg-type] # a list
    names = {str(one).rpartition("#")[2] for one in listed}
    assert names == {*NAMES, *NOT_RUN}


@pytest.mark.parametrize("name", NAMES)
def test_w3c(name: str, manifest: Graph, address: str) -> None:
    action = manifest.value(one_named(manifest, name), MF.action)
    requests = list(Collection(manifest, manifest.value(action, HT.requests)))  # type: ignore[arg-type] # a list
    assert requests
    for request in requests:
        answer = send(manifest, request, address)
        expected = manifest.value(request, HT.resp)
        statuses = {str(one).rpartition("StatusCode")[2] for one in manifest.objects(expected, MF.expectedStatus)}
        assert f"{answer[0] // 100}xx" in statuses or str(answer[0]) in statuses, answer
        check(manifest, expected, answer)


def one_named(manifest: Graph, name: str) -> URIRef:
    (found,) = (one for one in manifest.subjects(RDF.type, MF.ProtocolTest) if str(one).endswith(f"#{name}"))
    assert isinstance(found, URIRef)
    return found


def send(manifest: Graph, request: Node, address: str) -> tuple[int, str, bytes]:
    headers = {
        str(manifest.value(one, HT.fieldName)): str(manifest.value(one, HT.fieldValue))
        for stated in manifest.objects(request, HT.headers)
        for one in Collection(manifest, stated)
    }
    body = manifest.value(request, HT.body)
    text = str(manifest.value(body, CNT.chars)) if body is not None else ""
    encoding = str(manifest.value(body, CNT.characterEncoding) or "UTF-8") if body is not None else "UTF-8"
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    path = str(manifest.value(request, HT.absolutePath))
    connection.request(str(manifest.value(request, HT.methodName)), path, text.encode(encoding) or None, headers)
    answer = connection.getresponse()
    found = answer.status, answer.headers.get_content_type(), answer.read()
    connection.close()
    return found


def check(manifest: Graph, expected: Node | None, answer: tuple[int, str, bytes]) -> None:
    _, kind, content = answer
    verdict = manifest.value(expected, MF.expectedBoolean)
    if verdict is not None:
        assert json.loads(content)["boolean"] is bool(verdict)
    wanted = {str(one) for one in manifest.objects(expected, MF.expectedFormat)}
    assert wanted <= {"boolean", "tabular", "RDF"}
    assert "RDF" not in wanted or kind in GRAPHS
    assert not wanted & {"boolean", "tabular"} or kind in TABULAR
