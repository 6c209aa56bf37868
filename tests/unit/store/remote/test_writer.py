"""Loads into real servers: all or nothing, whatever breaks."""

import io
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from tests.engines import running_oxigraph, running_virtuoso
from tests.loopback import answering, sends
from vocabsvc.errors import NoSnapshot, ServiceFault
from vocabsvc.store.base import QueryLimits, SparqlQuery
from vocabsvc.store.remote import writer
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.remote.connection import Connection, Reply, ServerRefusal
from vocabsvc.store.remote.graph_list import read_graph_list
from vocabsvc.store.remote.request import Question
from vocabsvc.store.remote.selecting import select
from vocabsvc.store.remote.store import RemoteStore
from vocabsvc.store.remote.writer import RemoteWriter

BASE = "http://hub.example/id/"
LEFT, RIGHT, GONE = (f"http://hub.example/id/{name}/" for name in ("left", "right", "gone"))
COUNTS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://p/> ?o } } GROUP BY ?g"


def triples(count: int, value: str = "x") -> list[Triple]:
    return [Triple(NamedNode(f"http://s/{n}"), NamedNode("http://p/"), Literal(value)) for n in range(count)]


@contextmanager
def oxigraph(_folder: Path) -> Iterator[ServerAddress]:
    with running_oxigraph() as server:
        yield server


@pytest.fixture(scope="module", params=[oxigraph, running_virtuoso])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerAddress]:
    with request.param(tmp_path_factory.mktemp("server")) as address:
        yield address


def load(server: ServerAddress, folder: Path, **graphs: int) -> RemoteStore:
    writer = RemoteWriter(folder, server, BASE)
    for name, count in graphs.items():
        writer.add(f"{BASE}{name}/", triples(count))
    writer.close()
    writer.publish()
    writer.discard()
    return RemoteStore.open(server, {}, folder, QueryLimits())


def served(store: RemoteStore) -> dict[str, int]:
    sink = io.BytesIO()
    store.answer(SparqlQuery(COUNTS, "application/sparql-results+json"), sink)
    rows = json.loads(sink.getvalue())["results"]["bindings"]
    return {row["g"]["value"]: int(row["n"]["value"]) for row in rows if "g" in row}


def in_server(server: ServerAddress) -> set[str]:
    """Return every graph of ours, whether it is served or not."""
    rows = select(Connection(server), "SELECT ?g { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")  # DISTINCT takes Virtuoso long
    return {graph.value for (graph,) in rows if isinstance(graph, NamedNode) and graph.value.startswith(BASE)}


def test_a_load_serves_exactly_what_it_holds(server: ServerAddress, tmp_path: Path) -> None:
    assert served(load(server, tmp_path / "1", left=3, gone=2)) == {LEFT: 3, GONE: 2}
    assert served(load(server, tmp_path / "2", left=1, right=4)) == {LEFT: 1, RIGHT: 4}
    assert in_server(server) == {LEFT, RIGHT, f"{BASE}.store"}


