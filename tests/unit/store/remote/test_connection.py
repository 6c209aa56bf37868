"""A server that fails in every way, and how often it is asked again."""

import base64
import hashlib
import re
import threading
import time
from pathlib import Path

import pytest

from tests.engines import running_virtuoso
from tests.loopback import Handler, Turn, answering, breaks_off, document, drops, sends
from vocabsvc.errors import ServiceFault, StoreUnreachable
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.remote.connection import Connection, ServerRefusal, ServerTimeout
from vocabsvc.store.remote.request import Question
from vocabsvc.store.remote.selecting import select

TEXT = "SELECT ?x { ?s ?p ?x }"
ONE = document("é")


def rows(connection: Connection) -> list[str]:
    return [term.value for (term,) in select(connection, TEXT) if term is not None and not isinstance(term, tuple)]  # type: ignore[union-attr] # literals


def test_a_query_is_asked_again_when_the_connection_is_lost() -> None:
    pauses: list[float] = []
    with answering(drops, drops, sends(ONE)) as server:
        assert rows(Connection(ServerAddress(server.address), pauses.append)) == ["é"]
    assert [form["query"] for _, form in server.asked] == [[TEXT]] * 3
    assert pauses == [0.1, 0.4]


def test_it_is_asked_so_often_and_no_more() -> None:
    pauses: list[float] = []
    with answering(drops) as server, pytest.raises(StoreUnreachable):
        rows(Connection(ServerAddress(server.address), pauses.append))
    assert len(server.asked) == 4
    assert pauses == [0.1, 0.4, 1.6]


def test_a_busy_server_is_asked_again() -> None:
    with answering(sends(b"busy", "text/plain", 503), sends(ONE)) as server:
        assert rows(Connection(ServerAddress(server.address), lambda _: None)) == ["é"]
    with answering(sends(b"busy", "text/plain", 503)) as server, pytest.raises(StoreUnreachable, match="503: busy"):
        rows(Connection(ServerAddress(server.address), lambda _: None))


def test_an_update_that_is_not_repeatable_is_sent_once() -> None:
    with answering(drops) as server:
        connection = Connection(ServerAddress(server.address, server.address), lambda _: None)
        with pytest.raises(StoreUnreachable):
            connection.update("MOVE <http://a/> TO <http://b/>", repeatable=False)
    assert [form["update"] for _, form in server.asked] == [["MOVE <http://a/> TO <http://b/>"]]


def test_nobody_is_there() -> None:
    with answering(drops) as server:
        pass
    with pytest.raises(StoreUnreachable, match="cannot be reached"):
        rows(Connection(ServerAddress(server.address), lambda _: None))


def test_a_slow_server_is_not_waited_for_and_not_asked_again() -> None:
    release = threading.Event()
    with answering(lambda handler: drops(handler) if release.wait(10) else None) as server:
        begin = time.monotonic()
        with pytest.raises(ServerTimeout):
            rows(Connection(ServerAddress(server.address, timeout=0.3)))
        assert time.monotonic() - begin < 2
        release.set()
    assert len(server.asked) == 1