def test_many_triples_go_in_many_requests(
    server: ServerAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_UPLOAD_TRIPLES", 1_000)  # one of 50,000 is sent where a load breaks, below
    assert served(load(server, tmp_path / "1", left=2_500)) == {LEFT: 2_500}
    assert served(load(replace(server, graph_store=""), tmp_path / "2", left=2_500)) == {LEFT: 2_500}


def test_a_load_that_breaks_half_way_leaves_what_was_served(server: ServerAddress, tmp_path: Path) -> None:
    store = load(server, tmp_path / "1", left=3, right=3)

    def broken() -> Iterator[Triple]:
        yield from triples(60_000)
        raise OSError("the file is gone")

    writer = RemoteWriter(tmp_path / "2", server, BASE)
    writer.add(LEFT, triples(5))
    with pytest.raises(OSError, match="gone"):
        writer.add(RIGHT, broken())
    assert served(store) == {LEFT: 3, RIGHT: 3}
    assert len(in_server(server)) > 3
    writer.discard()
    assert in_server(server) == {LEFT, RIGHT, f"{BASE}.store"}


def test_what_a_killed_load_left_is_dropped_by_the_next(server: ServerAddress, tmp_path: Path) -> None:
    store = load(server, tmp_path / "1", left=3)
    killed = RemoteWriter(tmp_path / "2", server, BASE)
    killed.add(LEFT, triples(5))
    assert served(store) == {LEFT: 3}
    after = load(server, tmp_path / "3", right=1)
    assert served(after) == {RIGHT: 1}
    assert in_server(server) == {RIGHT, f"{BASE}.store"}
    killed.close()
    with pytest.raises(ServiceFault, match="another load into the same SPARQL server"):
        killed.publish()
    assert served(after) == {RIGHT: 1}


def test_what_is_loaded_does_not_show_before_it_is_published(server: ServerAddress, tmp_path: Path) -> None:
    store = load(server, tmp_path / "1", left=3)
    writer = RemoteWriter(tmp_path / "2", server, BASE)
    writer.add(RIGHT, triples(7, "new"))
    writer.close()
    assert served(store) == {LEFT: 3}
    sink = io.BytesIO()
    store.answer(SparqlQuery("ASK { ?s <http://p/> 'new' }", "application/sparql-results+json"), sink)
    assert json.loads(sink.getvalue())["boolean"] is False
    writer.discard()


def test_a_reader_never_sees_a_mixture(tmp_path: Path) -> None:
    """Oxigraph runs an update request as one transaction. Virtuoso does not isolate so: docs/scaling.md."""
    with running_oxigraph() as server:
        store, done, seen = load(server, tmp_path / "0", left=1000, right=1000), threading.Event(), set()

        def read() -> None:
            while not done.is_set():
                seen.add(tuple(sorted(served(store).values())))

        reader = threading.Thread(target=read)
        reader.start()
        for number in (1, 2, 3):
            load(server, tmp_path / str(number), left=1000 + number, right=1000 + number)
        done.set()
        reader.join()
    assert seen <= {(count, count) for count in (1000, 1001, 1002, 1003)}
    assert len(seen) > 1


def test_a_server_that_would_cut_answers_is_told_at_the_load(tmp_path: Path) -> None:
    with running_virtuoso(tmp_path, max_rows=100) as server:
        load(server, tmp_path / "1", left=99)
        with pytest.raises(ServiceFault, match="ends answers at 100 rows"):
            load(server, tmp_path / "2", left=100)


def test_a_switch_that_virtuoso_gives_up_changes_nothing(tmp_path: Path) -> None:
    with running_virtuoso(tmp_path, transaction_bytes=300_000) as server:
        store = load(server, tmp_path / "1", left=3, right=3)
        writer = RemoteWriter(tmp_path / "2", replace(server, graph_store=""), BASE)
        writer.add(RIGHT, triples(5))
        writer.add(LEFT, triples(20_000))
        writer.close()
        with pytest.raises(ServerRefusal, match="log after image size"):
            writer.publish()
        writer.discard()
        assert served(store) == {LEFT: 3, RIGHT: 3}


class Crowded(Connection):
    """Gives the first ``refusals`` updates up as Virtuoso does where others hold what they need."""

    def __init__(self, address: ServerAddress, refusals: int) -> None:
        super().__init__(address)
        self.refusals = refusals

    def update(self, text: str, *, repeatable: bool) -> None:
        if self.refusals:
            self.refusals -= 1
            raise ServerRefusal(500, "Virtuoso S1T00 Error SR171: Transaction timed out")
        super().update(text, repeatable=repeatable)


def test_a_switch_that_was_rolled_back_is_asked_for_again(tmp_path: Path) -> None:
    with running_oxigraph() as server:
        store = load(server, tmp_path / "1", left=3)
        writer = RemoteWriter(tmp_path / "2", server, BASE)
        writer.add(RIGHT, triples(2))
        writer.close()
        writer._connection = Crowded(server, refusals=3)
        with pytest.raises(ServerRefusal, match="SR171"):
            writer.publish()
        assert served(store) == {LEFT: 3}
        writer._connection = Crowded(server, refusals=2)
        writer.publish()
        assert in_server(server) == {RIGHT, f"{BASE}.store"}


class Watched(Connection):
    """Keeps the answers it gave."""

    def __init__(self, address: ServerAddress) -> None:
        super().__init__(address)
        self.replies: list[Reply] = []

    def query(self, question: Question, seconds: float | None = None) -> Reply:
        self.replies.append(super().query(question, seconds))
        return self.replies[-1]


def test_no_answer_is_left_unread_before_the_switch(server: ServerAddress, tmp_path: Path) -> None:
    writer = RemoteWriter(tmp_path / "1", server, BASE)
    writer.add(LEFT, triples(5_000))
    writer.close()
    writer._connection = watched = Watched(server)
    writer.publish()
    assert watched.replies
    assert all(reply._ended for reply in watched.replies)


def test_a_switch_whose_answer_is_lost_is_looked_up(tmp_path: Path) -> None:
    with answering(sends(b"", "text/plain", 503)) as gone, running_oxigraph() as server:
        writer = RemoteWriter(tmp_path / "1", server, BASE)
        writer.add(LEFT, triples(2))
        writer.close()
        there = writer._connection
        writer._connection = Connection(replace(server, update=gone.address), lambda _: None)
        with pytest.raises(ServiceFault, match="503"):
            writer.publish()
        writer._connection = there
        writer.publish()
        assert in_server(server) == {LEFT, f"{BASE}.store"}


def test_two_hubs_share_a_server(server: ServerAddress, tmp_path: Path) -> None:
    other = "http://other.example/id/"
    mine = load(server, tmp_path / "1", left=3)
    writer = RemoteWriter(tmp_path / "2", server, other)
    writer.add(f"{other}x/", triples(2))
    writer.close()
    writer.publish()
    assert served(mine) == {LEFT: 3}
    assert served(RemoteStore.open(server, {}, tmp_path / "2", QueryLimits())) == {f"{other}x/": 2}


def test_an_empty_graph_is_no_graph(server: ServerAddress, tmp_path: Path) -> None:
    load(server, tmp_path / "1", left=3)
    assert served(load(server, tmp_path / "2", left=0, right=1)) == {RIGHT: 1}


def test_a_snapshot_that_was_not_loaded_into_a_server_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoSnapshot, match="--update-store"):
        read_graph_list(tmp_path)
    (tmp_path / "server.json").write_text("{}")
    with pytest.raises(NoSnapshot, match="cannot be read"):
        read_graph_list(tmp_path)


def test_a_server_that_holds_other_graphs_is_served_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with running_oxigraph() as server:
        load(server, tmp_path / "1", left=3)
        load(server, tmp_path / "2", left=4)
        assert not caplog.records
        RemoteStore.open(server, {}, tmp_path / "1", QueryLimits())
    assert "another load" in caplog.text
    RemoteStore.open(server, {}, tmp_path / "2", QueryLimits())
    assert "cannot be reached" in caplog.text