def test_a_server_that_dribbles_is_cut_off_at_the_deadline() -> None:
    def dribble(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/sparql-results+xml")
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        try:
            for _ in range(200):
                handler.wfile.write(b" ")
                time.sleep(0.05)
        except OSError:
            handler.close_connection = True

    with answering(dribble) as server:
        begin = time.monotonic()
        with pytest.raises(ServerTimeout):
            rows(Connection(ServerAddress(server.address, timeout=0.3)))
        assert time.monotonic() - begin < 2


def test_an_answer_that_breaks_off_is_no_answer() -> None:
    with answering(breaks_off(ONE)) as server, pytest.raises(StoreUnreachable, match="broke off"):
        rows(Connection(ServerAddress(server.address), lambda _: None))


@pytest.mark.parametrize("body", [b"", b"<html>", ONE[:-9], ONE[:40], ONE.replace(b"</literal>", b"", 1)])
def test_what_is_no_result_document_is_a_fault(body: bytes) -> None:
    with answering(sends(body)) as server, pytest.raises(ServiceFault, match="no answer that can be read"):
        rows(Connection(ServerAddress(server.address)))


@pytest.mark.parametrize(
    ("header", "reason"),
    [(("X-SPARQL-MaxRows", "1"), "ends answers at 1 rows"), (("X-SQL-State", "S1TAT"), "ran out of time")],
)
def test_an_answer_that_virtuoso_cut_short_is_a_fault(header: tuple[str, str], reason: str) -> None:
    with answering(sends(ONE, headers=[header])) as server, pytest.raises(ServiceFault, match=reason):
        rows(Connection(ServerAddress(server.address)))


def test_virtuoso_is_told_the_time_limit() -> None:
    class_name = ("Server", "Virtuoso/07.20.3229 (Linux)")

    def virtuoso(handler: Handler) -> None:
        handler.version_string = lambda: class_name[1]  # type: ignore[method-assign] # what it calls itself
        sends(ONE)(handler)

    with answering(virtuoso) as server:
        connection = Connection(ServerAddress(server.address, timeout=7))
        for _ in range(2):
            assert rows(connection) == ["é"]
    assert [form.get("timeout") for _, form in server.asked] == [None, ["7000"]]


def test_a_redirection_is_not_followed() -> None:
    elsewhere = sends(b"", "text/plain", 307, [("Location", "http://127.0.0.1:1/other")])
    with answering(elsewhere) as server, pytest.raises(ServerRefusal, match="it is elsewhere, at 'http://127"):
        rows(Connection(ServerAddress(server.address)))


def test_only_the_first_line_of_a_refusal_is_told() -> None:
    refusal = sends(b"syntax error\nSPARQL query:\nsecret", "text/plain", 400)
    with answering(refusal) as server, pytest.raises(ServerRefusal) as caught:
        rows(Connection(ServerAddress(server.address)))
    assert (caught.value.status, caught.value.reason) == (400, "syntax error")


def guarded(challenge: str, accepted: re.Pattern[str]) -> Turn:
    def turn(handler: Handler) -> None:
        if accepted.search(handler.headers.get("Authorization", "")):
            sends(ONE)(handler)
        else:
            sends(b"", "text/plain", 401, [("WWW-Authenticate", challenge)])(handler)

    return turn


def test_basic_credentials_are_sent_once_they_are_asked_for() -> None:
    pair = base64.b64encode("benoît:clé".encode()).decode()
    with answering(guarded('Basic realm="SPARQL"', re.compile(f"^Basic {re.escape(pair)}$"))) as server:
        connection = Connection(ServerAddress(server.address, user="benoît", password="clé"))
        assert [rows(connection) for _ in range(3)] == [["é"]] * 3
    assert len(server.asked) == 4
    assert "authorization" not in server.asked[0][0]


def test_digest_credentials_are_sent_without_the_password() -> None:
    challenge = 'Digest realm="SPARQL", nonce="abc", opaque="x", qop="auth", algorithm="MD5", stale="false"'
    with answering(guarded(challenge, re.compile("^Digest "))) as server:
        connection = Connection(ServerAddress(server.address, user="dba", password="secret"))
        assert [rows(connection) for _ in range(2)] == [["é"]] * 2
    said = [dict(re.findall(r'(\w+)="?([^",]*)"?', headers["authorization"])) for headers, _ in server.asked[1:]]
    assert [one["nc"] for one in said] == ["00000001", "00000002"]

    def md5(text: str) -> str:
        return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()

    for one in said:
        parts = (md5("dba:SPARQL:secret"), "abc", one["nc"], one["cnonce"], "auth", md5("POST:/sparql"))
        assert one["response"] == md5(":".join(parts))


@pytest.mark.parametrize("user", ["", "dba"])
def test_credentials_that_are_refused_are_a_fault_that_does_not_show_them(user: str) -> None:
    refusal = sends(b"", "text/plain", 401, [("WWW-Authenticate", 'Basic realm="x"')])
    with answering(refusal) as server, pytest.raises(ServerRefusal, match="does not take these") as caught:
        rows(Connection(ServerAddress(server.address, user=user, password="secret")))
    assert "secret" not in str(caught.value)
    assert len(server.asked) == (2 if user else 1)


def test_an_unknown_way_to_ask_for_credentials_is_a_fault() -> None:
    refusal = sends(b"", "text/plain", 401, [("WWW-Authenticate", "Negotiate")])
    with answering(refusal) as server, pytest.raises(ServiceFault, match="not known here: 'Negotiate'"):
        rows(Connection(ServerAddress(server.address, user="dba", password="secret")))


def test_virtuoso_takes_the_digest_and_nothing_else(tmp_path: Path) -> None:
    insert = "INSERT DATA { GRAPH <http://g/> { <http://s/> <http://p/> 1 } }"
    with running_virtuoso(tmp_path) as server:
        connection = Connection(server)
        for _ in range(3):
            connection.update(insert, repeatable=True)
        with connection.query(Question("ASK { GRAPH <http://g/> { ?s ?p ?o } }", "text/plain")) as reply:
            assert reply.read(100).strip() == b"true"
        wrong = ServerAddress(server.query, server.update, user="dba", password="wrong")
        with pytest.raises(ServerRefusal, match="credentials"):
            Connection(wrong).update(insert, repeatable=True)
